"""The one file of a backup: a tar of manifest, witness and Git bundle. Read as if an enemy wrote it."""

import hashlib
import io
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from docctl.errors import DamagedRecord
from docctl.store.backup.manifest import Manifest, Member

FORMAT = "docctl/backup/1"
MANIFEST, WITNESS, BUNDLE = "manifest.json", "witness.json", "repository.bundle"
_MEMBERS = (MANIFEST, WITNESS, BUNDLE)
"""In this order, and nothing else."""
_LARGEST = {MANIFEST: 64 << 20, WITNESS: 1 << 20, BUNDLE: 64 << 30}
"""Bytes. A manifest names every tag: some 130 bytes an edition."""
_PIECE = 1 << 20


class Contents(Struct, frozen=True):
    """An archive, read and found whole."""

    manifest: Manifest
    witness: bytes
    bundle: Path
    """Where it was copied to."""


def member_of(name: str, file: Path) -> Member:
    """The description of a file that is to go into the archive."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256")
    return Member(name, file.stat().st_size, digest.hexdigest())


def write_archive(target: IO[bytes], manifest: Manifest, files: Mapping[str, Path]) -> None:
    """Write the tar; `files` are the members besides the manifest, by name."""
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as archive:
        said = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        archive.addfile(_info(MANIFEST, len(said)), io.BytesIO(said))
        for name in _MEMBERS[1:]:
            with files[name].open("rb") as file:
                archive.addfile(_info(name, files[name].stat().st_size), file)


def _info(name: str, size: int) -> tarfile.TarInfo:
    """Nothing of the machine: no times, no owners."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info


def read_archive(file: Path, folder: Path) -> Contents:
    """Take the archive apart, the bundle into `folder`, every byte held against the manifest.

    Raises DamagedRecord when it is no backup of docctl, is damaged, or holds anything that does not belong.
    """
    with _understood(file), file.open("rb") as opened, tarfile.open(fileobj=opened, mode="r:") as archive:
        members = _members(file, archive)
        manifest = _manifest(file, _content(archive, members[MANIFEST]))
        bundle = folder / BUNDLE
        _copy(archive, members[BUNDLE], bundle)
        witness = _content(archive, members[WITNESS])
    described = {member.name: member for member in manifest.members}
    found = {WITNESS: Member(WITNESS, len(witness), hashlib.sha256(witness).hexdigest())}
    found[BUNDLE] = member_of(BUNDLE, bundle)
    if described != found:
        raise _damaged(file)
    return Contents(manifest, witness, bundle)


def read_manifest(file: Path) -> Manifest:
    """What the archive says of itself, nothing of it proved; raises DamagedRecord when it is no backup."""
    with _understood(file), file.open("rb") as opened, tarfile.open(fileobj=opened, mode="r:") as archive:
        first = archive.next()
        if first is None or first.name != MANIFEST or not _is_fitting(first):
            raise _foreign(file)
        return _manifest(file, _content(archive, first))


def _members(file: Path, archive: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    """The members by name; refused before more of them is read than may be there."""
    members: dict[str, tarfile.TarInfo] = {}
    for name, info in zip(_MEMBERS, _up_to(archive, len(_MEMBERS)), strict=False):
        if info.name != name or not _is_fitting(info):
            raise _foreign(file)
        members[name] = info
    if len(members) < len(_MEMBERS) or archive.next() is not None:
        raise _foreign(file)
    return members


def _up_to(archive: tarfile.TarFile, count: int) -> Iterator[tarfile.TarInfo]:
    for _ in range(count):
        info = archive.next()
        if info is not None:
            yield info


def _is_fitting(info: tarfile.TarInfo) -> bool:
    """A plain file of a size that can be."""
    return info.isreg() and not info.issparse() and 0 <= info.size <= _LARGEST.get(info.name, 0)


def _manifest(file: Path, content: bytes) -> Manifest:
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except msgspec.MsgspecError as error:
        raise _foreign(file) from error
    if manifest.format != FORMAT:
        raise DamagedRecord(
            "This backup is of the form {form}, which this docctl does not know. Restore it with docctl"
            " {docctl}.",
            at=str(file),
            form=manifest.format,
            docctl=manifest.docctl,
        )
    return manifest


def _content(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    opened = archive.extractfile(info)
    return b"" if opened is None else opened.read()


def _copy(archive: tarfile.TarFile, info: tarfile.TarInfo, target: Path) -> None:
    """Never more bytes than the archive file has: sizes were looked at, sparse members refused."""
    opened = archive.extractfile(info)
    with target.open("xb") as file:
        while opened is not None and (piece := opened.read(_PIECE)):
            file.write(piece)


@contextmanager
def _understood(file: Path) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, UnicodeError, ValueError, OverflowError) as error:
        raise _foreign(file) from error


def _foreign(file: Path) -> DamagedRecord:
    return DamagedRecord(
        "This is no backup that docctl made, or its beginning is damaged. Nothing was restored.", at=str(file)
    )


def _damaged(file: Path) -> DamagedRecord:
    return DamagedRecord(
        "This backup is damaged: its content does not have the SHA-256 that its manifest names. Nothing was"
        " restored; take another backup.",
        at=str(file),
    )
