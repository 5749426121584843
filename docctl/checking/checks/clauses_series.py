"""The clauses of one section as rows of numbers, one row to a parent, and what is wrong with them.

A clause whose number starts with another section's number, or whose parent is not there, is told as that and
no more: it fills its place in the row, so that no gap is told as well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from docctl.checking.checks.clauses_sequence import Fault, Slip, slips
from docctl.domain.draft import Paragraph
from docctl.domain.parts import Clause

Number = tuple[int, ...]
Member = Clause | Paragraph
"""What stands in a section: a clause, or a paragraph that should have been one."""


class Kind(StrEnum):
    """A fault of numbering."""

    GAP = Fault.GAP.value
    DUPLICATE = Fault.DUPLICATE.value
    DISORDER = Fault.DISORDER.value
    FOREIGN = "foreign"
    """The number of another section."""
    SKIPPED = "skipped"
    """A level is left out: 1.1.1 and no 1.1."""


class NumberFault(Struct, frozen=True):
    """A fault at a clause. Numbers are worded as printed, closing stop apart."""

    kind: Kind
    clause: Clause
    first: Number
    """The missing, doubled, misplaced or foreign number, or the first of several; the missing parent."""
    last: Number
    before: Number
    """The number in order before it; what the number should start with, for a foreign one."""


def section_faults(members: Sequence[Member], ground: "Ground") -> list[NumberFault]:
    """The faults in the numbers of a section's clauses, in reading order."""
    rows = _Rows(members, ground)
    faults = [*_without_repeats(rows.sort()), *rows.slips()]
    position = {id(member): index for index, member in enumerate(members)}
    return sorted(faults, key=lambda fault: position[id(fault.clause)])


class Ground(Struct, frozen=True):
    """What is known of a section before its clauses are read."""

    own: int | None
    """What the numbers of its clauses should start with; None when nothing says."""
    lost: frozenset[int] = frozenset()
    """Numbers of sections whose heading is not there: their clauses follow without one."""


class _Rows:
    """Sorts the members of a section into rows of siblings."""

    def __init__(self, members: Sequence[Member], ground: Ground) -> None:
        clauses = [member for member in members if isinstance(member, Clause)]
        self._members = members
        self._ground = ground
        self._present = {clause.path for clause in clauses}
        self._siblings = Counter(clause.path[:-1] for clause in clauses)
        self._elsewhere: defaultdict[Number, set[int]] = defaultdict(set)
        """Numbers of each row's members that stand outside it."""
        self._rows: dict[Number, list[tuple[int | None, Clause | None]]] = {}
        self._trail: Number = () if ground.own is None else (ground.own, 0)
        """The number of the last clause that stands where it belongs."""

    def sort(self) -> Iterator[NumberFault | None]:
        """Sort every member; of each, what keeps it from standing in a row."""
        for member in self._members:
            if not isinstance(member, Clause):
                self._fill()
                continue
            fault = self._misplaced(member)
            if fault is None or fault.kind is Kind.SKIPPED:
                self._add(member)
            else:
                self._elsewhere[member.path[:-1]].add(member.path[-1])
                self._fill()
            yield fault

    def slips(self) -> Iterator[NumberFault]:
        """What is wrong within the rows, once all members are sorted."""
        for parent, row in self._rows.items():
            for slip in slips([number for number, _ in row], self._elsewhere[parent]):
                clause = row[slip.position][1]
                if clause is not None:
                    yield _told(slip, parent, clause)

    def _misplaced(self, clause: Clause) -> NumberFault | None:
        path, parent, own = clause.path, clause.path[:-1], self._ground.own
        if own is not None and path[0] not in self._ground.lost | {own}:
            return NumberFault(Kind.FOREIGN, clause, path, path, (own,))
        if len(path) < 3 or self._trail[: len(parent)] == parent:
            return None
        if parent in self._present or (self._siblings[parent] == 1 and path[-1] > 1):
            return NumberFault(Kind.DISORDER, clause, path, path, self._trail)
        absent = next(path[:depth] for depth in range(2, len(path)) if path[:depth] not in self._present)
        return NumberFault(Kind.SKIPPED, clause, absent, absent, self._trail)

    def _add(self, clause: Clause) -> None:
        path = clause.path
        for depth in range(2, len(path)):
            above = path[:depth]
            if above not in self._present:
                self._present.add(above)
                self._row(above).append((above[-1], clause))
        self._row(path).append((path[-1], clause))
        self._trail = path

    def _fill(self) -> None:
        """Something stands here that may have been meant for any row that is being read, or for one below."""
        for depth in range(1, len(self._trail) + 1):
            self._rows.setdefault(self._trail[:depth], []).append((None, None))

    def _row(self, path: Number) -> list[tuple[int | None, Clause | None]]:
        return self._rows.setdefault(path[:-1], [])


def _without_repeats(faults: Iterator[NumberFault | None]) -> Iterator[NumberFault]:
    """Neighbours with the same fault are told once, and so is a level that a whole section leaves out."""
    before: NumberFault | None = None
    depths: set[int] = set()
    for fault in faults:
        if (
            fault
            and not _same(fault, before)
            and not (fault.kind is Kind.SKIPPED and len(fault.first) in depths)
        ):
            yield fault
        if fault and fault.kind is Kind.SKIPPED:
            depths.add(len(fault.first))
        before = fault


def _same(fault: NumberFault, before: NumberFault | None) -> bool:
    return before is not None and (fault.kind, fault.first[:-1]) == (before.kind, before.first[:-1])


def _told(slip: Slip, parent: Number, clause: Clause) -> NumberFault:
    before = (*parent, slip.before)
    return NumberFault(Kind(slip.fault.value), clause, (*parent, slip.first), (*parent, slip.last), before)
