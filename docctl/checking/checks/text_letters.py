"""Letters of one script inside words of the other: «мoниторинг» with a Latin o."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.checks.text_marks import CYRILLIC, LATIN, address_at
from docctl.checking.places import everywhere
from docctl.domain.patterns import regex
from docctl.domain.words import Language

_LATIN = regex(f"[{LATIN}]")
_CYRILLIC = regex(f"[{CYRILLIC}]")
_WORD = regex(f"[{LATIN}{CYRILLIC}]+")
_PIECE = regex(f"[{LATIN}]+|[{CYRILLIC}]+")
_LONE = regex(f"(?<=[{CYRILLIC}][ \u00a0])[acoy](?=[ \u00a0][{CYRILLIC}])")
_ROMAN = regex("[IVXLCDMІХСМ]+\\Z")
SHORTEST_BY_FIGURES = 4
"""Fewer letters than this beside a figure are a code."""
_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_LATIN_TWINS = frozenset("aceopxyihkəABCEHKMOPTXYI")
_CYRILLIC_TWINS = frozenset("асеорхуіһкәАВСЕНКМОРТХУІ")
_STRESSED = frozenset("áéíóúýÁÉÍÓÚÝ")
"""Latin letters that lend their accent to a Cyrillic word: «врéменный»."""


class ScriptParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `mixed_scripts`."""

    words: int = 10
    """No more words than this are reported in a paragraph."""
    longest: int = 60
    """A longer row of letters is no word."""


class Alien(Struct, frozen=True):
    """A letter of the other script, by its place in the text."""

    start: int
    word: str
    letter: str


@check("mixed_scripts", ScriptParams, always)
def mixed_scripts(subject: Subject, params: ScriptParams) -> Iterator[Outcome]:
    """No word mixes Latin and Cyrillic letters.

    Silent: parts joined by a hyphen or apostrophe («IT-бөлімі»), Roman numerals, letters beside figures,
    addresses, Latin words with a Cyrillic ending («ISOның»).
    """
    language = subject.parts.language
    for spot in everywhere(subject):
        text = spot.paragraph.text
        if text.isascii() or _LATIN.search(text) is None:
            continue
        for alien in find_aliens(text, language, params):
            place = spot.place(alien.start, alien.start + len(alien.word))
            variant = "cyrillic" if _CYRILLIC.match(alien.letter) else "latin"
            yield hit(place, variant, word=alien.word, letter=alien.letter, name=_name(alien.letter))


def find_aliens(text: str, language: Language, params: ScriptParams) -> list[Alien]:
    """The first words of a text that mix scripts, each with its first alien letter."""
    found: list[Alien] = []
    for word in _WORD.finditer(text):
        if len(word[0]) > params.longest or (word[0].isascii() and len(word[0]) > 1):
            continue
        letter = _alien_letter(word[0], language)
        if letter is not None and not _coded(text, word.start(), word.end()):
            found.append(Alien(word.start(), word[0], letter))
            if len(found) == params.words:
                break
    return found + (_lone(text) if language is Language.RU else [])


def _lone(text: str) -> list[Alien]:
    """Latin letters that stand for the Russian words «а», «о», «с», «у»."""
    return [Alien(found.start(), found[0], found[0]) for found in _LONE.finditer(text)][:1]


def _alien_letter(word: str, language: Language) -> str | None:
    pieces = _PIECE.findall(word)
    if len(pieces) < 2 or _ROMAN.match(word) or not _STRESSED.isdisjoint(word):
        return None
    if len(pieces) == 2 and not _two_pieces_are_one_word(pieces[0], pieces[1], language):
        return None
    alien = _LATIN if _cyrillic_prevails(word, language) else _CYRILLIC
    found = alien.search(word)
    return found[0] if found else None


def _two_pieces_are_one_word(first: str, second: str, language: Language) -> bool:
    """Whether a reader would take a Latin and a Cyrillic piece for one word."""
    if _LATIN.match(first):
        return _latin_first(first, second, language)
    return _looks_alike(first) or _looks_alike(second) or (len(second) == 1 and second.islower())


def _latin_first(latin: str, cyrillic: str, language: Language) -> bool:
    if len(latin) == 1 and latin.isupper():
        return _looks_alike(latin) and (cyrillic.isupper() or not _VOWELS.isdisjoint(cyrillic.lower()))
    if cyrillic.islower() and (latin.isupper() or not _looks_alike(latin)):
        return language is Language.EN and _looks_alike(cyrillic)
    return _looks_alike(latin) or _looks_alike(cyrillic)


def _looks_alike(letters: str) -> bool:
    """Every letter has a twin in the other script that prints the same."""
    return (_LATIN_TWINS if _LATIN.match(letters) else _CYRILLIC_TWINS).issuperset(letters)


def _cyrillic_prevails(word: str, language: Language) -> bool:
    """The script of the letters that have no twin decides, then the language of the document."""
    own_latin = sum(_LATIN.match(letter) is not None for letter in word if letter not in _LATIN_TWINS)
    own_cyrillic = sum(
        _CYRILLIC.match(letter) is not None for letter in word if letter not in _CYRILLIC_TWINS
    )
    if own_latin != own_cyrillic:
        return own_cyrillic > own_latin
    return language is not Language.EN


def _coded(text: str, start: int, end: int) -> bool:
    """Part of an address or of a code with figures, where any mixture may be meant."""
    if end - start < SHORTEST_BY_FIGURES and (
        text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()
    ):
        return True
    return address_at(text, start, end)


def _name(letter: str) -> str:
    return unicodedata.name(letter, f"U+{ord(letter):04X}")
