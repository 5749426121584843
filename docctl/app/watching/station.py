"""The drop folder in the hands of one watcher: its lock, its ledger, its place for unfinished work."""

import errno
import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docctl.app.watching.ledger import Ledger, open_ledger
from docctl.app.watching.names import STATE
from docctl.errors import Busy, DiskTrouble, DocctlError

LOCK, LEDGER, SCRATCH = "lock", "ledger.sqlite", "tmp"
WAIT = 3.0
"""Seconds for which the lock is tried: processes of a watcher that was killed may hold it for a moment."""
_PAUSE = 0.05


class FolderLost(DocctlError):
    """The drop folder is not there: deleted, or its network share is lost."""

    slug = "folder-lost"
    exit_code = 4


class Station:
    """A drop folder that this process alone works in."""

    def __init__(self, root: Path, ledger: Ledger, lock: int) -> None:
        self.root, self.ledger = root, ledger
        self.state = root / STATE
        self._lock: int | None = lock
        self._identity = _identity(self.state)

    def leave(self) -> None:
        """In a forked process: the lock is its parent's alone, and free as soon as that ends."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def refuse_loss(self) -> None:
        """Raises FolderLost when the folder is not the one any more that was opened."""
        try:
            same = _identity(self.state) == self._identity
        except OSError:
            same = False
        if not same:
            raise _lost(self.root)

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """An empty folder on the same file system, gone afterwards with all that is in it."""
        folder = self.state / SCRATCH
        clear(folder)
        try:
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise _unwritable(self.root, error) from error
        try:
            yield folder
        finally:
            clear(folder)


def clear(folder: Path) -> None:
    """The folder is not there any more; what cannot be taken away is left."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def open_station(root: Path) -> Iterator[Station]:
    """Hold the folder alone.

    Raises:
        Busy: another watcher holds it.
        FolderLost: it is not there.
        DiskTrouble: nothing can be written into it.
    """
    if not root.is_dir():
        raise _lost(root)
    state = root / STATE
    try:
        state.mkdir(exist_ok=True, mode=0o700)
        lock = os.open(state / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise _unwritable(root, error) from error
    try:
        _acquire(lock, root)
        # What a watcher that was killed had under way: copies of drafts, which nobody else should find.
        clear(state / SCRATCH)
        ledger = open_ledger(state / LEDGER)
        try:
            yield Station(root, ledger, lock)
        finally:
            ledger.close()
    finally:
        os.close(lock)


def _acquire(lock: int, root: Path) -> None:
    deadline = time.monotonic() + WAIT
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise Busy("Another docctl watches this folder already.", at=str(root)) from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise _unwritable(root, error) from error
        else:
            return


def _identity(folder: Path) -> tuple[int, int]:
    found = folder.stat()
    return found.st_dev, found.st_ino


def _lost(root: Path) -> FolderLost:
    return FolderLost("The folder is not there.", at=str(root))


def _unwritable(root: Path, error: OSError) -> DiskTrouble:
    reason = os.strerror(error.errno or errno.EIO)
    return DiskTrouble("Nothing can be written into this folder: {reason}.", at=str(root), reason=reason)
