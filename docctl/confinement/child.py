"""A child process: forked with its end of a pipe, read until a deadline, killed, waited for."""

import gc
import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from math import ceil
from time import monotonic, sleep
from typing import NoReturn

from msgspec import Struct

from docctl.confinement.isolation import cut_off
from docctl.confinement.limits import MIB, Confinement, impose
from docctl.errors import UnreadableDraft

PIPE = 3
"""Where the child finds its end of the pipe."""
PIECE = 65_536
FAILED = 1
PAUSE = 0.01
"""Seconds between two looks at a child that has closed its pipe and goes on."""

Life = Callable[[], NoReturn]
"""What the child does from its first moment to its exit; writes into `PIPE`."""


class Child(Struct, frozen=True):
    """A confined process, seen from outside."""

    pid: int
    pipe: int
    """Read end of the pipe."""
    limits: Confinement
    deadline: float

    def output(self) -> bytes:
        """All that it writes into the pipe; raises UnreadableDraft when that is too much or late."""
        pieces = bytearray()
        while piece := self._piece():
            pieces += piece
            if len(pieces) > self.limits.written:
                raise UnreadableDraft(
                    "what is made of it is larger than {limit} MiB", limit=self.limits.written // MIB
                )
        return bytes(pieces)

    def _piece(self) -> bytes:
        ready = select.poll()
        ready.register(self.pipe, select.POLLIN | select.POLLHUP)
        if not ready.poll(max(0.0, self.deadline - monotonic()) * 1000):
            raise self.too_late()
        return os.read(self.pipe, PIECE)

    def too_late(self) -> UnreadableDraft:
        """What is said of a process that is over its time."""
        return UnreadableDraft("it takes longer than {seconds} seconds", seconds=ceil(self.limits.seconds))

    def code(self) -> int:
        """Its exit code once it has ended, negative for a signal; raises UnreadableDraft when it is late."""
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if monotonic() > self.deadline:
                raise self.too_late()
            sleep(PAUSE)


@contextmanager
def child(life: Life, limits: Confinement) -> Iterator[Child]:
    """A confined process that lives `life`; at the end of the block it is gone, whatever happened."""
    reading, writing = os.pipe()
    # An interrupt amid a fork would end up as noise of the interpreter: it waits until both sides are ready.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    pid = os.fork()
    if pid == 0:
        _live(life, limits, writing)
    try:
        os.close(writing)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        yield Child(pid, reading, limits, monotonic() + limits.seconds)
    finally:
        _end(pid)
        os.close(reading)


def _end(pid: int) -> None:
    """The process and those that it started, dead and buried."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _live(life: Life, limits: Confinement, pipe: int) -> NoReturn:
    """The child's side. Its exit runs nothing of the parent's."""
    try:
        os.setsid()
        # What the parent has open is not the child's, and no collection may close it a second time here.
        gc.freeze()
        _keep_only(pipe)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        cut_off()
        impose(limits)
        life()
    finally:
        os._exit(FAILED)


def _keep_only(pipe: int) -> None:
    """Of all open files the pipe stays, as number `PIPE`; in, out and errors lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    os.dup2(pipe, PIPE)
    os.closerange(PIPE + 1, os.sysconf("SC_OPEN_MAX"))
