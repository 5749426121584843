"""One writer at a time: a lock that the kernel frees when its holder ends, however it ends."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docctl.errors import Busy, DiskTrouble
from docctl.store.private import make_private, private_path

_LOCK = "lock"
_PAUSE = 0.02
"""Seconds between two attempts."""


@contextmanager
def locked(root: Path, wait: float) -> Iterator[float]:
    """Hold the workspace's lock; the time at which it was got. Raises Busy after `wait` seconds."""
    descriptor = _open(root)
    try:
        _acquire(descriptor, time.monotonic() + wait)
        yield time.time()
    finally:
        os.close(descriptor)


def _open(root: Path) -> int:
    try:
        make_private(root)
        return os.open(
            private_path(root, _LOCK), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600
        )
    except OSError as error:
        raise DiskTrouble(
            "Nothing can be written into this workspace: {reason}. Nothing was changed.",
            at=str(root),
            reason=os.strerror(error.errno or errno.EIO),
        ) from error


def _acquire(descriptor: int, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise Busy(
                    "Somebody else is writing into the workspace. Nothing was changed; try again."
                ) from None
            time.sleep(_PAUSE)
        else:
            return
