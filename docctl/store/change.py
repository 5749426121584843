"""What a transition writes, and what the registry says of it afterwards."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from docctl.domain.registry.card import Card
from docctl.domain.registry.submission import Submission


class NewFile(Struct, frozen=True):
    """A file that a transition puts into the workspace."""

    path: str
    """From the top of the workspace, with «/»."""
    content: bytes


class Change(Struct, frozen=True, kw_only=True):
    """One transition: all of it is recorded, as one commit, or nothing."""

    action: str
    """``submit``, ``return``, ``accept``, ``sign``, ``approve``, ``register``, ``withdraw``, ``init`` …"""
    actor: str
    """«Name <mail>»."""
    operation: str
    """Id by which a repeated command is known: see `operation_id`."""
    document: str = ""
    """Its number; empty where none is concerned, or many: those are told by `cards`."""
    edition: int | None = None
    submission: str = ""
    ground: str = ""
    """Why: a reason, a basis, an order."""
    cards: tuple[Card, ...] = ()
    submissions: tuple[Submission, ...] = ()
    files: tuple[NewFile, ...] = ()
    tag: str = ""
    """A tag that belongs to it. New editions on `cards` get theirs unasked: ``edition/158/2``."""


class Recorded(Struct, frozen=True, kw_only=True):
    """A transition as it stands in the history."""

    sequence: int
    """1 for the first of the registry; more than that of every transition before it."""
    commit: str
    """40 hexadecimal digits."""
    recorded: datetime
    """In UTC, to the second."""
    action: str
    """``merge`` for a union of two histories, ``edit`` for a commit that docctl did not make."""
    actor: str
    operation: str
    document: str
    """The document concerned; the first one where there are many."""
    submission: str
    ground: str
    edition: int | None
    chain: str
    documents: tuple[str, ...] = ()
    """Every document concerned."""
    submissions: tuple[str, ...] = ()
    behind: bool = False
    """Recorded, but the files of the workspace could not follow; the next transition catches up."""


def operation_id(
    action: str, subject: str, actor: str, parameters: Mapping[str, object], hashes: Iterable[str] = ()
) -> str:
    """The id of an operation: the same for the same action with the same parameters, files and actor."""
    named = [f"{name}={parameters[name]!r}" for name in sorted(parameters)]
    digest = hashlib.sha256()
    for field in (action, subject, actor, *named, *hashes):
        encoded = field.encode("utf-8", "surrogateescape")
        digest.update(b"%d:%b," % (len(encoded), encoded))
    return digest.hexdigest()
