"""Paths that a transition may write: inside the workspace, through no symbolic link."""

import stat
from pathlib import Path, PurePosixPath

from docctl.errors import RepositoryTrouble, TransitionRefused
from docctl.store.message import folded

NO_CARDS = frozenset({"roles.yaml"})
"""Files in registry/ that are about people, not about a document."""
_LONGEST = 255
"""Bytes in the name of a file or folder, on every usual file system."""


def refuse_bad_path(path: str) -> None:
    """Raises TransitionRefused for a path that leads out of the workspace or that a disk cannot hold."""
    parts = path.split("/")
    wrong = PurePosixPath(path).is_absolute() or any(part in ("", ".", "..") for part in parts)
    if wrong or parts[0].casefold() == ".git" or folded(path) != path:
        raise TransitionRefused("“{path}” is no path inside the workspace.", path=folded(path))
    if any(len(part.encode("utf-8", "surrogatepass")) > _LONGEST for part in parts):
        raise TransitionRefused(
            "“{path}” is too long for a file name: a disk holds {longest} bytes, and a letter that is not"
            " Latin takes two or more.",
            path=path,
            longest=_LONGEST,
        )


def refuse_links(root: Path, paths: tuple[str, ...]) -> None:
    """Raises RepositoryTrouble when a folder on one of the paths is a symbolic link or no folder."""
    folders = {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 1)}
    for folder in sorted(folders):
        mode = _mode(root / folder)
        if mode is None or stat.S_ISDIR(mode):
            continue
        raise RepositoryTrouble(
            "This must be a folder of the workspace, and it is a link or a file. Put the folder back"
            " (git checkout -- '{folder}'), then try again.",
            at=str(root / folder),
            folder=folder,
        )


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return None
