"""A clause among the answers."""

from msgspec import Struct


class Ranked(Struct, frozen=True, gc=False):
    """A clause among the answers."""

    score: float
    segment: int
    number: int


def order(one: Ranked) -> tuple[float, int, int]:
    """By what clauses are sorted, the greatest first: of equals the one that was filed first."""
    return one.score, -one.segment, -one.number
