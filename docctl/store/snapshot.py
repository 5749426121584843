"""The registry as it was at one commit."""

from importlib import import_module
from pathlib import Path

from docctl.domain.registry.card import Card
from docctl.domain.registry.natural_order import natural_key
from docctl.domain.registry.submission import Submission
from docctl.errors import DamagedRecord
from docctl.store.head import read_head
from docctl.store.naming import name_of
from docctl.store.private import git_folder
from docctl.store.record_cache import Records, card_in, keep_records, read_records, submission_in

_READING = "docctl.store.record_reading"
"""Loaded only when the cache is behind or a file is wanted: it needs libgit2 and YAML."""
_EMPTY = Records("", {}, {})


class Snapshot:
    """What the registry knew at a commit; reading it never waits for a writer."""

    def __init__(self, root: Path, commit: str) -> None:
        self._root = root
        self.commit = commit
        """40 hexadecimal digits; empty before the first transition."""
        self._state: Records | None = None

    def cards(self) -> tuple[Card, ...]:
        """Every card, in the natural order of numbers; raises DamagedRecord."""
        cards = map(card_in, self._records().cards.values())
        return tuple(sorted(cards, key=lambda card: natural_key(card.number)))

    def card(self, number: str) -> Card | None:
        """The card of a document, None when there is none; raises DamagedRecord."""
        kept = self._records().cards.get(name_of(number))
        return None if kept is None else card_in(kept)

    def submissions(self) -> tuple[Submission, ...]:
        """Every submission ever handed in, in order; raises DamagedRecord."""
        kept = self._records().submissions
        return tuple(submission_in(kept[identity]) for identity in sorted(kept))

    def submission(self, identity: str) -> Submission | None:
        """A submission, None when there is none; raises DamagedRecord."""
        kept = self._records().submissions.get(identity)
        return None if kept is None else submission_in(kept)

    def read(self, path: str) -> bytes:
        """The bytes of a file as recorded; raises DamagedRecord when they are not there or damaged."""
        content: bytes | None = (
            import_module(_READING).file_at(self._root, self.commit, path) if self.commit else None
        )
        if content is None:
            raise DamagedRecord("This file is not in the registry.", at=path)
        return content

    def _records(self) -> Records:
        if self._state is None:
            self._state = _records_of(self._root, self.commit)
        return self._state


def _records_of(root: Path, commit: str) -> Records:
    if not commit:
        return _EMPTY
    known = read_records(root)
    if known is not None and known.commit == commit:
        return known
    state: Records = import_module(_READING).records_at(root, commit, known)
    if read_head(git_folder(root)).commit == commit:  # a state of the past is not worth keeping
        keep_records(root, state)
    return state
