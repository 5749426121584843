"""A backup of the whole registry in one file, made while others may write."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct
from pygit2 import Commit

from docctl import __version__
from docctl.errors import DamagedRecord, DiskTrouble, UsageError
from docctl.store.backup.archive import (
    BUNDLE,
    FORMAT,
    WITNESS,
    member_of,
    read_archive,
    read_manifest,
    write_archive,
)
from docctl.store.backup.bundle import read_bundle, write_bundle
from docctl.store.backup.manifest import Manifest
from docctl.store.healing import seen
from docctl.store.opening import checked_head
from docctl.store.registry import Registry
from docctl.store.repository import opened, reading
from docctl.store.witness import Witness, read_witness

_LEFT_OUT = ("refs/replace/", "refs/remotes/", "refs/stash")
"""What is no record: forged looks, the state of other machines, work that was put aside by hand."""


class Moment(Struct, frozen=True):
    """What the registry was at one moment, between two transitions."""

    branch: str
    head: str
    refs: dict[str, str]
    witness: Witness


def back_up(root: Path, file: Path) -> Manifest:
    """Write everything recorded into one file; what it holds.

    It is written beside its place, read back and proved, and only then takes the name: what had the name
    before stays until a better one is there.

    Raises:
        UsageError: the file would lie in the workspace, or another kind of file has that name.
        RepositoryTrouble: Git cannot read a part of the repository; `docctl verify` names it.
        DiskTrouble: the disk refused.
    """
    _refuse_place(root, file)
    with _disk_trouble(file), _folder_beside(file) as folder:
        moment = _moment(root)
        write_bundle(root, moment.refs, folder / BUNDLE)
        (folder / WITNESS).write_bytes(msgspec.json.encode(moment.witness))
        manifest = _manifest(moment, folder)
        written = folder / "backup"
        with written.open("xb") as target:
            write_archive(target, manifest, {name: folder / name for name in (WITNESS, BUNDLE)})
            target.flush()
            os.fsync(target.fileno())
        _prove(written, folder, manifest)
        written.replace(file)
        _sync_folder(file.parent)
    return manifest


def _refuse_place(root: Path, file: Path) -> None:
    if file.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            "A backup inside the workspace is lost with it: name a file elsewhere, on another disk.",
            at=str(file),
        )
    if not file.parent.is_dir():
        raise UsageError("There is no such folder.", at=str(file.parent))
    if not file.exists():
        return
    try:
        read_manifest(file)
    except (DamagedRecord, IsADirectoryError) as error:
        raise UsageError(
            "Something else than a backup has this name; it is not overwritten.", at=str(file)
        ) from error


def _moment(root: Path) -> Moment:
    """Taken while nobody writes; where nothing can be written, nobody does."""
    try:
        with Registry(root).writing():
            return _read_moment(root)
    except DiskTrouble:
        return _read_moment(root)


def _read_moment(root: Path) -> Moment:
    head = checked_head(root)
    with opened(root) as repository, reading(str(root)):
        refs = {
            name: str(repository.references[name].target)
            for name in repository.references
            if not name.startswith(_LEFT_OUT)
        }
        witness = read_witness(root) or Witness(seen(repository[head.commit].peel(Commit)))
    return Moment(head.branch, head.commit, refs, witness)


def _manifest(moment: Moment, folder: Path) -> Manifest:
    return Manifest(
        format=FORMAT,
        docctl=__version__,
        made=datetime.now(UTC),
        branch=moment.branch,
        head=moment.head,
        sequence=moment.witness.head.sequence,
        refs=moment.refs,
        members=tuple(member_of(name, folder / name) for name in (WITNESS, BUNDLE)),
    )


def _prove(written: Path, folder: Path, manifest: Manifest) -> None:
    """Read the archive back and put its objects into an empty repository, which checks each of them."""
    proof = folder / "proof"
    proof.mkdir()
    contents = read_archive(written, proof)
    read_bundle(contents.bundle, proof / "repository.git", manifest.refs)


@contextmanager
def _folder_beside(file: Path) -> Iterator[Path]:
    """A private folder on the same disk, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix=f".{file.name}.", dir=file.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _disk_trouble(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DiskTrouble(
            "The backup was not written: {reason}. An older one of that name is as it was.",
            at=str(file),
            reason=os.strerror(error.errno) if error.errno else str(error),
        ) from error
