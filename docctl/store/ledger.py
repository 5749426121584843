"""All transitions, kept beside the repository so that a history needs no walk over its commits."""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import msgspec
from msgspec import Struct

from docctl.store.change import Recorded
from docctl.store.frames import add_frame, read_frames, replace_frames

_NAME = "ledger"
_MANY = 200
"""Additions after which the file is written anew."""
_WALK = "docctl.store.walking"
"""Loaded only when the ledger is behind: it needs libgit2."""


class Entry(Struct, frozen=True, array_like=True):
    """A commit of the history, docctl's or not."""

    commit: str
    parents: tuple[str, ...]
    recorded: int
    """Seconds since 1970."""
    sequence: int
    chain: str
    action: str
    actor: str
    operation: str
    documents: tuple[str, ...]
    submissions: tuple[str, ...]
    edition: int | None
    ground: str


class Part(Struct, frozen=True, array_like=True):
    """The entries between two commits; `base` is empty at the beginning."""

    base: str
    head: str
    entries: list[Entry]


def entry_of(recorded: Recorded, parents: Sequence[str]) -> Entry:
    """The entry of a transition with these parents."""
    return Entry(
        recorded.commit,
        tuple(parents),
        int(recorded.recorded.timestamp()),
        recorded.sequence,
        recorded.chain,
        recorded.action,
        recorded.actor,
        recorded.operation,
        recorded.documents,
        recorded.submissions,
        recorded.edition,
        recorded.ground,
    )


def recorded_of(entry: Entry) -> Recorded:
    """The transition of an entry."""
    return Recorded(
        sequence=entry.sequence,
        commit=entry.commit,
        recorded=datetime.fromtimestamp(entry.recorded, UTC),
        action=entry.action,
        actor=entry.actor,
        operation=entry.operation,
        document=entry.documents[0] if entry.documents else "",
        submission=entry.submissions[0] if entry.submissions else "",
        ground=entry.ground,
        edition=entry.edition,
        chain=entry.chain,
        documents=entry.documents,
        submissions=entry.submissions,
    )


def entries_of(root: Path, head: str) -> list[Entry]:
    """Every commit up to `head`, oldest first; what the kept ledger lacks is read from the repository."""
    parts = _read(root)
    last = parts[-1].head if parts else ""
    if last != head:
        parts = import_module(_WALK).missing_parts(root, parts, head)
    entries = [entry for part in parts for entry in part.entries]
    if last != head or len(parts) > _MANY:
        replace_frames(root, _NAME, [msgspec.msgpack.encode(Part("", head, entries))])
    return sorted(entries, key=lambda entry: (entry.sequence, entry.recorded, entry.commit))


def add_entry(root: Path, base: str, entry: Entry) -> None:
    """Add a transition that was recorded on top of `base`."""
    add_frame(root, _NAME, msgspec.msgpack.encode(Part(base, entry.commit, [entry])))


def first_parents(entries: Sequence[Entry], head: str) -> list[Entry]:
    """The states that the branch itself went through, oldest first."""
    by_commit = {entry.commit: entry for entry in entries}
    line = []
    entry = by_commit.get(head)
    while entry is not None:
        line.append(entry)
        entry = by_commit.get(entry.parents[0]) if entry.parents else None
    return line[::-1]


def _read(root: Path) -> list[Part]:
    parts: list[Part] = []
    for frame in read_frames(root, _NAME):
        part = _part(frame)
        if part is None or part.base != (parts[-1].head if parts else ""):
            break
        parts.append(part)
    return parts


def _part(frame: bytes) -> Part | None:
    try:
        return msgspec.msgpack.decode(frame, type=Part)
    except msgspec.MsgspecError:
        return None
