"""Many drafts examined by several processes; a draft that kills its process costs itself, not the run.

Forked by hand instead of through `multiprocessing`: workers inherit rules and paths, nothing is imported or
sent anew, and the death of one leaves the others alone. A worker reads the ordinals of drafts from one pipe
and writes framed reports into another.
"""

import os
import select
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from time import monotonic
from typing import NoReturn

from msgspec import Struct

from docctl.errors import UnreadableDraft

LONGEST = 120.0
"""Seconds that one draft may take before its process is ended."""
FRAME = 4
"""Bytes of an ordinal and of the length of a report."""

Work = Callable[[int], bytes]
"""The result of the task with this ordinal; runs in a worker."""


class _Worker(Struct):
    pid: int
    tasks: int
    """Write end of the pipe of ordinals."""
    results: int
    """Read end of the pipe of results."""
    task: int = -1
    """Ordinal of the task under way."""
    deadline: float = 0.0

    @property
    def late(self) -> bool:
        """Whether its task is over its time."""
        return self.deadline <= monotonic()


class Lost(Struct, frozen=True):
    """A task whose worker ended before it had a result."""

    cause: UnreadableDraft


def run_tasks(work: Work, count: int, jobs: int) -> Generator[tuple[int, bytes | Lost], None, None]:
    """The results of `work` for the ordinals 0 to `count` - 1, as they come, from up to `jobs` processes."""
    waiting = iter(range(count))
    workers: dict[int, _Worker] = {}
    try:
        for _ in range(min(jobs, count)):
            _employ(work, workers, waiting)
        while workers:
            for worker in _ready(workers):
                done, result = worker.task, _result(worker)
                if isinstance(result, Lost) or worker.late:
                    _end(workers.pop(worker.results))
                    _employ(work, workers, waiting)
                elif (task := next(waiting, None)) is not None:
                    _assign(worker, task)
                else:
                    _end(workers.pop(worker.results))
                # Only now, lest the worker waits while the result is looked at.
                yield done, result
    finally:
        for worker in workers.values():
            _end(worker)


def _employ(work: Work, workers: dict[int, _Worker], waiting: Iterator[int]) -> None:
    """A new worker with its first task, when there is one left."""
    task = next(waiting, None)
    if task is not None:
        worker = _fork(work, tuple(workers.values()))
        workers[worker.results] = worker
        _assign(worker, task)


def _assign(worker: _Worker, task: int) -> None:
    worker.task = task
    worker.deadline = monotonic() + LONGEST
    with suppress(BrokenPipeError):  # it died meanwhile: the end of its results is seen next
        os.write(worker.tasks, task.to_bytes(FRAME))


def _ready(workers: dict[int, _Worker]) -> list[_Worker]:
    """The workers that have a result, died, or are over their time (those are ended here)."""
    poll = select.poll()
    for results in workers:
        poll.register(results, select.POLLIN | select.POLLHUP)
    nearest = min(worker.deadline for worker in workers.values())
    ready = poll.poll(max(0.0, nearest - monotonic()) * 1000)
    if ready:
        return [workers[results] for results, _ in ready]
    late = [worker for worker in workers.values() if worker.late]
    for worker in late:
        os.kill(worker.pid, signal.SIGKILL)
    return late


def _result(worker: _Worker) -> bytes | Lost:
    head = _read(worker.results, FRAME)
    body = _read(worker.results, int.from_bytes(head)) if len(head) == FRAME else b""
    if head and len(body) == int.from_bytes(head):
        return body
    if worker.late:
        return Lost(UnreadableDraft("it takes longer than {seconds} seconds", seconds=int(LONGEST)))
    return Lost(UnreadableDraft("the process that read it died: it may be made to do harm"))


def _read(pipe: int, length: int) -> bytes:
    """So many bytes, fewer only where the pipe ends."""
    pieces = bytearray()
    while len(pieces) < length and (piece := os.read(pipe, length - len(pieces))):
        pieces += piece
    return bytes(pieces)


def _end(worker: _Worker) -> None:
    os.close(worker.tasks)
    os.close(worker.results)
    os.kill(worker.pid, signal.SIGKILL)
    os.waitpid(worker.pid, 0)


def _fork(work: Work, others: Sequence[_Worker]) -> _Worker:
    """A new worker; it must not hold the pipes of the others, lest they outlive the parent."""
    tasks_in, tasks_out = os.pipe()
    results_in, results_out = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    # An interrupt amid a fork would end up as noise of the interpreter: it waits until both sides are ready.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    pid = os.fork()
    if pid == 0:
        for pipe in (
            tasks_out,
            results_in,
            *(end for other in others for end in (other.tasks, other.results)),
        ):
            os.close(pipe)
        _labour(work, tasks_in, results_out)
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    os.close(tasks_in)
    os.close(results_out)
    return _Worker(pid, tasks_out, results_in)


def _labour(work: Work, tasks: int, results: int) -> NoReturn:
    """The life of a worker. An interrupt is the parent's to answer; its exit runs nothing of the parent's."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while head := _read(tasks, FRAME):
            body = work(int.from_bytes(head))
            _write(results, len(body).to_bytes(FRAME) + body)
    finally:
        os._exit(0)


def _write(pipe: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
