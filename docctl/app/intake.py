"""Files that come from outside: read once, within limits, and only when nobody is still writing them."""

import os
import stat
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from docctl.docx.limits import LIMITS, MIB
from docctl.errors import UsageError

PDF = b"%PDF-"
"""How a PDF begins; anything may stand before it in the first kilobyte."""
HEAD = 1024


class Incoming(Struct, frozen=True):
    """A file as it was read: what is stored and hashed is exactly this."""

    path: Path
    content: bytes
    sha256: str


def read_outside(path: Path) -> Incoming:
    """The whole file, read once.

    Raises UsageError when there is none, it is too large, or somebody changed it meanwhile.
    """
    try:
        content = _read(path)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise UsageError("Cannot be read: {reason}.", at=str(path), reason=reason) from error
    return incoming_of(path, content)


def incoming_of(path: Path, content: bytes) -> Incoming:
    """A file with this content, as if it had been read."""
    return Incoming(path, content, sha256(content).hexdigest())


def read_scan(path: Path) -> Incoming:
    """A scan of the signed paper; raises UsageError when it is no PDF."""
    scan = read_outside(path)
    if PDF not in scan.content[:HEAD]:
        raise UsageError("This is no PDF; a scan of the signed paper must be one.", at=str(path))
    return scan


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise UsageError("This is no file.", at=str(path))
        content = file.read(LIMITS.file + 1)
        after = os.fstat(file.fileno())
    if len(content) > LIMITS.file:
        raise UsageError("The file is larger than {limit} MiB.", at=str(path), limit=LIMITS.file // MIB)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(content) != after.st_size:
        raise UsageError(
            "The file is still being written. Wait until it is there whole, then try again.", at=str(path)
        )
    return content
