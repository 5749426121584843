"""The list of clauses in which a key occurs, as bytes that need no decoding."""

from array import array
from collections.abc import Sequence
from struct import Struct as Layout

from msgspec import Struct

_HEAD = Layout("<II")
_ITEM = 4
TOP = 255
"""The greatest impact."""


class Postings(Struct, frozen=True, gc=False):
    """Clauses in ascending order, each with what the key is worth there."""

    kid: int
    """Number of the key in its segment."""
    clauses: memoryview
    """Of the format ``I``."""
    impacts: memoryview
    """A byte to a clause: the part of BM25 that depends on the clause, of 255."""

    def __len__(self) -> int:
        return len(self.clauses)


def packed(kid: int, clauses: "array[int]", impacts: bytes) -> bytes:
    """The bytes of a list."""
    return _HEAD.pack(kid, len(clauses)) + clauses.tobytes() + impacts


def unpacked(value: memoryview) -> Postings:
    """The list in its bytes."""
    kid, count = _HEAD.unpack_from(value)
    middle = _HEAD.size + count * _ITEM
    return Postings(kid, value[_HEAD.size : middle].cast("I"), value[middle : middle + count])


def impacts(weights: Sequence[int], clauses: Sequence[int], lengths: Sequence[float]) -> bytes:
    """What a key is worth in each clause: ``w / (w + K)`` with the K of the clause, see `saturation`."""
    return bytes(
        [
            int(TOP * weight / (weight + lengths[clause]))
            for weight, clause in zip(weights, clauses, strict=True)
        ]
    )
