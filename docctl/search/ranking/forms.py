"""Forms of words as a vocabulary knows them."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct


class Form(Struct, frozen=True, gc=False):
    """A folded word of the clauses."""

    word: str
    key: str
    frequency: int
    """In how many clauses it occurs."""


class Near(Struct, frozen=True, gc=False):
    """A word of the clauses that may have been meant."""

    word: str
    key: str
    frequency: int
    distance: float
    """Letters put in, left out, changed or swapped; less for letters that look alike."""


class Words(Protocol):
    """What the ranking asks of a vocabulary."""

    def forms(self, word: str) -> Sequence[Form]:
        """The folded word, once to each of its keys, the most frequent first."""

    def alike(self, word: str) -> Sequence[Form]:
        """Forms that differ by look-alike letters."""

    def near(self, word: str, letters: int) -> Sequence[Near]:
        """Forms that differ by a few letters, the likeliest first."""

    def akin(self, word: str) -> Sequence[Near]:
        """Forms that begin alike, look-alike letters being the same; the distance is what is left over."""

    def commonest(self, prefix: str, count: int) -> Sequence[Form]:
        """Of the forms that begin so those in most clauses, the commonest first."""

    def quad_count(self, quad: bytes) -> int:
        """In how many clauses a piece of four letters in the code page occurs, at most."""
