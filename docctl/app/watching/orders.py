"""What a worker is told to do with a draft, and what it answers."""

import errno
from pathlib import Path

from msgspec import Struct


class Order(Struct, frozen=True, kw_only=True):
    """A draft to be answered."""

    draft: Path
    """The copy of it that was hashed: nobody else writes to it, and it is called as the draft is."""
    shown: str
    """Its path below the drop folder, as text."""
    sha256: str
    report: Path
    """Where its report goes."""
    copy: Path
    """Where its annotated copy goes, if it gets one."""
    last_try: bool = False
    """Whether it is given back where docctl fails on it, not tried again."""
    is_document: bool
    """Whether its name ends like a document's; other files are given back unread."""


class Reported(Struct, frozen=True, tag=True, kw_only=True):
    """The report is there."""

    errors: int
    warnings: int
    submission: str = ""
    """The number under which it was handed in."""
    kept: str = ""
    """Why a draft without errors was not handed in, though that was asked for."""


class GivenBack(Struct, frozen=True, tag=True):
    """Nothing can be said of what it says: the reason, and how to put it right."""

    reason: str
    hint: str = ""


class Unanswered(Struct, frozen=True, tag=True):
    """Not the draft's fault: to be tried again."""

    reason: str
    """Empty where nothing was wrong but the wish to end."""
    everywhere: bool = False
    """Whether no other draft would fare better: the disk is full, the registry is busy."""


_OF_THE_DISK = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ESTALE, errno.EMFILE, errno.ENFILE}
)


def concerns_all(error: OSError) -> bool:
    """Whether an error of the system is not about one file."""
    return error.errno in _OF_THE_DISK


Answer = Reported | GivenBack | Unanswered
