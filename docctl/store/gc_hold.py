"""Git's own garbage collection kept waiting while docctl writes: it could take what no branch holds yet."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from docctl.errors import Busy
from docctl.store.git_locks import remove_left_locks
from docctl.store.private import git_folder
from docctl.store.repository import disk_trouble

_NAME = "gc.pid"
"""Where a running ``git gc`` says who it is; before it starts it looks there whether another one lives."""
_PAUSE = 0.05


@contextmanager
def no_collection(root: Path, deadline: float) -> Iterator[None]:
    """While this is held, ``git gc`` says that one is running already.

    Waits for one that runs until `deadline` (monotonic seconds), then raises Busy. Raises DiskTrouble.
    """
    file = git_folder(root) / _NAME
    while not _taken(root, file, deadline):
        if time.monotonic() >= deadline:
            raise Busy("Git is tidying up this workspace. Nothing was changed; try again.", at=str(file))
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):  # what is left of a process that ended holds nobody up
            file.unlink()


def _taken(root: Path, file: Path, deadline: float) -> bool:
    """As Git takes it: under a lock, look who is there, and put oneself there by renaming the lock."""
    lock = file.with_name(f"{_NAME}.lock")
    remove_left_locks(root, (_NAME,), deadline)
    with disk_trouble(root):
        try:
            with lock.open("x", encoding="ascii") as note:
                note.write(f"{os.getpid()} {socket.gethostname()}")
        except FileExistsError:
            return False
        if _is_running(file):
            lock.unlink()
            return False
        lock.replace(file)
    return True


def _is_running(file: Path) -> bool:
    try:
        process, _, host = file.read_text("ascii", "replace").strip().partition(" ")
    except FileNotFoundError:
        return False
    if host != socket.gethostname() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()
