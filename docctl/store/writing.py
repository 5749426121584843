"""Recording transitions: decided on a snapshot, written as one commit, all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pygit2
from msgspec import Struct
from msgspec.structs import replace
from pygit2 import Commit, Oid

from docctl.errors import DiskTrouble
from docctl.store.card_file import write_card
from docctl.store.change import Change, Recorded
from docctl.store.commits import Sign, Transition, read_commit, write_commit, write_tag
from docctl.store.healing import seen
from docctl.store.held import Held, held
from docctl.store.index_file import follow_index
from docctl.store.ledger import add_entry, entry_of
from docctl.store.live_snapshot import LiveSnapshot
from docctl.store.loose import is_tidying_due
from docctl.store.naming import name_of, reference_of
from docctl.store.paths import card_path, submission_path
from docctl.store.persistence import persistently
from docctl.store.publishing import Tag, publish
from docctl.store.record_cache import Addition, add_records, kept
from docctl.store.refusals import refuse_unsound
from docctl.store.repository import disk_trouble, reading
from docctl.store.snapshot import Snapshot
from docctl.store.submission_file import write_submission
from docctl.store.trees import with_files
from docctl.store.witness import Witness, write_witness
from docctl.store.work_tree import Waiting, forget_waiting, place, refuse_changed_by_hand, write_waiting

_UPKEEP = "docctl.store.upkeep"
"""Loaded when it is time: it needs GitPython."""
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of the machine."""
    return datetime.now(UTC)


class Written(Struct, frozen=True):
    """The objects of a transition; nothing leads to them yet."""

    ids: Mapping[str, Oid]
    """Of the files, by path."""
    recorded: Recorded
    tags: tuple[Tag, ...]


class Writing:
    """The registry, held alone by this process."""

    def __init__(self, held: Held, sign: Sign | None) -> None:
        self._root, self._repository, self._branch, self._sign = held.root, held.repository, held.branch, sign
        self._witness = held.witness
        self._head = held.repository[held.witness.head.commit].peel(Commit)

    @property
    def snapshot(self) -> Snapshot:
        """What the registry knows; after `record`, with what was recorded."""
        return LiveSnapshot(self._root, self._repository, self._head)

    def earlier(self, operation: str, *, document: str = "", submission: str = "") -> Recorded | None:
        """The transition that this operation became, if it was the last of that document or submission."""
        snapshot = self.snapshot
        card = snapshot.card(document) if document else None
        draft = snapshot.submission(submission) if submission else None
        if operation not in [record.operation for record in (card, draft) if record is not None]:
            return None
        return self._find(operation)

    def record(self, change: Change, clock: Clock = utc_now) -> Recorded:
        """Record the transition as one commit, with its tags; it is on the disk when this returns.

        Raises:
            TransitionRefused: a file was changed by hand, would be overwritten, or a number has a twin.
            UsageError: the actor is not of the form «Name <mail>».
            Busy: somebody moved the branch with Git meanwhile.
            DiskTrouble: the disk refused; nothing was changed.
            DamagedRecord: what the change builds on cannot be read.
        """
        files = files_of(change)
        with reading(str(self._root)):
            refuse_unsound(self._head.tree, files, [card.number for card in change.cards])
            refuse_changed_by_hand(self._root, self._head.tree, tuple(files))
            tags = self._tags(change)
        try:
            with disk_trouble(self._root):
                return self._publish(change, files, tags, clock())
        except DiskTrouble:
            forget_waiting(self._root)
            raise

    def _tags(self, change: Change) -> tuple[str, ...]:
        """The tag that is asked for, and one for each edition that was not there before."""
        names = [change.tag] if change.tag else []
        for card in change.cards:
            before = self.snapshot.card(card.number)
            known = {one.edition for one in before.editions} if before else set()
            names += (
                edition_tag(card.number, one.edition) for one in card.editions if one.edition not in known
            )
        return tuple(dict.fromkeys(names))

    def _publish(
        self, change: Change, files: Mapping[str, bytes], tags: tuple[str, ...], now: datetime
    ) -> Recorded:
        written = persistently(lambda: self._written(change, files, tags, now))
        waiting = write_waiting(self._root, files)
        before, commit = str(self._head.id), written.recorded.commit
        publish(self._repository, self._root, self._branch, before, commit, written.tags)
        return self._recorded(change, written.recorded, written.ids, waiting)

    def _written(
        self, change: Change, files: Mapping[str, bytes], tags: tuple[str, ...], now: datetime
    ) -> Written:
        repository = self._repository
        ids = {path: repository.create_blob(content) for path, content in files.items()}
        tree = with_files(repository, self._head.tree, ids)
        recorded = write_commit(repository, Transition(tree, (self._head,), change, tags), now, self._sign)
        named = tuple(Tag(name, write_tag(repository, name, recorded, self._sign)) for name in tags)
        return Written(ids, recorded, named)

    def _recorded(
        self, change: Change, recorded: Recorded, ids: Mapping[str, Oid], waiting: tuple[Waiting, ...]
    ) -> Recorded:
        """What follows the branch; from here on nothing may fail, since the transition stands."""
        before, self._head = self._head, self._repository[recorded.commit].peel(Commit)
        base = str(before.id)
        add_entry(self._root, base, entry_of(recorded, [base]))
        add_records(self._root, _addition(base, recorded.commit, change, ids))
        try:
            place(self._root, waiting)
            follow_index(self._repository, self._root, before.tree, ids)
            self._witness = Witness(seen(self._head), self._witness.lost)
            write_witness(self._root, self._witness)
        except (OSError, pygit2.GitError):
            return replace(recorded, behind=True)
        return recorded

    def _find(self, operation: str) -> Recorded | None:
        for commit in self._repository.walk(self._head.id):
            recorded = read_commit(commit)
            if recorded.operation == operation:
                return recorded
        return None


@contextmanager
def writing(root: Path, wait: float, sign: Sign | None) -> Iterator[Writing]:
    """The registry locked, checked and healed; see `Registry.writing`."""
    with held(root, wait) as here:
        yield Writing(here, sign)
        if is_tidying_due(root):
            import_module(_UPKEEP).tidy(root)


def edition_tag(number: str, edition: int) -> str:
    """The name of an edition's tag: ``edition/158/2``."""
    return f"edition/{reference_of(number)}/{edition}"


def files_of(change: Change) -> dict[str, bytes]:
    """All files that a transition writes; each record carries the id of the operation that made it so."""
    cards = [replace(card, operation=change.operation) for card in change.cards]
    drafts = [replace(one, operation=change.operation) for one in change.submissions]
    return {
        **{card_path(card.number): write_card(card) for card in cards},
        **{submission_path(one.id): write_submission(one) for one in drafts},
        **{file.path: file.content for file in change.files},
    }


def _addition(base: str, commit: str, change: Change, ids: Mapping[str, Oid]) -> Addition:
    cards = {
        name_of(card.number): kept(
            str(ids[card_path(card.number)]), replace(card, operation=change.operation)
        )
        for card in change.cards
    }
    drafts = {
        one.id: kept(str(ids[submission_path(one.id)]), replace(one, operation=change.operation))
        for one in change.submissions
    }
    return Addition(base, commit, cards, drafts)
