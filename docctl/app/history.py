"""The use case `history`: who changed what of a document or a submission, when and why."""

from collections.abc import Iterator

from docctl.app.querying import not_there
from docctl.domain.registry.card import Card
from docctl.domain.registry.differences import Difference, differences
from docctl.domain.registry.holdings import normal_number
from docctl.domain.registry.submission import Submission
from docctl.reporting.registry_history import Event
from docctl.store.card_file import read_card
from docctl.store.change import Recorded
from docctl.store.paths import card_path, submission_path
from docctl.store.record_reading import file_at
from docctl.store.registry import Registry
from docctl.store.snapshot import Snapshot
from docctl.store.submission_file import read_submission

State = Card | Submission | None


def events(registry: Registry, snapshot: Snapshot, asked: str) -> tuple[Event, ...]:
    """The transitions, oldest first, each with the fields that it changed.

    Raises UsageError when the registry knows neither such a document nor such a submission; DamagedRecord.
    """
    draft = snapshot.submission(asked.strip().upper())
    card = None if draft else snapshot.card(normal_number(asked))
    if draft is None and card is None:
        raise not_there(asked, snapshot)
    subject = draft.id if draft else normal_number(asked)
    number = "" if draft else subject
    return tuple(_told(registry, registry.history(subject), number))


def _told(registry: Registry, history: tuple[Recorded, ...], number: str) -> Iterator[Event]:
    """Of a document's card; of the submission where the card was not touched."""
    card: State = None
    drafts: dict[str, State] = {}
    for one in history:
        changes: tuple[Difference, ...] = ()
        if number:
            new_card = _card(registry, one.commit, number)
            changes = differences(card, new_card) if new_card else ()
            card = new_card
        for identity in one.submissions:
            draft = _draft(registry, one.commit, identity)
            if draft is not None and not changes:
                changes = differences(drafts.get(identity), draft)
            drafts[identity] = draft
        yield Event(one, changes)


def _card(registry: Registry, commit: str, number: str) -> Card | None:
    path = card_path(number)
    content = file_at(registry.root, commit, path)
    return None if content is None else read_card(content, path)


def _draft(registry: Registry, commit: str, identity: str) -> Submission | None:
    path = submission_path(identity)
    content = file_at(registry.root, commit, path)
    return None if content is None else read_submission(content, path)
