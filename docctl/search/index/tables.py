"""Whoosh's tables from keys to values: written by Whoosh, read in place. The adapter to whoosh.

Only its files are used: importing its searcher costs more time than a search may take (ADR 13).
"""

from importlib import import_module
from typing import Any, BinaryIO

from docctl.search.index.columns import Numbers, Strings
from docctl.search.index.pages import Damaged, Pages

TABLES, FILES = "whoosh.filedb.filetables", "whoosh.filedb.structfile"
_CRC32 = 1
"""Whoosh's number for the hash that it takes from zlib."""


class TableWriter:
    """Keys and values into a file."""

    def __init__(self, file: BinaryIO) -> None:
        wrapped = import_module(FILES).StructFile(file)
        self._writer: Any = import_module(TABLES).HashWriter(wrapped, hashtype=_CRC32)

    def add(self, key: bytes, value: bytes) -> None:
        """A key that was not added before; raises OSError."""
        self._writer.add(key, value)

    def close(self) -> None:
        """Write the table of keys; raises OSError."""
        self._writer.close()


class Table:
    """A finished table."""

    def __init__(self, pages: Pages, length: int) -> None:
        self._pages = pages
        try:
            self._reader: Any = import_module(TABLES).HashReader(pages, length)
        except (ValueError, LookupError, EOFError, import_module(TABLES).FileFormatError) as error:
            raise Damaged from error

    def get(self, key: bytes) -> memoryview | None:
        """The value, not copied; None where the key is not in the table. Raises Damaged."""
        for position, length in self._reader.ranges_for_key(key):
            return self._pages.get(position, length)
        return None

    def numbers(self, key: bytes) -> Numbers:
        """A column of numbers that every table of ours has; raises Damaged."""
        return Numbers(self._pages, self._place(key))

    def strings(self, blob: bytes, ends: bytes) -> Strings:
        """A column of strings; raises Damaged."""
        return Strings(self._pages, self._place(blob), self._place(ends))

    def _place(self, key: bytes) -> tuple[int, int]:
        for place in self._reader.ranges_for_key(key):
            position, length = place
            return position, length
        raise Damaged

    def need(self, key: bytes) -> memoryview:
        """The value of a key that every table of ours has; raises Damaged."""
        return self._pages.get(*self._place(key))
