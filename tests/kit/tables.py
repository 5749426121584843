"""Tables as XML: grid, merged cells, headings in two rows, content controls."""

import msgspec

from docctl.domain.draft import Cell, Paragraph, Row, Run, Table, paragraphs_of
from docctl.domain.formats import CharFormat
from tests.kit.looks import Role
from tests.kit.markup import tag, val
from tests.kit.options import Breaks, ChangeHeading, Controls, Flavour, Groups
from tests.kit.paragraphs import Press
from tests.kit.style_ids import style_id
from tests.kit.way import Way

WIDTH = 9350
CHANGE_COLUMNS = 6
ENTRY = {"kk": "Енгізу", "ru": "Внесение", "en": "Entry"}
PLAIN = CharFormat(font="Times New Roman", size=12.0)
BORDER = {"w_sz": 4, "w_space": 0, "w_color": "auto"}


def table_xml(press: Press, table: Table, role: Role = Role.CELL, *, bordered: bool = True) -> str:
    """A table as it stands."""
    grid = _Grid(table)
    rows = "".join(_row(press, grid, row, role) for row in range(len(table.rows)))
    columns = tag("w:tblGrid", *(tag("w:gridCol", w_w=WIDTH // grid.width) for _ in range(grid.width)))
    xml = tag("w:tbl", _table_properties(press.way, bordered=bordered), columns, rows)
    if role is Role.CELL and press.way.controls is Controls.BLOCK:
        return controlled(press, xml)
    return xml


def sheet(table: Table, way: Way, language: str) -> Table:
    """A sheet's table with its groups and headings as the way has them."""
    if len(table.rows[0].cells) == CHANGE_COLUMNS:
        table = _with_heading(table, way.change_heading, language)
    return table if way.groups is Groups.MERGED else _ungrouped(table, way.groups)


def controlled(press: Press, xml: str) -> str:
    """The XML inside a content control."""
    properties = tag("w:sdtPr", val("w:id", press.runs.next_id()), val("w:tag", "sheet"))
    return tag("w:sdt", properties, tag("w:sdtContent", xml))


class _Grid:
    """Which cell covers which place."""

    def __init__(self, table: Table) -> None:
        self.rows = table.rows
        self.places: dict[tuple[int, int], Cell] = {}
        for row in table.rows:
            for cell in row.cells:
                for down in range(cell.row_span):
                    for right in range(cell.column_span):
                        self.places[cell.row + down, cell.column + right] = cell
        self.width = max(column for _, column in self.places)


def _row(press: Press, grid: _Grid, row: int, role: Role) -> str:
    cells, column = [], 1
    while column <= grid.width:
        cell = grid.places.get((row + 1, column))
        cells.append(_cell(press, cell, row + 1, role, WIDTH // grid.width))
        column += cell.column_span if cell else 1
    heading = tag("w:trPr", "<w:tblHeader/>") if grid.rows[row].repeated_header else ""
    xml = tag("w:tr", heading, *cells)
    return controlled(press, xml) if role is Role.CELL and press.way.controls is Controls.ROW else xml


def _cell(press: Press, cell: Cell | None, row: int, role: Role, width: int) -> str:
    if cell is None:
        return tag("w:tc", tag("w:tcPr", tag("w:tcW", w_w=width, w_type="dxa")), "<w:p/>")
    properties = tag(
        "w:tcPr",
        tag("w:tcW", w_w=width * cell.column_span, w_type="dxa"),
        val("w:gridSpan", cell.column_span) if cell.column_span > 1 else "",
        _vertical(cell, row),
    )
    if row > cell.row:
        return tag("w:tc", properties, "<w:p/>")
    content = "".join(_cell_paragraph(press, p, role) for p in paragraphs_of(cell.blocks))
    xml = tag("w:tc", properties, content or "<w:p/>")
    if role is Role.CELL and press.way.controls is Controls.CELL and cell.row_span == 1 and row > 1:
        return controlled(press, xml)
    return xml


def _cell_paragraph(press: Press, paragraph: Paragraph, role: Role) -> str:
    breaks = paragraph.break_before and press.way.breaks is Breaks.BEFORE
    extra = {"w:pageBreakBefore": "<w:pageBreakBefore/>"} if breaks else {}
    if role is Role.CELL and press.way.controls is Controls.RUN and paragraph.text:
        xml = press.paragraph(paragraph, role, extra=extra)
        properties, _, content = xml.partition("</w:pPr>")
        inside = controlled(press, content.removesuffix("</w:p>"))
        return f"{properties}</w:pPr>{inside}</w:p>"
    return press.paragraph(paragraph, role, extra=extra)


def _vertical(cell: Cell, row: int) -> str:
    if cell.row_span == 1:
        return ""
    return val("w:vMerge", "restart") if row == cell.row else "<w:vMerge/>"


def _table_properties(way: Way, *, bordered: bool) -> str:
    style = val("w:tblStyle", style_id("Table Grid" if bordered else "Normal Table", way))
    borders = tag(
        "w:tblBorders",
        *(
            tag(f"w:{side}", w_val="single" if bordered else "nil", **BORDER)
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
    )
    direct = way.flavour is not Flavour.WORD
    return tag(
        "w:tblPr",
        "" if direct else style,
        tag("w:tblW", w_w=WIDTH, w_type="dxa"),
        borders if direct else "",
        tag("w:tblLook", w_val="04A0"),
    )


def _with_heading(table: Table, heading: ChangeHeading, language: str) -> Table:
    first, *rest = table.rows
    if heading is ChangeHeading.NUMBERED:
        numbers = Row(tuple(_typed(2, n, str(n)) for n in range(1, CHANGE_COLUMNS + 1)))
        return _table(table, [first, numbers, *(_down(row) for row in rest)])
    if heading is ChangeHeading.TWO_ROWS:
        return _table(table, [*_two_rows(first, language), *(_down(row) for row in rest)])
    return table


def _two_rows(first: Row, language: str) -> list[Row]:
    """The fourth and fifth columns stand together under a heading of their own."""
    parent = msgspec.structs.replace(_typed(1, 4, ENTRY[language[:2]], first), column_span=2)
    tall = [msgspec.structs.replace(cell, row_span=2) for cell in first.cells]
    upper = Row((*tall[:3], parent, *tall[5:]), repeated_header=True)
    lower = tuple(msgspec.structs.replace(cell, row=2) for cell in first.cells[3:5])
    return [upper, Row(lower, repeated_header=True)]


def _typed(row: int, column: int, text: str, like: Row | None = None) -> Cell:
    """A cell of text that is not in the sketch."""
    if like is None:
        return Cell(row, column, (Paragraph(index=0, text=text, runs=(_plain(text),)),))
    (pattern, *_) = paragraphs_of(like.cells[0].blocks)
    run = msgspec.structs.replace(pattern.runs[0], text=text)
    return Cell(row, column, (msgspec.structs.replace(pattern, index=0, text=text, runs=(run,)),))


def _plain(text: str) -> Run:
    return Run(text, PLAIN)


def _down(row: Row) -> Row:
    return msgspec.structs.replace(
        row, cells=tuple(msgspec.structs.replace(cell, row=cell.row + 1) for cell in row.cells)
    )


def _table(table: Table, rows: list[Row]) -> Table:
    return msgspec.structs.replace(table, rows=tuple(rows))


def _ungrouped(table: Table, groups: Groups) -> Table:
    """Cells that were merged downwards stand alone, the label repeated or left out."""
    rows = [list(row.cells) for row in table.rows]
    for row in table.rows:
        for cell in row.cells:
            if cell.row_span > 1 and cell.row > 1:
                rows[cell.row - 1] = [_short(c) if c is cell else c for c in rows[cell.row - 1]]
                for down in range(1, cell.row_span):
                    rows[cell.row - 1 + down].append(_copy(cell, cell.row + down, groups))
    sorted_rows = (
        msgspec.structs.replace(row, cells=tuple(sorted(cells, key=lambda cell: cell.column)))
        for row, cells in zip(table.rows, rows, strict=True)
    )
    return _table(table, list(sorted_rows))


def _short(cell: Cell) -> Cell:
    return msgspec.structs.replace(cell, row_span=1)


def _copy(cell: Cell, row: int, groups: Groups) -> Cell:
    if groups is Groups.REPEATED:
        return msgspec.structs.replace(cell, row=row, row_span=1)
    return Cell(row, cell.column, (Paragraph(index=0, text=""),), column_span=cell.column_span)
