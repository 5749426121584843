"""Limits on what one draft may cost: hostile files are small and ask for hours and gigabytes."""

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from docctl.docx.limits import MIB
from docctl.errors import UnreadableDraft

SECONDS = 12.0
"""Of computing, not of waiting: an honest draft of 300 pages takes less than one."""
MEMORY = 768 * MIB
"""Of data of the process: an honest draft of 300 pages takes a tenth of it. MemoryError comes above."""
AGAIN = 1.0
"""Seconds until the limit of time speaks again, where something swallowed it."""


@contextmanager
def cost_limit(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Raise UnreadableDraft once the block has computed for too long, MemoryError when it asks for too much.

    Limits belong to the process: a block in another thread than the main one has none.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with _memory_limit(memory), _time_limit(seconds):
        yield


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    def refuse(_signal: int, _frame: FrameType | None) -> None:
        raise UnreadableDraft("it takes longer than {seconds} seconds", seconds=round(seconds))

    before = signal.signal(signal.SIGPROF, refuse)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _memory_limit(memory: int) -> Iterator[None]:
    before, hard = resource.getrlimit(resource.RLIMIT_DATA)
    tighter = [memory, *(limit for limit in (before, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(tighter), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, hard))
