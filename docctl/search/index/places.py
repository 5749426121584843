"""Where the files of an index lie: a private folder, or memory when the disk refuses."""

import os
from collections.abc import Iterable
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO, Protocol

Buffer = bytes | memoryview
_OWN = 0o700


class Place(Protocol):
    """Files by name. Every method may raise OSError."""

    def create(self, name: str) -> BinaryIO:
        """A new file to write."""

    def open(self, name: str) -> Buffer:
        """The whole content of a file, mapped where that is possible."""

    def replace(self, name: str, content: bytes) -> None:
        """Put a file there, or in the place of the one that is there, at one moment."""

    def names(self) -> Iterable[str]:
        """What is there."""

    def remove(self, name: str) -> None:
        """Take a file away; it may be gone already."""


class Folder:
    """A folder that nobody else may look into: what is read back from it is trusted."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def make(self) -> None:
        """Make the folder and those above it; raises OSError."""
        self._path.mkdir(mode=_OWN, parents=True, exist_ok=True)
        if self._path.stat().st_mode & 0o777 != _OWN:
            self._path.chmod(_OWN)

    def create(self, name: str) -> BinaryIO:
        """A new file to write."""
        return (self._path / name).open("wb")

    def open(self, name: str) -> Buffer:
        """The file's content, mapped: only what is looked at is read."""
        descriptor = os.open(self._path / name, os.O_RDONLY | os.O_CLOEXEC)
        try:
            if os.fstat(descriptor).st_size == 0:
                return b""
            return memoryview(mmap(descriptor, 0, access=ACCESS_READ))
        finally:
            os.close(descriptor)

    def replace(self, name: str, content: bytes) -> None:
        """Write beside and rename."""
        beside = self._path / f"{name}.new"
        beside.write_bytes(content)
        beside.replace(self._path / name)

    def names(self) -> Iterable[str]:
        """What is there; nothing where there is no folder."""
        try:
            return [path.name for path in self._path.iterdir()]
        except FileNotFoundError:
            return ()

    def remove(self, name: str) -> None:
        """Take a file away."""
        (self._path / name).unlink(missing_ok=True)


class Memory:
    """Files in memory, gone with the process."""

    def __init__(self) -> None:
        self._files: dict[str, BytesIO] = {}

    def create(self, name: str) -> BinaryIO:
        """A new file to write."""
        file = self._files[name] = _Kept()
        return file

    def open(self, name: str) -> Buffer:
        """The file's content."""
        return self._files[name].getbuffer()

    def replace(self, name: str, content: bytes) -> None:
        """Put a file there."""
        self._files[name] = BytesIO(content)

    def names(self) -> Iterable[str]:
        """What is there."""
        return tuple(self._files)

    def remove(self, name: str) -> None:
        """Forget a file."""
        self._files.pop(name, None)


class _Kept(BytesIO):
    """Whoever wrote it closes it; it is read later."""

    def close(self) -> None:
        self.flush()
