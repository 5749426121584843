"""Blanks put in by hand: empty paragraphs as space, tabs and spaces to align."""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.checks.page_flow import find_empty_pages
from docctl.checking.places import Located, located
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Draft, Paragraph
from docctl.domain.patterns import regex
from docctl.domain.place import Part


class EmptyParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `empty_paragraphs`."""

    anywhere: int = 2
    """So many empty paragraphs in a row are reported wherever they stand."""
    between_text: int = 1
    """So many are reported between two paragraphs of one section's text."""
    apart: tuple[Part, ...] = (Part.TITLE,)
    """Parts that may be spaced by empty paragraphs."""


@check("empty_paragraphs", EmptyParams, always, reads=Aspect.PARAGRAPHS)
def empty_paragraphs(subject: Subject, params: EmptyParams) -> Iterator[Outcome]:
    """Space between paragraphs is made by their format, not by empty paragraphs.

    Page breaks, tables and new Word sections end a row of empty paragraphs; an empty page is reported by its
    own rule. Those at the end of the document space nothing.
    """
    end = max((paragraph.index for paragraph in subject.draft.paragraphs()), default=0)
    headings = {section.heading.index for section in subject.parts.sections}
    pages = find_empty_pages(subject.draft)
    for gap in _gaps(subject, params):
        if gap.last == end or any(page.opened_by.index <= gap.first <= page.last for page in pages):
            continue
        enough = params.between_text if gap.amid_text(headings) else params.anywhere
        if len(gap.empty) >= enough:
            yield hit(gap.empty[0].place(), count=len(gap.empty))


class _Gap(Struct, frozen=True):
    """Empty paragraphs in a row, with what stands around them."""

    before: Located | None
    empty: tuple[Located, ...]
    after: Located | None

    @property
    def first(self) -> int:
        """Index of the first of them."""
        return self.empty[0].paragraph.index

    @property
    def last(self) -> int:
        """Index of the last of them."""
        return self.empty[-1].paragraph.index

    def amid_text(self, headings: set[int]) -> bool:
        """Whether paragraphs of one section's running text stand at both ends."""
        if self.before is None or self.after is None:
            return False
        ends = (self.before.paragraph, self.after.paragraph)
        if any(end.index in headings or end.section != self.empty[0].paragraph.section for end in ends):
            return False
        return _running_text(self.before) and _running_text(self.after)


def _running_text(spot: Located) -> bool:
    paragraph = spot.paragraph
    if spot.part is not Part.BODY or paragraph.cell is not None or spot.clause is None:
        return False
    return not paragraph.pictures and not paragraph.in_text_box


def _gaps(subject: Subject, params: EmptyParams) -> Iterator[_Gap]:
    before: Located | None = None
    empty: list[Located] = []
    for spot in chain(_flow(subject, params), [None]):
        turns = spot is None or spot.paragraph.break_before or _only_breaks(spot.paragraph)
        if spot is not None and _empty(spot.paragraph) and not turns:
            empty.append(spot)
            continue
        if empty:
            yield _Gap(before, tuple(empty), None if turns else spot)
        empty = [spot] if spot is not None and _empty(spot.paragraph) else []
        before = None if spot is None or empty or spot.paragraph.break_last else spot


def _only_breaks(paragraph: Paragraph) -> bool:
    return paragraph.page_breaks > 0 and not paragraph.text.strip()


def _flow(subject: Subject, params: EmptyParams) -> Iterator[Located | None]:
    """Paragraphs outside tables; None where a table or a part apart stands between them."""
    first_page = subject.parts.title_page is None
    enders = _section_enders(subject.draft)
    for spot in located(subject):
        paragraph = spot.paragraph
        if first_page and (paragraph.break_before or paragraph.page_breaks) and paragraph.index > 1:
            first_page = False
        if first_page or paragraph.cell is not None or spot.part in params.apart:
            yield None
        elif not (paragraph.format.framed or paragraph.in_text_box or _ends_section(paragraph, enders)):
            yield spot


def _section_enders(draft: Draft) -> frozenset[int]:
    """Indices of the last paragraphs of all Word sections but the last one."""
    last = {paragraph.section: paragraph.index for paragraph in draft.paragraphs()}
    last.pop(max(last, default=0), None)
    return frozenset(last.values())


def _ends_section(paragraph: Paragraph, enders: frozenset[int]) -> bool:
    """An empty paragraph that only carries a section break."""
    return paragraph.index in enders and _empty(paragraph)


def _empty(paragraph: Paragraph) -> bool:
    shows = paragraph.text.strip() or paragraph.label or paragraph.pictures or paragraph.hidden_text
    return not shows and not paragraph.page_breaks and not paragraph.in_field


class AlignParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `aligned_by_hand`."""

    spaces: int = 4
    """So many spaces in a row align; fewer are a slip, reported as doubled spaces."""
    leading: int = 2
    """So many spaces at the start of a paragraph stand for an indent."""


_NUMBER = regex(r"\s?(?:\d[\d.]{0,20}\)?|\w[.)]|[IVX]{1,5}\.|[-–—•*·])?[ \u00a0]?\t?")
_SPACES = regex(r"[ \u00a0]+")
_ROWS = regex(r"[ \u00a0]{2}[ \u00a0]*")


@check("aligned_by_hand", AlignParams, always, reads=Aspect.PARAGRAPHS)
def aligned_by_hand(subject: Subject, params: AlignParams) -> Iterator[Outcome]:
    """Words of the running text are not pushed about by tabs or rows of spaces.

    A tab after the number of a clause or after the mark of a list is how Word itself sets them.
    """
    for spot in located(subject):
        if spot.part is not Part.BODY or spot.paragraph.cell is not None:
            continue
        if (place := _pushed(spot.paragraph.text, params)) is not None:
            yield hit(spot.place(*place))


def _pushed(text: str, params: AlignParams) -> tuple[int, int] | None:
    if "\t" not in text and "  " not in text:
        return None
    body = text.rstrip()
    if not body:
        return None
    lead = _SPACES.match(body)
    if lead is not None and lead.end() >= params.leading:
        return lead.span()
    number = _NUMBER.match(body)
    start = number.end() if number else 0
    if (tab := body.find("\t", start)) >= 0 and "_" not in body:
        return tab, tab + 1
    rows = (row.span() for row in _ROWS.finditer(body, start) if len(row[0]) >= params.spaces)
    return next(rows, None)
