"""Tasks spread over processes: order is the caller's, death costs one task, nothing is left behind."""

import faulthandler
import gc
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docctl.app import pool
from docctl.app.pool import Lost, run_tasks

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def results(work: Callable[[int], bytes], count: int, jobs: int = 2) -> dict[int, bytes | Lost]:
    return dict(run_tasks(work, count, jobs))


def children() -> int:
    """Processes of ours that nobody waited for."""
    try:
        return os.waitpid(-1, os.WNOHANG)[0] + 1
    except ChildProcessError:
        return 0


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def sleepy(at: int) -> bytes:
    """The first task sleeps."""
    if at == 0:
        time.sleep(60)
    return b"done"


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    gc.collect()  # what other tests left open must not close itself meanwhile
    pipes = open_files()
    yield
    assert children() == 0
    assert open_files() == pipes


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_task_has_its_result(jobs: int) -> None:
    assert results(lambda at: str(at).encode() * 100_000, 7, jobs) == {
        at: str(at).encode() * 100_000 for at in range(7)
    }


def test_empty_results_and_no_tasks() -> None:
    assert results(lambda _: b"", 3) == {0: b"", 1: b"", 2: b""}
    assert results(lambda _: b"", 0) == {}


def test_tasks_run_in_other_processes() -> None:
    assert str(os.getpid()).encode() not in results(lambda _: str(os.getpid()).encode(), 2).values()


@pytest.mark.parametrize("sign", [signal.SIGSEGV, signal.SIGKILL])
def test_a_death_costs_one_task(sign: signal.Signals) -> None:
    def work(at: int) -> bytes:
        if at in (1, 2):
            faulthandler.disable()
            os.kill(os.getpid(), sign)
        return b"done"

    done = results(work, 5)
    assert {at for at, result in done.items() if isinstance(result, Lost)} == {1, 2}
    assert [done[at] for at in (0, 3, 4)] == [b"done"] * 3


def test_an_error_in_a_worker_costs_one_task() -> None:
    def work(at: int) -> bytes:
        return b"done" if at else bytes(at // at)

    done = results(work, 2)
    assert isinstance(done[0], Lost)
    assert done[1] == b"done"


def test_a_task_has_a_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LONGEST", 0.3)
    done = results(sleepy, 3)
    lost = done.pop(0)
    assert isinstance(lost, Lost)
    assert "longer than" in str(lost.cause)
    assert set(done.values()) == {b"done"}


def test_leaving_early_ends_the_workers() -> None:
    running = run_tasks(sleepy, 3, 2)
    assert next(running)[1] == b"done"
    running.close()
