"""Refs and objects of a repository into a Git bundle, and out of one into an empty repository."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pygit2

from docctl.errors import DamagedRecord
from docctl.store.private import git_folder
from docctl.store.sharing.git_calls import git, git_checked

_CHECKED = ("-c", "transfer.fsckObjects=true", "-c", "fetch.unpackLimit=1")


def write_bundle(root: Path, refs: Mapping[str, str], bundle: Path) -> None:
    """Write the bundle of exactly these refs, wherever the workspace's own point by now.

    Raises RepositoryTrouble when Git cannot read one of the objects.
    """
    view = bundle.with_name("view.git")
    make_bare(view)
    objects = git_folder(root).resolve() / "objects"
    (view / "objects" / "info" / "alternates").write_text(f"{objects}\n", "utf-8", "surrogateescape")
    (view / "packed-refs").write_text("".join(f"{refs[name]} {name}\n" for name in sorted(refs)), "utf-8")
    git_checked(view, "bundle", "create", "--quiet", str(bundle.resolve()), "--all")
    shutil.rmtree(view)


def read_bundle(bundle: Path, repository: Path, refs: Mapping[str, str]) -> None:
    """Put the bundle into a new bare repository, each object checked; raises as `fetch_bundle` does."""
    make_bare(repository)
    fetch_bundle(bundle, repository, refs)


def fetch_bundle(bundle: Path, repository: Path, refs: Mapping[str, str]) -> None:
    """Put the bundle's refs and objects into an empty repository, each object checked.

    Raises DamagedRecord when an object is damaged or missing, or the refs are not these.
    """
    options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--update-head-ok")
    fetched = git(repository, *_CHECKED, "fetch", *options, str(bundle.resolve()), "+refs/*:refs/*")
    if fetched.code:
        raise DamagedRecord(
            "The repository in the backup is damaged: {reason}.", at=str(bundle), reason=fetched.reason
        )
    listed = git_checked(repository, "for-each-ref", "--format=%(objectname) %(refname)")
    pairs = (line.partition(" ") for line in listed.decode("utf-8", "replace").splitlines())
    if {name: identity for identity, _, name in pairs} != dict(refs):
        raise DamagedRecord("The backup does not hold the names that its manifest lists.", at=str(bundle))


def make_bare(folder: Path) -> None:
    """An empty repository without files to work on."""
    pygit2.init_repository(str(folder), bare=True, initial_head="main").free()
