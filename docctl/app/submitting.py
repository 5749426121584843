"""The use case `submit`: a draft is checked, stored and enters review."""

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.desk import Desk
from docctl.app.dossier import Dossier, Errand, examination_of, open_dossier, refuse_errors
from docctl.app.guidance import cleared, refuse_guidance, unfamiliar
from docctl.app.intake import read_outside
from docctl.app.transition import Decision, Done, Subject, carry_out
from docctl.domain.finding import Stage
from docctl.domain.registry import lifecycle
from docctl.domain.registry.commands import HandIn
from docctl.domain.registry.filing import TEXT
from docctl.domain.registry.holdings import holdings_of
from docctl.domain.registry.submission import Submission
from docctl.domain.words import Language
from docctl.reporting.taken_out import TakenOut
from docctl.store import paths
from docctl.store.change import Change, NewFile, operation_id
from docctl.store.registry import Registry
from docctl.store.snapshot import Snapshot

ACTION = "submit"


class Submitting(Struct, frozen=True, kw_only=True):
    """What the unit says with its draft."""

    file: Path
    unit: str
    number: str = ""
    """Of the document that it is a new edition of."""
    language: Language | None = None
    kind: str = ""
    owner: str = ""
    again: str = ""
    """The returned submission that it continues."""
    anyway: str = ""


def submit(desk: Desk, asked: Submitting) -> Done:
    """Store the draft under a number of its own, S-2026-0007, without the guidance of its template.

    The same file twice is one draft: what counts is the file as it is stored.

    Raises CheckRefused, TransitionRefused, UsageError.
    """
    asked = replace(asked, again=asked.again.strip().upper())
    registry = desk.workspace.registry()
    number = asked.number.strip() or _number_of(registry.now(), asked.again)
    errand = Errand(stage=Stage.SUBMISSION, kind=asked.kind, handed_in_for=number)
    examination = examination_of(desk, errand)
    clear = cleared(read_outside(asked.file))
    dossier = open_dossier(examination, clear.incoming)
    refuse_guidance(dossier)
    refuse_errors(dossier, examination, asked.anyway)
    hand_in = _hand_in(desk, asked, number, dossier)
    subject = Subject(operation=hand_in.operation, submission=asked.again)
    done = carry_out(desk, subject, lambda now: _decide(registry, now, hand_in, dossier))
    taken_out = TakenOut(len(clear.texts), unfamiliar(clear.texts, desk.workspace))
    return replace(done, taken_out=taken_out)


def _number_of(snapshot: Snapshot, again: str) -> str:
    """The number that a submission was handed in for."""
    submission = snapshot.submission(again) if again else None
    return submission.number if submission else ""


def _hand_in(desk: Desk, asked: Submitting, number: str, dossier: Dossier) -> HandIn:
    said = {"unit": asked.unit, "number": number, "again": asked.again, "owner": asked.owner}
    digest = dossier.incoming.sha256
    return HandIn(
        **said,
        kind=dossier.kind,
        language=asked.language or dossier.language,
        title=dossier.title or asked.file.stem,
        by=desk.actor,
        at=datetime.now(UTC).replace(microsecond=0),
        sha256=digest,
        file_name=asked.file.name,
        findings=dossier.findings(),
        anyway=asked.anyway,
        operation=operation_id(ACTION, number, desk.actor, said, [digest]),
    )


def _decide(registry: Registry, snapshot: Snapshot, hand_in: HandIn, dossier: Dossier) -> Decision:
    holdings = holdings_of(snapshot.cards(), snapshot.submissions())
    submission = lifecycle.submit(holdings, hand_in, paths)
    if submission == holdings.submissions.get(submission.id):
        return registry.history(submission.id)[-1]
    return Change(
        action=ACTION,
        actor=hand_in.by,
        operation=hand_in.operation,
        document=submission.number,
        submission=submission.id,
        ground=hand_in.anyway,
        submissions=(submission,),
        files=_files(submission, dossier),
    )


def _files(submission: Submission, dossier: Dossier) -> tuple[NewFile, ...]:
    folder = paths.round_folder(submission.id, len(submission.rounds))
    return NewFile(submission.round.file, dossier.incoming.content), NewFile(f"{folder}/{TEXT}", dossier.text)
