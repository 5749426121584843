"""`docctl watch` as a process of its own, and what it leaves in a folder."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.cli.running import environment
from tests.content import samples
from tests.kit.building import build
from tests.kit.way import Way

DEADLINE = 30.0
"""Seconds after which what is waited for will not come any more."""
QUICK = ("--settle", "0.3", "--every", "1")


@cache
def _built(name: str, half: bool) -> bytes:
    text = samples()[name]
    return build(text[: len(text) // 2] if half else text, Way())


def whole(name: str = "regulation-en") -> bytes:
    """A compliant draft."""
    return _built(name, False)


def faulty(name: str = "regulation-en") -> bytes:
    """A draft that ends in its middle."""
    return _built(name, True)


@cache
def numbered(number: int) -> bytes:
    """One of many different small drafts."""
    return build(f"=== file name=draft.docx\n1.1. Clause of draft {number}.\n", Way())


def started(home: Path, *arguments: object, **more: str) -> "subprocess.Popen[str]":
    """The watcher, its log in ``log`` beside the folder; it hears interrupts wherever the tests run."""
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with (home / "log").open("a") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "docctl", "watch", str(home / "drop"), *QUICK, *map(str, arguments)],
                cwd=home,
                env=environment(home, **{"DOCCTL_LANG": "en", **more}),
                stdout=subprocess.DEVNULL,
                stderr=log,
                text=True,
            )
    finally:
        signal.signal(signal.SIGINT, heard)


def ended(call: "subprocess.Popen[str]", number: signal.Signals = signal.SIGTERM) -> int:
    """The exit code with which the watcher answers a signal."""
    call.send_signal(number)
    return call.wait(timeout=DEADLINE)


def until(reached: Callable[[], bool], call: "subprocess.Popen[str] | None" = None) -> None:
    """Wait until something is so; fails when the watcher ends before, or after the deadline."""
    latest = time.monotonic() + DEADLINE
    while not reached():
        said = "" if call is None else (Path(str(call.args[4])).parent / "log").read_text("utf-8")  # type: ignore[index]
        assert time.monotonic() < latest, said
        assert call is None or call.poll() is None, said
        time.sleep(0.02)


def log(home: Path) -> str:
    """What the watcher has said so far."""
    return (home / "log").read_text("utf-8")


def pages(home: Path) -> list[str]:
    """The names of the reports, below their folder."""
    reports = home / "drop" / "reports"
    return sorted(str(page.relative_to(reports)) for page in reports.rglob("*.html"))


def refused(home: Path) -> dict[str, str]:
    """The files that were given back, each with its reason; fails where one of them has no other."""
    folder = home / "drop" / "refused"
    files = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}
    reasons = {name for name in files if name.endswith(".reason.txt")}
    assert {name + ".reason.txt" for name in files.keys() - reasons} == reasons
    return {name: files[name + ".reason.txt"].read_text("utf-8") for name in files.keys() - reasons}
