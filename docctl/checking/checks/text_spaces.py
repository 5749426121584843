"""Spaces: doubled, missing, before a mark of punctuation, on one side of a dash."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.checks.text_glued import glued
from docctl.checking.checks.text_marks import LETTER, Span, address_at
from docctl.checking.places import Located, everywhere
from docctl.domain.patterns import regex
from docctl.domain.place import Part
from docctl.domain.words import Language

# Every pattern begins with the mark, so that the search leaps from mark to mark; what must stand before it
# comes last.
_DOUBLED = regex(r"(?<=[^\s_])[ \u00a0]{2,3}(?=[^\s_,;.:!?)»”])")
_BEFORE_MARK = regex(
    rf"[,;!?.](?=[\s»”\")]|\Z)(?:(?<=[{LETTER}\d)»”\"%][ \u00a0].)|(?<=[{LETTER}\d)»”\"%][ \u00a0]{{2}}.))"
)
_AFTER_OPENING = regex(rf"[(«„][ \u00a0]+(?=[{LETTER}])")
_BEFORE_CLOSING = regex(rf"[)»”](?<=[{LETTER}][ \u00a0].)")
_DASH = regex(
    rf"[-–—](?:(?<=[{LETTER})»”\"][ \u00a0].)(?=[{LETTER}«(])|(?<=[{LETTER}]{{2}}.)(?=[ \u00a0][{LETTER}«(]))"
)
_OPENING = regex(rf"\s*(?:[\d.]+\)?|[{LETTER}][.)]|[-–—•*·§№])\Z")
_BIBLIOGRAPHY = regex(r" : | // ?| / ")
_WORD = regex(rf"[{LETTER}]+")
_ENDING = regex(rf"[{LETTER}]{{1,3}}(?![{LETTER}])")
LONGEST_OPENING = 12
"""Characters of the longest number or mark that opens a paragraph."""


class JoinedLetters(Struct, frozen=True, forbid_unknown_fields=True):
    """Letters of the shortest lower-case word that is no ending when it follows a closing quote."""

    kk: int = 8
    ru: int = 4
    en: int = 3


class SpaceParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `spaces`."""

    abbreviations: tuple[str, ...] = ()
    """Words shortened by a full stop, after which a capital may follow at once: «проф.Иванов»."""
    joined_letters: JoinedLetters = JoinedLetters()
    conjunctions: tuple[str, ...] = ()
    """Words after which the second half of a compound comes: «оқу- және ғылыми»."""
    halves: tuple[str, ...] = ()
    """First halves after which another number may follow: «двух- трёхлетний»."""
    habit: int = 4
    """So many sentences of an English text parted by two spaces are a custom of typists, and no slip."""


@check("spaces", SpaceParams, always)
def spaces(subject: Subject, params: SpaceParams) -> Iterator[Outcome]:
    """Words are parted by one space, punctuation stands at its word: one hit for each kind in a paragraph.

    The contents repeat the headings and are left alone; the title page, running headers and lines to write on
    may be aligned by spaces.
    """
    language = subject.parts.language
    if language is Language.EN and _sentences_parted_by_two(subject) >= params.habit:
        params = replace(params, habit=0)
    for spot in everywhere(subject):
        for variant, find in _finders(spot).items():
            span = find(spot.paragraph.text, params, language)
            if span is not None:
                yield hit(spot.place(*span), variant, text=_around(spot.paragraph.text, span))


Finder = Callable[[str, SpaceParams, Language], Span | None]


def _finders(spot: Located) -> Mapping[str, Finder]:
    if spot.part is Part.CONTENTS or spot.paragraph.in_field == "TOC" or spot.paragraph.placeholder:
        return {}
    if spot.part in (Part.TITLE, Part.HEADER, Part.FOOTER):
        return EVERYWHERE
    return RUNNING


def doubled(text: str, params: SpaceParams, language: Language) -> Span | None:
    """Two or three spaces between words; more of them align, which is another fault."""
    if "___" in text or ("  " not in text and "\u00a0" not in text):
        return None
    for found in _DOUBLED.finditer(text):
        start = found.start()
        if start <= LONGEST_OPENING and _OPENING.match(text[:start]):
            continue
        if text[max(0, start - 2) : start] == ".." or (not params.habit and text[start - 1] in ".:?!"):
            continue
        return found.span()
    return None


def _sentences_parted_by_two(subject: Subject) -> int:
    texts = (paragraph.text for paragraph in subject.draft.paragraphs())
    return sum(text.count(".  ") for text in texts if ".  " in text)


def missing(text: str, params: SpaceParams, language: Language) -> Span | None:
    """No space where two words meet at a mark of punctuation."""
    joined: int = getattr(params.joined_letters, language)
    return glued(text, language, frozenset(params.abbreviations), joined)


def misplaced(text: str, params: SpaceParams, language: Language) -> Span | None:
    """A space before a comma or full stop, or inside brackets and quotes."""
    if "___" in text:
        return None
    if (found := _BEFORE_MARK.search(text, 3)) and not _BIBLIOGRAPHY.search(text):
        return found.start() - 1, found.end()
    found = _AFTER_OPENING.search(text, 3) or _BEFORE_CLOSING.search(text, 3)
    return found.span() if found else None


def dashed(text: str, params: SpaceParams, language: Language) -> Span | None:
    """A dash or hyphen with a space on one side only."""
    for found in _DASH.finditer(text):
        start = found.start()
        if text[start] == "-" and not _slip(text, start, params):
            continue
        if not address_at(text, start):
            return found.span()
    return None


def _slip(text: str, start: int, params: SpaceParams) -> bool:
    """The hyphen at `start` is neither the mark of an ending («-ов») nor of half a compound («оқу- және»)."""
    if text[start - 1].isspace():
        return _ENDING.match(text, start + 1) is None
    after = _WORD.match(text, start + 2, start + 40)
    before = _WORD.findall(text, max(0, start - 20), start)
    if after is None or len(after[0]) < 2 or after[0].isascii():
        return False
    return after[0].casefold() not in params.conjunctions and before[-1].casefold() not in params.halves


def _around(text: str, span: Span) -> str:
    """The words on both sides of the fault."""
    start, end = span
    before = text[max(0, start - 20) : start].rpartition(" ")[2] or text[max(0, start - 1) : start]
    after = text[end : end + 20]
    return before + text[start:end] + (after.partition(" ")[0] or after[:2].rstrip())


EVERYWHERE: Mapping[str, Finder] = {"missing": missing, "dash": dashed}
RUNNING: Mapping[str, Finder] = {"doubled": doubled, **EVERYWHERE, "misplaced": misplaced}
