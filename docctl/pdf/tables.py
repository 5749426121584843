"""Ruled tables with the text in their cells, put together over page ends."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docctl.domain.draft import Block, Cell, CellPlace, Paragraph, Table
from docctl.domain.draft import Row as TableRow
from docctl.pdf.columns import Column
from docctl.pdf.grids import Grid
from docctl.pdf.joining import paragraphs_in
from docctl.pdf.page import Line, Span
from docctl.pdf.rows import Row, rows_of
from docctl.pdf.texts import Writer

_PADDING = 1.9
"""Millimetres between the edge of a cell and its text, as Word sets them."""
_ALIKE = 1.5
"""Millimetres by which the columns of a table may shift from page to page."""


class Area(Struct, frozen=True):
    """A cell on a page with its rows of text."""

    row: int
    column: int
    row_span: int
    column_span: int
    rows: tuple[Row, ...]
    inside: Column

    @property
    def text(self) -> str:
        """All its text on one line."""
        return " ".join(row.text for row in self.rows)


class Ruled(Struct, frozen=True):
    """A table on a page, or put together of several pages."""

    xs: tuple[float, ...]
    rows: int
    areas: tuple[Area, ...]
    page: int

    def row(self, number: int) -> tuple[Area, ...]:
        """The cells that begin in a row."""
        return tuple(area for area in self.areas if area.row == number)


def ruled_table(grid: Grid, lines: Sequence[Line], page: int) -> Ruled:
    """A table with the lines that stand in it."""
    texts: dict[int, list[Line]] = {}
    for line in lines:
        for owner, piece in _by_cell(grid, line):
            texts.setdefault(owner, []).append(piece)
    areas = []
    for owner, cell in enumerate(grid.cells):
        inside = Column(cell.box.left + _PADDING, cell.box.right - _PADDING)
        rows = tuple(rows_of(texts.get(owner, ()), page))
        areas.append(Area(cell.row, cell.column, cell.row_span, cell.column_span, rows, inside))
    return Ruled(grid.xs, len(grid.ys) - 1, tuple(areas), page)


def _by_cell(grid: Grid, line: Line) -> Iterator[tuple[int, Line]]:
    """The line, parted where a wall of the table passes through it."""
    middle = (line.top + line.bottom) / 2
    owners = [grid.cell_at((span.left + span.right) / 2, middle) for span in line.spans]
    if len(set(owners)) == 1:
        yield owners[0] or 0, line
        return
    start = 0
    for place in range(1, len(owners) + 1):
        if place == len(owners) or owners[place] != owners[start]:
            yield owners[start] or 0, _part(line, line.spans[start:place])
            start = place


def _part(line: Line, spans: tuple[Span, ...]) -> Line:
    head = spans[0]
    bare = Span(head.text.lstrip(), head.left, head.right, head.font, head.size, head.bold, head.italic)
    spans = (bare, *spans[1:])
    text = "".join(span.text for span in spans)
    return Line(text, head.left, line.top, spans[-1].right, line.bottom, spans)


def continued(table: Ruled, following: Ruled) -> Ruled | None:
    """Both as one table when the second goes on with the first on the next page; else None."""
    alike = len(table.xs) == len(following.xs) and all(
        abs(one - other) <= _ALIKE for one, other in zip(table.xs, following.xs, strict=True)
    )
    if not alike:
        return None
    skipped = _repeated(table, following)
    shift = table.rows - skipped
    added = tuple(
        Area(area.row + shift, area.column, area.row_span, area.column_span, area.rows, area.inside)
        for area in following.areas
        if area.row > skipped
    )
    whole = Ruled(table.xs, table.rows + following.rows - skipped, table.areas + added, following.page)
    return _mended(whole, table.rows) if _broken(whole, table.rows) else whole


def _repeated(table: Ruled, following: Ruled) -> int:
    """How many rows at its head repeat the first rows of the table."""
    count = 0
    while count < min(table.rows, following.rows, 3):
        head = [area.text for area in table.row(count + 1)]
        if head != [area.text for area in following.row(count + 1)] or not any(head):
            break
        count += 1
    return count


def _broken(table: Ruled, last: int) -> bool:
    """Whether the row after the last of a page is the rest of it: nothing opens it, and a text goes on."""
    above = {area.column: area for area in table.row(last)}
    rest = [area for area in table.row(last + 1) if area.rows]
    if not rest or rest[0].column == 1 or any(area.column not in above for area in rest):
        return False
    return any(area.text[:1].islower() and above[area.column].rows for area in rest)


def _mended(table: Ruled, last: int) -> Ruled:
    """With the row after `last` put into it."""
    rest = {area.column: area for area in table.row(last + 1)}
    areas: list[Area] = []
    for area in table.areas:
        if area.row == last and area.column in rest:
            rows = area.rows + rest[area.column].rows
            areas.append(Area(last, area.column, area.row_span, area.column_span, rows, area.inside))
        elif area.row <= last:
            areas.append(area)
        elif area.row > last + 1:
            row = area.row - 1
            areas.append(Area(row, area.column, area.row_span, area.column_span, area.rows, area.inside))
    return Ruled(table.xs, table.rows - 1, tuple(areas), table.page)


def table_block(table: Ruled, index: int, section: int, writer: Writer, page: int) -> Table:
    """The table as a block of the draft; a cell without text has an empty paragraph, as in Word."""
    by_row: dict[int, list[Area]] = {}
    for area in table.areas:
        by_row.setdefault(area.row, []).append(area)
    rows = []
    for number in range(1, table.rows + 1):
        cells = []
        for area in sorted(by_row.get(number, ()), key=lambda area: area.column):
            place = CellPlace(index, number, area.column)
            blocks = tuple(_paragraphs(area, place, section, writer, page))
            cells.append(Cell(number, area.column, blocks, area.row_span, area.column_span))
        rows.append(TableRow(tuple(cells)))
    return Table(index, tuple(rows), section)


def _paragraphs(area: Area, place: CellPlace, section: int, writer: Writer, page: int) -> Iterator[Block]:
    found: list[Paragraph] = [
        writer.paragraph(rows, area.inside, section=section, cell=place)
        for rows in paragraphs_in(area.rows, area.inside)
    ]
    yield from found or [writer.blank(page, section=section, cell=place)]
