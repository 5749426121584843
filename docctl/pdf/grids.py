"""Tables by their ruled lines."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from docctl.pdf.page import Box

_NEAR = 0.8
"""Millimetres within which two lines stand for one, or meet."""
_JOIN = 1.5
"""Millimetres of a gap that does not part a ruled line."""
_MOST = 300
"""Ruled lines of one direction that are looked at, joined ones as one."""


class Rule(Struct, frozen=True):
    """A ruled line: where it lies across its direction, and from where to where along it."""

    at: float
    start: float
    stop: float

    def covers(self, place: float) -> bool:
        """Whether the line passes the place."""
        return self.start - _NEAR <= place <= self.stop + _NEAR


class GridCell(Struct, frozen=True):
    """A cell: where it stands on the grid, from 1, how far it reaches, and its box on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


class Grid(Struct, frozen=True):
    """A ruled table on a page."""

    xs: tuple[float, ...]
    """Edges of the columns, millimetres."""
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    """By rows."""
    owners: tuple[tuple[int, ...], ...]
    """For each row and column the ordinal of the cell that covers it."""

    @property
    def box(self) -> Box:
        """The whole table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> int | None:
        """The ordinal of the cell at a place; None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        return self.owners[row][column]


def grids_of(rules: Sequence[Box]) -> tuple[Grid, ...]:
    """The tables that ruled lines make, from the top of the page down."""
    across = _collinear(Rule((b.top + b.bottom) / 2, b.left, b.right) for b in rules if b.width >= b.height)
    down = _collinear(Rule((b.left + b.right) / 2, b.top, b.bottom) for b in rules if b.width < b.height)
    grids = (_grid(*group) for group in _groups(across[:_MOST], down[:_MOST]))
    found = [grid for grid in grids if grid is not None]
    return tuple(sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0])))


def _collinear(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that continue one another as one."""
    joined: list[Rule] = []
    for cluster in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in cluster) / len(cluster)
        current: Rule | None = None
        for rule in sorted(cluster, key=lambda rule: rule.start):
            if current is not None and rule.start <= current.stop + _JOIN:
                current = Rule(at, current.start, max(current.stop, rule.stop))
                continue
            if current is not None:
                joined.append(current)
            current = Rule(at, rule.start, rule.stop)
        if current is not None:
            joined.append(current)
    return joined


def _clusters(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    cluster: list[Rule] = []
    for rule in rules:
        if cluster and rule.at - cluster[-1].at > _NEAR:
            yield cluster
            cluster = []
        cluster.append(rule)
    if cluster:
        yield cluster


def _groups(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that meet one another."""
    left = set(range(len(down)))
    untaken = set(range(len(across)))
    while left:
        columns, rows = {left.pop()}, set[int]()
        fresh = set(columns)
        while fresh:
            met = {r for r in untaken if any(_meet(across[r], down[c]) for c in fresh)}
            untaken -= met
            rows |= met
            fresh = {c for c in left if any(_meet(across[r], down[c]) for r in met)}
            left -= fresh
            columns |= fresh
        yield [across[r] for r in sorted(rows)], [down[c] for c in sorted(columns)]


def _meet(across: Rule, down: Rule) -> bool:
    return across.covers(down.at) and down.covers(across.at)


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """The table of these lines; None when they part nothing."""
    if len(across) < 2:
        return None
    xs = _edges([rule.at for rule in down], across)
    ys = _edges([rule.at for rule in across], down)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    owners = _owners(xs, ys, across, down)
    cells = tuple(_cells(xs, ys, owners))
    return Grid(xs, ys, cells, owners) if len(cells) > 1 else None


def _edges(places: list[float], ends: list[Rule]) -> tuple[float, ...]:
    """Where lines lie, and where those across them end: the outer edges may be unruled."""
    edges: list[float] = []
    for place in sorted([*places, min(rule.start for rule in ends), max(rule.stop for rule in ends)]):
        if not edges or place - edges[-1] > 2 * _NEAR:
            edges.append(place)
    return tuple(edges)


def _owners(
    xs: tuple[float, ...], ys: tuple[float, ...], across: list[Rule], down: list[Rule]
) -> tuple[tuple[int, ...], ...]:
    """Fields of the grid with no line between them belong to one cell: its ordinal for each field."""
    columns, rows = len(xs) - 1, len(ys) - 1
    parent = list(range(rows * columns))

    def root(field: int) -> int:
        while parent[field] != field:
            field = parent[field]
        return field

    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        walls = [rule.at for rule in down if rule.covers(middle)]
        for column in range(columns - 1):
            if not _near(walls, xs[column + 1]):
                parent[root(row * columns + column + 1)] = root(row * columns + column)
    for column in range(columns):
        middle = (xs[column] + xs[column + 1]) / 2
        floors = [rule.at for rule in across if rule.covers(middle)]
        for row in range(rows - 1):
            if not _near(floors, ys[row + 1]):
                one, other = root(row * columns + column), root((row + 1) * columns + column)
                parent[max(one, other)] = min(one, other)
    ordinals: dict[int, int] = {}
    flat = [ordinals.setdefault(root(field), len(ordinals)) for field in range(rows * columns)]
    return tuple(tuple(flat[row * columns : (row + 1) * columns]) for row in range(rows))


def _near(places: list[float], place: float) -> bool:
    return any(abs(other - place) <= 2 * _NEAR for other in places)


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], owners: tuple[tuple[int, ...], ...]
) -> Iterator[GridCell]:
    fields: dict[int, list[tuple[int, int]]] = {}
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            fields.setdefault(owner, []).append((row, column))
    for owner in sorted(fields):
        taken = fields[owner]
        top, bottom = min(row for row, _ in taken), max(row for row, _ in taken)
        left, right = min(column for _, column in taken), max(column for _, column in taken)
        box = Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
        yield GridCell(top + 1, left + 1, bottom - top + 1, right - left + 1, box)
