"""Pages of lines as a draft: running headers apart, paragraphs joined, tables put together. Pure."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from docctl.domain.aspects import Aspect
from docctl.domain.draft import (
    ActiveContent,
    Block,
    Comment,
    Draft,
    Pages,
    PageSetup,
    Section,
    Story,
)
from docctl.pdf.bands import Banded, banded
from docctl.pdf.columns import Column, column_of
from docctl.pdf.grids import Grid, grids_of
from docctl.pdf.joining import Hyphens, paragraphs_in
from docctl.pdf.notes import without_notes
from docctl.pdf.page import Line, Page
from docctl.pdf.page_figures import PageFigures, page_figures
from docctl.pdf.rows import Row, rows_of
from docctl.pdf.stories import story_of
from docctl.pdf.tables import Ruled, continued, ruled_table, table_block
from docctl.pdf.texts import Formats, Writer

UNKNOWN = frozenset(
    {
        Aspect.COLOURS,
        Aspect.MARGINS,
        Aspect.PARAGRAPHS,
        Aspect.STYLES,
        Aspect.FIELDS,
        Aspect.AUTOMATIC_NUMBERS,
        Aspect.REVISIONS,
        Aspect.COMMENTS,
        Aspect.HIDDEN_TEXT,
        Aspect.LANGUAGE,
    }
)
"""What no PDF says."""
_GAP = 0.8
"""Sizes of the letters, beyond the usual, from which on white on the title page is an empty line."""


class Said(Struct, frozen=True):
    """What a PDF holds beside its pages."""

    active: tuple[ActiveContent, ...] = ()
    comments: tuple[Comment, ...] = ()


def draft_of(pages: Sequence[Page], name: str, said: Said) -> Draft:
    """The draft that these pages show.

    Args:
        pages: all pages of the file.
        name: its name without folders.
        said: what else it holds.
    """
    bands = banded(pages)
    formats = Formats()
    sections, numbers = _sections(bands, page_figures(bands), formats)
    pieces = [piece for band in bands for piece in _pieces(band)]
    rows = [row for piece in pieces if not isinstance(piece, Ruled) for row in piece.rows]
    writer = Writer(Hyphens(rows), formats)
    body = _Body(writer, numbers, _columns(pieces, bands))
    return Draft(
        name=name,
        format="pdf",
        blocks=tuple(body.blocks(_merged(pieces))),
        sections=sections,
        active=said.active,
        comments=said.comments,
        pages=Pages(len(pages), estimated=False),
        unknown=UNKNOWN,
    )


class Flow(Struct, frozen=True):
    """Rows of text between tables."""

    rows: tuple[Row, ...]
    page: int


Piece = Flow | Ruled


def _pieces(band: Banded) -> Iterator[Piece]:
    """The text and the tables of a page in reading order; an empty page is text without rows."""
    page = band.page.number
    rules = [rule for rule in band.page.rules if rule.bottom > band.header_foot]
    grids = grids_of(rules)
    body = without_notes(band.body, rules, band.page.height)
    inside: dict[int, list[Line]] = {}
    started = False
    for place, run in groupby(body, key=lambda line: _grid_at(grids, line)):
        lines = list(run)
        if place is None:
            rows = list(rows_of(lines, page))
            if not started and rows:
                rows[0] = replace(rows[0], first=True)
            yield Flow(tuple(rows), page)
        elif place not in inside:
            inside[place] = [line for line in body if _grid_at(grids, line) == place]
            table = ruled_table(grids[place], inside[place], page)
            yield table if started else _first(table)
        started = True
    if not started:
        yield Flow((), page)


def _grid_at(grids: Sequence[Grid], line: Line) -> int | None:
    x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    for place, grid in enumerate(grids):
        box = grid.box
        if box.left <= x <= box.right and box.top <= y <= box.bottom:
            return place
    return None


def _first(table: Ruled) -> Ruled:
    """The table as the first thing on its page."""
    areas = list(table.areas)
    for place, area in enumerate(areas):
        if area.rows:
            areas[place] = replace(area, rows=(replace(area.rows[0], first=True), *area.rows[1:]))
            break
    return replace(table, areas=tuple(areas))


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Text that runs on over pages in one piece, and tables that do."""
    waiting: Piece | None = None
    for piece in pieces:
        if isinstance(waiting, Flow) and isinstance(piece, Flow) and waiting.rows and piece.rows:
            waiting = Flow(waiting.rows + piece.rows, waiting.page)
            continue
        if isinstance(waiting, Ruled) and isinstance(piece, Ruled) and piece.page == waiting.page + 1:
            whole = continued(waiting, piece)
            if whole is not None:
                waiting = whole
                continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting


