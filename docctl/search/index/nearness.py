"""Which forms of a segment can be a few slips away from a word: sets of forms, counted all at once.

Two words a slip apart have all letters but one in common, and all pairs of neighbours but three. What lacks
more is none of the near ones; the few forms that do not are compared letter by letter.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from docctl.search.index.bits import members, packed, unpacked
from docctl.search.index.layout import LENGTH, LETTER, PAIR
from docctl.search.index.tables import Table

_TIMES = 3
"""A letter that a word has more often counts so many times."""
_SPOILT = 3
"""Pairs that a slip spoils, at most: two neighbours that change places are in three of them."""
LONGEST = 50
"""Letters of a word; nobody slips in what is longer."""


class NearForms:
    """The sets of the forms of a segment; may raise Damaged."""

    def __init__(self, table: Table, count: int) -> None:
        self._table, self._count = table, count

    def candidates(self, skeleton: str, slips: int) -> list[int]:
        """Numbers of all forms at most so many slips away from the word with this skeleton, and of others."""
        found = self._by_letters(skeleton, slips) if 0 < len(skeleton) <= LONGEST else 0
        return members(found & self._by_pairs(skeleton, slips), self._count) if found else []

    def _by_letters(self, skeleton: str, slips: int) -> int:
        """Forms that lack at most so many letters of the word, and have as many others."""
        sets = [self._set(LETTER, name) for name in _letters(skeleton)]
        uncounted = len(skeleton) - len(sets)
        having = self._having(sets)
        found = 0
        for length in range(max(len(skeleton) - slips, 1), len(skeleton) + slips + 1):
            needed = max(max(len(skeleton), length) - slips - uncounted, 0)
            found |= self._set(LENGTH, str(length)) & having[needed]
        return found

    def _by_pairs(self, skeleton: str, slips: int) -> int:
        pairs = _pairs(skeleton)
        needed = len(pairs) - _SPOILT * slips
        return self._having([self._set(PAIR, pair) for pair in pairs])[needed] if needed > 0 else -1

    def _set(self, what: bytes, name: str) -> int:
        value = self._table.get(what + name.encode("utf-8", "surrogatepass"))
        return 0 if value is None else unpacked(value, self._count)

    def _having(self, sets: Sequence[int]) -> list[int]:
        """Of each number up to that of the sets, the forms that are in at least so many of them."""
        having = [(1 << self._count) - 1, *(0 for _ in sets)]
        for count, one in enumerate(sets, 1):
            for number in range(count, 0, -1):
                having[number] |= having[number - 1] & one
        return having


def near_entries(skeletons: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    """What the table of a segment holds for this, of the skeletons of its forms by their numbers."""
    holders: dict[tuple[bytes, str], array[int]] = {}
    for number, skeleton in enumerate(skeletons):
        if len(skeleton) <= LONGEST:
            for piece in _pieces(skeleton):
                holders.setdefault(piece, array("I")).append(number)
    for (what, name), numbers in holders.items():
        yield what + name.encode("utf-8", "surrogatepass"), packed(numbers, len(skeletons))


def _pieces(skeleton: str) -> Iterator[tuple[bytes, str]]:
    yield LENGTH, str(len(skeleton))
    yield from ((LETTER, letter) for letter in _letters(skeleton))
    yield from ((PAIR, pair) for pair in _pairs(skeleton))


def _letters(skeleton: str) -> list[str]:
    """Each letter, the second of its kind and the third apart."""
    counts = Counter(skeleton).items()
    return [f"{letter}{time}" for letter, count in counts for time in range(min(count, _TIMES))]


def _pairs(skeleton: str) -> set[str]:
    """The pairs of neighbours, the ends of the word marked."""
    marked = f"^{skeleton}$"
    return {marked[at : at + 2] for at in range(len(marked) - 1)}
