"""The Git repository, opened so that nobody's settings change what is read or written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pygit2
from pygit2.enums import ConfigLevel, ObjectType, RepositoryOpenFlag

from docctl.errors import DamagedRecord, DiskTrouble
from docctl.store.private import git_folder

_FOREIGN = (ConfigLevel.PROGRAMDATA, ConfigLevel.SYSTEM, ConfigLevel.XDG, ConfigLevel.GLOBAL)
_LARGE_TREE = 2**23
"""Bytes of a folder's listing up to which libgit2 keeps it in memory; a registry's is long."""


@contextmanager
def opened(root: Path) -> Iterator[pygit2.Repository]:
    """The workspace's repository, closed afterwards. `docctl.store.opening` has looked at it before."""
    _ignore_the_settings_of_others()
    repository = pygit2.Repository(str(git_folder(root)), RepositoryOpenFlag.NO_SEARCH)
    try:
        yield repository
    finally:
        repository.free()


@contextmanager
def reading(at: str) -> Iterator[None]:
    """Turns what libgit2 says of a damaged or missing object into DamagedRecord; `at` is what was read."""
    try:
        yield
    except (pygit2.GitError, KeyError) as error:
        raise DamagedRecord(
            "Git cannot read this: {reason}. Run “docctl verify” to see what is damaged and how to mend it.",
            at=at,
            reason=str(error).strip("'\""),
        ) from error


@contextmanager
def disk_trouble(root: Path) -> Iterator[None]:
    """Turns what the system and libgit2 say when they cannot write into DiskTrouble."""
    try:
        yield
    except (OSError, pygit2.GitError) as error:
        number = error.errno if isinstance(error, OSError) else None
        raise DiskTrouble(
            "The disk refused: {reason}. Nothing was changed; try again.",
            at=str(root),
            reason=os.strerror(number) if number else str(error),
        ) from error


@cache
def _ignore_the_settings_of_others() -> None:
    """No configuration but the repository's own; every object is checked against its hash."""
    pygit2.settings.cache_object_limit(ObjectType.TREE, _LARGE_TREE)
    for level in _FOREIGN:
        pygit2.settings.search_path[level] = ""
    pygit2.settings.owner_validation = False  # docctl.store.opening does it, and says what to do
    pygit2.settings.enable_strict_hash_verification(True)
