"""Where the annotated copies of a run go, and which of the files found are such copies."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from docctl.errors import UsageError

REVIEWED = ".reviewed"
"""What the name of a copy says before its ending."""
LONGEST_NAME = 255
"""Bytes of a file name that every system takes."""


def plan_copies(drafts: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """The name of every draft's copy in `folder`: ``<stem>.reviewed.docx``, numbered where two would clash.

    No copy goes over one of the drafts. A file with macros or a template keeps its ending, for Word opens it
    under no other. Raises UsageError when `folder` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError("This is a file; the annotated copies need a folder.", at=str(folder))
    taken = {_same(draft) for draft in drafts}
    copies: dict[Path, Path] = {}
    for draft in drafts:
        copies[draft] = next(copy for copy in _copies(draft, folder) if _same(copy) not in taken)
        taken.add(_same(copies[draft]))
    return copies


def _copies(draft: Path, folder: Path) -> Iterator[Path]:
    for number in chain([""], (f".{number}" for number in count(2))):
        yield folder / _fitting(draft.stem, f"{number}{REVIEWED}{draft.suffix or '.docx'}")


def _fitting(stem: str, end: str) -> str:
    """The name, its stem cut by whole letters where the system takes no longer one."""
    while stem and len(os.fsencode(stem + end)) > LONGEST_NAME:
        stem = stem[:-1]
    return stem + end


def _same(path: Path) -> str:
    """Equal for two names of one file, also where a system takes capitals for small letters."""
    return os.path.realpath(path).casefold()


def without_copies(drafts: Sequence[Path], named: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """The drafts but for the copies of earlier runs that a walk came upon in `folder`.

    A copy that was `named` is a draft: its author has worked on in it.
    """
    asked_for = {os.path.realpath(name) for name in named}
    home = Path(os.path.realpath(folder))
    return tuple(
        draft
        for draft in drafts
        if not draft.stem.endswith(REVIEWED)
        or os.path.realpath(draft) in asked_for
        or Path(os.path.realpath(draft)).parent != home
    )
