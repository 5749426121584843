"""Git's packs against the checksums that they and their indexes end in.

A pack's checksum is over every byte of it, so that no flipped bit passes, at a fraction of the cost of
unpacking each object. Objects that are read besides are held against their names by the library that reads.
Format: gitformat-pack(5).
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from docctl.store.private import git_folder
from docctl.store.verification.problems import Code, Problem

_CHECKSUM = 20
"""Bytes of a SHA-1, the last ones of both files; before it, an index names the checksum of its pack."""
_PIECE = 1 << 20


def pack_problems(root: Path) -> Iterator[Problem]:
    """Packs and indexes that are damaged, cut off, or not each other's."""
    folder = git_folder(root).resolve() / "objects" / "pack"
    names = {file.stem for ending in ("pack", "idx") for file in folder.glob(f"*.{ending}")}
    for name in sorted(names):
        if found := _wrong(folder / f"{name}.pack", folder / f"{name}.idx"):
            yield Problem(code=Code.OBJECT_DAMAGED, where=f"objects/pack/{name}", found=found)


def _wrong(pack: Path, index: Path) -> str:
    """What is wrong with the two, empty when they are sound."""
    try:
        for file in (pack, index):
            if not _is_whole(file):
                return f"{file.name}: checksum"
        return "" if _end(pack, 1) == _end(index, 2) else f"{index.name}: not of this pack"
    except OSError as error:
        return str(error)


def _is_whole(file: Path) -> bool:
    digest, rest = hashlib.sha1(usedforsecurity=False), file.stat().st_size - _CHECKSUM
    if rest < _CHECKSUM:
        return False
    with file.open("rb") as stream:
        while rest and (piece := stream.read(min(rest, _PIECE))):
            digest.update(piece)
            rest -= len(piece)
        return stream.read() == digest.digest()


def _end(file: Path, checksums: int) -> bytes:
    """The first of so many checksums at the end of the file."""
    with file.open("rb") as stream:
        stream.seek(-checksums * _CHECKSUM, 2)
        return stream.read(_CHECKSUM)
