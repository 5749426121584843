"""Sets of clauses as whole numbers, a bit to a clause: joined, cut and counted by C code."""

from collections.abc import Iterable


def bits_of(clauses: Iterable[int], size: int) -> int:
    """The set of some of `size` clauses."""
    bits = bytearray((size >> 3) + 1)
    for clause in clauses:
        bits[clause >> 3] |= 1 << (clause & 7)
    return int.from_bytes(bits, "little")


def bits_of_ranges(ranges: Iterable[tuple[int, int]], size: int) -> int:
    """The set of the clauses in the ranges, ends exclusive."""
    marks = bytearray(b"0") * size
    for first, last in ranges:
        marks[first:last] = b"1" * (last - first)
    return int(marks[::-1], 2) if size else 0


def marks_of(bits: int, size: int) -> str:
    """A letter to a clause: «1» for those in the set."""
    return f"{bits:0{size}b}"[::-1] if size else ""


def members(bits: int, size: int) -> list[int]:
    """The clauses of the set in ascending order."""
    marks = marks_of(bits, size)
    found: list[int] = []
    at = marks.find("1")
    while at >= 0:
        found.append(at)
        at = marks.find("1", at + 1)
    return found
