"""How fast the registry is, as ratios in one run: ``python -m benchmarks.store [FOLDER]``.

Baselines: GitPython's ``index.add`` and ``index.commit``, and ``git add`` and ``git commit``, doing the same
on copies of the same 1,000 documents, in turn so that a slow moment of the machine hits all. They do not make
durable what they wrote; docctl does. FOLDER is on the disk to be measured. Takes some minutes, most of them
to make 10,000 commits.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path
from statistics import median

from git import Actor, Repo

from benchmarks.check import line
from docctl.store.change import Change
from docctl.store.environment import OWN_SETTINGS, git_environment
from docctl.store.registry import Registry, open_registry
from docctl.store.verification.verifying import verify
from docctl.store.writing import files_of
from tests.kit.registries import ACTOR, registration, transitions, workspace

DOCUMENTS, FEW, MANY = 1_000, 100, 10_000
ROUNDS = 40
SIZE = 61_000
"""Bytes of a usual Word file."""
NAMES = count(1)


def new_document() -> Change:
    """A transition that has not been before."""
    return registration(f"B-{next(NAMES)}", size=SIZE)


def by_docctl(root: Path) -> Callable[[], None]:
    """A transition as a command makes it: opened, locked, recorded, on the disk."""

    def transition() -> None:
        with open_registry(root).writing() as writing:
            writing.record(new_document())

    return transition


def by_gitpython(root: Path) -> Callable[[], None]:
    """The same files by the porcelain of GitPython."""

    def transition() -> None:
        with Repo(root) as repository:
            repository.index.add(written(root))
            repository.index.commit("approve", author=Actor("A", "a@b"), committer=Actor("A", "a@b"))

    return transition


def by_git(root: Path) -> Callable[[], None]:
    """The same files by plain Git."""
    settings = [part for setting in OWN_SETTINGS for part in ("-c", setting)]
    command = ["git", *settings, "-c", "user.name=A", "-c", "user.email=a@b"]
    environment = git_environment(os.environ)

    def transition() -> None:
        for arguments in (["add", *written(root)], ["commit", "--quiet", "-m", "approve"]):
            subprocess.run([*command, *arguments], cwd=root, env=environment, check=True)

    return transition


def written(root: Path) -> list[str]:
    """Write the files of a transition into the work tree."""
    files = files_of(new_document())
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return list(files)


def seconds(action: Callable[[], object]) -> float:
    """By the clock: waiting for the disk counts."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turn(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median of each, done in turn after a first time that does not count."""
    measured = [[seconds(action) for action in actions] for _ in range(rounds + 1)][1:]
    return [median(times) for times in zip(*measured, strict=True)]


def baselines(folder: Path, start: Path) -> None:
    """A durable transition against the two usual ways, on 1,000 documents."""
    ways = (by_docctl, by_gitpython, by_git)
    roots = [shutil.copytree(start, folder / way.__name__) for way in ways]
    ours, gitpython, git = in_turn(*(way(root) for way, root in zip(ways, roots, strict=True)))
    detail = f"{ours * 1000:.1f} ms / {gitpython * 1000:.1f} ms"
    line("transition, durable ÷ GitPython index.add/commit", ours / gitpython, "≤ 0.50", detail)
    line("transition, durable ÷ git add, git commit", ours / git, "≤ 1.00", f"git {git * 1000:.1f} ms")


def grown(root: Path, commits: int) -> Registry:
    """The registry with that many transitions: drafts handed in, accepted, registered."""
    registry = open_registry(root)
    todo = islice(transitions(), commits)
    while batch := list(islice(todo, 250)):
        with registry.writing() as writing:
            for change in batch:
                writing.record(change)
    return registry


def growth(folder: Path, start: Path) -> Registry:
    """The cost of a transition after 10,000 commits against that after 100."""
    few = grown(shutil.copytree(start, folder / "few"), FEW)
    taken = seconds(lambda: grown(shutil.copytree(start, folder / "many"), MANY))
    many = open_registry(folder / "many")
    later, early = in_turn(by_docctl(many.root), by_docctl(few.root), rounds=2 * ROUNDS)
    detail = f"{later * 1000:.1f} ms / {early * 1000:.1f} ms; made in {taken:.0f} s"
    line("transition: at 10,000 commits ÷ at 100", later / early, "≤ 1.30", detail)
    return many


def reading(registry: Registry) -> None:
    """The history of a document, and what everything rests on when nothing is kept."""
    number = registry.now().cards()[-1].number
    [history] = in_turn(lambda: registry.history(number))
    size = sum(file.stat().st_size for file in (registry.root / ".git/objects").rglob("*") if file.is_file())
    line("history at 10,000 commits, ms", history * 1000, "≤ 60", f"objects {size / 2**20:.0f} MiB")
    shutil.rmtree(registry.root / ".git/docctl")
    line("ledger, nothing kept, s", seconds(registry.ledger), "", "the first call after a clone")


def verifying(registry: Registry) -> None:
    """All of 10,000 commits."""
    taken = seconds(lambda: verify(registry.root))
    line("verify at 10,000 commits, s", taken, "≤ 10", f"{ACTOR} made them")


def cold_list(folder: Path) -> None:
    """The list of 2,000 documents by a process that is new."""
    registry = workspace(folder / "list", [str(number) for number in range(1, 2_001)])
    registry.now().cards()
    command = [sys.executable, "-m", "docctl", "--root", str(registry.root), "list", "--as-of", "2026-01-01"]

    def run(arguments: list[str]) -> Callable[[], object]:
        return lambda: subprocess.run(arguments, stdout=subprocess.DEVNULL, check=True)

    ours, python = in_turn(run(command), run([sys.executable, "-c", ""]), rounds=9)
    line(
        "list --as-of, 2,000 documents, cold, ms",
        ours * 1000,
        "≤ 150",
        f"python alone {python * 1000:.0f} ms",
    )


def main() -> None:
    """Measure everything in one run."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as name:
        folder = Path(name)
        start = workspace(folder / "start", [str(number) for number in range(1, DOCUMENTS + 1)]).root
        baselines(folder, start)
        cold_list(folder)
        many = growth(folder, start)
        reading(many)
        verifying(many)


if __name__ == "__main__":
    main()
