"""The clauses of the beginnings that very many words share: sets that lie ready."""

from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence

from docctl.search.index.bits import bits_of
from docctl.search.index.layout import BEGINNING
from docctl.search.index.segment_vocabulary import LAST_LETTER

WIDE = 8192
"""A beginning whose words occur more often gets a set; of others the clauses are gathered when asked for."""
_DEEPEST = 12
"""Letters of the longest beginning with a set."""


class Beginnings:
    """Forms in the order of their letters; those of the form `n` are `clauses[starts[n]:starts[n + 1]]`."""

    def __init__(
        self, forms: Sequence[str], starts: Sequence[int], clauses: Sequence[int], size: int
    ) -> None:
        self._forms, self._starts, self._clauses, self._size = forms, starts, clauses, size

    def entries(self) -> Iterator[tuple[bytes, bytes]]:
        """What the table of a segment holds for this."""
        if self._is_wide(0, len(self._forms)):
            for beginning, bits in self._walk(0, len(self._forms), 0):
                key = BEGINNING + beginning.encode("utf-8", "surrogatepass")
                yield key, bits.to_bytes((self._size >> 3) + 1, "little")

    def _is_wide(self, first: int, last: int) -> bool:
        return self._starts[last] - self._starts[first] > WIDE

    def _walk(self, first: int, last: int, depth: int) -> Generator[tuple[str, int], None, int]:
        """The wide beginnings of the forms `first` to `last`, which share `depth` letters; the set of all."""
        bits, at, gathered = 0, first, first
        while at < last:
            after = self._after(at, last, depth + 1)
            if depth < _DEEPEST and self._is_wide(at, after) and len(self._forms[at]) > depth:
                bits |= self._of(gathered, at) | (yield from self._walk(at, after, depth + 1))
                gathered = after
            at = after
        bits |= self._of(gathered, last)
        yield self._forms[first][:depth], bits
        return bits

    def _after(self, at: int, last: int, depth: int) -> int:
        """The first form from `at` on that has other letters up to there."""
        return bisect_left(self._forms, self._forms[at][:depth] + LAST_LETTER, at, last)

    def _of(self, first: int, last: int) -> int:
        return bits_of(self._clauses[self._starts[first] : self._starts[last]], self._size)
