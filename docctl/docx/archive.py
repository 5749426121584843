"""The ZIP archive of an Office file, read strictly: every lie in its directory refuses the file.

Own reader instead of `zipfile`: it must not trust sizes, must see overlaps and disagreements between the
central directory and the local headers, and counts while inflating. Source: PKWARE APPNOTE 6.3.
"""

import struct
import zlib
from collections.abc import Iterator
from struct import Struct as Layout

from msgspec import Struct

from docctl.docx.limits import LIMITS, MIB, Limits
from docctl.errors import UnreadableDraft

END = Layout("<4s4H2LH")
END64_LOCATOR = Layout("<4sLQL")
END64 = Layout("<4sQ2H2L4Q")
CENTRAL = Layout("<4s6H3L5H2L")
"""Signature, versions, flags, method, time, date, checksum, sizes, lengths, disk, attributes, offset."""
LOCAL = Layout("<4s5H3L2H")
EXTRA = Layout("<2H")
LONG = Layout("<Q")

LONGEST_COMMENT = 0xFFFF
IN_ZIP64 = 0xFFFFFFFF
IN_ZIP64_SHORT = 0xFFFF
ZIP64_EXTRA = 1

ENCRYPTED = 0x1 | 0x40 | 0x2000
DESCRIPTOR_FOLLOWS = 0x8
UTF8_NAME = 0x800

STORED, DEFLATED = 0, 8
CHUNK = 256 * 1024


class Entry(Struct, frozen=True):
    """One file in the archive, its two headers found to agree."""

    name: str
    method: int
    crc: int
    packed: int
    """Bytes in the archive."""
    size: int
    """Bytes when inflated, as declared."""
    header: int
    """Where its local header begins."""
    start: int
    """Where its packed bytes begin."""

    @property
    def end(self) -> int:
        """Where its packed bytes end."""
        return self.start + self.packed


class _Central(Struct, frozen=True):
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int


def read_entries(data: bytes, limits: Limits = LIMITS) -> tuple[Entry, ...]:
    """The entries of the archive in the order of its directory, folders left out.

    Raises UnreadableDraft when the archive breaks a limit or contradicts itself.
    """
    try:
        count, start, end = _directory(data)
        if count > limits.entries:
            raise UnreadableDraft("it has more than {limit} entries", limit=limits.entries)
        central = tuple(_central_headers(data, count, start, end))
        entries = tuple(_entry(data, header, start) for header in central)
    except struct.error as error:
        raise _damaged("truncated") from error
    _refuse_clashes(entries)
    _refuse_bulk(entries, len(data), limits)
    return tuple(entry for entry in entries if not entry.name.endswith("/"))


def inflate(data: bytes, entry: Entry, limits: Limits = LIMITS) -> bytes:
    """The content of an entry, stopped as soon as it exceeds what it declared, a limit or the ratio."""
    packed = memoryview(data)[entry.start : entry.end]
    content = bytes(packed) if entry.method == STORED else _inflate(packed, entry, limits)
    if len(content) != entry.size:
        raise _damaged(f"{entry.name}: size")
    if zlib.crc32(content) != entry.crc:
        raise _damaged(f"{entry.name}: checksum")
    return content


def _inflate(packed: memoryview, entry: Entry, limits: Limits) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    allowed = max(entry.packed * limits.ratio, limits.ratio_from)
    pieces: list[bytes] = []
    total = 0
    waiting: bytes | memoryview = packed
    try:
        while waiting and not inflater.eof:
            piece = inflater.decompress(waiting, CHUNK)
            waiting = inflater.unconsumed_tail
            total += len(piece)
            _refuse_growth(entry, total, allowed, limits)
            pieces.append(piece)
    except zlib.error as error:
        raise _damaged(entry.name) from error
    if not inflater.eof or inflater.unused_data:
        raise _damaged(f"{entry.name}: size")
    return b"".join(pieces)


def _refuse_growth(entry: Entry, total: int, allowed: int, limits: Limits) -> None:
    if total > entry.size:
        raise _damaged(f"{entry.name}: size")
    if total > allowed:
        raise UnreadableDraft("it unpacks to more than {limit} times its size", limit=limits.ratio)


def _damaged(detail: str) -> UnreadableDraft:
    return UnreadableDraft("its archive is damaged ({detail})", detail=detail)


