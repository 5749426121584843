"""A look at the drop folder: which files lie there, and whether a file is there to its end."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from docctl.app.watching.deciding import Sight, Stamp
from docctl.app.watching.names import OWN, Sort, is_passing, sort_of

TAIL = 22 + 0xFFFF
"""Bytes at the end of a ZIP archive in which its end record begins."""
ZIP, ZIP_END = b"PK", b"PK\x05\x06"
PDF, PDF_END, PDF_TAIL = b"%PDF-", b"%%EOF", 2048
RTF, RTF_END = b"{\\rtf", b"}"
HEAD = 1024

Complain = Callable[[str, OSError], None]
"""Told of a folder that could not be looked into."""


class Seen(Struct, frozen=True):
    """The files of one folder; `folder` is its path below the drop folder, empty for that itself."""

    folder: str
    sights: tuple[Sight, ...]


def look_around(root: Path, complain: Complain) -> Iterator[Seen]:
    """The files of the drop folder and of the folders in it, a folder at a time.

    Links are not followed, folders of programs and docctl's own are left out. Raises OSError when the drop
    folder itself cannot be looked into.
    """
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            seen, inner = _look_into(root, folder)
        except OSError as error:
            if not folder:
                raise
            complain(folder, error)
            continue
        folders += sorted(inner, reverse=True)
        yield seen


def _look_into(root: Path, folder: str) -> tuple[Seen, list[str]]:
    sights: list[Sight] = []
    inner: list[str] = []
    with os.scandir(root / folder) as entries:
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if not is_passing(entry.name) and path not in OWN:
                    inner.append(path)
            elif (sort := sort_of(entry.name)) is not Sort.PASSING:
                with suppress(FileNotFoundError):  # gone since it was listed
                    sights += _sight(path, entry.stat(follow_symlinks=False), sort)
    return Seen(folder, tuple(sights)), inner


def _sight(path: str, found: os.stat_result, sort: Sort) -> Iterator[Sight]:
    if stat.S_ISREG(found.st_mode):
        yield Sight(path, stamp_of(found), sort)


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def is_whole(path: Path) -> bool:
    """Whether a file has the end that its beginning promises; one that promises none is whole when not empty.

    A half-copied file lacks it, whether it is short or was given its full length in advance. Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - TAIL))
        tail = file.read(TAIL)
    if head.startswith(ZIP):
        return ZIP_END in tail
    if PDF in head:
        return PDF_END in tail[-PDF_TAIL:]
    if head.startswith(RTF):
        return tail.rstrip(b"\0 \r\n").endswith(RTF_END)
    return bool(head.strip(b"\0"))
