"""Workspaces with documents and transitions, made quickly: for tests of the store and for benchmarks."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from docctl.domain.registry.card import Card, Edition, Titles
from docctl.domain.registry.submission import Round, Submission, SubmissionStatus
from docctl.domain.words import Language
from docctl.store.change import Change, NewFile, Recorded, operation_id
from docctl.store.creating import create_repository
from docctl.store.paths import edition_folder, round_folder
from docctl.store.registry import Registry, open_registry
from docctl.store.writing import Writing

ACTOR = "Clerk of the Office <office@example.org>"
BEGIN = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
APPROVED = date(2025, 3, 1)
SIZE = 2_000
"""Bytes of a document."""
STARTER = (
    NewFile("docctl.toml", b'[organisation]\nen = "Example University"\n'),
    NewFile(".gitattributes", b"* -text\n*.docx binary\n"),
)


def workspace(root: Path, documents: Iterable[str] = ()) -> Registry:
    """A new workspace; its second transition registers the documents, each with one edition."""
    create_repository(root, STARTER, ACTOR, lambda: BEGIN)
    registry = open_registry(root)
    if changes := [registration(number) for number in documents]:
        with registry.writing() as writing:
            writing.record(together(changes), lambda: BEGIN)
    return registry


def document(name: str, size: int = SIZE) -> bytes:
    """Bytes that stand for a Word file: they do not compress, and are the same for the same name."""
    blocks = (hashlib.sha256(f"{name}:{at}".encode()).digest() for at in range(size // 32 + 1))
    return b"".join(blocks)[:size]


def card(number: str, editions: int = 1, size: int = SIZE) -> Card:
    """A card with that many editions, a month apart, their documents of that size."""
    return Card(
        number=number,
        kind="regulation",
        language=Language.KK,
        title=Titles(kk=f"{number} ережесі", ru=f"Положение {number}"),
        unit="Кеңсе",
        owner="Кеңсе басшысы",
        editions=tuple(
            _edition(number, edition, edition == editions, size) for edition in range(1, editions + 1)
        ),
    )


def _edition(number: str, edition: int, last: bool, size: int) -> Edition:
    begins = [APPROVED + timedelta(days=30 * at) for at in (edition, edition + 1)]
    return Edition(
        edition=edition,
        approved=begins[0],
        in_force_from=begins[0],
        in_force_to=None if last else begins[1],
        language=Language.KK,
        file=f"{edition_folder(number, edition)}/document.docx",
        sha256=hashlib.sha256(document(f"{number}@{edition}", size)).hexdigest(),
    )


def registration(number: str, edition: int = 1, size: int = SIZE) -> Change:
    """The transition that records an edition of a document, all those before it being there."""
    folder = edition_folder(number, edition)
    return Change(
        action="register",
        actor=ACTOR,
        operation=operation_id("register", number, ACTOR, {"edition": edition}),
        document=number,
        edition=edition,
        ground="taken over",
        cards=(card(number, edition, size),),
        files=(
            NewFile(f"{folder}/document.docx", document(f"{number}@{edition}", size)),
            NewFile(f"{folder}/text.md", f"# {number}\n\n1.1 Edition {edition}.\n".encode()),
        ),
    )


def together(changes: Iterable[Change]) -> Change:
    """Many registrations as one transition."""
    every = tuple(changes)
    return Change(
        action="register",
        actor=ACTOR,
        operation=operation_id("register", "", ACTOR, {}, [change.operation for change in every]),
        ground="taken over",
        cards=tuple(card for change in every for card in change.cards),
        files=tuple(file for change in every for file in change.files),
    )


def submission(at: int, status: SubmissionStatus = SubmissionStatus.SUBMITTED, title: str = "") -> Change:
    """The transition that hands in the draft number `at` of the year, or moves it on to that status."""
    identity = f"S-2026-{at:04}"
    file = NewFile(f"{round_folder(identity, 1)}/document.docx", document(identity))
    draft = Submission(
        id=identity,
        status=status,
        unit="Кеңсе",
        kind="regulation",
        language=Language.KK,
        title=title or f"Жоба {at}",
        rounds=(
            Round(handed_in=BEGIN, by=ACTOR, file=file.path, sha256=hashlib.sha256(file.content).hexdigest()),
        ),
    )
    handed_in = status is SubmissionStatus.SUBMITTED
    return Change(
        action="submit" if handed_in else "accept",
        actor=ACTOR,
        operation=operation_id(status, identity, ACTOR, {"title": title}),
        submission=identity,
        submissions=(draft,),
        files=(file,) if handed_in else (),
    )


def transitions(begin: int = 1) -> Iterator[Change]:
    """An endless working life: drafts handed in and accepted, every third becomes a new document."""
    for at in count(begin):
        yield submission(at)
        yield submission(at, SubmissionStatus.ACCEPTED)
        yield registration(f"N-{at}")


def record_all(writing: Writing, changes: Iterable[Change]) -> list[Recorded]:
    """Record the changes one after the other, a minute apart."""
    return [
        writing.record(change, lambda at=at: BEGIN + timedelta(minutes=at))  # type: ignore[misc]
        for at, change in enumerate(changes, start=1)
    ]
