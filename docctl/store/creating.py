"""A new workspace's repository, with its first transition."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pygit2
from pygit2 import Oid, Repository
from pygit2.enums import RepositoryInitFlag

from docctl.errors import RepositoryTrouble
from docctl.store.change import Change, NewFile, Recorded, operation_id
from docctl.store.commits import Sign, Transition, signature_name, write_commit
from docctl.store.durable import sync_file_system
from docctl.store.healing import seen
from docctl.store.index_file import follow_index
from docctl.store.lock import locked
from docctl.store.places import refuse_bad_path
from docctl.store.private import git_folder
from docctl.store.repository import disk_trouble, opened
from docctl.store.trees import with_files
from docctl.store.witness import Witness, write_witness
from docctl.store.work_tree import place, refuse_changed_by_hand, write_waiting
from docctl.store.writing import Clock, utc_now

BRANCH = "refs/heads/main"
SETTINGS = {
    "core.autocrlf": "false",
    "core.safecrlf": "false",
    "core.quotepath": "false",
    "core.fsync": "all",
    "merge.renames": "false",
}
"""What plain Git needs, so that it neither rewrites a file nor leaves one unsaved."""


def create_repository(
    root: Path, files: Sequence[NewFile], actor: str, clock: Clock = utc_now, sign: Sign | None = None
) -> Recorded:
    """Make the folder a repository whose first transition, ``init``, records the files and puts them there.

    A repository without a commit, as an earlier attempt may have left it, is taken as new.

    Raises:
        RepositoryTrouble: the folder is a repository with a history.
        TransitionRefused: one of the files is there already and differs.
        UsageError: the actor is not of the form «Name <mail>».
        DiskTrouble: the disk refused.
    """
    signature_name(actor)
    contents = {file.path: file.content for file in files}
    for path in contents:
        refuse_bad_path(path)
    refuse_changed_by_hand(
        root, None, tuple(path for path in contents if not _is_there(root, path, contents))
    )
    with disk_trouble(root):
        _make(root)
        with locked(root, 0.0), opened(root) as repository:
            return _first(repository, root, contents, _change(actor, contents), clock(), sign)


def _is_there(root: Path, path: str, contents: dict[str, bytes]) -> bool:
    file = root / path
    return file.is_file() and file.read_bytes() == contents[path]


def _make(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    flags = RepositoryInitFlag.MKPATH | RepositoryInitFlag.NO_DOTGIT_DIR
    pygit2.init_repository(git_folder(root), flags=flags, workdir_path=str(root), initial_head="main").free()


def _change(actor: str, contents: dict[str, bytes]) -> Change:
    hashes = [str(pygit2.hash(contents[path])) for path in sorted(contents)]
    return Change(action="init", actor=actor, operation=operation_id("init", "", actor, {}, hashes))


def _first(
    repository: Repository,
    root: Path,
    contents: dict[str, bytes],
    change: Change,
    now: datetime,
    sign: Sign | None,
) -> Recorded:
    if not repository.head_is_unborn:
        raise RepositoryTrouble("This folder is a Git repository with a history already.", at=str(root))
    for name, value in SETTINGS.items():
        repository.config[name] = value
    ids = {path: repository.create_blob(content) for path, content in contents.items()}
    recorded = write_commit(repository, Transition(with_files(repository, None, ids), (), change), now, sign)
    waiting = write_waiting(root, contents)
    sync_file_system(git_folder(root))
    repository.set_head(BRANCH)
    repository.create_reference_direct(BRANCH, Oid(hex=recorded.commit), False)
    sync_file_system(git_folder(root))
    place(root, waiting)
    follow_index(repository, root, None, ids)
    write_witness(root, Witness(seen(repository[recorded.commit].peel(pygit2.Commit))))
    return recorded
