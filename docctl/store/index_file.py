"""Git's index kept in step with the branch, so that plain ``git status`` has nothing to tell."""

from collections.abc import Mapping
from pathlib import Path

import pygit2
from pygit2 import Oid, Repository, Tree
from pygit2.enums import FileMode

from docctl.store.index_bytes import DamagedIndex, IndexEntry, UnknownIndex, index_with, trailing_hash
from docctl.store.private import git_folder, private_path
from docctl.store.trees import path_before

_MASK = 0xFFFFFFFF
"""The index keeps 32 bits of a number."""
_SECOND = 10**9
_NOTE = "index-hash"
"""Tells the index that docctl wrote last."""
_BESIDE = "index"
"""Where a new one is made."""


def follow_index(
    repository: Repository, root: Path, base: Tree | None, files: Mapping[str, Oid | None]
) -> None:
    """Put the files (None: no more) into the index; one that cannot be read is built anew from the branch.

    `base` is what the index is expected to hold by now. Raises OSError or GitError when it cannot be written
    or somebody else holds its lock.
    """
    index = git_folder(root) / "index"
    try:
        content = _with_entries(index, root, base, files)
        _replace(index, content)
        private_path(root, _NOTE).write_bytes(trailing_hash(content))
    except (DamagedIndex, FileNotFoundError):
        _replace(index, _of_branch(repository, root))
    except UnknownIndex:
        _follow_by_library(repository, root, files)


def _replace(index: Path, content: bytes) -> None:
    lock = index.with_name("index.lock")
    with lock.open("xb") as file:
        file.write(content)
    lock.replace(index)


def _with_entries(index: Path, root: Path, base: Tree | None, files: Mapping[str, Oid | None]) -> bytes:
    entries = [_entry(root, base, path, oid) for path, oid in files.items() if oid is not None]
    if len(entries) < len(files):
        raise UnknownIndex("with entries that must go")
    return index_with(index.read_bytes(), entries, ours=_own_hash(root))


def _own_hash(root: Path) -> bytes:
    try:
        return private_path(root, _NOTE).read_bytes()
    except FileNotFoundError:
        return b""


def _entry(root: Path, base: Tree | None, path: str, oid: Oid) -> IndexEntry:
    """An entry with the state of the file on the disk, by which Git sees that it need not read it again."""
    state = (root / path).lstat()
    times = (*divmod(state.st_ctime_ns, _SECOND), *divmod(state.st_mtime_ns, _SECOND))
    owner = (FileMode.BLOB, state.st_uid, state.st_gid, state.st_size)
    numbers = tuple(int(number) & _MASK for number in (*times, state.st_dev, state.st_ino, *owner))
    before = "" if base is None else path_before(base, path)
    return IndexEntry(path.encode(), oid.raw, numbers, before.encode())


def _follow_by_library(repository: Repository, root: Path, files: Mapping[str, Oid | None]) -> None:
    """Let libgit2 do it; an index that it cannot read either is made of the branch's files."""
    try:
        index = repository.index
        index.read()
    except pygit2.GitError:
        _replace(git_folder(root) / "index", _of_branch(repository, root))
        return
    for path, oid in files.items():
        if oid is not None:
            index.add(pygit2.IndexEntry(path, oid, FileMode.BLOB))
        elif path in index:
            index.remove(path)
    index.write()


def _of_branch(repository: Repository, root: Path) -> bytes:
    """An index of the files on the branch."""
    beside = private_path(root, _BESIDE)
    beside.unlink(missing_ok=True)
    index = pygit2.Index(str(beside))
    index.read_tree(repository.head.peel(pygit2.Tree))
    index.write()
    return beside.read_bytes()
