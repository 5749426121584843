"""The watcher killed, or refused by the disk, at every system call: the next one finishes the work once."""

import shutil
from pathlib import Path

import pytest

from tests.app.watching.folders import fill, looked_after, refuse_unsound
from tests.content import portion
from tests.kit.injecting import Point, failing_at, killed_at, points_of, strace_works

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
    pytest.mark.skipif(not strace_works(), reason="needs strace and the right to trace"),
]
SHARES = 4


class Drop:
    """A drop folder, and fresh copies of it to be hurt."""

    def __init__(self, home: Path) -> None:
        self.base, self.copy, self.log = home / "base", home / "drop", home / "log"
        fill(self.base)

    def renew(self) -> None:
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.base, self.copy)

    def watch(self) -> str:
        return str(looked_after(self.copy).left)

    def points(self) -> list[Point]:
        self.renew()
        points = points_of(self.watch, self.log)
        refuse_unsound(self.copy)
        return points


@pytest.fixture
def drop(tmp_path: Path) -> Drop:
    return Drop(tmp_path)


@pytest.mark.parametrize("share", range(SHARES))
def test_killed_at_every_system_call(drop: Drop, share: int) -> None:
    points = drop.points()
    assert len(points) > 100
    for point in portion(points[share::SHARES], 6):
        drop.renew()
        assert killed_at(drop.watch, point).killed
        assert drop.watch() == "0"
        refuse_unsound(drop.copy)


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_refused_at_every_system_call(drop: Drop, error: str) -> None:
    for point in portion(drop.points()[:-1], 12):
        drop.renew()
        outcome = failing_at(drop.watch, point, error)
        # A pipe to a worker may be what fails: no disk does that, and it ends the watcher, but loses nothing.
        ended = outcome.answer.startswith(("refused disk-trouble", "fault OSError"))
        assert ended or outcome.answer in {"0", "1", "2"}, point
        assert drop.watch() == "0"
        refuse_unsound(drop.copy)
