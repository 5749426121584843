"""A writer killed wherever it touches the disk: nothing acknowledged is lost, nothing is half done."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from docctl.store.registry import open_registry
from tests.kit.injecting import Outcome, killed_at, killed_at_call, points_of, strace_works
from tests.kit.registries import BEGIN, record_all, registration, submission, workspace
from tests.store.soundness import git, sound

SHARES = 4
"""Parts of the points that are tested apart, so that several workers share them."""
STRIDE = 8
"""Where every system call is tried, of the calls of C functions every eighth is enough."""
BEFORE = 3
"""Transitions before the one that is killed."""


class Bench:
    """A workspace, and fresh copies of it to be hurt."""

    def __init__(self, folder: Path) -> None:
        self.base, self.copy = folder / "base", folder / "copy"
        with workspace(self.base, ["1", "2"]).writing() as writing:
            record_all(writing, [submission(1)])

    def renew(self) -> None:
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.base, self.copy, symlinks=True)

    def transition(self) -> str:
        """A second edition: a card changed, files added, a tag set."""
        with open_registry(self.copy).writing(wait=5.0) as writing:
            return writing.record(registration("1", 2), lambda: BEGIN).commit


@pytest.fixture
def bench(quick_path: Path) -> Bench:
    return Bench(quick_path)


def all_or_nothing(bench: Bench, outcome: Outcome) -> bool:
    """Whether the killed transition is in the history; it can be repeated where it is not."""
    assert outcome.killed
    found = sound(bench.copy) - BEFORE - 1
    assert found in (0, 1)
    assert git(bench.copy, "ls-files", "docs_store/1/2").count("\n") == 2 * found
    return bool(found)


def tried(bench: Bench, attempts: Sequence[Callable[[], Outcome]]) -> set[bool]:
    found = set()
    for attempt in attempts:
        bench.renew()
        found.add(all_or_nothing(bench, attempt()))
    return found


@pytest.mark.skipif(not strace_works(), reason="needs strace and the right to trace")
@pytest.mark.parametrize("share", range(SHARES))
def test_killed_at_every_system_call(bench: Bench, quick_path: Path, share: int) -> None:
    bench.renew()
    points = points_of(bench.transition, quick_path / "log")
    assert len(points) > 60
    attempts = [lambda point=point: killed_at(bench.transition, point) for point in points[share::SHARES]]
    assert tried(bench, attempts) == {False, True}


@pytest.mark.parametrize("share", range(SHARES))
def test_killed_at_calls_of_c_functions(bench: Bench, share: int) -> None:
    step = STRIDE if strace_works() else 1
    found = []
    nth = 1 + step * share
    while True:
        bench.renew()
        outcome = killed_at_call(bench.transition, nth)
        if not outcome.killed:
            break
        found.append(all_or_nothing(bench, outcome))
        nth += step * SHARES
    assert found == sorted(found), "once recorded, it stays recorded"
    assert set(found) == {False, True}


@pytest.mark.skipif(not strace_works(), reason="needs strace and the right to trace")
def test_the_same_command_again_after_the_answer_was_lost(bench: Bench, quick_path: Path) -> None:
    bench.renew()
    points = points_of(bench.transition, quick_path / "log")
    bench.renew()
    assert killed_at(bench.transition, points[-1]).killed
    change = registration("1", 2)
    with open_registry(bench.copy).writing() as writing:
        earlier = writing.earlier(change.operation, document="1")
        assert writing.earlier("0" * 64, document="1") is None
        assert writing.earlier(change.operation, document="2") is None
    assert earlier is not None
    assert earlier == open_registry(bench.copy).history("1")[-1]
