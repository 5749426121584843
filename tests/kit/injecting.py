"""Faults put into a running transition: the process killed, or a system call refused, at a chosen point.

A child is forked for every attempt, with everything loaded. `strace` attaches to it and injects the fault
into the n-th call of a kind. Where the machine has no ptrace, the points are calls of C functions.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from msgspec import Struct

from docctl.errors import DocctlError

Work = Callable[[], str]
"""What the child does; the answer that it gives when it is done."""

MUTATING = (
    "write,pwrite64,openat,open,creat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,"
    "chmod,fchmod,fchmodat,utimensat,utimes,ftruncate,fsync,fdatasync,syncfs,symlink,symlinkat"
)
"""System calls that change a disk, or may."""
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")
_LIBRARIES = ("pygit2", "_pygit2", "posix", "_io", "fcntl")
_CALLS_OF_LIBGIT2 = "<cdata"


class Outcome(Struct, frozen=True):
    """How an attempt ended."""

    killed: bool
    answer: str
    """What the work returned, «refused <slug>: message» for an expected error, else «fault …»."""


class Point(Struct, frozen=True):
    """The n-th system call of a kind in one run."""

    call: str
    nth: int

    def __str__(self) -> str:
        return f"{self.call}-{self.nth}"


@cache
def strace_works() -> bool:
    """Whether a process may be traced here."""
    if shutil.which("strace") is None:
        return False
    probe = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "inject=write:error=EIO:when=1", "echo"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 1


def points_of(work: Work, log: Path) -> list[Point]:
    """Every call of the work that may change the disk; the last one is the answer that the child gives."""
    assert not attempt(work, ("-o", str(log), "-e", f"trace={MUTATING}")).killed
    counts: dict[str, int] = {}
    points = []
    for line in log.read_text("utf-8", "replace").splitlines():
        if match := _CALL.match(line):
            call, arguments = match.groups()
            counts[call] = counts.get(call, 0) + 1
            if call not in ("open", "openat") or re.search(r"O_CREAT|O_WRONLY|O_RDWR", arguments):
                points.append(Point(call, counts[call]))
    return points


def killed_at(work: Work, point: Point) -> Outcome:
    """The work, killed when it enters that call."""
    return attempt(work, _injecting(f"{point.call}:signal=KILL:when={point.nth}"))


def failing_at(work: Work, point: Point, error: str) -> Outcome:
    """The work, that call answered with the error and not done."""
    return attempt(work, _injecting(f"{point.call}:error={error}:when={point.nth}"))


def _injecting(what: str) -> tuple[str, ...]:
    call = what.partition(":")[0]
    return ("-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={what}")


def attempt(work: Work, tracing: tuple[str, ...]) -> Outcome:
    """Do the work in a child under strace with these options."""
    with _child(work) as (process, answer, go):
        strace = subprocess.Popen(["strace", "-qq", *tracing, "-p", str(process)], stderr=subprocess.DEVNULL)
        _wait_for_tracer(process, strace)
        os.write(go, b"!")
        outcome = _outcome(process, answer)
        strace.wait(30)
    return outcome


def _wait_for_tracer(process: int, strace: subprocess.Popen[bytes]) -> None:
    status = Path(f"/proc/{process}/status")
    while strace.poll() is None:
        if re.search(r"TracerPid:\t[1-9]", status.read_text()):
            return
        time.sleep(0.001)
    raise AssertionError("strace could not attach")


def killed_at_call(work: Work, nth: int) -> Outcome:
    """The work, killed before its n-th call of a C function that may touch the disk; without ptrace."""
    with _child(lambda: _profiled(work, nth)) as (process, answer, go):
        os.write(go, b"!")
        return _outcome(process, answer)


def _profiled(work: Work, nth: int) -> str:
    left = nth

    def profile(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and _touches_disk(called):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(profile)
    try:
        return work()
    finally:
        sys.setprofile(None)


def _touches_disk(called: Any) -> bool:
    module = str(getattr(called, "__module__", None) or type(getattr(called, "__self__", None)).__module__)
    return module.partition(".")[0] in _LIBRARIES or _CALLS_OF_LIBGIT2 in repr(called)


@contextmanager
def _child(work: Work) -> Iterator[tuple[int, int, int]]:
    """A child that waits for a byte, then works: its process, where it answers, where it waits."""
    (waits, go), (answer, answers) = os.pipe(), os.pipe()
    process = os.fork()
    if process == 0:
        os.close(go)
        _serve(work, waits, answers)
    os.close(waits)
    os.close(answers)
    try:
        yield process, answer, go
    finally:
        os.close(go)
        os.close(answer)


def _serve(work: Work, waits: int, answers: int) -> None:
    """In the child: nothing of the parent's may run or be written when it ends."""
    try:
        os.read(waits, 1)
        try:
            answer = work()
        except DocctlError as error:
            answer = f"refused {error.slug}: {error}"
        except BaseException as error:  # noqa: BLE001  whatever it is, the parent has to see it
            answer = f"fault {error!r}"
        os.write(answers, answer.encode())
    finally:
        os._exit(0)


def _outcome(process: int, answer: int) -> Outcome:
    told = b"".join(iter(lambda: os.read(answer, 65_536), b""))
    _, status = os.waitpid(process, 0)
    return Outcome(os.WIFSIGNALED(status), told.decode())
