"""`docctl watch` while it runs: what people and programs do to the folder under its eyes."""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import docctl
from tests.cli.watching import (
    ended,
    faulty,
    log,
    numbered,
    pages,
    refused,
    started,
    until,
    whole,
)

Watcher = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "drop").mkdir()
    return tmp_path


@pytest.fixture
def watcher(home: Path) -> Iterator[Watcher]:
    """Starts watchers of the folder; none outlives the test."""
    calls: list[subprocess.Popen[str]] = []

    def start(*arguments: object, **more: str) -> "subprocess.Popen[str]":
        calls.append(started(home, *arguments, **more))
        until(lambda: is_held(home), calls[-1])
        return calls[-1]

    yield start
    for call in calls:
        call.kill()
        call.wait()


def is_held(home: Path) -> bool:
    """Whether a watcher has the folder in its hands."""
    return (home / "drop" / ".docctl-watch" / "ledger.sqlite-wal").exists()


def fill(home: Path, count: int) -> None:
    """Drop so many different drafts at once."""
    for number in range(count):
        (home / "drop" / f"draft-{number}.docx").write_bytes(numbered(number))


@pytest.mark.parametrize("arguments", [(), ("--polling",), ("--jobs", "1")])
def test_drops_are_answered_as_they_come(home: Path, watcher: Watcher, arguments: tuple[str, ...]) -> None:
    call = watcher(*arguments)
    (home / "drop" / "a.docx").write_bytes(whole())
    until(lambda: len(pages(home)) == 1, call)
    (home / "drop" / "unit").mkdir()
    (home / "drop" / "unit" / "b.docx").write_bytes(faulty())
    until(lambda: len(pages(home)) == 2, call)
    (home / "drop" / "c.txt").write_bytes(b"note")
    until(lambda: (home / "drop" / "refused" / "c.txt").exists(), call)
    assert set(refused(home)) == {"c.txt"}
    assert ended(call) == 0


def test_hints_are_heard_long_before_the_next_look(home: Path, watcher: Watcher) -> None:
    call = watcher("--every", "86400")
    for number in range(3):
        (home / "drop" / f"{number}.docx").write_bytes(numbered(number))
        until(lambda count=number + 1: len(pages(home)) == count, call)  # type: ignore[misc]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_a_signal_ends_it_cleanly(home: Path, watcher: Watcher, number: signal.Signals, code: int) -> None:
    call = watcher()
    fill(home, 40)
    until(lambda: len(pages(home)) > 3, call)
    assert ended(call, number) == code
    there = len(pages(home))
    assert "Traceback" not in log(home)
    assert not (home / "drop" / "refused").exists()
    assert log(home).count("errors") == there
    state = home / "drop" / ".docctl-watch"
    assert {path.name for path in state.iterdir()} == {"ledger.sqlite", "lock"}


def test_a_second_watcher_says_so(home: Path, watcher: Watcher) -> None:
    watcher()
    done = docctl("watch", "drop", home=home)
    assert done.code == 4
    assert "Another docctl watches this folder" in done.err


@pytest.mark.parametrize("way", ["word", "libreoffice", "over", "storm"])
def test_ways_of_saving(home: Path, watcher: Watcher, way: str) -> None:
    """What the file settles to is answered once; what it was on the way is not."""
    call = watcher("--settle", "1")
    drop = home / "drop"
    target = drop / "draft.docx"
    target.write_bytes(whole("regulation-en"))
    until(lambda: len(pages(home)) == 1, call)
    for turn in range(30 if way == "storm" else 1):
        save(target, way, numbered(turn))
    last = numbered(29 if way == "storm" else 0)
    until(lambda: len(pages(home)) == 2, call)
    assert target.read_bytes() == last
    (drop / "end.docx").write_bytes(numbered(99))
    until(lambda: any(page.startswith("end.") for page in pages(home)), call)
    assert len(pages(home)) == 3
    assert not (drop / "refused").exists()


def save(target: Path, way: str, content: bytes) -> None:
    """As a program saves over a file that is there."""
    if way == "over":
        with target.open("wb") as file:
            for at in range(0, len(content), 1000):
                file.write(content[at : at + 1000])
                file.flush()
        return
    new, old = {
        "libreoffice": (target.with_name("lu1234.tmp"), None),
        "storm": (target.with_name("~WRD0000.tmp"), target.with_name("~WRL0001.tmp")),
        "word": (target.with_name("~WRD0000.tmp"), target.with_name("~WRL0001.tmp")),
    }[way]
    lock = target.with_name(f"~${target.name}")
    lock.write_bytes(b"\x05Clerk")
    new.write_bytes(content)
    if old is not None:
        target.rename(old)
    new.rename(target)
    if old is not None:
        old.unlink()
    lock.unlink()


@pytest.mark.parametrize("in_advance", [False, True])
def test_a_half_copied_file_is_waited_for(home: Path, watcher: Watcher, in_advance: bool) -> None:
    """Also one that was given its full length in advance. Another file shows that time has gone by."""
    call = watcher("--patience", "86400")
    content = whole()
    with (home / "drop" / "slow.docx").open("wb") as slow:
        if in_advance:
            slow.truncate(len(content))
        slow.write(content[: len(content) // 2])
        slow.flush()
        for number in range(3):
            (home / "drop" / f"{number}.docx").write_bytes(numbered(number))
            until(lambda count=number + 1: len(pages(home)) == count, call)  # type: ignore[misc]
        slow.write(content[len(content) // 2 :])
    until(lambda: len(pages(home)) == 4, call)
    assert not (home / "drop" / "refused").exists()


def test_the_rest_that_never_comes(home: Path, watcher: Watcher) -> None:
    call = watcher("--patience", "2")
    (home / "drop" / "half.docx").write_bytes(whole()[:5000])
    until(lambda: "moved to refused/half.docx" in log(home), call)
    assert "damaged" in refused(home)["half.docx"]


def test_the_folder_is_lost_and_back(home: Path, watcher: Watcher) -> None:
    call = watcher()
    (home / "drop" / "a.docx").write_bytes(numbered(1))
    until(lambda: len(pages(home)) == 1, call)
    (home / "drop").rename(home / "away")
    until(lambda: "The folder is not there" in log(home), call)
    (home / "away" / "b.docx").write_bytes(numbered(2))
    (home / "away").rename(home / "drop")
    until(lambda: len(pages(home)) == 2, call)
    until(lambda: "It goes on" in log(home), call)
    shutil.rmtree(home / "drop")
    until(lambda: log(home).count("The folder is not there") == 2, call)
    (home / "drop").mkdir()
    (home / "drop" / "c.docx").write_bytes(numbered(3))
    until(lambda: len(pages(home)) == 1, call)
    assert ended(call) == 0
    assert log(home).count("The folder is not there") == 2


def test_a_listener_that_dies_is_replaced_and_the_folder_looked_at(home: Path, watcher: Watcher) -> None:
    call = watcher()
    until(lambda: bool(children(call.pid)), call)
    for child in children(call.pid):
        os.kill(child, signal.SIGKILL)
    (home / "drop" / "a.docx").write_bytes(numbered(1))
    until(lambda: len(pages(home)) == 1, call)
    until(lambda: "gives no hints" in log(home), call)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_the_service_manager_is_told(home: Path, watcher: Watcher) -> None:
    path = home / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(60)
        call = watcher(NOTIFY_SOCKET=str(path))
        said = {manager.recv(100) for _ in range(3)}
        assert said == {b"READY=1", b"WATCHDOG=1"}
        call.terminate()
        while manager.recv(100) != b"STOPPING=1":
            pass
        assert call.wait(timeout=60) == 0
