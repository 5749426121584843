"""A wish to end, from outside: heard at once, obeyed when nothing is under way."""

import mmap
import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType

from docctl.app.watching.notify import ALIVE, notify

PULSE = 20.0
"""Seconds between two signs of life while nothing happens."""
GRACE = 20
"""Seconds that drafts under way have to be finished; then they are left for the next time."""


class Stopped(BaseException):
    """The grace is over, or the wish was said twice: what is under way is dropped. As after a kill."""


class Stop:
    """Whether somebody wants the watcher to end; forked processes see it as well."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        self._asked = mmap.mmap(-1, 1)
        self.bell, self._ringer = os.pipe()
        """Readable once the wish was said."""
        os.set_blocking(self._ringer, False)

    @property
    def asked(self) -> int:
        """The signal that said it; 0 when none has."""
        return self._asked[0]

    def is_asked(self) -> bool:
        """Whether somebody wants it to end."""
        return bool(self.asked)

    def wait(self, until: float, *pipes: int) -> None:
        """Until that moment (of the monotonic clock), the wish, or something to read in one of the pipes."""
        poll = select.poll()
        for pipe in (self.bell, *pipes):
            poll.register(pipe, select.POLLIN)
        while (left := until - monotonic()) > 0:
            notify(ALIVE)
            if poll.poll(1000 * min(left, PULSE)):
                return

    def hear(self, number: int, _frame: FrameType | None) -> None:
        """The handler of signals; a forked process leaves them to the one that forked it."""
        if os.getpid() != self._owner:
            return
        if self.asked:
            raise Stopped
        self._asked[0] = number
        os.write(self._ringer, b"!")
        signal.alarm(GRACE)

    def close(self) -> None:
        """Give its pipe back."""
        os.close(self.bell)
        os.close(self._ringer)


@contextmanager
def hearing() -> Iterator[Stop]:
    """SIGTERM and SIGINT are wishes to end while the block runs."""
    stop = Stop()
    heard = (signal.SIGTERM, signal.SIGINT, signal.SIGALRM)
    before = {number: signal.signal(number, stop.hear) for number in heard}
    try:
        yield stop
    finally:
        signal.alarm(0)
        for number, handler in before.items():
            signal.signal(number, handler)
        stop.close()
