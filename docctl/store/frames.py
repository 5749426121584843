"""A file of derived data to which records are added at the end; what is damaged counts as not there."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from docctl import __version__
from docctl.store.private import make_private, private_path, replace_file

_FORMAT = 1
_HEADER = f"docctl cache {_FORMAT} {__version__}\n".encode()
_LENGTH, _DIGEST = 8, 16


def read_frames(root: Path, name: str) -> list[bytes]:
    """The records that are whole, up to the first that is not; none of another version's."""
    try:
        data = memoryview(private_path(root, name).read_bytes())
    except OSError:
        return []
    return _frames(data[len(_HEADER) :]) if data[: len(_HEADER)] == _HEADER else []


def _frames(data: memoryview) -> list[bytes]:
    frames = []
    while len(data) >= _LENGTH + _DIGEST:
        end = _LENGTH + _DIGEST + int.from_bytes(data[:_LENGTH])
        content = data[_LENGTH + _DIGEST : end]
        if len(data) < end or _digest(content) != data[_LENGTH : _LENGTH + _DIGEST]:
            break
        frames.append(bytes(content))
        data = data[end:]
    return frames


def replace_frames(root: Path, name: str, frames: Iterable[bytes]) -> None:
    """Write the file anew; where that is not possible the next reader does without."""
    try:
        make_private(root)
        content = b"".join([_HEADER, *map(_framed, frames)])
        replace_file(private_path(root, name), content, durable=False)
    except OSError:
        return


def add_frame(root: Path, name: str, content: bytes) -> None:
    """Add a record to a file that is there; where that is not possible the next reader catches up."""
    try:
        with private_path(root, name).open("r+b") as file:
            file.seek(0, 2)
            file.write(_framed(content))
    except OSError:
        return


def _framed(content: bytes) -> bytes:
    return len(content).to_bytes(_LENGTH) + _digest(content) + content


def _digest(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()
