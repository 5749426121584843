"""An archive with some of its files replaced or added; the others keep their packed bytes.

Source: PKWARE APPNOTE 6.3. The limits on a file (`docctl.docx.limits`) keep it far below what needs zip64.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docctl.docx.archive import (
    CENTRAL,
    DEFLATED,
    DESCRIPTOR_FOLLOWS,
    END,
    LOCAL,
    UTF8_NAME,
    Entry,
)

NEEDED = 20
"""Version 2.0: deflated files."""
FIRST_DAY = 1 << 5 | 1
"""1 January 1980: a new file has no time of its own, and the same input gives the same bytes."""
LEVEL = 6
"""Of packing: what Word itself uses."""


class _Member(Struct, frozen=True):
    """A file as it goes into the archive."""

    name: bytes
    flags: int
    method: int
    time: int
    date: int
    crc: int
    size: int
    packed: bytes | memoryview

    @property
    def facts(self) -> tuple[int, ...]:
        """What both headers say, up to the length of the name."""
        return (
            *(NEEDED, self.flags, self.method, self.time, self.date),
            *(self.crc, len(self.packed), self.size, len(self.name), 0),
        )


def rewritten(data: bytes, entries: Sequence[Entry], changes: Mapping[str, bytes]) -> bytes:
    """The archive `data`, whose entries are `entries`, with the contents of `changes` by name.

    Files keep their order; new ones come last. Folders and what lies between files are left out.
    """
    members = [_kept_or_changed(data, entry, changes) for entry in entries]
    known = {entry.name for entry in entries}
    members += [_new(name, content) for name, content in changes.items() if name not in known]
    return b"".join(_written(members))


def _kept_or_changed(data: bytes, entry: Entry, changes: Mapping[str, bytes]) -> _Member:
    _, _, flags, _, time, date, _, _, _, length, _ = LOCAL.unpack_from(data, entry.header)
    name = data[entry.header + LOCAL.size : entry.header + LOCAL.size + length]
    content = changes.get(entry.name)
    if content is not None:
        return _packed(name, flags & UTF8_NAME, content, time, date)
    packed = memoryview(data)[entry.start : entry.end]
    flags &= ~DESCRIPTOR_FOLLOWS
    return _Member(name, flags, entry.method, time, date, entry.crc, entry.size, packed)


def _new(name: str, content: bytes) -> _Member:
    return _packed(name.encode(), 0 if name.isascii() else UTF8_NAME, content, 0, FIRST_DAY)


def _packed(name: bytes, flags: int, content: bytes, time: int, date: int) -> _Member:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return _Member(name, flags, DEFLATED, time, date, zlib.crc32(content), len(content), packed)


def _written(members: Sequence[_Member]) -> Iterator[bytes | memoryview]:
    at = 0
    central: list[bytes] = []
    for member in members:
        yield LOCAL.pack(b"PK\x03\x04", *member.facts) + member.name
        yield member.packed
        central.append(CENTRAL.pack(b"PK\x01\x02", NEEDED, *member.facts, 0, 0, 0, 0, at) + member.name)
        at += LOCAL.size + len(member.name) + len(member.packed)
    yield from central
    count, size = len(members), sum(map(len, central))
    yield END.pack(b"PK\x05\x06", 0, 0, count, count, size, at, 0)
