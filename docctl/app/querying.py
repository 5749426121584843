"""The use cases that look at the registry: which documents, which edition, on which day, as known when."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from docctl.domain.registry.card import Card, Edition, EditionStatus
from docctl.domain.registry.submission import Submission, SubmissionStatus
from docctl.errors import UsageError
from docctl.reporting.registry_overview import Counts

if TYPE_CHECKING:
    from docctl.store.registry import Registry
    from docctl.store.snapshot import Snapshot

LIKENESS = "difflib"
"""Loaded only when a number is not there."""
NEAR = 3
"""Numbers that are named in place of one that is not there."""
AT = "@"
TEXT = "text.md"


class Listed(Struct, frozen=True):
    """A document with the edition of it that is asked for, and what that edition was on the day."""

    card: Card
    edition: Edition
    status: EditionStatus


class Wanted(Struct, frozen=True, kw_only=True):
    """Which documents to list; what is empty does not choose."""

    status: EditionStatus | None = None
    kind: str = ""
    unit: str = ""
    """Part of the unit's name, in any case."""
    in_force_only: bool = False

    def takes(self, card: Card) -> bool:
        """Whether the document is one of those."""
        return self.kind in ("", card.kind) and self.unit.casefold() in card.unit.casefold()


def snapshot_of(registry: "Registry", known_at: datetime | None) -> "Snapshot":
    """The registry as it is now, or as it was recorded at that moment."""
    return registry.now() if known_at is None else registry.known_at(known_at)


def moment_of(said: str) -> datetime:
    """``2026-03-01`` is the end of that day, ``2026-03-01T12:00`` that minute; both in local time.

    Raises UsageError for anything else.
    """
    try:
        moment = datetime.fromisoformat(said)
        if len(said) == len("2026-03-01"):
            moment += timedelta(days=1) - timedelta(microseconds=1)
        return moment.astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(
            "“{moment}” is no moment; write it like 2026-03-01 or 2026-03-01T14:30.", moment=said
        ) from error


def listed(cards: Iterable[Card], day: date, wanted: Wanted) -> tuple[Listed, ...]:
    """The documents on that day, one line each: the edition in force, else the last one that was, else the
    first to come. Where a status is wanted: every edition that had it."""
    chosen = (card for card in cards if wanted.takes(card))
    if wanted.status is not None:
        lines = (
            Listed(card, edition, card.status_of(edition, day))
            for card in chosen
            for edition in card.editions
        )
        return tuple(line for line in lines if line.status is wanted.status)
    shown = tuple(shown_on(card, day) for card in chosen)
    return tuple(line for line in shown if line.status is EditionStatus.IN_FORCE or not wanted.in_force_only)


def shown_on(card: Card, day: date) -> Listed:
    """The edition of a document that says most of it on that day."""
    begun = [edition for edition in card.editions if edition.in_force_from <= day]
    edition = card.in_force_on(day) or (begun[-1] if begun else card.editions[0])
    return Listed(card, edition, card.status_of(edition, day))


def found(snapshot: "Snapshot", asked: str, day: date) -> Listed:
    """The document and edition that «158» or «158@2» names; without an edition the one of that day.

    Raises UsageError naming what there is when it is not there.
    """
    card = snapshot.card(asked)
    if card is not None:
        return shown_on(card, day)
    number, at, ordinal = asked.rpartition(AT)
    card = snapshot.card(number) if at and ordinal.isdecimal() else None
    if card is None:
        raise not_there(asked if not at else number, snapshot)
    edition = card.edition(int(ordinal))
    if edition is None:
        raise UsageError(
            "The registry has no edition {edition} of No. {number}; it has: {known}.",
            edition=ordinal,
            number=number,
            known=", ".join(str(one.edition) for one in card.editions),
        )
    return Listed(card, edition, card.status_of(edition, day))


def not_there(number: str, snapshot: "Snapshot") -> UsageError:
    """The error for a number that the registry lacks, with those that look like it."""
    numbers = [card.number for card in snapshot.cards()]
    near = import_module(LIKENESS).get_close_matches(number, numbers, NEAR, 0.5)
    if near:
        return UsageError(
            "There is no document No. {number} in the registry. Near: {near}.",
            number=number,
            near=", ".join(near),
        )
    return UsageError(
        "There is no document No. {number} in the registry; “docctl list” names them all.", number=number
    )


def submission_named(snapshot: "Snapshot", asked: str) -> Submission:
    """The submission with this id, in any case; raises UsageError naming those that are open."""
    submission = snapshot.submission(asked.strip().upper())
    if submission is not None:
        return submission
    raise UsageError(
        "There is no submission {submission}. Open ones: {open}.",
        submission=asked,
        open=", ".join(one.id for one in open_submissions(snapshot)) or "–",
    )


def open_submissions(snapshot: "Snapshot") -> tuple[Submission, ...]:
    """Those that have not become an edition, oldest first."""
    return tuple(one for one in snapshot.submissions() if one.status is not SubmissionStatus.APPROVED)


def overview(snapshot: "Snapshot", root: str, day: date) -> Counts:
    """Counts over the whole registry."""
    cards = snapshot.cards()
    lines = listed(cards, day, Wanted())
    submissions = [one.status for one in open_submissions(snapshot)]
    return Counts(
        root=root,
        commit=snapshot.commit,
        documents={status: sum(line.status is status for line in lines) for status in EditionStatus},
        editions=sum(len(card.editions) for card in cards),
        submissions={one: submissions.count(one) for one in SubmissionStatus if one in submissions},
        overdue=tuple(line.card.number for line in lines if _is_overdue(line, day)),
    )


def _is_overdue(line: Listed, day: date) -> bool:
    due = line.card.review_due
    return line.status is EditionStatus.IN_FORCE and due is not None and due < day


def text_of(snapshot: "Snapshot", line: Listed) -> str:
    """The clauses of the edition, as they lie beside its file; raises DamagedRecord."""
    folder = line.edition.file.rpartition("/")[0]
    return snapshot.read(f"{folder}/{TEXT}").decode("utf-8", "replace")
