"""Loose objects gathered into packs now and then, so that they do not pile up for ever."""

import time
from collections.abc import Iterator
from pathlib import Path

from git import Git
from git.exc import GitError

from docctl.store.environment import OWN_SETTINGS, pinned_environment
from docctl.store.private import git_folder

_SETTINGS = (*OWN_SETTINGS, "core.fsync=all", "repack.writeBitmaps=false", "pack.threads=1")
_GEOMETRIC, _PLAIN = ("--geometric=2", "-d", "-l", "-q"), ("-d", "-l", "-q")
"""Packs that double in size, for which Git 2.33 is needed; else a new pack for what is loose."""
_LEFT = ("tmp_*", "pack/tmp_*", "pack/.tmp-*")
"""Names that Git and libgit2 give to what they have not finished."""
_DAY = 24 * 3600.0


def tidy(root: Path) -> None:
    """Pack what is loose, and those packs that are small beside it: bounded work, however long the history.

    Every object is kept, also one that no branch holds. What fails is tried again another time.
    """
    try:
        _repack(root)
        for file in _left_behind(root, time.time() - _DAY):
            file.unlink(missing_ok=True)
    except (GitError, OSError):
        return


def _repack(root: Path) -> None:
    git = Git(str(root))
    git.update_environment(**pinned_environment(root))
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    try:
        git.execute([git.GIT_PYTHON_GIT_EXECUTABLE, *settings, "repack", *_GEOMETRIC])
    except GitError:
        git.execute([git.GIT_PYTHON_GIT_EXECUTABLE, *settings, "repack", *_PLAIN])
    git.execute([git.GIT_PYTHON_GIT_EXECUTABLE, *settings, "pack-refs"])


def _left_behind(root: Path, before: float) -> Iterator[Path]:
    """Unfinished files that a killed writer left before that time."""
    objects = git_folder(root) / "objects"
    found = (file for pattern in _LEFT for file in objects.glob(pattern))
    return (file for file in found if file.stat().st_mtime < before)
