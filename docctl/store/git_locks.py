"""Lock files that a killed Git or docctl left behind: removed when nobody can be using them."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from docctl.errors import Busy
from docctl.store.private import git_folder

_PAUSE = 0.05
_PROCESSES = Path("/proc")
_OLD = 600.0
"""Seconds after which a lock counts as left behind where processes cannot be looked at."""


def remove_left_locks(root: Path, names: tuple[str, ...], deadline: float) -> None:
    """Remove those locks among `names` (files in the Git folder, without ``.lock``) that nobody holds.

    To be called while holding docctl's own lock: no other docctl is writing then. Waits for a running Git
    until `deadline` (monotonic seconds), then raises Busy.
    """
    for name in names:
        lock = git_folder(root) / f"{name}.lock"
        while (found := _identity(lock)) is not None:
            if _is_left(lock, root):
                _remove(lock, found)
            elif time.monotonic() >= deadline:
                raise Busy("Git is working in this workspace. Nothing was changed; try again.", at=str(lock))
            else:
                time.sleep(_PAUSE)


def _identity(lock: Path) -> tuple[int, int] | None:
    """By which one lock is told from a later one of the same name."""
    try:
        state = lock.lstat()
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_mtime_ns


def _remove(lock: Path, found: tuple[int, int]) -> None:
    if _identity(lock) == found:
        lock.unlink(missing_ok=True)


def locked_refs(root: Path) -> tuple[str, ...]:
    """Every ref that has a lock, as `remove_left_locks` takes them; looks at all refs."""
    git = git_folder(root)
    locks = (git / "refs").rglob("*.lock")
    return tuple(str(lock.relative_to(git).with_suffix("")) for lock in locks)


def _is_left(lock: Path, root: Path) -> bool:
    if not (_PROCESSES / "self" / "fd").is_dir():
        return lock.exists() and time.time() - lock.stat().st_mtime > _OLD
    return not any(_may_hold(process, lock, root) for process in _processes())


def _processes() -> Iterator[Path]:
    own = str(os.getpid())
    return (one for one in _PROCESSES.iterdir() if one.name.isdecimal() and one.name != own)


def _may_hold(process: Path, lock: Path, root: Path) -> bool:
    """Whether the process has the lock open, or is a Git that works in this workspace."""
    try:
        name = (process / "comm").read_text("utf-8", "replace")
        if name.startswith("git") and root.resolve() in (here := (process / "cwd").readlink(), *here.parents):
            return True
        return any(one.readlink() == lock.resolve() for one in (process / "fd").iterdir())
    except OSError:
        return False
