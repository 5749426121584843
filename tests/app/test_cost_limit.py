"""Computing and memory are limited, waiting is not, and the limits are gone afterwards."""

import resource
import signal
import sys
import threading
import time

import pytest

from docctl.app.cost_limit import cost_limit
from docctl.docx.limits import MIB
from docctl.errors import UnreadableDraft


def compute(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_long_computing_is_refused() -> None:
    with pytest.raises(UnreadableDraft, match="longer than"), cost_limit(0.05):
        compute(5)


def test_short_computing_and_waiting_are_not() -> None:
    with cost_limit(0.2):
        compute(0.02)
        time.sleep(0.3)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts all data")
def test_much_memory_is_refused() -> None:
    with pytest.raises(MemoryError), cost_limit(memory=600 * MIB):
        bytearray(700 * MIB)
    assert len(bytearray(10 * MIB)) == 10 * MIB


def test_nothing_is_left_behind() -> None:
    before = signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_DATA)
    with cost_limit(0.05):
        pass
    compute(0.1)
    assert (signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_DATA)) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_other_threads_have_none() -> None:
    done: list[bool] = []

    def work() -> None:
        with cost_limit(0.01):
            compute(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
