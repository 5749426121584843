"""Rows of text in columns, for a terminal and for pipes alike."""

from collections.abc import Sequence

from docctl.domain.patterns import regex
from docctl.reporting.style import harmless

GAP = "  "
_COMBINING = regex("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Letters that stand over the one before and take no column of their own."""


def in_columns(rows: Sequence[Sequence[str]], indent: int = 0) -> list[str]:
    """A line to a row; every column but the last is as wide as its widest cell."""
    columns = [_padded([_shown(cell) for cell in column]) for column in zip(*rows, strict=True)]
    return [" " * indent + GAP.join(row).rstrip() for row in zip(*columns, strict=True)]


def _padded(cells: list[str]) -> list[str]:
    widths = list(map(width, cells))
    widest = max(widths)
    return [cell + " " * (widest - wide) for cell, wide in zip(cells, widths, strict=True)]


def _shown(cell: str) -> str:
    """Most cells hold nothing that could command a terminal: the look at them must be cheap."""
    return cell if cell.isprintable() else harmless(cell)


def width(text: str) -> int:
    """Columns that the text takes on a terminal."""
    return len(text) if text.isascii() else len(text) - len(_COMBINING.findall(text))
