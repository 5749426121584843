"""Several at once: writers, Git's own tools, readers."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from docctl.errors import Busy
from docctl.store.registry import open_registry
from tests.kit.registries import record_all, registration, transitions, workspace
from tests.store.soundness import git, sound

ROOT = Path(__file__).parents[2]
WRITER = """\
import sys
from itertools import islice
from pathlib import Path
from docctl.store.registry import open_registry
from tests.kit.registries import transitions
print("ready", flush=True)
sys.stdin.read(1)
for change in islice(transitions(int(sys.argv[2])), int(sys.argv[3])):
    with open_registry(Path(sys.argv[1])).writing() as writing:
        print(writing.record(change).commit, flush=True)
"""


def started(root: Path, begin: int, number: int, program: str = WRITER) -> subprocess.Popen[str]:
    """A process that is about to write as many transitions."""
    writer = subprocess.Popen(
        [sys.executable, "-c", program, str(root), str(begin), str(number)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    return writer


def go(writer: subprocess.Popen[str]) -> None:
    assert writer.stdin is not None
    writer.stdin.write("!")
    writer.stdin.flush()


def told(writer: subprocess.Popen[str]) -> list[str]:
    """The commits that it was told are recorded, when it has ended well."""
    output, _ = writer.communicate(timeout=100)
    assert writer.returncode == 0
    return output.split()


def test_two_writers_lose_nothing(quick_path: Path) -> None:
    registry = workspace(quick_path / "w", ["1"])
    writers = [started(registry.root, begin, 100) for begin in (1, 1001)]
    for writer in writers:
        go(writer)
    acknowledged = [told(writer) for writer in writers]
    assert [len(commits) for commits in acknowledged] == [100, 100]
    assert sorted(acknowledged[0] + acknowledged[1]) == sorted(one.commit for one in registry.ledger()[2:])
    assert sound(registry.root) == 203


def test_the_second_writer_waits_then_gives_up(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    with registry.writing() as writing:
        with pytest.raises(Busy, match="Somebody else is writing"), registry.writing(wait=0.05):
            pass
        writing.record(registration("1"))
    assert sound(registry.root) == 3


def test_the_second_writer_gets_its_turn(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    waiting, done = threading.Event(), []

    def second() -> None:
        waiting.set()
        with open_registry(registry.root).writing() as writing:
            done.append(writing.snapshot.card("1") is not None)
            writing.record(registration("2"))

    thread = threading.Thread(target=second)
    with registry.writing() as writing:
        thread.start()
        waiting.wait()
        writing.record(registration("1"))
    thread.join()
    assert done == [True]
    assert sound(registry.root) == 4


def test_plain_git_commits_meanwhile(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    identity = ("-c", "user.name=A", "-c", "user.email=a@b")
    with registry.writing() as writing:
        git(registry.root, *identity, "commit", "--allow-empty", "-m", "by hand")
        head = git(registry.root, "rev-parse", "HEAD").strip()
        with pytest.raises(Busy, match="The branch moved"):
            writing.record(registration("1"))
    assert git(registry.root, "rev-parse", "HEAD").strip() == head
    assert sound(registry.root) == 3


@pytest.mark.parametrize("how", [("gc", "--prune=now", "--quiet"), ("repack", "-a", "-d", "-q")])
def test_collection_beside_a_writer(quick_path: Path, how: tuple[str, ...]) -> None:
    """Git collects all it can, over and over, from before the first transition until after the last."""
    registry = workspace(quick_path / "w", ["1"])
    writer = started(registry.root, 1, 30)
    go(writer)
    while writer.poll() is None:
        subprocess.run(["git", *how], cwd=registry.root, capture_output=True, check=False)
    assert [one.commit for one in registry.ledger()[2:]] == told(writer)
    assert sound(registry.root) == 33


def test_no_collection_while_something_is_written(quick_path: Path) -> None:
    """What no branch holds yet would be taken: Git is told that a collection runs already."""
    registry = workspace(quick_path / "w")
    with registry.writing():
        done = subprocess.run(
            ["git", "gc", "--prune=now"], cwd=registry.root, capture_output=True, text=True, check=False
        )
        assert done.returncode != 0 or "gc is already running" in done.stderr
    assert not (registry.root / ".git/gc.pid").exists()
    git(registry.root, "gc", "--prune=now", "--quiet")
    assert sound(registry.root) == 2


def test_a_collection_that_runs_is_waited_for(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    note = registry.root / ".git/gc.pid"
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as collector:
        note.write_text(f"{collector.pid} {os.uname().nodename}")
        with pytest.raises(Busy, match="tidying up"), registry.writing(wait=0.1):
            pass
    assert sound(registry.root) == 2


def test_loose_objects_do_not_pile_up(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    sample = registry.root / ".git/objects/17"
    sample.mkdir(exist_ok=True)
    changes = transitions()
    for _ in range(2):
        for at in range(40):
            (sample / f"{at:038x}").write_bytes(b"")
        left = list(sample.iterdir())
        with registry.writing() as writing:
            record_all(writing, [next(changes), next(changes), next(changes)])
        for file in left:
            file.unlink(missing_ok=True)
    counted = dict(line.split(": ") for line in git(registry.root, "count-objects", "-v").splitlines())
    assert (int(counted["count"]), int(counted["packs"]) > 0) == (0, True)
    assert int(counted["packs"]) <= 2
    assert sound(registry.root) == 8


def test_a_killed_lock_holder_holds_nobody_up(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    program = WRITER.replace("print(writing", "print('in', flush=True), sys.stdin.read(), print(writing")
    writer = started(registry.root, 1, 1, program)
    go(writer)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "in\n"
    with pytest.raises(Busy), registry.writing(wait=0.0):
        pass
    writer.kill()
    writer.communicate()
    assert sound(registry.root) == 2


def test_readers_see_whole_states_while_somebody_writes(quick_path: Path) -> None:
    registry = workspace(quick_path / "w")
    writer = started(registry.root, 1, 30)
    seen = {registry.now().commit}
    go(writer)
    while writer.poll() is None:
        snapshot = open_registry(registry.root).now()
        accepted = [one for one in snapshot.submissions() if one.status == "accepted"]
        assert len(snapshot.cards()) <= len(accepted) <= len(snapshot.cards()) + 1
        seen.add(snapshot.commit)
    assert seen <= {one.commit for one in registry.ledger()}
    assert told(writer)[-1] == registry.now().commit
