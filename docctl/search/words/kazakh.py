"""The stem of a Kazakh word: suffixes are taken off slot by slot, and only where sounds allow them.

All ways to read the word are weighed: suffixes by how surely they are suffixes, what remains by whether it
is a listed word or at least looks like a word. The best reading wins.
"""

from collections.abc import Sequence
from functools import lru_cache

from docctl.domain.patterns import regex
from docctl.search.words.lexicon import NOMINALS, VERBS
from docctl.search.words.settling import settled
from docctl.search.words.sounds import VOWELS, harmony, hidden_stems, is_changed, is_loan, last_class
from docctl.search.words.suffixes import BEFORE, LAST, LONGEST, STEM, SUFFIXES, VERB, Suffix

_LISTED = 5.0
"""A stem of the list outweighs any likeness."""
_WHOLE = 8.5
"""A listed word as it stands is hardly a shorter one with a weak suffix."""
_SHORT = {1: -9.0, 2: -3.0, 3: -1.5, 4: -1.0}
"""By letters: most short words are listed, so that an unlisted one is doubtful."""
_NO_VOWEL = -9.0
_VERB_SHAPE, _NO_VERB_SHAPE = 1.0, -2.5
_VERB_ENDS = tuple("ла ле да де та те лан лен дан ден тан тен лас лес".split())
"""What makes verbs of nouns: a verb not listed mostly ends so."""
_SHORTEST, LONGEST_WORD = 2, 50
"""Letters of a stem at least, of a word at most: what is longer is no word."""
_IOTATED = regex("(?<=[аәеоөұүыі])[яю]")
_MEMO = 1 << 15
_Readings = dict[str, float]


@lru_cache(maxsize=_MEMO)
def stem(word: str) -> str:
    """Key of a folded Kazakh word. It is a word or what is left of one, and its own stem."""
    return settled(word, lambda form: candidates(form)[0])


def candidates(word: str) -> tuple[str, ...]:
    """Every stem that a folded word may have, the likeliest first; the word itself is among them."""
    if len(word) > LONGEST_WORD:
        return (word,)
    readings = {word: _WHOLE if word in NOMINALS or word in VERBS else 0.0}
    _read(word, LAST, 0.0, readings)
    if _IOTATED.search(word):
        _read_iotated(word, readings)
    return tuple(sorted(readings, key=lambda stem: -readings[stem]))


def is_listed(word: str) -> bool:
    """Whether the folded word is a form of a listed one."""
    return stem(word) in NOMINALS or stem(word) in VERBS


def _read_iotated(word: str, readings: _Readings) -> None:
    """Verbs whose й is written into the suffix: қояды is қой + ады, қою is қой + у."""
    spelt = _IOTATED.sub(lambda letter: "йа" if letter[0] == "я" else "йу", word)
    found: _Readings = {}
    _read(spelt, LAST, 0.0, found)
    for verb in VERBS.intersection(found):
        _keep(readings, verb, found[verb])


def _read(word: str, slots: frozenset[str], score: float, readings: _Readings) -> None:
    """Take off every suffix of the slots that fits, and go on with the slots before it."""
    for size in range(1, min(LONGEST, len(word) - _SHORTEST) + 1):
        for suffix in SUFFIXES.get(word[-size:], ()):
            rest = word[:-size]
            if suffix.slot in slots and _fits(rest, suffix):
                before, total = BEFORE[suffix.slot], score + suffix.weight
                for kind in before & {STEM, VERB}:
                    stem, likeness = _stem(rest, suffix, kind)
                    _keep(readings, stem, total + likeness)
                _read(rest, before, total, readings)


def _keep(readings: _Readings, stem: str, score: float) -> None:
    if score > readings.get(stem, score - 1):
        readings[stem] = score


def _fits(rest: str, suffix: Suffix) -> bool:
    """Whether the last letter and the vowels of what precedes ask for this shape of the suffix."""
    if last_class(rest) not in suffix.after:
        return False
    vowels = harmony(rest)
    return vowels == suffix.harmony or "*" in (vowels, suffix.harmony) or _is_softened(rest, suffix)


def _is_softened(rest: str, suffix: Suffix) -> bool:
    """Whether a soft sign gave way to the suffix: медаль → медалі."""
    if not suffix.opens or suffix.harmony != "e" or rest[-1] not in "лнр":
        return False
    return rest + "ь" in NOMINALS or is_loan(rest)


def _stem(rest: str, suffix: Suffix, kind: str) -> tuple[str, float]:
    """The stem before a suffix and how much it looks like one."""
    variants = (rest, *hidden_stems(rest, suffix.harmony)) if suffix.opens else (rest,)
    if kind == VERB and suffix.opens:
        variants += (rest + "ы", rest + "і")
    listed = VERBS if kind == VERB else NOMINALS
    for variant in variants:
        if variant in listed:
            return variant, _LISTED
    return _unlisted(variants, kind)


def _unlisted(variants: Sequence[str], kind: str) -> tuple[str, float]:
    stem = variants[1] if len(variants) > 1 and is_changed(variants[0]) else variants[0]
    if VOWELS.isdisjoint(stem):
        return stem, _NO_VOWEL
    likeness = _SHORT.get(len(stem), 0.0)
    if kind == VERB:
        likeness += _VERB_SHAPE if stem.endswith(_VERB_ENDS) else _NO_VERB_SHAPE
    return stem, likeness
