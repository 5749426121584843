"""Hints that something happened in the folder: from a process of its own, which may die without harm.

Its only word is a byte in a pipe. It says "look", never what: a look at the folder is the truth. So events
that are lost, doubled or too many cost nothing, and the watcher has no threads, which do not go with forks.
"""

import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from docctl.app.watching.names import OWN

OBSERVERS, EVENTS = "watchdog.observers", "watchdog.events"
"""Loaded in that process alone."""
KINDS = (
    "FileCreatedEvent",
    "FileModifiedEvent",
    "FileMovedEvent",
    "FileClosedEvent",
    "DirCreatedEvent",
    "DirMovedEvent",
)
HINT = b"."


class Hints:
    """The ear at the folder. `pipe` is readable when there is a hint, or when the process died."""

    def __init__(self, root: Path, leave: Callable[[], None]) -> None:
        self.pipe, ear = os.pipe()
        # The process ends when this end of its lifeline is closed, however its parent ends.
        lifeline, self._lifeline = os.pipe()
        os.set_blocking(self.pipe, False)
        os.set_blocking(ear, False)
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        self._process = os.fork()
        if self._process == 0:
            for unused in (self.pipe, self._lifeline):
                os.close(unused)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            _listen(lambda: _observe(root, ear, lifeline), leave)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(ear)
        os.close(lifeline)

    def heard(self) -> bool:
        """Take all hints; False when the process has died."""
        with suppress(BlockingIOError):
            while taken := os.read(self.pipe, 4096):
                pass
            return bool(taken)
        return True

    def close(self) -> None:
        """End the process."""
        os.close(self.pipe)
        os.close(self._lifeline)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _listen(observe: Callable[[], None], leave: Callable[[], None]) -> NoReturn:
    """The life of the process: until its parent ends, or nobody can listen here. It never says a word."""
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(silence, number)
        leave()
        observe()
    finally:
        os._exit(0)


def _observe(root: Path, ear: int, lifeline: int) -> None:
    events = import_module(EVENTS)
    own = tuple(f"{root / name}{os.sep}" for name in OWN)

    def hint(event: object) -> None:
        if not str(getattr(event, "src_path", "")).startswith(own):
            with suppress(BlockingIOError):  # full: the reader knows already
                os.write(ear, HINT)

    handler = events.FileSystemEventHandler()
    handler.on_any_event = hint
    observer = import_module(OBSERVERS).Observer()
    observer.schedule(
        handler, os.fspath(root), recursive=True, event_filter=[getattr(events, kind) for kind in KINDS]
    )
    observer.start()
    # What happened before the ear was open is seen by the look that this one asks for.
    os.write(ear, HINT)
    poll = select.poll()
    poll.register(lifeline, select.POLLHUP)
    alive = (observer, *observer.emitters)
    while all(thread.is_alive() for thread in alive) and not poll.poll(1000):
        pass
