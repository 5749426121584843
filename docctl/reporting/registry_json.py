"""The registry as JSON: the cards of the contract, submissions, what a command did."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from docctl.domain.registry.card import Card, Edition, EditionStatus
from docctl.domain.registry.submission import Submission
from docctl.reporting.registry_overview import Counts

LIST, SHOW, INBOX = "docctl/list/1", "docctl/show/1", "docctl/inbox/1"
STATUS, TEXT, DONE = "docctl/status/1", "docctl/text/1", "docctl/done/1"
HISTORY, ROWS = "docctl/history/1", "docctl/refused-rows/1"


class Asked(Struct, frozen=True, kw_only=True):
    """The two times that were asked about."""

    as_of: date
    known_at: datetime | None = None


def written(schema: str, **values: Any) -> str:
    """A result with its schema, every key always there."""
    encoded = msgspec.json.encode({"schema": schema, **values})
    return msgspec.json.format(encoded, indent=1).decode() + "\n"


def cards(lines: Iterable[tuple[Card, Edition, EditionStatus]], asked: Asked) -> str:
    """A list: cards, each with the edition that it is listed for."""
    documents = [
        {**_card(card, asked.as_of, status), "edition": edition.edition} for card, edition, status in lines
    ]
    return written(
        LIST, as_of=asked.as_of, known_at=asked.known_at, total=len(documents), documents=documents
    )


def card(line: tuple[Card, Edition, EditionStatus], asked: Asked) -> str:
    """One card, and which edition of it was asked for."""
    one, edition, status = line
    document = _card(one, asked.as_of, status)
    return written(SHOW, as_of=asked.as_of, known_at=asked.known_at, edition=edition.edition, **document)


def inbox(submissions: Iterable[Submission]) -> str:
    """The open submissions."""
    return written(INBOX, submissions=[_submission(one) for one in submissions])


def _card(one: Card, day: date, status: EditionStatus) -> dict[str, Any]:
    editions = [{**_edition(edition), "status": one.status_of(edition, day)} for edition in one.editions]
    fields = asdict(one)
    del fields["operation"]
    return {**fields, "title": asdict(one.title), "status": status, "editions": editions}


def _edition(edition: Edition) -> dict[str, Any]:
    return {**asdict(edition), "findings": [asdict(finding) for finding in edition.findings]}


def _submission(one: Submission) -> dict[str, Any]:
    rounds = [
        {**asdict(turn), "findings": [asdict(finding) for finding in turn.findings]} for turn in one.rounds
    ]
    fields = asdict(one)
    del fields["operation"]
    return {**fields, "rounds": rounds}


def counts(counted: Counts) -> str:
    """How the registry stands."""
    return written(STATUS, **asdict(counted))
