"""What is asked → the clauses of a segment that have it."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from itertools import product
from operator import and_, or_
from struct import pack

from msgspec import Struct

from docctl.search.index.bits import bits_of, members
from docctl.search.index.segment import Segment
from docctl.search.request import Prefix
from docctl.search.words.folding import fold

_REMEMBERED = 512
"""Sets that are remembered: of a hundred thousand clauses each takes 12 KB."""
_SPELLINGS = 32
"""Ways to read a phrase whose words have several keys, at most."""


class AnyKey(Struct, frozen=True):
    """A word: one of its keys."""

    keys: tuple[str, ...]


class Sequel(Struct, frozen=True):
    """A phrase: keys that follow each other, each one of several."""

    words: tuple[tuple[str, ...], ...]


Sought = AnyKey | Sequel | Prefix


class Holders:
    """The clauses of one segment that have what is sought; remembers what was asked for last."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self.of: Callable[[Sought], int] = lru_cache(maxsize=_REMEMBERED)(self._of)
        self._key: Callable[[str], int] = lru_cache(maxsize=_REMEMBERED)(self._read)

    def any_key(self, keys: Iterable[str]) -> int:
        """The set of the clauses that have one of the keys; raises Damaged."""
        return reduce(or_, map(self._key, keys), 0)

    def _of(self, sought: Sought) -> int:
        """The set of the clauses that have it."""
        if isinstance(sought, AnyKey):
            return self.any_key(sought.keys)
        if isinstance(sought, Prefix):
            return self._segment.beginning(fold(sought.text))
        return self._follow(sought.words)

    def _read(self, key: str) -> int:
        ready = self._segment.common(key)
        if ready is not None:
            return ready
        found = self._segment.postings(key)
        return bits_of(found.clauses, len(self._segment)) if found else 0

    def _follow(self, words: Sequence[tuple[str, ...]]) -> int:
        together = reduce(and_, map(self.any_key, words), -1) if words else 0
        if not together or len(words) < 2:
            return together
        size = len(self._segment)
        return bits_of(self._segment.spelling(members(together, size), self._spellings(words)), size)

    def _spellings(self, words: Iterable[tuple[str, ...]]) -> list[bytes]:
        """The phrase as the orders of clauses hold it."""
        kids = [[found.kid for key in keys if (found := self._segment.postings(key))] for keys in words]
        return [
            pack(f"={len(way)}I", *way) for way, _ in zip(product(*kids), range(_SPELLINGS), strict=False)
        ]
