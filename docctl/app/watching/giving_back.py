"""A file given back: moved aside with the reason beside it. Nothing is deleted, nothing is overwritten."""

from pathlib import Path

from msgspec import Struct

from docctl.app.watching.deciding import Sight
from docctl.app.watching.ledger import Ledger
from docctl.app.watching.looking import stamp_of
from docctl.app.watching.names import REFUSED
from docctl.app.watching.orders import GivenBack
from docctl.app.watching.placing import REASON, free_name, make_folder, place
from docctl.app.watching.station import Station


class Changed(Exception):
    """The file is another by now, or gone: it is not given back."""


class Return(Struct, frozen=True):
    """A file and what is said of it."""

    sight: Sight
    answer: GivenBack


def give_back(station: Station, back: Return, scratch: Path) -> Path:
    """Where the file is now; its reason stands there first. Raises Changed, OSError, DiskTrouble."""
    root, path = station.root, station.root / back.sight.path
    folder = (root / REFUSED / back.sight.path).parent
    make_folder(root, folder)
    target = free_name(folder, path.name, REASON)
    with station.ledger.committing():
        station.ledger.intend(_below(root, target))
    try:
        place(_worded(path.name, back.answer), reason_of(target), scratch)
        _move(path, target, back.sight)
    finally:
        tidy(root, station.ledger)
    return target


def reason_of(target: Path) -> Path:
    """The file that says why another was given back."""
    return target.with_name(target.name + REASON)


def tidy(root: Path, ledger: Ledger) -> None:
    """After a crash, too: no reason without the file that it is about."""
    for target in map(root.joinpath, ledger.intentions()):
        if not target.exists():
            reason_of(target).unlink(missing_ok=True)
        with ledger.committing():
            ledger.settle(_below(root, target))


def _move(path: Path, target: Path, sight: Sight) -> None:
    """Only what was judged is moved: what somebody saved in its place meanwhile goes back there."""
    try:
        if stamp_of(path.lstat()) != sight.stamp:
            raise Changed
        path.rename(target)
    except FileNotFoundError:
        raise Changed from None
    moved = stamp_of(target.lstat())
    if (moved.size, moved.modified) != (sight.stamp.size, sight.stamp.modified):
        target.rename(path)
        raise Changed


def _worded(name: str, answer: GivenBack) -> bytes:
    printable = name.encode("utf-8", "replace").decode()
    return "\n\n".join(filter(None, (printable, answer.reason, answer.hint))).encode() + b"\n"


def _below(root: Path, path: Path) -> str:
    return str(path.relative_to(root))
