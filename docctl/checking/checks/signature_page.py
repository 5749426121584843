"""The page that the signature sheet stands on."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from msgspec import Struct

from docctl.checking.breaks import page_ordinals
from docctl.checking.check import Outcome, Subject, Unverifiable, check, hit
from docctl.checking.places import Located, located
from docctl.domain.draft import Paragraph
from docctl.domain.formats import LineRule
from docctl.domain.parts import SignatureSheet
from docctl.domain.place import Part

POINTS = 72 / 25.4
"""Points to a millimetre."""
LETTER = 0.55
"""Mean width of a letter, as a part of the size of its type."""
LEADING = 1.2
"""Height of a line, as a part of the size of its type."""
SIZE = 14.0
"""Points, for paragraphs without text."""


class SheetPageParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `signature_sheet_page`."""

    full: float = 0.6
    """Part of a page from which on a title page without a break after it may have run over."""


@check("signature_sheet_page", SheetPageParams)
def signature_sheet_page(subject: Subject, params: SheetPageParams) -> Iterator[Outcome]:
    """The signature sheet stands on the page after the title page."""
    sheet = subject.parts.signature_sheet
    if sheet is None or subject.parts.title_page is None:
        return
    found = _from_title(subject)
    start = next((i for i, one in enumerate(found) if one.part is Part.SIGNATURE_SHEET), None)
    if start is None:
        yield hit(sheet.place)
        return
    pages = _pages(subject, found[: start + 1])
    if _something_between(found, pages):
        yield hit(sheet.place)
    elif pages[start] == 0:
        yield from _on_title_page(subject, sheet, found[: start + 1], params)


def _from_title(subject: Subject) -> list[Located]:
    """The paragraphs from the first of the title page on."""
    found = list(located(subject))
    first = next((i for i, one in enumerate(found) if one.part is Part.TITLE), len(found))
    return found[first:]


def _pages(subject: Subject, found: Sequence[Located]) -> list[int]:
    """Breaks that lie between the title page and each paragraph: 0 is the title page itself."""
    ordinals = list(page_ordinals((one.paragraph for one in found), subject.draft.sections))
    of_title = [page for page, one in zip(ordinals, found, strict=True) if _is_title_text(one)]
    return [page - max(of_title, default=0) for page in ordinals]


def _is_title_text(one: Located) -> bool:
    return one.part is Part.TITLE and bool(one.paragraph.text.strip())


def _something_between(found: Sequence[Located], pages: Sequence[int]) -> bool:
    """Whether another part, or a page with text, comes between title page and sheet, the last of `found`."""
    last = len(pages) - 1
    return any(
        one.part is Part.CONTENTS or (one.part is not Part.TITLE and 0 < page < pages[last])
        for one, page in zip(found[:last], pages, strict=False)
        if one.paragraph.text.strip()
    )


def _on_title_page(
    subject: Subject, sheet: SignatureSheet, found: Sequence[Located], params: SheetPageParams
) -> Iterator[Outcome]:
    """No break parts them: a short title page has not filled its page, a long one may have.

    After a layout it is known.
    """
    first, last = found[0].paragraph, found[-1].paragraph
    if first.page is not None and last.page is not None and last.page > first.page:
        return
    laid_out = subject.draft.pages is not None and not subject.draft.pages.estimated
    if not laid_out and _filled(subject, found[:-1]) >= params.full:
        yield Unverifiable()
    else:
        yield hit(sheet.place, "same_page")


def _filled(subject: Subject, found: Sequence[Located]) -> float:
    """The part of the page that the paragraphs fill, roughly."""
    page = subject.draft.sections[0].page
    width, height = (
        max(1.0, millimetres * POINTS)
        for millimetres in (page.width - page.left - page.right, page.height - page.top - page.bottom)
    )
    return sum(_heights((one.paragraph for one in found), width).values()) / height


def _heights(paragraphs: Iterable[Paragraph], width: float) -> dict[tuple[int, ...], float]:
    """Heights of the lines of text; cells of a row stand beside one another, and the highest counts."""
    rows: dict[tuple[int, ...], dict[int, float]] = {}
    for paragraph in paragraphs:
        cell = paragraph.cell
        row = (cell.table, cell.row) if cell else (-paragraph.index,)
        columns = rows.setdefault(row, {})
        column = cell.column if cell else 0
        columns[column] = columns.get(column, 0.0) + _height(paragraph, width)
    return {row: max(columns.values()) for row, columns in rows.items()}


def _height(paragraph: Paragraph, width: float) -> float:
    size = max((run.format.size for run in paragraph.runs), default=SIZE)
    lines = sum(max(1, ceil(len(line) * size * LETTER / width)) for line in paragraph.text.split("\n"))
    layout = paragraph.format
    line = size * LEADING * layout.line_spacing
    if layout.line_rule is not LineRule.MULTIPLE:
        line = layout.line_spacing
    return lines * line + layout.space_before + layout.space_after
