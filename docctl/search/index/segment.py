"""A finished segment, read in place."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from zlib import crc32

from msgspec import DecodeError, ValidationError, msgpack

from docctl.search.clause import Clause
from docctl.search.index.bits import bits_of
from docctl.search.index.layout import (
    BEGINNING,
    BLOCKS,
    CLAUSE,
    CLAUSES,
    IN_FORCE,
    SET,
    SIZES,
    STARTS,
    SUMS,
    TABLE,
    WORD,
    Block,
)
from docctl.search.index.manifest import Part
from docctl.search.index.pages import PAGE, Damaged, Pages
from docctl.search.index.places import Place
from docctl.search.index.postings import Postings, unpacked
from docctl.search.index.segment_vocabulary import SegmentVocabulary
from docctl.search.index.tables import Table

_BLOCKS = msgpack.Decoder(list[Block])
_CLAUSE = msgpack.Decoder(Clause)
_ITEM = 4
_REMEMBERED = 4096


class Segment:
    """Clauses numbered from 0, with what finds them. Every method may raise Damaged."""

    def __init__(self, place: Place, part: Part) -> None:
        table, clauses = place.open(part.name + TABLE), place.open(part.name + CLAUSES)
        sums = memoryview(place.open(part.name + SUMS))
        if (len(table), len(clauses)) != (part.sizes[TABLE], part.sizes[CLAUSES]) or crc32(sums) != part.sums:
            raise Damaged
        middle = -(-len(table) // PAGE) * _ITEM
        self._table = Table(Pages(table, sums[:middle]), len(table))
        self._clauses = Pages(clauses, sums[middle:])
        self.vocabulary = SegmentVocabulary(self._table)
        self._count = part.clauses
        self.postings: Callable[[str], Postings | None] = lru_cache(maxsize=_REMEMBERED)(self._postings)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _starts(self) -> memoryview:
        """Where each clause starts."""
        return self._table.need(STARTS).cast("Q")

    @cached_property
    def _sizes(self) -> memoryview:
        """Of each clause the number of keys and the length of its folded words."""
        return self._table.need(SIZES).cast("I")

    def blocks(self) -> list[Block]:
        """The editions, in the order of their clauses."""
        try:
            return _BLOCKS.decode(self._table.need(BLOCKS))
        except (DecodeError, ValidationError) as error:
            raise Damaged from error

    def in_force(self) -> int:
        """The set of the clauses that are in force by their status."""
        return int.from_bytes(self._table.need(IN_FORCE), "little")

    def common(self, key: str) -> int | None:
        """The set of the clauses of a key that many have; None where the set is not ready."""
        value = self._table.get(SET + key.encode("utf-8", "surrogatepass"))
        return None if value is None else int.from_bytes(value, "little")

    def _postings(self, key: str) -> Postings | None:
        """The clauses of a key; None where no clause has it. `postings` remembers them."""
        value = self._table.get(WORD + key.encode("utf-8", "surrogatepass"))
        return None if value is None else unpacked(value)

    def beginning(self, start: str) -> int:
        """The set of the clauses with a folded word that begins so."""
        ready = self._table.get(BEGINNING + start.encode("utf-8", "surrogatepass"))
        if ready is not None:
            return int.from_bytes(ready, "little")
        return bits_of(self.vocabulary.clauses_beginning(start), len(self))

    def under(self, clause: str) -> memoryview | None:
        """The clauses with that number and those below it."""
        value = self._table.get(CLAUSE + clause.encode("utf-8", "surrogatepass"))
        return None if value is None else value.cast("I")

    def order(self, number: int) -> memoryview:
        """The numbers of the keys of a clause as they follow each other, of the format ``I``."""
        return self._clauses.get(self._starts[number], self._sizes[2 * number] * _ITEM).cast("I")

    def spelling(self, clauses: Iterable[int], spellings: Sequence[bytes]) -> list[int]:
        """Those of the clauses in whose order one of the spellings stands."""
        starts, sizes, has = self._starts, self._sizes, self._clauses.has
        return [
            number
            for number in clauses
            if any(has(spelling, starts[number], sizes[2 * number] * _ITEM) for spelling in spellings)
        ]

    def folded(self, number: int) -> bytes:
        """The folded words of a clause in the code page."""
        skipped = self._sizes[2 * number] * _ITEM
        return bytes(self._clauses.get(self._starts[number] + skipped, self._sizes[2 * number + 1]))

    def clause(self, number: int) -> Clause:
        """The clause itself."""
        skipped = self._sizes[2 * number] * _ITEM + self._sizes[2 * number + 1]
        first = self._starts[number] + skipped
        try:
            return _CLAUSE.decode(self._clauses.get(first, self._starts[number + 1] - first))
        except (DecodeError, ValidationError) as error:
            raise Damaged from error
