"""The use case `approve`: an accepted and signed draft becomes an edition in force."""

from datetime import date
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.desk import Desk
from docctl.app.dossier import Dossier, Errand, examination_of, open_dossier, refuse_errors
from docctl.app.guidance import refuse_guidance
from docctl.app.intake import Incoming, read_outside, read_scan
from docctl.app.policy import policy_of
from docctl.app.querying import submission_named
from docctl.app.reviewing import stored_draft
from docctl.app.transition import Done, Subject, carry_out
from docctl.domain.finding import Stage
from docctl.domain.registry import documents
from docctl.domain.registry.card import Person
from docctl.domain.registry.clause_text import ClauseText, read_text
from docctl.domain.registry.commands import Approval
from docctl.domain.registry.documents import Approved
from docctl.domain.registry.facts import number_key
from docctl.domain.registry.filing import DOCUMENT, SCAN, TEXT
from docctl.domain.registry.holdings import holdings_of, normal_number
from docctl.domain.registry.submission import Submission
from docctl.errors import TransitionRefused
from docctl.store import paths
from docctl.store.change import Change, NewFile, operation_id
from docctl.store.snapshot import Snapshot

ACTION = "approve"
EXCERPT = 80
"""Letters of a clause that are shown of it."""


class Approving(Struct, frozen=True, kw_only=True):
    """What the office says of the approval."""

    submission: str
    number: str
    approver: Person
    approved: date
    in_force: date | None = None
    order: str = ""
    scan: Path | None = None
    file: Path | None = None
    """The final file, number and dates filled in; None: the accepted draft, which has them already."""
    anyway: str = ""


def approve(desk: Desk, asked: Approving) -> Done:
    """Record the edition; the one before it is superseded.

    Raises CheckRefused, TransitionRefused, UsageError.
    """
    draft = submission_named(desk.workspace.registry().now(), asked.submission)
    final = read_outside(asked.file) if asked.file else None
    scan = read_scan(asked.scan) if asked.scan else None
    operation = _operation(desk, draft.id, asked, [one.sha256 for one in (final, scan) if one])
    policy = policy_of(desk)

    def decide(snapshot: Snapshot) -> Change:
        waiting = submission_named(snapshot, draft.id)
        holdings = holdings_of(snapshot.cards(), snapshot.submissions())
        said = _approval(asked, final.sha256 if final else waiting.round.sha256, operation, scan)
        documents.approve(holdings, waiting, said, policy, paths)  # refuses before the file is looked at
        dossier = _dossier(desk, snapshot, waiting, asked, final)
        approved = documents.approve(holdings, waiting, _completed(said, dossier), policy, paths)
        return _change(desk, asked, approved, dossier, scan)

    return carry_out(desk, Subject(operation=operation, submission=draft.id), decide)


def _change(
    desk: Desk, asked: Approving, approved: Approved, dossier: Dossier, scan: Incoming | None
) -> Change:
    card, submission = approved.card, approved.submission
    folder = paths.edition_folder(card.number, submission.edition)
    return Change(
        action=ACTION,
        actor=desk.actor,
        operation=card.operation,
        document=card.number,
        edition=submission.edition,
        submission=submission.id,
        ground=asked.order or asked.anyway,
        cards=(card,),
        submissions=(submission,),
        files=edition_files(folder, dossier, scan),
    )


def _operation(desk: Desk, submission: str, asked: Approving, hashes: list[str]) -> str:
    said = {
        "number": normal_number(asked.number),
        "name": asked.approver.name,
        "position": asked.approver.position,
        "date": str(asked.approved),
        "in_force": str(asked.in_force),
        "order": asked.order,
        "anyway": asked.anyway,
    }
    return operation_id(ACTION, submission, desk.actor, said, hashes)


def _approval(asked: Approving, digest: str, operation: str, scan: Incoming | None) -> Approval:
    return Approval(
        number=asked.number,
        approver=asked.approver,
        approved=asked.approved,
        in_force=asked.in_force,
        order=asked.order,
        sha256=digest,
        scan_sha256=scan.sha256 if scan else "",
        anyway=asked.anyway,
        operation=operation,
    )


def _completed(approval: Approval, dossier: Dossier) -> Approval:
    """With what the file says; what the check found in it is recorded."""
    return replace(approval, title=dossier.title, pages=dossier.report.pages, findings=dossier.findings())


def _dossier(
    desk: Desk, snapshot: Snapshot, draft: Submission, asked: Approving, final: Incoming | None
) -> Dossier:
    """The file that becomes the edition, complete and free of errors: the accepted draft, or a final file
    whose clauses are the same."""
    errand = Errand(stage=Stage.APPROVAL, kind=draft.kind, handed_in_for=draft.number)
    examination = examination_of(desk, errand)
    dossier = open_dossier(examination, final or stored_draft(snapshot, draft))
    refuse_guidance(dossier)
    if final is not None:
        folder = paths.round_folder(draft.id, len(draft.rounds))
        accepted = read_text(snapshot.read(f"{folder}/{TEXT}").decode())
        refuse_other_clauses(accepted, dossier.clauses, str(final.path))
    refuse_contradiction(dossier, asked)
    refuse_errors(dossier, examination, asked.anyway)
    return dossier


def refuse_other_clauses(accepted: tuple[ClauseText, ...], final: tuple[ClauseText, ...], at: str) -> None:
    """Raises TransitionRefused naming the first clause in which the final file differs from the draft."""
    for draft, approved in zip_longest(accepted, final):
        if draft == approved:
            continue
        clause = draft or approved
        raise TransitionRefused(
            "The text is not the one that was accepted; they differ first at clause {clause}: “{accepted}”"
            " was accepted, the file has “{found}”. Approve what was accepted, or return the draft.",
            at=at,
            clause=clause.number or "–",
            accepted=_excerpt(draft),
            found=_excerpt(approved),
        )


def refuse_contradiction(dossier: Dossier, asked: Approving) -> None:
    """Raises TransitionRefused when the file names another number or day than the approval."""
    number = dossier.report.number
    if number and number_key(number) != number_key(asked.number):
        raise TransitionRefused(
            "The file says No. {found}, and it is approved as No. {number}. Correct one of the two.",
            at=str(dossier.incoming.path),
            found=number,
            number=asked.number,
        )
    if dossier.approved and dossier.approved != asked.approved:
        raise TransitionRefused(
            "The file says that it was approved on {found}, and the command says {day}. Correct one of the"
            " two.",
            at=str(dossier.incoming.path),
            found=dossier.approved,
            day=asked.approved,
        )


def _excerpt(clause: ClauseText | None) -> str:
    text = clause.text if clause else "–"
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"


def edition_files(folder: str, dossier: Dossier, scan: Incoming | None) -> tuple[NewFile, ...]:
    """The files of an edition: the Word file byte for byte, its clauses as text, the scan."""
    files = [
        NewFile(f"{folder}/{DOCUMENT}", dossier.incoming.content),
        NewFile(f"{folder}/{TEXT}", dossier.text),
    ]
    return (*files, NewFile(f"{folder}/{SCAN}", scan.content)) if scan else tuple(files)
