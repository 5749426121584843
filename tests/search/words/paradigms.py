"""Kazakh nouns in all their forms, made from the grammar's own rules and not from the stemmer's tables."""

from collections.abc import Iterator

from msgspec import Struct

_FRONT = str.maketrans("аығқ", "еігк")
_SONANTS, _NASALS, _HISSING = "руйи", "мнң", "жз"
_VOWELS = "аәеоөұүыіэяё"


class Noun(Struct, frozen=True):
    """A noun with what a dictionary says of its inflection."""

    lemma: str
    owned: str = ""
    """What it is before a suffix that begins with a vowel, where that differs: кітаб, орн."""
    front: bool = False
    """Takes е and і in its suffixes."""


def forms(noun: Noun) -> Iterator[str]:
    """Number × possessor × case."""
    stem = noun.owned or noun.lemma
    for base, opened in ((noun.lemma, stem), (plural := _plural(noun), plural)):
        yield from _cases(base, "", noun.front)
        for person, owned in _possessed(base, opened, noun.front):
            yield from _cases(owned, person, noun.front)


def _plural(noun: Noun) -> str:
    return noun.lemma + _fit("лар", "дар", "тар", noun.lemma, noun.front)


def _possessed(base: str, opened: str, front: bool) -> Iterator[tuple[str, str]]:
    endings = ("м", "ң", "ңыз", "сы", "мыз") if _ends_in_vowel(base) else ("ым", "ың", "ыңыз", "ы", "ымыз")
    stem = base if _ends_in_vowel(base) else opened
    for person, ending in zip(("i", "you", "polite", "third", "we"), endings, strict=True):
        yield person, stem + _harmonised(ending, front)


def _cases(word: str, person: str, front: bool) -> Iterator[str]:
    yield word
    if person == "third":
        yield from (word + _harmonised(ending, front) for ending in ("ның", "н", "на", "нда", "нан"))
        yield word + "мен"
        return
    nasal = word[-1] in _NASALS
    yield word + ("н" + _harmonised("ың", front) if nasal else _fit("ның", "дың", "тың", word, front, "дың"))
    yield word + _fit("ны", "ды", "ты", word, front, "ды")
    yield word + (_harmonised("а", front) if person in ("i", "you") else _fit("ға", "ға", "қа", word, front))
    yield word + _fit("да", "да", "та", word, front)
    yield word + ("н" + _harmonised("ан", front) if nasal else _fit("дан", "дан", "тан", word, front))
    yield word + {"hissing": "бен", "voiceless": "пен"}.get(_sound(word), "мен")


def _fit(vowel: str, voiced: str, voiceless: str, word: str, front: bool, sonant: str = "") -> str:
    by_sound = {"vowel": vowel, "sonant": sonant or vowel, "voiceless": voiceless}
    return _harmonised(by_sound.get(_sound(word), voiced), front)


def _sound(word: str) -> str:
    last = word.rstrip("ь")[-1]
    if last in _VOWELS:
        return "vowel"
    if last in _SONANTS:
        return "sonant"
    if last in _HISSING:
        return "hissing"
    return "voiced" if last in _NASALS + "л" else "voiceless"


def _ends_in_vowel(word: str) -> bool:
    return word[-1] in _VOWELS


def _harmonised(ending: str, front: bool) -> str:
    return ending.translate(_FRONT) if front else ending