def _columns(pieces: Sequence[Piece], bands: Sequence[Banded]) -> dict[int, Column]:
    """The column of text by page; pages of one width share it."""
    rows: dict[int, list[Row]] = {}
    widths = {band.page.number: round(band.page.width) for band in bands}
    for piece in pieces:
        if isinstance(piece, Flow):
            rows.setdefault(widths[piece.page], []).extend(piece.rows)
    columns = {width: column_of(rows.get(width, ()), width) for width in set(widths.values())}
    return {page: columns[width] for page, width in widths.items()}


class _Body:
    """The blocks of the body, numbered as they come."""

    def __init__(self, writer: Writer, sections: dict[int, int], columns: dict[int, Column]) -> None:
        self._writer, self._sections, self._columns = writer, sections, columns
        self._tables = 0

    def blocks(self, pieces: Iterator[Piece]) -> Iterator[Block]:
        """The blocks of these pieces."""
        for piece in pieces:
            section = self._sections[piece.page]
            if isinstance(piece, Ruled):
                self._tables += 1
                yield table_block(piece, self._tables, section, self._writer, piece.page)
            elif piece.rows:
                yield from self._text(piece)
            else:
                yield self._writer.blank(piece.page, section=section, first=piece.page > 1)

    def _text(self, flow: Flow) -> Iterator[Block]:
        for _, part in groupby(flow.rows, key=lambda row: self._columns[row.page]):
            rows = list(part)
            column = self._columns[rows[0].page]
            before: Row | None = None
            for paragraph in paragraphs_in(rows, column):
                section = self._sections[paragraph[0].page]
                if before is not None and _empty_between(before, paragraph[0], column):
                    yield self._writer.blank(before.page, section=section)
                yield self._writer.paragraph(paragraph, column, section=section)
                before = paragraph[-1]


def _empty_between(before: Row, row: Row, column: Column) -> bool:
    """On the title page, where white parts what belongs together from what does not."""
    if row.page != 1 or before.page != 1:
        return False
    step = (row.bottom - before.bottom) / (max(row.size, 1.0) * 25.4 / 72)
    return step > (column.leading or 1.15) + _GAP


def _sections(
    bands: Sequence[Banded], figures: PageFigures, formats: Formats
) -> tuple[tuple[Section, ...], dict[int, int]]:
    """Pages of one size with the same running header and footer as a section; the section of each page."""
    sections: list[Section] = []
    numbers: dict[int, int] = {}
    stories: dict[tuple[str, ...], int] = {}
    for key, group in groupby(bands, key=lambda band: _key(band, figures)):
        run = list(group)
        number = len(sections) + 1
        header, footer = (_stories(run[0], figures, formats, part) for part in ("header", "footer"))
        if key[2] in stories:
            header = tuple(replace(story, inherited=True) for story in header)
        stories[key[2]] = number
        sections.append(Section(number, _setup(run[0].page), header, footer))
        numbers |= {band.page.number: number for band in run}
    return tuple(sections), numbers


def _key(band: Banded, figures: PageFigures) -> tuple[int, int, tuple[str, ...], tuple[str, ...]]:
    page = band.page
    header, footer = (
        tuple(sorted(figures.key(line.text, page.number) for line in lines))
        for lines in (band.header, band.footer)
    )
    return round(page.width), round(page.height), header, footer


def _stories(band: Banded, figures: PageFigures, formats: Formats, part: str) -> tuple[Story, ...]:
    lines = band.header if part == "header" else band.footer
    pictures = [box for box in band.page.pictures if box.top < band.header_foot] if part == "header" else []
    story = story_of(lines, pictures, band.page.number, figures, formats)
    return (story,) if story else ()


def _setup(page: Page) -> PageSetup:
    return PageSetup(width=page.width, height=page.height, landscape=page.width > page.height)
