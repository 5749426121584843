"""Files put where people find them: whole or not at all, and never over one of theirs."""

import os
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from docctl.app.copy_names import LONGEST_NAME
from docctl.app.watching.names import stem_of
from docctl.errors import DiskTrouble

REASON = ".reason.txt"
"""What the name of a reason says after the name of the file that was given back."""


def place(content: bytes, target: Path, scratch: Path) -> None:
    """Write a file, through `scratch` (a name on the same file system); raises OSError."""
    scratch.write_bytes(content)
    bring(scratch, target)


def bring(file: Path, target: Path) -> None:
    """Let a finished file take its place, over an earlier one of that name; raises OSError."""
    _sync(file, os.O_RDWR)
    file.replace(target)
    _sync(target.parent, os.O_RDONLY)


def make_folder(root: Path, folder: Path) -> None:
    """The folder is there, and it is within `root`; raises OSError, DiskTrouble."""
    folder.mkdir(parents=True, exist_ok=True)
    if not folder.resolve().is_relative_to(root.resolve()):
        raise DiskTrouble(
            "This folder is a link to another place; docctl does not write there.", at=str(folder)
        )


def fitting(stem: str, end: str) -> str:
    """A name that every system takes: the stem is cut by whole letters where both are too long."""
    while stem and len(os.fsencode(stem + end)) > LONGEST_NAME:
        stem = stem[:-1]
    return stem + end


def free_name(folder: Path, name: str, room: str) -> Path:
    """A place in the folder that no file has: numbered where the name is taken.

    `room` is what a second name that is made from it adds at its end; that is free as well.
    """
    return next(
        path
        for path in _numbered(folder, name, room)
        if not (os.path.lexists(path) or os.path.lexists(f"{path}{room}"))
    )


def _numbered(folder: Path, name: str, room: str) -> Iterator[Path]:
    stem, ending = stem_of(name), name[len(stem_of(name)) :]
    for number in chain([""], (f".{number}" for number in count(2))):
        yield folder / fitting(stem, f"{number}{ending}{room}").removesuffix(room)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
