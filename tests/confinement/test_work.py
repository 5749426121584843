"""Hostile work costs itself: time, memory, processes, network and output are bounded, errors plain."""

import ctypes
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docctl.confinement import ConfinedFault, Confinement, confined
from docctl.confinement.limits import MIB
from docctl.errors import Busy, UnacceptedFormat, UnreadableDraft
from docctl.wording import Said

LIMITS = Confinement(seconds=20, computing=10, memory=2048 * MIB, written=4 * MIB)
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux cuts a process off")


def reversed_words(sentence: str) -> str:
    """A translation."""
    return " ".join(reversed(sentence.split()))


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    files = len(list(Path("/proc/self/fd").iterdir()))
    yield
    assert len(list(Path("/proc/self/fd").iterdir())) == files
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


@pytest.mark.parametrize("size", [0, 1, 3 * MIB])
def test_the_result_comes_back(size: int) -> None:
    assert confined(lambda: b"x" * size, LIMITS) == b"x" * size


def test_it_is_another_process() -> None:
    assert int(confined(lambda: str(os.getpid()).encode(), LIMITS)) != os.getpid()


def test_waiting_is_limited() -> None:
    def wait() -> bytes:
        time.sleep(600)
        return b""

    with pytest.raises(UnreadableDraft, match="longer than 1 seconds"):
        confined(wait, Confinement(seconds=0.5))


def test_waiting_after_the_answer_is_limited() -> None:
    def hang_up() -> bytes:
        os.close(3)
        time.sleep(600)
        return b""

    with pytest.raises(UnreadableDraft, match="longer than 1 seconds"):
        confined(hang_up, Confinement(seconds=0.5))


def test_computing_is_limited() -> None:
    def compute() -> bytes:
        while True:
            pass

    with pytest.raises(UnreadableDraft, match="longer than 1 seconds"):
        confined(compute, Confinement(seconds=60, computing=1))


def test_memory_is_limited() -> None:
    with pytest.raises(UnreadableDraft, match="more memory"):
        confined(lambda: bytes(3072 * MIB), LIMITS)


def test_endless_recursion_is_refused() -> None:
    def deeper() -> bytes:
        return deeper()

    with pytest.raises(UnreadableDraft, match="more memory"):
        confined(deeper, LIMITS)


def test_a_flood_of_output_is_refused() -> None:
    with pytest.raises(UnreadableDraft, match="larger than 4 MiB"):
        confined(lambda: bytes(5 * MIB), LIMITS)


def test_a_file_that_it_writes_is_limited(tmp_path: Path) -> None:
    def write() -> bytes:
        (tmp_path / "flood").write_bytes(bytes(64 * MIB))
        return b""

    with pytest.raises(ConfinedFault, match="File too large"):
        confined(write, LIMITS)
    assert (tmp_path / "flood").stat().st_size <= LIMITS.written


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_death_is_said(sign: signal.Signals) -> None:
    def die() -> bytes:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), sign)
        return b""

    with pytest.raises(UnreadableDraft, match="died"):
        confined(die, LIMITS)


@pytest.mark.parametrize("sent", [b"", b"\xc1 hostile", b"\x80\x04\x95 a pickle"])
def test_what_is_no_answer_is_not_read(sent: bytes) -> None:
    def lie() -> bytes:
        os.write(3, sent)
        os._exit(0)

    with pytest.raises(UnreadableDraft, match="died"):
        confined(lie, LIMITS)


@pytest.mark.parametrize(
    "error",
    [
        UnreadableDraft("it has {count} pages of {kind}", count=3, kind=Said("paper")),
        UnacceptedFormat("it is not a document", at="draft.pdf"),
        Busy("later"),
    ],
)
def test_an_error_comes_back_as_it_was(error: UnreadableDraft) -> None:
    def refuse() -> bytes:
        raise error

    with pytest.raises(type(error)) as met:
        confined(refuse, LIMITS)
    assert type(met.value) is type(error)
    assert (met.value.message, met.value.at, met.value.values) == (error.message, error.at, error.values)
    assert met.value.worded(reversed_words) == error.worded(reversed_words)


def test_an_error_known_only_there_comes_back_as_the_nearest() -> None:
    def refuse() -> bytes:
        class Scanned(UnacceptedFormat):
            """Not known to the parent."""

        raise Scanned("it is a scan")

    with pytest.raises(UnacceptedFormat, match="it is a scan"):
        confined(refuse, LIMITS)


def test_any_other_error_is_a_fault_with_its_traceback() -> None:
    with pytest.raises(ConfinedFault, match=r"(?s)test_work\.py.*ZeroDivisionError"):
        confined(lambda: bytes(1 // 0), LIMITS)


@linux
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK])
def test_there_is_no_network(family: socket.AddressFamily, server: socket.socket) -> None:
    def call() -> bytes:
        with socket.socket(family) as calling:
            calling.connect(server.getsockname())
        return b""

    with pytest.raises(ConfinedFault, match="Address family not supported"):
        confined(call, LIMITS)
    with pytest.raises(BlockingIOError):
        server.accept()


@linux
def test_the_network_itself_is_another() -> None:
    here = Path("/proc/self/ns/net").readlink()
    if os.environ.get("CI") != "true" and not Path("/proc/sys/user/max_user_namespaces").exists():
        pytest.skip("this kernel has no user namespaces")
    assert confined(lambda: bytes(Path("/proc/self/ns/net").readlink()), LIMITS) != bytes(here)


@linux
@pytest.mark.parametrize("start", [os.fork, lambda: os.posix_spawn("/bin/true", ["true"], {})])
def test_no_process_can_be_started(start: Callable[[], int]) -> None:
    """A fork bomb does not get beyond its first fork."""
    with pytest.raises(ConfinedFault, match="Operation not permitted"):
        confined(lambda: bytes(start()), LIMITS)


@linux
@pytest.mark.parametrize(
    "call", [57, 58, 101, 310, 311, 425, 435, 438] if os.uname().machine == "x86_64" else [117, 425, 435]
)
def test_other_ways_out_are_closed(call: int) -> None:
    def attempt() -> bytes:
        return str(ctypes.CDLL(None).syscall(call, 0, 0, 0, 0, 0, 0)).encode()

    assert confined(attempt, LIMITS) == b"-1"


def test_threads_work() -> None:
    def thread() -> bytes:
        told: list[bytes] = []
        other = threading.Thread(target=told.append, args=(b"done",))
        other.start()
        other.join()
        return told[0]

    assert confined(thread, LIMITS) == b"done"


def test_open_files_stay_outside(tmp_path: Path) -> None:
    with (tmp_path / "open").open("wb") as file:
        number = file.fileno()

        def look() -> bytes:
            return bytes(os.fstat(number).st_size)

        with pytest.raises(ConfinedFault, match="Bad file descriptor"):
            confined(look, LIMITS)


def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    """A child of ours runs confined work and is killed: what it ran lets go of the pipe it holds."""
    alive = tmp_path / "alive"
    os.mkfifo(alive)

    def hold() -> bytes:
        with alive.open("wb") as held:
            held.write(b"x")
            held.flush()
            time.sleep(600)
        return b""

    pid = os.fork()
    if pid == 0:
        try:
            confined(hold, Confinement(seconds=600))
        finally:
            os._exit(0)
    with alive.open("rb") as watched:
        assert watched.read(1) == b"x"
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        assert watched.read() == b""
