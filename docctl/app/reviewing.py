"""The use cases `return` and `accept`: the office's review of a draft."""

from pathlib import Path

from docctl.app.desk import Desk
from docctl.app.dossier import Errand, examination_of, open_dossier, refuse_errors
from docctl.app.intake import Incoming
from docctl.app.querying import submission_named
from docctl.app.transition import Done, Subject, carry_out
from docctl.domain.finding import Stage
from docctl.domain.registry import lifecycle
from docctl.domain.registry.commands import Acceptance, Return
from docctl.domain.registry.submission import Submission
from docctl.store.change import Change, operation_id
from docctl.store.snapshot import Snapshot


def give_back(desk: Desk, submission: str, reason: str) -> Done:
    """The unit gets its draft back with the reason; raises TransitionRefused, UsageError."""
    identity = submission_named(desk.workspace.registry().now(), submission).id
    operation = operation_id("return", identity, desk.actor, {"reason": reason})

    def decide(snapshot: Snapshot) -> Change:
        returned = lifecycle.give_back(submission_named(snapshot, identity), Return(reason, operation))
        return change_of(desk, "return", returned, reason)

    return carry_out(desk, Subject(operation=operation, submission=identity), decide)


def accept(desk: Desk, submission: str, anyway: str) -> Done:
    """The draft may be signed, once it passes the check as it stands today or a reason is given.

    Raises CheckRefused, TransitionRefused, UsageError.
    """
    now = desk.workspace.registry().now()
    draft = submission_named(now, submission)
    operation = operation_id("accept", draft.id, desk.actor, {"anyway": anyway}, [draft.round.sha256])
    acceptance = Acceptance(desk.today, anyway, operation)
    errand = Errand(stage=Stage.SUBMISSION, kind=draft.kind, handed_in_for=draft.number)
    examination = examination_of(desk, errand)

    def decide(snapshot: Snapshot) -> Change:
        waiting = submission_named(snapshot, draft.id)
        accepted = lifecycle.accept(waiting, acceptance)
        refuse_errors(open_dossier(examination, stored_draft(snapshot, waiting)), examination, anyway)
        return change_of(desk, "accept", accepted, anyway)

    return carry_out(desk, Subject(operation=operation, submission=draft.id), decide)


def change_of(desk: Desk, action: str, submission: Submission, ground: str = "") -> Change:
    """The change that is only one of a submission."""
    return Change(
        action=action,
        actor=desk.actor,
        operation=submission.operation,
        document=submission.number,
        submission=submission.id,
        ground=ground,
        submissions=(submission,),
    )


def stored_draft(snapshot: Snapshot, submission: Submission) -> Incoming:
    """The draft as it was handed in last; raises DamagedRecord."""
    last = submission.round
    name = last.file_name or Path(last.file).name
    return Incoming(Path(name), snapshot.read(last.file), last.sha256)
