"""The drafts that the paths of a command stand for."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from docctl.errors import UsageError

ENDINGS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf", ".odt", ".pdf"})
"""Endings of documents: a walk takes these, whether or not docctl reads the kind."""
TEMPORARY = ("~$", ".")
"""How the names begin that editors give to their own files, lock files and hidden ones."""


def find_drafts(paths: Sequence[str]) -> tuple[Path, ...]:
    """Every file that was named, and the documents in every folder that was, each once.

    In the order of the paths; within a folder sorted by path. Raises UsageError for a path that does not
    exist and for a folder without documents.
    """
    found: dict[str, Path] = {}
    for name in paths:
        for draft in _in(Path(name)):
            found.setdefault(os.path.realpath(draft), draft)
    return tuple(found.values())


def _in(path: Path) -> Sequence[Path]:
    if path.is_dir():
        drafts = sorted(_walk(path))
        if not drafts:
            raise UsageError("There is no document in this folder.", at=str(path))
        return drafts
    if not path.exists():
        raise UsageError("There is no such file or folder.", at=str(path))
    return [path]


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(TEMPORARY)]
        for name in files:
            if not name.startswith(TEMPORARY) and Path(name).suffix.lower() in ENDINGS:
                yield Path(here, name)
