"""The registry of a workspace: what it knows, what it knew, how it came about, and a way to write into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from docctl.store.change import Recorded
from docctl.store.head import read_head
from docctl.store.ledger import Entry, entries_of, first_parents, recorded_of
from docctl.store.opening import checked_head
from docctl.store.private import git_folder
from docctl.store.snapshot import Snapshot

if TYPE_CHECKING:
    from docctl.store.commits import Sign
    from docctl.store.writing import Writing

_WRITING, _COMPARING = "docctl.store.writing", "docctl.store.comparing"
"""Loaded when needed: they need libgit2, which takes longer to load than most commands take."""


class Registry:
    """A workspace that was looked at and may be worked in; cheap to have, open as long as you like."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def now(self) -> Snapshot:
        """What the registry knows now."""
        return Snapshot(self.root, self._head())

    def known_at(self, moment: datetime) -> Snapshot:
        """What it knew at that moment (aware of its zone): an empty snapshot before the first transition."""
        until = moment.timestamp()
        head = self._head()
        line = first_parents(entries_of(self.root, head), head)
        known = [entry for entry in line if entry.recorded <= until]
        return Snapshot(self.root, known[-1].commit if known else "")

    def history(self, subject: str) -> tuple[Recorded, ...]:
        """The transitions of a document, its submissions' among them, or of a submission; oldest first."""
        entries = entries_of(self.root, self._head())
        came_from = {
            identity for entry in entries if subject in entry.documents for identity in entry.submissions
        }
        return tuple(recorded_of(entry) for entry in entries if _concerns(entry, subject, came_from))

    def ledger(self) -> tuple[Recorded, ...]:
        """All transitions, oldest first."""
        return tuple(map(recorded_of, entries_of(self.root, self._head())))

    def changed_documents(self, since: str, to: Snapshot) -> frozenset[str] | None:
        """Numbers whose card or files differ between a commit and a snapshot; None for an unknown commit."""
        changed: frozenset[str] | None = import_module(_COMPARING).changed_documents(
            self.root, since, to.commit
        )
        return changed

    @contextmanager
    def writing(self, wait: float = 30.0, sign: "Sign | None" = None) -> Iterator["Writing"]:
        """Hold the registry alone and record transitions into it.

        Raises:
            Busy: somebody else was writing for `wait` seconds.
            RepositoryTrouble: the folder may not be written into.
            DiskTrouble: the disk refused.
        """
        with import_module(_WRITING).writing(self.root, wait, sign) as writing:
            yield writing

    def _head(self) -> str:
        return read_head(git_folder(self.root)).commit


def open_registry(root: Path) -> Registry:
    """The registry in that folder; raises RepositoryTrouble, with the way out, when it may not be used."""
    checked_head(root)
    return Registry(root)


def _concerns(entry: Entry, subject: str, came_from: set[str]) -> bool:
    if subject in entry.documents or subject in entry.submissions:
        return True
    return not entry.documents and not came_from.isdisjoint(entry.submissions)
