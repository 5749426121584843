import random
import time

import pytest

from docctl.checking.checks.clauses_sequence import Fault, slips
from docctl.checking.checks.structure_order import increasing, never_falling

GAP, DUPLICATE, DISORDER = Fault.GAP, Fault.DUPLICATE, Fault.DISORDER


def told(numbers: list[int | None]) -> list[tuple[Fault, int, int]]:
    return [(slip.fault, slip.first, slip.last) for slip in slips(numbers)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], []),
        ([1], []),
        ([1, 2, 3], []),
        ([2, 3], [(GAP, 1, 1)]),
        ([1, 2, 6], [(GAP, 3, 5)]),
        ([1, 2, 2, 4], [(DUPLICATE, 2, 2)]),
        ([1, 2, 4, 4, 5], [(DUPLICATE, 4, 4)]),
        ([1, 2, 3, 7, 5, 6, 7, 8], [(DUPLICATE, 7, 7)]),
        ([1, 2, 3, 4, 1, 2, 3], [(DUPLICATE, 1, 3)]),
        ([1, 2, 3, 40, 5, 6], [(DISORDER, 40, 40)]),
        ([10, 2, 3], [(DISORDER, 10, 10)]),
        ([1, 2, 4, 5, 6, 3, 7], [(DISORDER, 3, 3)]),
        ([1, 5, 6, 7, 2, 3, 4, 8, 9], [(DISORDER, 5, 7)]),
        ([1, None, 3], []),
        ([None, 2, 3], []),
        ([1, None, 4], [(GAP, 2, 3)]),
    ],
)
def test_one_slip_is_told_once(numbers: list[int | None], expected: list[tuple[Fault, int, int]]) -> None:
    assert told(numbers) == expected


def test_the_second_of_two_equal_numbers_is_the_double() -> None:
    assert [slip.position for slip in slips([1, 2, 2, 3])] == [2]


def test_a_gap_is_told_at_the_number_after_it() -> None:
    (slip,) = slips([1, 2, 4])
    assert (slip.position, slip.before) == (2, 2)


@pytest.mark.parametrize("seed", range(60))
def test_one_change_to_a_right_row_gives_one_kind_of_fault(seed: int) -> None:
    chance = random.Random(seed)
    row = list(range(1, chance.randint(4, 30)))
    assert told(list(row)) == []
    at = chance.randrange(len(row) - 1)

    without = row[:at] + row[at + 1 :]
    assert told(list(without)) == [(GAP, at + 1, at + 1)]

    swapped = list(row)
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    assert [fault for fault, _, _ in told(list(swapped))] == [DISORDER]

    twice = row[: at + 1] + row[at:]
    assert told(list(twice)) == [(DUPLICATE, at + 1, at + 1)]

    renumbered = list(row)
    renumbered[at] = at + 2
    assert told(list(renumbered)) == [(DUPLICATE, at + 2, at + 2)]


def test_a_long_row_takes_no_longer_than_its_length() -> None:
    chance = random.Random(1)
    numbers: list[int | None] = [chance.randrange(100_000) for _ in range(100_000)]
    started = time.perf_counter()
    slips(numbers)
    assert time.perf_counter() - started < 5


def test_longest_rows() -> None:
    assert increasing([3, 1, 2, None, 2, 5]) == [1, 2, 5] or increasing([3, 1, 2, None, 2, 5]) == [1, 4, 5]
    assert never_falling([4, 4, 3, 5, None, 5]) == [0, 1, 3, 5]
    assert increasing([]) == []
