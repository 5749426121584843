"""The use case `register`: documents approved before docctl are taken over as they are, one or many."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from docctl.app.approving import edition_files
from docctl.app.desk import Desk
from docctl.app.dossier import Dossier, Errand, examination_of, open_dossier
from docctl.app.examine import Examination, refuse_unknown_kind
from docctl.app.guidance import refuse_guidance
from docctl.app.intake import Incoming, read_outside, read_scan
from docctl.app.policy import policy_of
from docctl.app.transition import Done, Subject, carry_out
from docctl.domain.finding import Stage
from docctl.domain.registry import documents
from docctl.domain.registry.card import Card, Person
from docctl.domain.registry.commands import Policy, Registration
from docctl.domain.registry.holdings import Holdings, holdings_of, normal_number
from docctl.domain.words import Language
from docctl.errors import DocctlError
from docctl.store import paths
from docctl.store.change import Change, NewFile, operation_id
from docctl.store.snapshot import Snapshot
from docctl.wording import N_

ACTION = "register"


class Registering(Struct, frozen=True, kw_only=True):
    """A document to be taken over, as the caller describes it."""

    file: Path
    number: str
    edition: int
    unit: str
    approved: date
    in_force: date | None = None
    kind: str = ""
    """Empty: the document tells."""
    language: Language | None = None
    title: str = ""
    owner: str = ""
    order: str = ""
    name: str = ""
    """Who approved; empty where an old document does not say."""
    position: str = ""
    scan: Path | None = None
    file_index: str = ""
    retention: str = ""


class Row(Struct, frozen=True):
    """A document of a table."""

    line: int
    asked: Registering


class RowRefused(Struct, frozen=True):
    """Why a row cannot be taken over."""

    line: int
    error: DocctlError


class TableRefused(DocctlError):
    """Rows of a table cannot be taken over, so none was."""

    slug = "transition-refused"

    def __init__(self, refused: Sequence[RowRefused], rows: int) -> None:
        message = N_("Rows that cannot be taken over: {refused} of {rows}. Nothing was recorded.")
        super().__init__(message, refused=len(refused), rows=rows)
        self.refused = tuple(refused)


class _Taken(Struct, frozen=True):
    """A row that was read: what is recorded of it, and its files."""

    line: int
    registration: Registration
    dossier: Dossier
    scan: Incoming | None


def register(desk: Desk, asked: Registering) -> Done:
    """Take one document over; raises CheckRefused, TransitionRefused, UsageError."""
    return _record(desk, [_taken(desk, _examination(desk), Row(1, asked))])


def register_all(desk: Desk, rows: Sequence[Row]) -> Done:
    """Take all documents of a table over, in one commit; raises TableRefused, and then none is."""
    examination = _examination(desk)
    taken: list[_Taken] = []
    refused: list[RowRefused] = []
    for row in rows:
        try:
            taken.append(_taken(desk, examination, row))
        except DocctlError as error:
            refused.append(RowRefused(row.line, error))
    try:
        done = _record(desk, taken, refused)
    except TableRefused as error:
        raise TableRefused(error.refused, len(rows)) from error
    return done


def _examination(desk: Desk) -> Examination:
    return examination_of(desk, Errand(stage=Stage.APPROVAL, beside_registry=False))


def _taken(desk: Desk, examination: Examination, row: Row) -> _Taken:
    asked = row.asked
    by_kind = replace(examination, kind=asked.kind or None)
    refuse_unknown_kind(by_kind)
    dossier = open_dossier(by_kind, read_outside(asked.file))
    refuse_guidance(dossier)
    scan = read_scan(asked.scan) if asked.scan else None
    return _Taken(row.line, _registration(desk, asked, dossier, scan), dossier, scan)


def _registration(desk: Desk, asked: Registering, dossier: Dossier, scan: Incoming | None) -> Registration:
    hashes = [dossier.incoming.sha256, *([scan.sha256] if scan else [])]
    said = to_builtins(replace(asked, file=Path(), scan=None), enc_hook=str)
    return Registration(
        number=asked.number,
        edition=asked.edition,
        unit=asked.unit,
        kind=dossier.kind,
        language=asked.language or dossier.language,
        title=asked.title or dossier.title or asked.file.stem,
        approved=asked.approved,
        in_force=asked.in_force,
        approver=Person(asked.name, asked.position) if asked.name else None,
        order=asked.order,
        owner=asked.owner,
        file_index=asked.file_index,
        retention=asked.retention,
        sha256=dossier.incoming.sha256,
        scan_sha256=scan.sha256 if scan else "",
        pages=dossier.report.pages,
        findings=dossier.findings(),
        operation=operation_id(ACTION, normal_number(asked.number), desk.actor, said, hashes),
    )


def _record(desk: Desk, taken: Sequence[_Taken], refused: Sequence[RowRefused] = ()) -> Done:
    """All of them, or, when one cannot be taken over, none."""
    policy = policy_of(desk)
    operation = _operation(desk, taken)

    def decide(snapshot: Snapshot) -> Change:
        holdings = holdings_of(snapshot.cards(), snapshot.submissions())
        cards, clashes = _cards(holdings, taken, operation, policy)
        if refused or clashes:
            raise TableRefused(sorted([*refused, *clashes], key=lambda one: one.line), len(taken))
        return _change(desk, taken, cards, operation)

    # Refused rows are told even where the others stand in the registry already.
    first = "" if refused else normal_number(taken[0].registration.number)
    return carry_out(desk, Subject(operation=operation, document=first), decide)


def _operation(desk: Desk, taken: Sequence[_Taken]) -> str:
    """Of one document its own, of many one over all."""
    operations = [one.registration.operation for one in taken]
    return operations[0] if len(taken) == 1 else operation_id(ACTION, "", desk.actor, {}, operations)


def _cards(
    holdings: Holdings, taken: Sequence[_Taken], operation: str, policy: Policy
) -> tuple[dict[str, Card], list[RowRefused]]:
    """The cards as they will be, by number, and the rows that the registry does not take."""
    cards: dict[str, Card] = {}
    refused = []
    for one in taken:
        try:
            registration = replace(one.registration, operation=operation)
            card = documents.register(holdings, registration, policy, paths)
        except DocctlError as error:
            refused.append(RowRefused(one.line, error))
            continue
        cards[card.number] = card
        holdings = holdings.with_card(card)
    return cards, refused


def _change(desk: Desk, taken: Sequence[_Taken], cards: dict[str, Card], operation: str) -> Change:
    only = taken[0].registration if len(taken) == 1 else None
    return Change(
        action=ACTION,
        actor=desk.actor,
        operation=operation,
        document=normal_number(only.number) if only else "",
        edition=only.edition if only else None,
        cards=tuple(cards.values()),
        files=tuple(file for one in taken for file in _files(one)),
    )


def _files(taken: _Taken) -> tuple[NewFile, ...]:
    registration = taken.registration
    folder = paths.edition_folder(normal_number(registration.number), registration.edition)
    return edition_files(folder, taken.dossier, taken.scan)
