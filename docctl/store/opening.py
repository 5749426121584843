"""May this folder be worked in? Looked at through plain files, so that it costs nothing."""

import os
import subprocess
from pathlib import Path

from docctl.errors import RepositoryTrouble
from docctl.store.environment import GIT_PROGRAM, user_environment
from docctl.store.git_config import read_config
from docctl.store.head import Head, read_head
from docctl.store.paths import DOCUMENTS, REGISTRY
from docctl.store.places import refuse_links
from docctl.store.private import git_folder

SETTINGS = "docctl.toml"
_UNDER_WAY = {
    "MERGE_HEAD": "git merge --abort",
    "rebase-merge": "git rebase --abort",
    "rebase-apply": "git rebase --abort",
    "CHERRY_PICK_HEAD": "git cherry-pick --abort",
    "REVERT_HEAD": "git revert --abort",
}
"""What Git leaves while it waits for a person, and how the person gets out of it."""


def checked_head(root: Path) -> Head:
    """Where the branch stands; raises RepositoryTrouble, with the way out, when docctl must not work here."""
    git = git_folder(root)
    _refuse_no_repository(root, git)
    _refuse_foreign_owner(root, git)
    _refuse_format(root, git)
    head = _head(root, git)
    _refuse_unfinished(root, git)
    if not head.branch:
        raise RepositoryTrouble(
            "No branch is checked out (detached HEAD). Return to yours: git switch main.", at=str(root)
        )
    if not head.commit:
        raise RepositoryTrouble(
            "This Git repository has no commits. Make a workspace: docctl init.", at=str(root)
        )
    if not (root / SETTINGS).is_file():
        raise RepositoryTrouble(
            "There is no docctl.toml here, so it is no workspace of docctl.", at=str(root)
        )
    refuse_links(root, (f"{REGISTRY}/any", f"{DOCUMENTS}/any"))
    return head


def _refuse_no_repository(root: Path, git: Path) -> None:
    if git.is_dir() and not git.is_symlink():
        return
    if git.is_file() or git.is_symlink():
        raise RepositoryTrouble(
            "This is a linked work tree of Git; docctl works in the repository itself.", at=str(root)
        )
    if all((root / name).exists() for name in ("HEAD", "objects", "refs")):
        raise _bare(root)
    raise RepositoryTrouble(
        "This is no Git repository, so it keeps no registry. Make a workspace: docctl init.", at=str(root)
    )


def _refuse_foreign_owner(root: Path, git: Path) -> None:
    if not hasattr(os, "geteuid") or git.stat().st_uid in (os.geteuid(), _caller()):
        return
    if not _declared_safe(root):
        raise RepositoryTrouble(
            "This folder belongs to another user, so its settings may be hostile. If you trust them:"
            " git config --global --add safe.directory '{folder}'.",
            at=str(root),
            folder=str(root.resolve()),
        )


def _caller() -> int:
    """Who became root by sudo, as Git counts it too."""
    named = os.environ.get("SUDO_UID", "")
    return int(named) if os.geteuid() == 0 and named.isdecimal() else os.geteuid()


def _declared_safe(root: Path) -> bool:
    """Whether the user's own Git settings call the folder safe: only a person can have written that there."""
    asked = [GIT_PROGRAM, "config", "--get-all", "safe.directory"]
    try:
        done = subprocess.run(
            asked, cwd="/", env=user_environment(os.environ), capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    named = done.stdout.splitlines()
    return bool({"*", str(root.resolve()), str(root.resolve() / ".git")} & set(named))


def _refuse_format(root: Path, git: Path) -> None:
    config = read_config(git / "config")
    if config.get("core.bare") == "true":
        raise _bare(root)
    if config.get("extensions.objectformat", "sha1") != "sha1":
        raise RepositoryTrouble(
            "The repository names its objects by SHA-256; docctl reads those by SHA-1.", at=str(root)
        )
    if config.get("extensions.refstorage", "files") != "files" or "core.worktree" in config:
        raise RepositoryTrouble(
            "The repository is laid out in a way that docctl does not know. Make a plain clone.", at=str(root)
        )
    if "extensions.partialclone" in config or (git / "shallow").exists():
        raise RepositoryTrouble(
            "A part of the history is missing here (shallow or partial clone). Fetch all of it:"
            " git fetch --unshallow, or clone anew without --depth and --filter.",
            at=str(root),
        )


def _head(root: Path, git: Path) -> Head:
    try:
        return read_head(git)
    except FileNotFoundError:
        raise RepositoryTrouble(
            "This is no Git repository: it has no HEAD. Restore the folder from a backup.", at=str(root)
        ) from None


def _refuse_unfinished(root: Path, git: Path) -> None:
    for name, way in _UNDER_WAY.items():
        if (git / name).exists():
            raise RepositoryTrouble(
                "Git is in the middle of something here. End it: {way}; then docctl sync.",
                at=str(root),
                way=way,
            )


def _bare(root: Path) -> RepositoryTrouble:
    return RepositoryTrouble(
        "This is a bare repository, without files to work on. Clone it, and work in the clone.", at=str(root)
    )
