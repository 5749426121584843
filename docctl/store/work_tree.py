"""The files that people see: they follow the branch; what was changed by hand is never overwritten."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pygit2
from msgspec import Struct
from pygit2 import Oid, Tree

from docctl.errors import TransitionRefused
from docctl.store.places import refuse_links
from docctl.store.private import make_private, private_path
from docctl.store.trees import blob_at

_WAITING = "new"
"""Files that wait to be moved into the work tree."""


class Waiting(Struct, frozen=True):
    """A new version of a file, written and waiting for the branch to move."""

    path: str
    file: Path


def refuse_changed_by_hand(root: Path, base: Tree | None, paths: tuple[str, ...]) -> None:
    """Raises TransitionRefused when one of the files is not as it was recorded in `base`."""
    refuse_links(root, paths)
    for path in paths:
        recorded = None if base is None else blob_at(base, path)
        if content_id(root / path) != (None if recorded is None else recorded.id):
            raise TransitionRefused(
                "“{path}” was changed by hand, and docctl does not overwrite that. Set your change aside"
                " (git stash --include-untracked), or throw it away (git checkout -- '{path}', or delete a"
                " file that git does not know), then repeat the command.",
                path=path,
            )


def content_id(file: Path) -> Oid | None:
    """The id that Git gives to what is there; None when nothing is. A link or a folder has nobody's."""
    try:
        if file.is_symlink():
            return pygit2.hash(b"link " + os.fsencode(file.readlink()))
        return pygit2.hash(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError:
        return pygit2.hash(b"folder")


def write_waiting(root: Path, files: Mapping[str, bytes]) -> tuple[Waiting, ...]:
    """Write the files where nobody looks, to be moved into their places later; raises OSError."""
    folder = make_private(root) / _WAITING
    folder.mkdir(mode=0o700, exist_ok=True)
    waiting = tuple(Waiting(path, folder / str(at)) for at, path in enumerate(files))
    for one in waiting:
        one.file.write_bytes(files[one.path])
    for one in waiting:
        _make_folders(root, one.path)
    return waiting


def forget_waiting(root: Path) -> None:
    """Throw away what a writer that was stopped left waiting."""
    shutil.rmtree(private_path(root, _WAITING), ignore_errors=True)


def place(root: Path, waiting: tuple[Waiting, ...]) -> None:
    """Move the files into their places, each at once; raises OSError."""
    for one in waiting:
        _make_folders(root, one.path)
        one.file.replace(root / one.path)


def _make_folders(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
