"""The grid of a table: which cell begins where and how far it reaches (ECMA-376 part 1, 17.4).

Cells merged with the one above or to the left are shown once, in the cell that they are merged into.
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from docctl.docx import drawings
from docctl.docx.paragraphs import shows_placeholder
from docctl.docx.properties import measure, switched, whole
from docctl.docx.xml import W

VAL = W + "val"
WIDEST_SPAN = 256
"""Columns; Word itself has at most 63 of them, hostile files millions."""
TWIPS = 20

ROW, CELL, CONTROL = W + "tr", W + "tc", W + "sdt"
CHANGES = tuple(W + f"{name}Change" for name in ("tblPr", "tblGrid", "trPr", "tcPr"))
WRAPPERS = frozenset({W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})


class GridCell:
    """A cell on the grid; everything starts at 1."""

    __slots__ = ("column", "element", "joined", "placeholder", "row", "row_span", "span")

    def __init__(self, element: Element, row: int, column: int, span: int) -> None:
        self.element = element
        self.row = row
        self.column = column
        self.span = span
        self.row_span = 1
        self.placeholder = False
        self.joined: list[Element] = []
        """Cells to the right that were merged into this one and may hold text."""


class GridRow:
    """A row with the cells that begin in it."""

    __slots__ = ("cells", "element", "header", "inserted")

    def __init__(self, element: Element) -> None:
        properties = element.find(W + "trPr")
        self.element = element
        self.cells: list[GridCell] = []
        self.header = properties is not None and bool(switched(properties.find(W + "tblHeader")))
        self.inserted = _is_marked(properties, "ins")


class Grid:
    """The rows of a table that are left when its tracked changes are accepted."""

    def __init__(self, table: Element) -> None:
        self.rows: list[GridRow] = []
        self.deleted: list[Element] = []
        """Rows and cells whose deletion is tracked."""
        self.strays: list[Element] = []
        """Blocks outside any cell, which only broken files have."""
        self.columns = 0
        self._open: dict[int, GridCell] = {}
        """By column: the cell that a cell merged with the one above would be part of."""
        for element, _ in _members(table, ROW, self.strays):
            if _is_marked(element.find(W + "trPr"), "del"):
                self.deleted.append(element)
            else:
                self._add(element)

    def _add(self, element: Element) -> None:
        row = GridRow(element)
        self.rows.append(row)
        column = 1 + _before(element)
        reached: dict[int, GridCell] = {}
        for cell, placeholder in _members(element, CELL, self.strays):
            properties = cell.find(W + "tcPr")
            if _is_marked(properties, "cellDel"):
                self.deleted.append(cell)
                continue
            span = _span(properties, "gridSpan")
            self._place(row, GridCell(cell, len(self.rows), column, span), properties, reached)
            if row.cells:
                row.cells[-1].placeholder |= placeholder
            column += span
        self._open = reached
        self.columns = max(self.columns, column - 1)

    def _place(
        self, row: GridRow, cell: GridCell, properties: Element | None, reached: dict[int, GridCell]
    ) -> None:
        above = self._open.get(cell.column)
        if _merged(properties, "hMerge") == "continue" and row.cells:
            left = row.cells[-1]
            left.span += cell.span
            left.joined.append(cell.element)
            return
        vertical = _merged(properties, "vMerge")
        if vertical == "continue" and above is not None:
            above.row_span += 1
            reached[cell.column] = above
            return
        row.cells.append(cell)
        if vertical == "restart":
            reached[cell.column] = cell


STRAY = frozenset({W + "p", W + "tbl"})


def _members(
    element: Element, wanted: str, strays: list[Element], placeholder: bool = False
) -> Iterator[tuple[Element, bool]]:
    """The rows of a table or the cells of a row, also those inside content controls and other wrappers.

    With each: whether a content control around it shows its placeholder.
    """
    for child in element:
        if child.tag == wanted:
            yield child, placeholder
        elif child.tag == CONTROL:
            yield from _members(child, wanted, strays, placeholder or shows_placeholder(child))
        elif child.tag in WRAPPERS:
            yield from _members(child, wanted, strays, placeholder)
        elif child.tag == drawings.ALTERNATE:
            branch = drawings.chosen(child)
            if branch is not None:
                yield from _members(branch, wanted, strays, placeholder)
        elif child.tag in STRAY:
            strays.append(child)


def _is_marked(properties: Element | None, mark: str) -> bool:
    return properties is not None and properties.find(W + mark) is not None


def _before(row: Element) -> int:
    """Columns of the grid that the row leaves empty at its beginning."""
    properties = row.find(W + "trPr")
    skipped = properties.find(W + "gridBefore") if properties is not None else None
    return min(max(whole(skipped.get(VAL)) or 0, 0), WIDEST_SPAN) if skipped is not None else 0


def _span(properties: Element | None, name: str) -> int:
    said = properties.find(W + name) if properties is not None else None
    return min(max(whole(said.get(VAL)) or 1, 1), WIDEST_SPAN) if said is not None else 1


def _merged(properties: Element | None, name: str) -> str:
    """``restart``, ``continue``, or empty for a cell of its own; the element alone means ``continue``."""
    said = properties.find(W + name) if properties is not None else None
    return "" if said is None else said.get(VAL, "continue")


def is_reformatted(table: Element) -> bool:
    """Whether a tracked change of format lies on the table, a row or a cell."""
    return next(table.iter(*CHANGES), None) is not None


def column_widths(table: Element) -> tuple[float, ...]:
    """Widths of the grid's columns in points, as far as they are said."""
    grid = table.find(W + "tblGrid")
    columns = grid.iterchildren(W + "gridCol") if grid is not None else ()
    return tuple(measure(column.get(W + "w"), TWIPS) or 0.0 for column in columns)
