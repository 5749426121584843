"""Faults of docctl itself: what nobody expected is written to a log file, not to the screen."""

import os
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from docctl import __version__

T = TypeVar("T")


class Fault(Struct, frozen=True):
    """Something that should not have happened."""

    log: str
    """The file that tells all of it; empty when none could be written."""


def guarded(action: Callable[[], T], expected: tuple[type[Exception], ...]) -> T | Fault:
    """The result of the action, or the fault that it ended in; errors that the caller expects pass."""
    try:
        return action()
    except expected:
        raise
    except Exception as error:  # noqa: BLE001  the one place where a fault becomes a log file
        return Fault(log_of(error))


def log_of(error: BaseException) -> str:
    """The path of a new log file with the traceback and what runs; empty when no folder takes one."""
    text = "".join(traceback.format_exception(error))
    report = f"docctl {__version__}\npython {sys.version}\n{sys.platform}\n{sys.argv}\n\n{text}"
    for folder in _folders():
        path = folder / f"fault-{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.write_text(report, encoding="utf-8", errors="replace")
        except OSError:
            continue
        return str(path)
    return ""


def _folders() -> tuple[Path, ...]:
    """The user's state folder, else the one for temporary files."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return (Path(state) / "docctl", Path(os.environ.get("TMPDIR", "/tmp")) / "docctl")
