"""Placeholders that somebody was to replace by text."""

import re
from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.checks.text_marks import LETTER, Span
from docctl.checking.places import Located, everywhere
from docctl.domain.patterns import regex
from docctl.domain.place import Part

_SIGNS = ("[", "{", "?", "XX", "ХХ", "xxx", "ххх")
"""Without one of these there is no placeholder but a phrase or words in brackets."""
_MARKED = regex(
    r"\[(?:…|\.\.\.)\]"
    r"|\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}"
    rf"|\$?\{{[{LETTER}][{LETTER} _.\-]{{1,60}}\}}"
    r"|(?<!\w)(?:20[XХ]{2}|[XХ]{3,9}|[xх]{3,9})(?!\w)"
    r"|\?{3}"
)
_BRACKETED = regex(rf"[\[<(] ?([{LETTER}][^\[\]<>()\n]{{1,60}}?) ?[\])>]")
_LINE = regex(r"_{3,}|…{3,}|\.{6,}")
_LINES = ("___", "………", "......")
_HANDWRITTEN_DATE = regex(r"[«\"“]\s*_+\s*[»\"”]")


class PlaceholderParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `placeholders`. All words in lower case."""

    phrases: tuple[str, ...] = ()
    """Texts that Word, templates and layouts leave: "click or tap here", "lorem ipsum"."""
    bracketed: tuple[str, ...] = ()
    """Beginnings of what stands in square or angle brackets to be replaced: «укажите», «атауы», "insert"."""
    parenthesised: tuple[str, ...] = ()
    """What stands alone in round brackets to be replaced."""
    requests: frozenset[str] = frozenset()
    """First or last words of what stands in brackets amid a clause and asks to write something there."""
    longest_request: int = 4
    """Words."""
    filled_by_people: tuple[Part, ...] = (Part.ACQUAINTANCE_SHEET, Part.CHANGE_SHEET)
    """Parts whose cells people fill in by hand."""


@check("placeholders", PlaceholderParams, always)
def placeholders(subject: Subject, params: PlaceholderParams) -> Iterator[Outcome]:
    """No placeholder of a template is left; lines to write on are fine outside the running text.

    A content control that nobody has filled in yet is a blank, all else is a slip at any stage.
    """
    sections = subject.parts.sections if subject.parts.form is not None else ()
    told = _told_elsewhere(subject)
    clauses = {clause.paragraph.index for section in sections for clause in section.clauses}
    for spot in everywhere(subject):
        if spot.part is Part.TITLE and spot.paragraph.index in told:
            continue
        span = _left(spot, params) or _amid_clause(spot, clauses, params)
        if span is not None:
            left = spot.paragraph.text[span[0] : span[1]][:60]
            yield hit(spot.place(*span), blank=spot.paragraph.placeholder, text=left)


def _told_elsewhere(subject: Subject) -> set[int | None]:
    """Lines of the title page whose number or date is none: rules of their own speak of them."""
    page = subject.parts.title_page
    if page is None:
        return set()
    number, date = page.number, page.approval.date if page.approval else None
    told = [number.place] if number and number.value is None else []
    told += [date.place] if date and date.value is None else []
    return {place.paragraph for place in told}


def _left(spot: Located, params: PlaceholderParams) -> Span | None:
    text = spot.paragraph.text
    if spot.paragraph.placeholder and spot.part not in params.filled_by_people:
        return 0, len(text)
    if any(sign in text for sign in _SIGNS) and (found := _MARKED.search(text)):
        return found.span()
    bracketed = (found for found in _BRACKETED.finditer(text) if _to_be_replaced(found, params))
    return next((found.span() for found in bracketed), None) or _phrase(text, params)


def _to_be_replaced(bracketed: re.Match[str], params: PlaceholderParams) -> bool:
    inside = bracketed[1].casefold()
    if bracketed[0].startswith("("):
        return inside in params.parenthesised
    return inside.startswith(params.bracketed) or inside.rpartition(" ")[2].startswith(params.bracketed)


def _phrase(text: str, params: PlaceholderParams) -> Span | None:
    small = text.casefold()
    for phrase in params.phrases:
        start = small.find(phrase)
        end = start + len(phrase)
        if (
            start >= 0
            and not small[max(0, start - 1) : start].isalpha()
            and not small[end : end + 1].isalpha()
        ):
            return start, end
    return None


def _amid_clause(spot: Located, clauses: set[int], params: PlaceholderParams) -> Span | None:
    """A line to write on, or what to write; forms to be filled in have both, but no clause numbers."""
    text = spot.paragraph.text
    if spot.part is not Part.BODY or spot.paragraph.index not in clauses:
        return None
    if any(line in text for line in _LINES) and not _HANDWRITTEN_DATE.search(text):
        found = _LINE.search(text)
        return found.span() if found else None
    asked = (found for found in _BRACKETED.finditer(text) if "(" in text and _asks(found[1], params))
    return next((found.span() for found in asked), None)


def _asks(inside: str, params: PlaceholderParams) -> bool:
    """Words in brackets that only tell what to write: «(атауын енгізіңіз)», "(insert name)"."""
    words = inside.casefold().split()
    return len(words) <= params.longest_request and not params.requests.isdisjoint((words[0], words[-1]))
