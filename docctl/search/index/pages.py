"""Damage found where it is read: a checksum to every page of a file, compared at the page's first use."""

from array import array
from pickle import loads
from struct import Struct as Layout
from typing import Any
from zlib import crc32

from docctl.search.index.places import Buffer

PAGE = 4096
"""Bytes. A page is checked in two microseconds; the checksums of a file are a thousandth of its size."""
_INT, _UINT, _LONG = Layout("!i"), Layout("!I"), Layout("!q")


class Damaged(Exception):
    """A file of the index is not what was written; the index must be rebuilt. Never leaves this package."""


def checksums(content: Buffer) -> bytes:
    """The checksum of every page, four bytes each."""
    view = memoryview(content)
    return array("I", (crc32(view[at : at + PAGE]) for at in range(0, len(view), PAGE))).tobytes()


class Pages:
    """A file that is read in place, with the methods that Whoosh's tables ask of a file."""

    def __init__(self, content: Buffer, sums: Buffer) -> None:
        self._content = memoryview(content)
        self._whole: Any = self._content.obj
        self._sums = memoryview(sums).cast("I")
        self._seen = bytearray(len(self._sums))
        self._at = 0

    def get(self, position: int, length: int) -> memoryview:
        """A stretch of the file, not copied; raises Damaged."""
        end = position + length
        if position < 0 or length < 0 or end > len(self._content):
            raise Damaged
        first, last = position // PAGE, (end - 1) // PAGE
        if 0 in self._seen[first : last + 1]:
            self._check(first, last)
        return self._content[position:end]

    def has(self, part: bytes, position: int, length: int) -> bool:
        """Whether a stretch of whole numbers of four bytes has some of them in a row; raises Damaged."""
        self.get(position, length)
        end = position + length
        at: int = self._whole.find(part, position, end)
        while at >= 0 and (at - position) % _UINT.size:
            at = self._whole.find(part, at + 1, end)
        return at >= 0

    def _check(self, first: int, last: int) -> None:
        for page in range(first, last + 1):
            if not self._seen[page]:
                if crc32(self._content[page * PAGE : (page + 1) * PAGE]) != self._sums[page]:
                    raise Damaged
                self._seen[page] = 1

    def seek(self, position: int) -> None:
        """Where `read` goes on."""
        self._at = position

    def tell(self) -> int:
        """Where `read` goes on."""
        return self._at

    def read(self, length: int) -> memoryview:
        """The next bytes; raises Damaged."""
        found = self.get(self._at, length)
        self._at += length
        return found

    def read_byte(self) -> int:
        """The next byte."""
        return self.read(1)[0]

    def read_int(self) -> int:
        """The next four bytes, signed."""
        value: int = _INT.unpack(self.read(4))[0]
        return value

    def get_int(self, position: int) -> int:
        """Four bytes, signed."""
        value: int = _INT.unpack(self.get(position, 4))[0]
        return value

    def get_uint(self, position: int) -> int:
        """Four bytes."""
        value: int = _UINT.unpack(self.get(position, 4))[0]
        return value

    def read_pickle(self) -> Any:
        """What Whoosh noted about its table; the bytes are those that this package wrote."""
        return loads(self.get(self._at, len(self._content) - self._at - 4))
