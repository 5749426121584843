"""A backup put back: into a new folder, which proves itself before it takes its name."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pygit2
from msgspec import Struct
from pygit2 import Commit, Repository, Tree
from pygit2.enums import FileMode, RepositoryInitFlag

from docctl.errors import DamagedRecord, DiskTrouble, UsageError
from docctl.store.backup.archive import Contents, read_archive
from docctl.store.backup.bundle import fetch_bundle
from docctl.store.backup.manifest import Manifest
from docctl.store.creating import SETTINGS
from docctl.store.durable import sync_file_system
from docctl.store.private import git_folder
from docctl.store.repository import opened, reading
from docctl.store.sharing.git_calls import git_checked
from docctl.store.verification.problems import Verified
from docctl.store.verification.verifying import verify
from docctl.store.witness import Witness, write_witness

_PLAIN = (FileMode.BLOB, FileMode.BLOB_EXECUTABLE)
_LARGEST = 256 << 20
"""Bytes of a single file, and …"""
_LARGEST_IN_ALL = 64 << 30
"""… of all of them: a small archive may unpack into a disk full of zeros."""


class Restored(Struct, frozen=True):
    """What came back."""

    manifest: Manifest
    verified: Verified
    """What verification says of the new workspace."""


def restore(file: Path, folder: Path) -> Restored:
    """Put the backup into a folder that is new or empty; the folder is there whole, or not at all.

    Raises:
        UsageError: the folder holds something.
        DamagedRecord: the file is no backup, is damaged, or holds what no registry holds.
        DiskTrouble: the disk refused.
    """
    _refuse_used(folder)
    with _disk_trouble(folder), _folder_beside(folder) as beside:
        contents = read_archive(file, beside)
        root = beside / "workspace"
        _build(root, contents, file)
        verified = verify(root)
        sync_file_system(root)
        root.rename(folder)
    return Restored(contents.manifest, verified)


def _refuse_used(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("A backup is restored into a new or empty folder; this one is not.", at=str(folder))
    if not folder.absolute().parent.is_dir():
        raise UsageError("There is no such folder.", at=str(folder.absolute().parent))


def _build(root: Path, contents: Contents, file: Path) -> None:
    manifest = contents.manifest
    if manifest.refs.get(manifest.branch) != manifest.head or not manifest.branch.startswith("refs/heads/"):
        raise DamagedRecord("The backup does not say which branch the registry is on.", at=str(file))
    _make_repository(root)
    fetch_bundle(contents.bundle, root, manifest.refs)
    with opened(root) as repository, reading(str(file)):
        repository.set_head(manifest.branch)
        _refuse_unfit(repository, repository[manifest.head].peel(Commit).tree, file)
    git_checked(root, "reset", "--quiet", "--hard", manifest.head)
    write_witness(root, _witness(contents, file))


def _make_repository(root: Path) -> None:
    """With the settings that a workspace has from the beginning: nothing rewrites or loses a file."""
    flags = RepositoryInitFlag.MKPATH | RepositoryInitFlag.NO_DOTGIT_DIR
    root.mkdir()
    pygit2.init_repository(git_folder(root), flags=flags, workdir_path=str(root), initial_head="main").free()
    with opened(root) as repository:
        for name, value in SETTINGS.items():
            repository.config[name] = value


def _refuse_unfit(repository: Repository, tree: Tree, file: Path) -> None:
    """Raises DamagedRecord for links, foreign repositories and files that no disk should have to take."""
    total = 0
    for path, mode, identity in _entries(tree, ""):
        size = repository.odb.read_header(identity)[1] if mode in _PLAIN else -1
        total += size
        if not 0 <= size <= _LARGEST or total > _LARGEST_IN_ALL:
            raise DamagedRecord(
                "The backup holds “{path}”, which is no plain file or too large for a registry. Nothing was"
                " restored.",
                at=str(file),
                path=path,
            )


def _entries(tree: Tree, above: str) -> Iterator[tuple[str, int, pygit2.Oid]]:
    for entry in tree:
        path = f"{above}{(entry.raw_name or b'').decode('utf-8', 'replace')}"
        if isinstance(entry, Tree):
            yield from _entries(entry, f"{path}/")
        else:
            yield path, int(entry.filemode), entry.id


def _witness(contents: Contents, file: Path) -> Witness:
    try:
        return msgspec.json.decode(contents.witness, type=Witness)
    except msgspec.MsgspecError as error:
        raise DamagedRecord(
            "The backup's note of the last transition cannot be read.", at=str(file)
        ) from error


@contextmanager
def _folder_beside(folder: Path) -> Iterator[Path]:
    """A private folder on the same disk, gone afterwards."""
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.absolute().parent))
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _disk_trouble(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise DiskTrouble("The backup was not restored: {reason}.", at=str(folder), reason=reason) from error
