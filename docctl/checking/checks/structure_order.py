"""Which members of a sequence stand in order, and which must move."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence


def increasing(numbers: Sequence[int | None]) -> list[int]:
    """Positions of a longest strictly increasing subsequence; None is skipped. O(n log n)."""
    return _longest(numbers, bisect_left)


def never_falling(numbers: Sequence[int | None]) -> list[int]:
    """Positions of a longest subsequence without a fall; None is skipped. O(n log n)."""
    return _longest(numbers, bisect_right)


def _longest(numbers: Sequence[int | None], bisect: Callable[[list[int], int], int]) -> list[int]:
    """Patience sorting: `tails[n]` is the smallest number that ends a subsequence of length n + 1."""
    tails: list[int] = []
    tail_positions: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        before.append(-1)
        if number is None:
            continue
        length = bisect(tails, number)
        before[position] = tail_positions[length - 1] if length else -1
        tails[length : length + 1] = [number]
        tail_positions[length : length + 1] = [position]
    return _walk_back(tail_positions, before)


def _walk_back(tail_positions: list[int], before: list[int]) -> list[int]:
    positions: list[int] = []
    position = tail_positions[-1] if tail_positions else -1
    while position >= 0:
        positions.append(position)
        position = before[position]
    return positions[::-1]
