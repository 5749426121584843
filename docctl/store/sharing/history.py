"""Two ends of a history: what lies between them, and whether what comes in may be taken over."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pygit2
from pygit2 import Commit, Oid, Repository, Tree
from pygit2.enums import FileMode, SortMode

from docctl.errors import RepositoryTrouble
from docctl.store.change import Recorded
from docctl.store.commits import link_of, read_commit
from docctl.store.paths import DOCUMENTS, SUBMISSIONS
from docctl.store.places import refuse_bad_path
from docctl.store.trees import changed_files, folder_at
from docctl.store.verification.access import OPEN
from docctl.store.verification.access_reading import access_reader
from docctl.store.verification.problems import Problem
from docctl.store.verification.reading import read_history
from docctl.store.verification.verifying import Before, transition_problems

_PLAIN = (FileMode.BLOB, FileMode.BLOB_EXECUTABLE)


def transitions_between(repository: Repository, before: str, after: str) -> tuple[Recorded, ...]:
    """The commits that `after` rests on and `before` (empty: nothing) does not, oldest first."""
    return tuple(map(read_commit, _between(repository, before, after)))


def _between(repository: Repository, before: str, after: str) -> Iterator[Commit]:
    walker = repository.walk(Oid(hex=after), SortMode.TOPOLOGICAL | SortMode.REVERSE)
    if before:
        walker.hide(Oid(hex=before))
    return iter(walker)


def changed_paths(repository: Repository, before: str, after: str) -> tuple[str, ...]:
    """Every file that differs between two commits, or trees."""
    old, new = (repository[name].peel(Tree) for name in (before, after))
    return tuple(path for path, _, _ in changed_files(old, new))


def refuse_unfit(root: Path, tree: Tree, paths: Iterable[str]) -> None:
    """Raises RepositoryTrouble for what is no plain file, TransitionRefused for paths out of bounds."""
    for path in paths:
        refuse_bad_path(path)
        if path in tree and tree[path].filemode not in _PLAIN:
            raise RepositoryTrouble(
                "The shared repository holds “{path}”, which is no plain file. Nothing was taken over; ask"
                " who put it there.",
                at=str(root),
                path=path,
            )


def incoming_problems(repository: Repository, root: Path, ours: str, theirs: str) -> tuple[Problem, ...]:
    """What is wrong with the transitions that `theirs` would add to `ours`."""
    new = {str(commit.id): commit for commit in _between(repository, ours, theirs)}
    rest = frozenset(str(one) for commit in new.values() for one in commit.parent_ids) - new.keys()
    if not new:
        return ()
    history = read_history(repository, root, theirs, rest)
    before = _before(repository, ours, rest)
    return (*history.problems, *transition_problems(repository, history.steps, before))


def _before(repository: Repository, ours: str, rest: frozenset[str]) -> Before:
    read = access_reader(repository)
    return Before(
        links={name: link_of(repository[name].peel(Commit)) for name in rest},
        access={name: read(name, OPEN) for name in rest},
        folders=frozenset(folder for name in rest for folder in _fixed_folders(repository, name)),
    )


def _fixed_folders(repository: Repository, commit: str) -> Iterator[str]:
    """The folders of editions and rounds that the commit holds."""
    tree = repository[commit].peel(Tree)
    for above in (DOCUMENTS, f"{DOCUMENTS}/{SUBMISSIONS}"):
        for folder in _folders(folder_at(tree, above)):
            if folder.name != SUBMISSIONS:
                yield from (f"{above}/{folder.name}/{inner.name}" for inner in _folders(folder))


def _folders(tree: Tree | None) -> Iterator[Tree]:
    return (entry for entry in tree or () if isinstance(entry, Tree))


def rests_on(repository: Repository, one: str, other: str) -> bool:
    """Whether the first commit is the second one or follows it."""
    return one == other or repository.descendant_of(Oid(hex=one), Oid(hex=other))


def common_base(repository: Repository, one: str, other: str) -> str:
    """The best common ancestor of two commits; empty when they have none."""
    base: pygit2.Oid | None = repository.merge_base(Oid(hex=one), Oid(hex=other))
    return "" if base is None else str(base)
