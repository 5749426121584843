"""A disk that refuses: the transition is recorded, or a sentence says that nothing was changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docctl.errors import DiskTrouble
from docctl.store.change import Change
from docctl.store.registry import Registry
from tests.kit.injecting import Point, failing_at, points_of, strace_works
from tests.kit.registries import registration, workspace
from tests.store.soundness import git, sound
from tests.store.test_kill import BEFORE, SHARES, Bench, bench

__all__ = ["bench"]
ROOT = Path(__file__).parents[2]
ERRORS = ("EIO", "ENOSPC")
CHANGE = registration("9", 1)


@pytest.mark.skipif(not strace_works(), reason="needs strace and the right to trace")
@pytest.mark.parametrize("share", range(SHARES))
def test_every_call_refused(bench: Bench, quick_path: Path, share: int) -> None:
    bench.renew()
    points = points_of(bench.transition, quick_path / "log")[:-1]
    ends = [
        refused_at(bench, points[at], ERRORS[at // SHARES % 2]) for at in range(share, len(points), SHARES)
    ]
    assert set(ends) == {False, True}


def refused_at(bench: Bench, point: Point, error: str) -> bool:
    """Whether the transition was recorded although a call failed: then only what follows the branch did."""
    bench.renew()
    outcome = failing_at(bench.transition, point, error)
    assert not outcome.killed
    recorded = not outcome.answer.startswith("refused disk-trouble")
    if recorded:
        assert git(bench.copy, "rev-parse", "HEAD").strip() == outcome.answer
    assert sound(bench.copy) == BEFORE + recorded + 1, (str(point), outcome.answer)
    return recorded


def large(at: int) -> Change:
    """A transition with a document of 200 kB."""
    return registration(f"L-{at}", size=200_000)


def fill(registry: Registry, acknowledged: list[str]) -> None:
    while True:
        with registry.writing() as writing:
            acknowledged.append(writing.record(large(len(acknowledged))).commit)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "docctl-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    registry = workspace(small_disk / "w")
    acknowledged: list[str] = []
    with pytest.raises(DiskTrouble, match="No space left"):
        fill(registry, acknowledged)
    full = [one.commit for one in registry.ledger()[1:]]
    assert full == acknowledged
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    assert sound(small_disk / "w") == 1 + len(acknowledged) + 1


def test_files_may_not_grow(quick_path: Path) -> None:
    """The way of a machine on which nothing can be mounted: a limit on the size of files."""
    registry = workspace(quick_path / "w")
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from docctl.errors import DiskTrouble; from docctl.store.registry import open_registry\n"
        "from tests.store.test_disk_errors import large\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try:\n"
        "    with open_registry(Path(sys.argv[1])).writing() as writing: writing.record(large(1))\n"
        "except DiskTrouble as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(registry.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Nothing was changed" in done.stdout
    assert sound(registry.root) == 2


def test_a_disk_that_may_only_be_read(small_disk: Path) -> None:
    registry = workspace(small_disk / "w", ["1"])
    shutil.rmtree(small_disk / "w/.git/docctl")
    remount(small_disk, "ro")
    assert [card.number for card in registry.now().cards()] == ["1"]
    assert len(registry.history("1")) == 1
    with pytest.raises(DiskTrouble, match="Read-only file system"), registry.writing():
        pass
    remount(small_disk, "rw")
    assert sound(small_disk / "w") == 3


def remount(disk: Path, way: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{way}", str(disk)], check=True)


def test_a_folder_without_the_right_to_write(quick_path: Path) -> None:
    """As another user where we are root, who may write everywhere."""
    registry = workspace(quick_path / "w", ["1"])
    refused = without_rights(quick_path, registry.root)
    assert refused.stdout.startswith("disk-trouble"), refused
    assert "Nothing was changed" in refused.stdout
    assert sound(registry.root) == 3


def without_rights(folder: Path, root: Path) -> subprocess.CompletedProcess[str]:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from docctl.errors import DocctlError; from docctl.store.registry import Registry\n"
        "import docctl.store.writing, tests.store.test_disk_errors as test\n"
        "root = Path(sys.argv[1])\n"
        "owner = os.stat(root).st_uid\n"
        "for one in (root, *root.rglob('*')): one.chmod(0o555 if one.is_dir() else 0o444)\n"
        "if owner == 0:\n"
        "    for one in (root.parent, root, *root.rglob('*')): os.chown(one, 65534, 65534)\n"
        "    os.setuid(65534)\n"
        "try:\n"
        "    with Registry(root).writing() as writing: writing.record(test.CHANGE)\n"
        "except DocctlError as error: print(error.slug, error)\n"
    )
    try:
        return subprocess.run(
            [sys.executable, "-c", program, str(root)], cwd=ROOT, capture_output=True, text=True, check=True
        )
    finally:
        for one in (root, *root.rglob("*")):
            if os.geteuid() == 0:
                os.chown(one, 0, 0)
            one.chmod(0o755 if one.is_dir() else 0o644)


def test_too_many_open_files(quick_path: Path) -> None:
    """With ever more of them free: refused, refused …, recorded."""
    registry = workspace(quick_path / "w")
    program = (
        "import os, resource, sys; from pathlib import Path\n"
        "from docctl.errors import DiskTrouble; from docctl.store.registry import Registry\n"
        "import docctl.store.writing; from tests.kit.registries import registration\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\n"
        "for free in range(20):\n"
        "    change = registration(f'E-{free}'); held = []\n"
        "    while len(held) < 64:\n"
        "        try: held.append(os.open('/dev/null', os.O_RDONLY))\n"
        "        except OSError: break\n"
        "    for _ in range(free): os.close(held.pop())\n"
        "    try:\n"
        "        with Registry(Path(sys.argv[1])).writing() as one: told = one.record(change).commit\n"
        "    except (OSError, DiskTrouble): told = 'refused'\n"
        "    for one in held: os.close(one)\n"
        "    print(told)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(registry.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = done.stdout.split()
    recorded = [one for one in told if one != "refused"]
    assert told == ["refused"] * (20 - len(recorded)) + recorded
    assert 0 < len(recorded) < 20
    assert [one.commit for one in registry.ledger()[1:]] == recorded
    assert sound(registry.root) == 1 + len(recorded) + 1
