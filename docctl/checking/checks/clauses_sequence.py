"""What is wrong with a row of numbers that ought to run 1, 2, 3 …, told as a reader would tell it.

The numbers are aligned with the longest increasing row among them. What stands outside it is there a second
time (a duplicate) or elsewhere than it belongs (out of order); what the row jumps over, and nothing outside
accounts for, is a gap. So a single slip is told once: 1 2 4 4 5 is a duplicate, not a gap as well.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from docctl.checking.checks.structure_order import increasing


class Fault(StrEnum):
    """What a reader stumbles over."""

    GAP = "gap"
    DUPLICATE = "duplicate"
    DISORDER = "disorder"


class Slip(Struct, frozen=True):
    """One fault of a sequence."""

    fault: Fault
    position: int
    """Of the member at which the reader stumbles: after a gap, the second of two, the one out of order."""
    first: int
    """The missing, doubled or misplaced number, or the first of several."""
    last: int
    before: int
    """The number that should precede: that of the last member in order; 0 if none."""


def slips(numbers: Sequence[int | None], elsewhere: Collection[int] = ()) -> list[Slip]:
    """The faults of a sequence that should count up from 1, by position.

    Args:
        numbers: in reading order; None is a member whose number is lost or belongs elsewhere: it fills a gap.
        elsewhere: numbers of members that stand outside the sequence, and are told already.
    """
    kept = _first_of_equals(numbers, increasing(numbers))
    found = [*_outsiders(numbers, kept), *_gaps(numbers, kept, elsewhere)]
    return sorted(found, key=lambda slip: slip.position)


def _first_of_equals(numbers: Sequence[int | None], kept: list[int]) -> list[int]:
    """The same row through the first of equal neighbours, so that the second one counts as the double."""
    moved: list[int] = []
    for position in kept:
        earliest = moved[-1] if moved else -1
        while position - 1 > earliest and numbers[position - 1] == numbers[position]:
            position -= 1
        moved.append(position)
    return moved


def _outsiders(numbers: Sequence[int | None], kept: list[int]) -> Iterator[Slip]:
    """Members outside the row, neighbours that count up together told as one."""
    seen = {numbers[position] for position in kept}
    inside = set(kept)
    before, open_slip, open_until = 0, None, -1
    for position, number in enumerate(numbers):
        if number is None:
            continue
        if position in inside:
            before = number
            continue
        fault = Fault.DUPLICATE if number in seen else Fault.DISORDER
        seen.add(number)
        if open_slip and (fault, number, position) == (open_slip.fault, open_slip.last + 1, open_until):
            open_slip = Slip(fault, open_slip.position, open_slip.first, number, open_slip.before)
        else:
            if open_slip:
                yield open_slip
            open_slip = Slip(fault, position, number, number, before)
        open_until = position + 1
    if open_slip:
        yield open_slip


def _gaps(numbers: Sequence[int | None], kept: list[int], elsewhere: Collection[int]) -> Iterator[Slip]:
    taken = {number for number in numbers if number is not None}.union(elsewhere)
    present = sorted(taken)
    before, last_position = 0, -1
    for position in kept:
        number = numbers[position]
        if number is None:
            continue
        missing = number - before - 1 - _count_between(present, before, number)
        if missing > _fillers(numbers, last_position, position):
            yield _gap(taken, position, before, number)
        before, last_position = number, position


def _count_between(present: list[int], low: int, high: int) -> int:
    return max(0, bisect_left(present, high) - bisect_left(present, low + 1))


def _fillers(numbers: Sequence[int | None], low: int, high: int) -> int:
    """Members that stand where the missing ones should, doubles of the upper neighbour among them."""
    doubles = high + 1
    while doubles < len(numbers) and numbers[doubles] == numbers[high]:
        doubles += 1
    return (high - low - 1) + (doubles - high - 1)


def _gap(taken: set[int], position: int, before: int, number: int) -> Slip:
    first, last = before + 1, number - 1
    while first in taken:
        first += 1
    while last in taken:
        last -= 1
    return Slip(Fault.GAP, position, first, last, before)
