"""What is asked → the clauses of a segment that have it."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import chain, product
from operator import and_, or_
from struct import pack

from msgspec import Struct

from docctl.search.index.bits import bits_of, members
from docctl.search.index.segment import Segment
from docctl.search.ranking.coding import coded
from docctl.search.request import Prefix
from docctl.search.words.folding import fold

LOOKED_THROUGH = 4000
"""So many clauses of a segment are looked through for a beginning. Of a wider one other forms of its words
count too, as they do for a word: «бола*» then finds «болып»."""
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
    """The clauses of one segment that have what is sought; remembers the keys that were asked for."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._bits: dict[str, int] = {}

    def of(self, sought: Sought) -> int:
        """The set of the clauses; raises Damaged."""
        if isinstance(sought, AnyKey):
            return self.any_key(sought.keys)
        return self._begin(sought.text) if isinstance(sought, Prefix) else self._follow(sought.words)

    def any_key(self, keys: Iterable[str]) -> int:
        """The set of the clauses that have one of the keys."""
        return reduce(or_, map(self._key, keys), 0)

    def _key(self, key: str) -> int:
        if key not in self._bits:
            self._bits[key] = self._read(key)
        return self._bits[key]

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
        spelt = self._spellings(words)
        return self._having(together, lambda number: _holds(self._segment.order(number), spelt))

    def _spellings(self, words: Iterable[tuple[str, ...]]) -> list[bytes]:
        """The phrase as the orders of clauses hold it."""
        kids = [[found.kid for key in keys if (found := self._segment.postings(key))] for keys in words]
        return [
            pack(f"={len(way)}I", *way) for way, _ in zip(product(*kids), range(_SPELLINGS), strict=False)
        ]

    def _begin(self, prefix: str) -> int:
        start = fold(prefix)
        every, some = self._segment.vocabulary.keys_beginning(start)
        sure, unsure = self._together(every), self._together(some)
        marked = coded(f" {start}")
        if (unsure & ~sure).bit_count() > LOOKED_THROUGH:
            return sure | unsure
        return sure | self._having(unsure & ~sure, lambda number: marked in self._segment.folded(number))

    def _together(self, keys: Iterable[str]) -> int:
        """The set of the clauses that have one of many keys."""
        lists = (found.clauses for key in keys if (found := self._segment.postings(key)))
        return bits_of(chain.from_iterable(lists), len(self._segment))

    def _having(self, bits: int, test: Callable[[int], bool]) -> int:
        size = len(self._segment)
        return bits_of(filter(test, members(bits, size)), size)


def _holds(order: memoryview, spellings: Sequence[bytes]) -> bool:
    whole = order.tobytes()
    return any(_aligned(whole, spelling) for spelling in spellings)


def _aligned(whole: bytes, part: bytes) -> bool:
    at = whole.find(part)
    while at >= 0 and at % 4:
        at = whole.find(part, at + 1)
    return at >= 0