def _directory(data: bytes) -> tuple[int, int, int]:
    """Number of entries, start and end of the central directory."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - END.size - LONGEST_COMMENT))
    if at < 0:
        raise _damaged("no directory")
    _, disk, first_disk, here, count, size, start, _ = END.unpack_from(data, at)
    if IN_ZIP64_SHORT in (disk, here, count) or IN_ZIP64 in (size, start):
        at, disk, first_disk, here, count, size, start = _directory64(data, at)
    if disk or first_disk or here != count or start + size > at:
        raise _damaged("directory")
    return count, start, start + size


def _directory64(data: bytes, end: int) -> tuple[int, int, int, int, int, int, int]:
    if end < END64_LOCATOR.size:
        raise _damaged("zip64")
    magic, _, at, disks = END64_LOCATOR.unpack_from(data, end - END64_LOCATOR.size)
    if magic != b"PK\x06\x07" or disks > 1 or at + END64.size > end:
        raise _damaged("zip64")
    magic, _, _, _, disk, first_disk, here, count, size, start = END64.unpack_from(data, at)
    if magic != b"PK\x06\x06":
        raise _damaged("zip64")
    return at, disk, first_disk, here, count, size, start


def _central_headers(data: bytes, count: int, start: int, end: int) -> Iterator[_Central]:
    at = start
    for _ in range(count):
        magic, _, _, flags, method, _, _, crc, *sizes, _, _, offset = CENTRAL.unpack_from(data, at)
        packed, size, name_length, extra_length, comment_length, disk = sizes
        name_end = at + CENTRAL.size + name_length
        raw_name = data[at + CENTRAL.size : name_end]
        extra = data[name_end : name_end + extra_length]
        at = name_end + extra_length + comment_length
        if magic != b"PK\x01\x02" or disk not in (0, IN_ZIP64_SHORT) or at > end:
            raise _damaged("directory")
        size, packed, offset = _long(extra, size, packed, offset)
        yield _Central(raw_name, flags, method, crc, packed, size, offset)
    if at != end:
        raise _damaged("directory")


def _long(extra: bytes, *values: int) -> tuple[int, ...]:
    """The values, each that says so replaced by its 64-bit value of the zip64 extra field, in order."""
    if IN_ZIP64 not in values:
        return values
    field = _extra_field(extra, ZIP64_EXTRA)
    longs = iter([LONG.unpack_from(field, at)[0] for at in range(0, len(field) - LONG.size + 1, LONG.size)])
    resolved = tuple(next(longs, None) if value == IN_ZIP64 else value for value in values)
    if None in resolved:
        raise _damaged("zip64")
    return tuple(value for value in resolved if value is not None)


def _extra_field(extra: bytes, wanted: int) -> bytes:
    at = 0
    while at + EXTRA.size <= len(extra):
        kind, length = EXTRA.unpack_from(extra, at)
        at += EXTRA.size
        if kind == wanted:
            return extra[at : at + length]
        at += length
    return b""


def _entry(data: bytes, central: _Central, directory: int) -> Entry:
    """The entry, once its local header is found to say the same."""
    name = _name(central)
    if central.flags & ENCRYPTED:
        raise UnreadableDraft("it is protected by a password")
    if central.method not in (STORED, DEFLATED):
        raise UnreadableDraft("it is packed by a method that Word does not use ({entry})", entry=name)
    if central.header + LOCAL.size > directory:
        raise _damaged(name)
    magic, _, flags, method, _, _, crc, packed, size, name_length, extra_length = LOCAL.unpack_from(
        data, central.header
    )
    name_at = central.header + LOCAL.size
    start = name_at + name_length + extra_length
    size, packed = _long(data[name_at + name_length : start], size, packed)
    if magic != b"PK\x03\x04" or data[name_at : name_at + name_length] != central.raw_name:
        raise _damaged(name)
    entry = Entry(name, central.method, central.crc, central.packed, central.size, central.header, start)
    said = (method, crc, packed, size)
    if not _agree(entry, flags, said) or entry.end > directory or _impossible(entry):
        raise _damaged(f"{name}: size")
    return entry


def _agree(entry: Entry, flags: int, said: tuple[int, int, int, int]) -> bool:
    """Whether the local header says what the directory does; sizes may follow the data instead."""
    if said == (entry.method, entry.crc, entry.packed, entry.size):
        return True
    postponed = flags & DESCRIPTOR_FOLLOWS and said[0] == entry.method
    told = (entry.crc, entry.packed, entry.size)
    return bool(postponed) and all(local in (0, size) for local, size in zip(said[1:], told, strict=True))


def _impossible(entry: Entry) -> bool:
    return entry.method == STORED and entry.packed != entry.size


def _name(central: _Central) -> str:
    try:
        name = central.raw_name.decode("utf-8" if central.flags & UTF8_NAME else "cp437")
    except UnicodeDecodeError as error:
        raise _damaged("names") from error
    if not _is_safe(name):
        raise UnreadableDraft("it has an entry with an unsafe name ({entry})", entry=ascii(name[:80]))
    return name


def _is_safe(name: str) -> bool:
    """Whether it names a file inside the archive on every system."""
    folders = name.split("/")
    return bool(folders[0]) and ".." not in folders and name.isprintable() and not set("\\:") & set(name)


def _refuse_clashes(entries: tuple[Entry, ...]) -> None:
    """No two entries of one name (part names ignore case), none lying over another."""
    names: set[str] = set()
    for entry in entries:
        if entry.name.lower() in names:
            raise UnreadableDraft("it has the entry {entry} twice", entry=entry.name)
        names.add(entry.name.lower())
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header):
        if entry.header < end:
            raise _damaged(f"{entry.name}: overlap")
        end = entry.end


def _refuse_bulk(entries: tuple[Entry, ...], packed: int, limits: Limits) -> None:
    size = sum(entry.size for entry in entries)
    if size > limits.unpacked:
        raise UnreadableDraft("it unpacks to more than {limit} MiB", limit=limits.unpacked // MIB)
    if size > max(packed * limits.ratio, limits.ratio_from):
        raise UnreadableDraft("it unpacks to more than {limit} times its size", limit=limits.ratio)
