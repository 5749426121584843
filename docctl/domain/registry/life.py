"""The life of a document: the one table of what may happen when."""

from collections.abc import Mapping
from enum import StrEnum

from docctl.domain.registry.card import CardStatus
from docctl.domain.registry.names import said_status
from docctl.domain.registry.submission import SubmissionStatus
from docctl.errors import TransitionRefused


class Action(StrEnum):
    """A step in the life of a document, as its command is called."""

    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    SIGN = "sign"
    APPROVE = "approve"
    REGISTER = "register"
    WITHDRAW = "withdraw"


Status = SubmissionStatus | CardStatus

LIFE: Mapping[tuple[Status, Action], Status] = {
    (SubmissionStatus.SUBMITTED, Action.RETURN): SubmissionStatus.RETURNED,
    (SubmissionStatus.SUBMITTED, Action.ACCEPT): SubmissionStatus.ACCEPTED,
    (SubmissionStatus.RETURNED, Action.SUBMIT): SubmissionStatus.SUBMITTED,
    # Who is asked to sign may refuse: then the draft goes back, and nobody has signed the next one yet.
    (SubmissionStatus.ACCEPTED, Action.RETURN): SubmissionStatus.RETURNED,
    (SubmissionStatus.ACCEPTED, Action.SIGN): SubmissionStatus.SIGNING,
    # Where the office asks for no sign-offs; where it does, those that are missing are named.
    (SubmissionStatus.ACCEPTED, Action.APPROVE): SubmissionStatus.APPROVED,
    (SubmissionStatus.SIGNING, Action.RETURN): SubmissionStatus.RETURNED,
    (SubmissionStatus.SIGNING, Action.SIGN): SubmissionStatus.SIGNING,
    (SubmissionStatus.SIGNING, Action.APPROVE): SubmissionStatus.APPROVED,
    (CardStatus.IN_FORCE, Action.SUBMIT): CardStatus.IN_FORCE,
    (CardStatus.IN_FORCE, Action.APPROVE): CardStatus.IN_FORCE,
    (CardStatus.IN_FORCE, Action.REGISTER): CardStatus.IN_FORCE,
    (CardStatus.IN_FORCE, Action.WITHDRAW): CardStatus.WITHDRAWN,
    # Editions that came before; none after: a withdrawn document gets no new edition.
    (CardStatus.WITHDRAWN, Action.REGISTER): CardStatus.WITHDRAWN,
}
"""What a submission or a document becomes by an action. What does not stand here is refused."""


def possible(status: Status) -> tuple[Action, ...]:
    """The actions that this status allows."""
    return tuple(action for action in Action if (status, action) in LIFE)


def submission_after(status: SubmissionStatus, action: Action, submission: str) -> SubmissionStatus:
    """What the submission becomes; raises TransitionRefused naming what is possible instead."""
    return SubmissionStatus(_after(status, action, submission))


def card_after(status: CardStatus, action: Action, number: str) -> CardStatus:
    """What the document becomes; raises TransitionRefused naming what is possible instead."""
    return CardStatus(_after(status, action, number))


def _after(status: Status, action: Action, subject: str) -> Status:
    if (status, action) in LIFE:
        return LIFE[status, action]
    raise TransitionRefused(
        "“{action}” is not possible now: {subject} is “{status}”. Possible now: {possible}.",
        action=action.value,
        subject=subject,
        status=said_status(status),
        possible=", ".join(possible(status)) or "–",
    )
