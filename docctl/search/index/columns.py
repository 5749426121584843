"""Numbers and strings one after another in a file, each read, and checked, only when it is asked for."""

from collections.abc import Sequence
from functools import cached_property
from struct import Struct as Layout

from docctl.search.index.pages import Damaged, Pages

_UINT, _PAIR = Layout("=I"), Layout("=II")


class Numbers(Sequence[int]):
    """Whole numbers of four bytes."""

    def __init__(self, pages: Pages, place: tuple[int, int]) -> None:
        self._pages, self._start = pages, place[0]
        self._count = place[1] // _UINT.size

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> int:  # type: ignore[override]
        if not 0 <= number < self._count:
            raise IndexError(number)
        found: int = _UINT.unpack(self._pages.get(self._start + number * _UINT.size, _UINT.size))[0]
        return found

    def some(self, first: int, last: int) -> memoryview:
        """The numbers from one up to another at once; raises Damaged."""
        if not 0 <= first <= last <= self._count:
            raise Damaged
        return self._pages.get(self._start + first * _UINT.size, (last - first) * _UINT.size).cast("I")

    @cached_property
    def all(self) -> memoryview:
        """The numbers at once, for who needs many; raises Damaged."""
        return self.some(0, self._count)


class Strings(Sequence[str]):
    """Strings, and where each ends."""

    def __init__(self, pages: Pages, blob: tuple[int, int], ends: tuple[int, int]) -> None:
        self._pages, self._blob, self._ends = pages, blob[0], ends[0]
        self._count = ends[1] // _UINT.size - 1

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> str:  # type: ignore[override]
        if not 0 <= number < self._count:
            raise IndexError(number)
        first, last = _PAIR.unpack(self._pages.get(self._ends + number * _UINT.size, _PAIR.size))
        return str(self._pages.get(self._blob + first, last - first), "utf-8", "surrogatepass")
