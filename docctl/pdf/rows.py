"""Lines side by side as rows of text."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from docctl.pdf.page import Line, Span

MM = 25.4 / 72
"""Millimetres in a point."""
_LEVEL = 0.3
"""Sizes of the letters by which the feet of lines of one row may differ."""
_TALLEST = 8
"""Lines of the tallest cell of a table without rules."""
_TAB = 1.5
"""Sizes of the letters from which on a gap shows as a tab."""


class Row(Struct, frozen=True):
    """What stands on one base line of a column."""

    text: str
    """Lines side by side are parted by tabs."""
    left: float
    right: float
    bottom: float
    size: float
    """Points."""
    bold: bool
    spans: tuple[Span, ...]
    page: int
    """Ordinal of the page."""
    first: bool = False
    """The first row of its page, running headers apart."""


def rows_of(lines: Iterable[Line], page: int) -> Iterator[Row]:
    """The rows of lines that stand in reading order."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _beside(rows[-1][-1], line):
            rows[-1].append(line)
        elif (place := _row_beside(rows, line)) is not None:
            between = [other for row in rows[place + 1 :] for other in row]
            rows[place] = [*rows[place], *between, line]
            del rows[place + 1 :]
        else:
            rows.append([line])
    for row in rows:
        yield _row(row, page)


def _row_beside(rows: list[list[Line]], line: Line) -> int | None:
    """The row that goes on in the line, a cell of several lines between: a table without rules."""
    if not rows or line.bottom > rows[-1][-1].bottom - _LEVEL * line.size * MM:
        return None
    for place in range(len(rows) - 1, max(len(rows) - 1 - _TALLEST, -1), -1):
        row = rows[place]
        if _beside(row[-1], line):
            cell = row[-1]
            inside = all(
                other.left >= cell.left - 1.0 and other.right < line.left
                for under in rows[place + 1 :]
                for other in under
            )
            return place if inside and (len(row) > 1 or line.text.isdecimal()) else None
    return None


def _beside(before: Line, line: Line) -> bool:
    level = abs(line.bottom - before.bottom) <= _LEVEL * max(line.size, before.size) * MM
    return level and line.left >= before.right - 0.5


def _row(lines: list[Line], page: int) -> Row:
    first = lines[0]
    if len(lines) == 1:
        return Row(
            first.text, first.left, first.right, first.bottom, first.size, first.bold, first.spans, page
        )
    spans = list(first.spans)
    text = first.text
    for before, line in pairwise(lines):
        beside = line.left - before.right > _TAB * line.size * MM
        parting = "\t" if beside else " "
        if text.endswith("-") and not _beside(before, line) and line.text[:1].islower():
            text, spans[-1], parting = text[:-1], _without_last(spans[-1]), ""
        text = f"{text}{parting}{line.text}"
        head = line.spans[0]
        spans.append(_after(parting, head))
        spans += line.spans[1:]
    bold = all(line.bold for line in lines)
    size = max(line.size for line in lines)
    return Row(
        text, first.left, max(line.right for line in lines), first.bottom, size, bold, tuple(spans), page
    )


def _after(parting: str, span: Span) -> Span:
    text = parting + span.text.lstrip()
    return Span(text, span.left, span.right, span.font, span.size, span.bold, span.italic)


def _without_last(span: Span) -> Span:
    """The span of a word that was hyphenated, without the hyphen."""
    return Span(span.text[:-1], span.left, span.right, span.font, span.size, span.bold, span.italic)
