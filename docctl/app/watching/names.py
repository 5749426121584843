"""What the name of a file in the drop folder tells of it."""

from enum import Enum, auto

from docctl.app.drafts import ENDINGS
from docctl.domain.patterns import regex

STATE, REPORTS, REFUSED = ".docctl-watch", "reports", "refused"
"""Folders of docctl's own in the drop folder: what it remembers, what it says, what it gave back."""
OWN = frozenset({STATE, REPORTS, REFUSED})
_UNFINISHED = (".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".opdownload")
"""Endings that programs give to what they have not finished."""
_OF_PROGRAMS = ("~$", "~wr", ".", "$")
"""Beginnings of lock files, Word's own copies, hidden files and what systems keep beside."""
_OF_SYSTEMS = frozenset(
    {"thumbs.db", "desktop.ini", "ehthumbs.db", "lost+found", "system volume information"}
)
_NAMELESS = regex(r"[0-9a-f]{8}")
"""Office on Windows saves into such a name first, and renames it then."""


class Sort(Enum):
    """What a file is taken for by its name."""

    DRAFT = auto()
    OTHER = auto()
    """A person put it there, but it is no kind of document."""
    PASSING = auto()
    """Of a program that has it in its hands; nobody means it as a draft."""


def sort_of(name: str) -> Sort:
    """What a file of this name is taken for."""
    low = name.casefold()
    if is_passing(name) or low.endswith(_UNFINISHED) or _NAMELESS.fullmatch(low):
        return Sort.PASSING
    return Sort.DRAFT if ending_of(name) in ENDINGS else Sort.OTHER


def is_passing(name: str) -> bool:
    """Whether a file or folder of this name is a program's or the system's."""
    low = name.casefold()
    return low.startswith(_OF_PROGRAMS) or low in _OF_SYSTEMS


def ending_of(name: str) -> str:
    """The ending in small letters with its dot, empty where there is none."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def stem_of(name: str) -> str:
    """The name without its ending."""
    ending = ending_of(name)
    return name[: -len(ending)] if ending else name
