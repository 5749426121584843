"""A draft taken in: copied as it lies there, so that all that is said is said of the same bytes."""

import os
import stat
from hashlib import sha256
from pathlib import Path

from docctl.app.watching.deciding import Stamp
from docctl.app.watching.looking import stamp_of
from docctl.docx.limits import LIMITS, MIB


def take_in(path: Path, stamp: Stamp, target: Path) -> str | None:
    """The SHA-256 of the copy; None when the file is no more what its stamp says. Raises OSError.

    Of a file that is larger than any draft may be, enough is taken to refuse it.
    """
    # Somebody may have put a link or a pipe in its place since it was seen.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as source:
        if not _is(source.fileno(), stamp):
            return None
        digest, left = sha256(), LIMITS.file + 1
        with target.open("xb") as copy:
            while left and (piece := source.read(min(left, MIB))):
                digest.update(piece)
                copy.write(piece)
                left -= len(piece)
        return digest.hexdigest() if _is(source.fileno(), stamp) else None


def _is(descriptor: int, stamp: Stamp) -> bool:
    found = os.fstat(descriptor)
    return stat.S_ISREG(found.st_mode) and stamp_of(found) == stamp
