"""Git's index as bytes, with single entries put in: libgit2 takes many times as long to do it.

The format is described in gitformat-index(5); versions 2 and 3 are handled here.
"""

import hashlib
import struct
from collections.abc import Iterable

from msgspec import Struct

_SIGNATURE = b"DIRC"
_HEADER = struct.Struct(">4sII")
_STATUS = struct.Struct(">10I20sH")
_HASH = 20
_FIXED = 62
"""Bytes of an entry before its path."""
_LONGEST = 0xFFE
"""Bytes of a path; a longer one has no length in its entry."""
_CERTAIN = 0xFF
"""Bytes of a path up to which its length, a byte 0 and another, cannot be a part of a path."""
_SPECIAL = 0x7000
"""Flags of an entry that takes part in a conflict or has more flags."""


class UnknownIndex(ValueError):
    """An index of a form that is left to a library."""


class DamagedIndex(UnknownIndex):
    """An index that is not as it was written."""


class IndexEntry(Struct, frozen=True):
    """A file in the index."""

    path: bytes
    id: bytes
    """20 bytes."""
    status: tuple[int, ...]
    """Ten numbers: seconds and nanoseconds of ctime and mtime, device, inode, mode, owner, group, size."""
    after: bytes = b""
    """A path in the index that sorts before this one: the nearer, the less there is to look through."""


def trailing_hash(data: bytes) -> bytes:
    """The hash at the end of an index, by which one index is told from another."""
    return data[-_HASH:]


def index_with(data: bytes, entries: Iterable[IndexEntry], *, ours: bytes = b"") -> bytes:
    """The index with these entries, new or in the place of those of the same path.

    Extensions are left out: they are caches of Git's. `ours` is the trailing hash of the index that this
    function made last, which has none. Raises UnknownIndex, of it DamagedIndex.
    """
    count, version = _checked(data)
    end = len(data) - _HASH if trailing_hash(data) == ours else _end(data, count)
    parts = []
    done = _HEADER.size
    for entry in sorted(entries, key=_path_of):
        start, follows = _span(data, entry, end)
        parts += [data[done:start], _encoded(entry)]
        count += start == follows
        done = follows
    content = _HEADER.pack(_SIGNATURE, version, count) + b"".join([*parts, data[done:end]])
    return content + _hash(content)


def _checked(data: bytes) -> tuple[int, int]:
    """The number of entries and the version."""
    if len(data) < _HEADER.size + _HASH or _hash(data[:-_HASH]) != trailing_hash(data):
        raise DamagedIndex("its hash is another")
    signature, version, count = _HEADER.unpack_from(data)
    if signature != _SIGNATURE or version not in (2, 3):
        raise UnknownIndex("of another version")
    return count, version


def _end(data: bytes, count: int) -> int:
    """Where the last entry ends."""
    at = _HEADER.size
    for _ in range(count):
        at = _next(data, at)
    _refuse_needed_extensions(data, at)
    return at


def _refuse_needed_extensions(data: bytes, at: int) -> None:
    """Those whose name begins with a small letter must be understood: a split index, a sparse one."""
    while at < len(data) - _HASH:
        if not data[at : at + 1].isupper():
            raise UnknownIndex("with an extension that must be understood")
        at += 8 + int.from_bytes(data[at + 4 : at + 8])


def _next(data: bytes, at: int) -> int:
    """Where the entry after this one starts: each is filled up to a multiple of eight bytes."""
    flags = data[at + _FIXED - 2] << 8 | data[at + _FIXED - 1]
    if flags & _SPECIAL or flags & 0xFFF > _LONGEST:
        raise UnknownIndex("with entries of a special kind")
    return at + ((flags & 0xFFF) + _FIXED + 8 & -8)


def _span(data: bytes, entry: IndexEntry, end: int) -> tuple[int, int]:
    """From where to where the entry is put: both are the same when it is a new one."""
    at = _found(data, entry.after, end)
    while at < end and _path(data, at) < entry.path:
        at = _next(data, at)
    same = at < end and _path(data, at) == entry.path
    return at, _next(data, at) if same else at


def _found(data: bytes, path: bytes, end: int) -> int:
    """Where the entry of that path starts, else where the first one does."""
    start = data.find(path + b"\0", _HEADER.size + _FIXED, end) - _FIXED
    length = len(path)
    if start < 0 or not length or length > _CERTAIN:
        return _HEADER.size
    return start if data[start + _FIXED - 2 : start + _FIXED] == bytes((0, length)) else _HEADER.size


def _path(data: bytes, start: int) -> bytes:
    return data[start + _FIXED : data.index(b"\0", start + _FIXED)]


def _path_of(entry: IndexEntry) -> bytes:
    return entry.path


def _encoded(entry: IndexEntry) -> bytes:
    if len(entry.path) > _LONGEST:
        raise UnknownIndex("too long a path")
    content = _STATUS.pack(*entry.status, entry.id, len(entry.path)) + entry.path
    return content.ljust(len(content) + 8 & -8, b"\0")


def _hash(content: bytes) -> bytes:
    return hashlib.sha1(content, usedforsecurity=False).digest()
