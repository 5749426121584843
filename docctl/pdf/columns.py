"""The column that rows of text are set in: its edges, whether it is justified, how far its rows are apart."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from docctl.domain.formats import Alignment
from docctl.pdf.rows import MM, Row

_EXACT = 0.5
"""Millimetres within which a row reaches the edge."""
_JUSTIFIED = 0.3
"""Share of rows that reach the right edge exactly where text is justified."""
_CENTRED = 1.5
"""Millimetres by which the white at both sides of a centred row may differ."""
_WHITE = 6.0
"""Millimetres of white at each side from which on a row can be told to be centred."""
_NARROW = 0.6
"""Share of the page that rows must reach for their ends to tell the edge of the column."""
_RIGHT = 0.35
"""Share of the column that stays white left of a row set to the right."""


class Column(Struct, frozen=True):
    """A column of text, in millimetres."""

    left: float
    right: float
    justified: bool = False
    leading: float = 0.0
    """Sizes of the letters from one row to the next, as most rows have it; 0.0 when unknown."""

    def reaches(self, row: Row) -> bool:
        """Whether the row ends at the right edge."""
        return abs(self.right - row.right) <= _EXACT

    def room(self, row: Row) -> float:
        """White behind the row, or at both sides of a centred one."""
        if self.aligned(row) in (Alignment.CENTER, Alignment.RIGHT):
            return self.right - self.left - (row.right - row.left)
        return self.right - row.right

    def aligned(self, row: Row) -> Alignment:
        """How a single row seems to be set."""
        before, after = row.left - self.left, self.right - row.right
        if abs(before - after) <= _CENTRED and before >= _WHITE:
            return Alignment.CENTER
        if abs(after) <= 2 * _EXACT and before >= _RIGHT * (self.right - self.left):
            return Alignment.RIGHT
        return Alignment.LEFT


def column_of(rows: Sequence[Row], width: float) -> Column:
    """The column that these rows stand in.

    Args:
        rows: rows of text, tables apart.
        width: of the page; for a page without rows.
    """
    if not rows:
        return Column(width * 0.15, width * 0.93)
    lefts = Counter(round(2 * row.left) / 2 for row in rows)
    rights = Counter(round(2 * row.right) / 2 for row in rows)
    left = min(place for place, count in lefts.items() if 10 * count >= len(rows)) if lefts else 0.0
    right, most = max(rights.items(), key=lambda pair: (pair[1], pair[0]))
    widest = max(row.right for row in rows)
    justified = most >= max(3, 0.15 * len(rows))
    edge = right if justified else widest
    if edge < _NARROW * width:
        return Column(left, width - left, leading=_leading(rows))
    exact = [row.right for row in rows if abs(row.right - edge) <= _EXACT]
    edge = sum(exact) / len(exact) if exact else edge
    share = len(exact) / len(rows)
    return Column(left, edge, justified and share >= _JUSTIFIED / 2, _leading(rows))


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance of rows, in sizes of their letters."""
    steps = Counter(
        round((row.bottom - before.bottom) / (row.size * MM), 1)
        for before, row in pairwise(rows)
        if row.page == before.page and row.size > 0 and row.bottom > before.bottom
    )
    return max(steps, key=lambda step: (steps[step], -step)) if steps else 0.0
