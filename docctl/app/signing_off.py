"""The use case `sign`: a sign-off on the signature sheet."""

from docctl.app.desk import Desk
from docctl.app.policy import policy_of
from docctl.app.querying import submission_named
from docctl.app.reviewing import change_of
from docctl.app.transition import Done, Subject, carry_out
from docctl.domain.registry import lifecycle
from docctl.domain.registry.card import Signature
from docctl.domain.registry.commands import SignOff
from docctl.store.change import Change, operation_id
from docctl.store.snapshot import Snapshot


def sign_off(desk: Desk, submission: str, signature: Signature) -> Done:
    """One more person has signed; raises TransitionRefused, UsageError."""
    draft = submission_named(desk.workspace.registry().now(), submission)
    said = {"role": signature.role, "name": signature.name, "position": signature.position}
    operation = operation_id("sign", draft.id, desk.actor, {**said, "date": str(signature.date)})
    policy = policy_of(desk)

    def decide(snapshot: Snapshot) -> Change:
        waiting = submission_named(snapshot, draft.id)
        return change_of(desk, "sign", lifecycle.sign(waiting, SignOff(signature, operation), policy))

    return carry_out(desk, Subject(operation=operation, submission=draft.id), decide)
