"""Neighbouring lines that start with a bar as a table."""

from collections.abc import Callable
from typing import NamedTuple

from docctl.checking.sketch.marks import Spot
from docctl.domain.draft import Block, Cell, CellPlace, Row, Table
from docctl.domain.patterns import regex

ABOVE = "^"
LEFT = "<"

_RUN_OR_BAR = regex(r"\[\[.*?\]\]|\|")


class RowLine(NamedTuple):
    """A row as written."""

    text: str
    spot: Spot


CellReader = Callable[[str, CellPlace, Spot], tuple[Block, ...]]
"""Reads the text of a cell into its paragraphs."""


def read_table(lines: list[RowLine], index: int, section: int, read_cell: CellReader) -> Table:
    """A table of these rows, merged cells once at their first row and column.

    Raises:
        ConfigurationError: a joined cell that has nothing to be joined to.
    """
    grid = [split_cells(line.text) for line in lines]
    rows = []
    for r, (line, texts) in enumerate(zip(lines, grid, strict=True)):
        cells = tuple(
            Cell(
                row=r + 1,
                column=c + 1,
                blocks=read_cell(text, CellPlace(index, r + 1, c + 1), line.spot),
                row_span=_rows_down(grid, r, c),
                column_span=_columns_right(texts, c),
            )
            for c, text in enumerate(texts)
            if not _joined(text, r, c, line.spot)
        )
        rows.append(Row(cells, repeated_header=line.text.startswith("|!")))
    return Table(index, tuple(rows), section)


def split_cells(line: str) -> list[str]:
    """The texts between the bars; a bar inside ``[[…|…]]`` does not count."""
    line = line.rstrip().removeprefix("|!").removeprefix("|").removesuffix("|")
    bars = [found.start() for found in _RUN_OR_BAR.finditer(line) if found[0] == "|"]
    ends = [*bars, len(line)]
    starts = [0, *(bar + 1 for bar in bars)]
    return [line[start:end].strip(" ") for start, end in zip(starts, ends, strict=True)]


def _joined(text: str, row: int, column: int, spot: Spot) -> bool:
    if (text == ABOVE and row == 0) or (text == LEFT and column == 0):
        spot.wrong("“{text}” joins a cell to one that is not there.", text=text)
    return text in (ABOVE, LEFT)


def _rows_down(grid: list[list[str]], row: int, column: int) -> int:
    below = row + 1
    while below < len(grid) and column < len(grid[below]) and grid[below][column] == ABOVE:
        below += 1
    return below - row


def _columns_right(texts: list[str], column: int) -> int:
    right = column + 1
    while right < len(texts) and texts[right] == LEFT:
        right += 1
    return right - column
