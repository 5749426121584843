"""docctl's own folder inside ``.git``: derived or private things, never needed for the truth."""

import os
from pathlib import Path

GIT = ".git"
_FOLDER = "docctl"
_OWN = 0o700


def git_folder(root: Path) -> Path:
    """Git's folder of the workspace."""
    return root / GIT


def private_path(root: Path, name: str) -> Path:
    """A file of docctl's own; its folder need not be there yet."""
    return root / GIT / _FOLDER / name


def make_private(root: Path) -> Path:
    """The folder, made when it is not there; nobody else may look into it."""
    folder = root / GIT / _FOLDER
    folder.mkdir(mode=_OWN, exist_ok=True)
    return folder


def replace_file(path: Path, content: bytes, *, durable: bool) -> None:
    """Write beside and rename: a reader sees the old file or the new one. Raises OSError."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
