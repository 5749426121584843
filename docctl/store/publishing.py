"""A written transition goes live: durable, on the branch, with its tags, or not at all."""

from collections.abc import Sequence
from pathlib import Path

import pygit2
from msgspec import Struct
from pygit2 import Oid, Repository

from docctl.errors import Busy, DiskTrouble
from docctl.store.durable import sync_file_system
from docctl.store.private import git_folder

TAGS = "refs/tags/"


class Tag(Struct, frozen=True):
    """An annotated tag, written as an object."""

    name: str
    target: Oid


def publish(repository: Repository, root: Path, branch: str, old: str, new: str, tags: Sequence[Tag]) -> None:
    """Move the branch from `old` to `new`, everything durable before and after, and set the tags.

    Raises Busy when the branch is no longer at `old`; OSError or GitError when the disk refuses: then the
    branch is back where it was; DiskTrouble when that is not certain.
    """
    sync_file_system(git_folder(root))
    _move(repository, branch, old, new)
    try:
        for tag in tags:
            set_tag(repository, tag)
        sync_file_system(git_folder(root))
    except (OSError, pygit2.GitError) as error:
        try:
            _move_back(repository, branch, old, new, tags)
        except (OSError, pygit2.GitError, Busy):
            raise DiskTrouble(
                "The disk failed in the middle, and whether this was recorded is not certain. Repeat the"
                " command: what is recorded already is not recorded twice.",
                at=str(root),
            ) from error
        raise


def set_tag(repository: Repository, tag: Tag) -> None:
    """Give the tag its name, whatever that named before: a stray tag never stands in the way of a record."""
    repository.create_reference_direct(f"{TAGS}{tag.name}", tag.target, True)


def _move(repository: Repository, branch: str, old: str, new: str) -> None:
    """Compare and swap: libgit2 takes the ref's lock and looks at it once more."""
    ref = repository.lookup_reference(branch)
    if str(ref.target) != old:
        raise Busy("The branch moved while docctl was writing. Nothing was changed; try again.")
    ref.set_target(Oid(hex=new))


def _move_back(repository: Repository, branch: str, old: str, new: str, tags: Sequence[Tag]) -> None:
    for tag in tags:
        if f"{TAGS}{tag.name}" in repository.references:
            repository.references.delete(f"{TAGS}{tag.name}")
    _move(repository, branch, new, old)
