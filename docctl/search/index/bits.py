"""Sets of clauses as whole numbers, a bit to a clause: joined, cut and counted by C code."""

from array import array
from collections.abc import Collection, Iterable
from itertools import compress, islice

_DENSE = 8
"""Where one clause in so many is in a set, a look at every clause is quicker than the search for each."""
_SPARSE = 32
"""Where more than one in so many are in a set, marks are quicker than bits."""
_LISTED = 128
"""Where fewer than one in so many are, their numbers take less room than a bit for each."""
_ONE = ord("1")
_TRUTH = bytes.maketrans(b"01", b"\0\1")
_LIST, _BITS = b"l", b"b"


def bits_of(clauses: Collection[int], size: int) -> int:
    """The set of some of `size` clauses."""
    return _of_many(clauses, size) if len(clauses) * _SPARSE > size else _of_few(clauses, size)


def _of_few(clauses: Iterable[int], size: int) -> int:
    bits = bytearray((size >> 3) + 1)
    for clause in clauses:
        bits[clause >> 3] |= 1 << (clause & 7)
    return int.from_bytes(bits, "little")


def _of_many(clauses: Iterable[int], size: int) -> int:
    marks = bytearray(b"0") * size
    for clause in clauses:
        marks[clause] = _ONE
    marks.reverse()
    return int(marks, 2) if size else 0


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
    if bits.bit_count() * _DENSE > size:
        return list(compress(range(size), marks_of(bits, size).encode().translate(_TRUTH)))
    return list(_found(bits, size))


def first_members(bits: int, size: int, count: int) -> list[int]:
    """The first `count` clauses of the set."""
    return list(islice(_found(bits, size), count))


def _found(bits: int, size: int) -> Iterable[int]:
    marks = marks_of(bits, size)
    at = marks.find("1")
    while at >= 0:
        yield at
        at = marks.find("1", at + 1)


def packed(numbers: "array[int]", size: int) -> bytes:
    """A set of some of `size` things as bytes, whichever way is shorter; `numbers` ascend."""
    if len(numbers) * _LISTED > size:
        return _BITS + bits_of(numbers, size).to_bytes((size >> 3) + 1, "little")
    return _LIST + numbers.tobytes()


def unpacked(value: memoryview, size: int) -> int:
    """The set in such bytes."""
    if value[:1] == _BITS:
        return int.from_bytes(value[1:], "little")
    return bits_of(value[1:].cast("I"), size)
