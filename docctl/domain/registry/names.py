"""What statuses, actions, roles and kinds are called in texts about the registry."""

from docctl.domain.registry.card import CardStatus, EditionStatus
from docctl.domain.registry.submission import SubmissionStatus
from docctl.domain.words import Language
from docctl.wording import N_, Said, Translate

EDITION_STATUSES = {
    EditionStatus.PENDING: N_("not in force yet"),
    EditionStatus.IN_FORCE: N_("in force"),
    EditionStatus.SUPERSEDED: N_("superseded"),
    EditionStatus.WITHDRAWN: N_("withdrawn"),
}
SUBMISSION_STATUSES = {
    SubmissionStatus.SUBMITTED: N_("submitted"),
    SubmissionStatus.RETURNED: N_("returned"),
    SubmissionStatus.ACCEPTED: N_("accepted"),
    SubmissionStatus.SIGNING: N_("being signed"),
    SubmissionStatus.APPROVED: N_("approved"),
}
_STATUSES = {
    status.value: words for status, words in (*EDITION_STATUSES.items(), *SUBMISSION_STATUSES.items())
}
ROLES = {"developed": N_("developed by"), "agreed": N_("agreed"), "lawyer": N_("lawyer")}
KINDS = {"regulation": N_("regulation"), "job_description": N_("job description")}
ACTIONS = {
    "init": N_("workspace made"),
    "submit": N_("handed in"),
    "return": N_("returned"),
    "accept": N_("accepted"),
    "sign": N_("signed"),
    "approve": N_("approved"),
    "register": N_("taken over"),
    "withdraw": N_("withdrawn"),
    "merge": N_("two histories joined"),
    "edit": N_("changed without docctl"),
}
_LANGUAGES = {Language.KK: N_("Kazakh"), Language.RU: N_("Russian"), Language.EN: N_("English")}


def said_status(status: SubmissionStatus | CardStatus) -> Said:
    """The status as a value of a message."""
    return Said(_STATUSES[status])


def said_kind(kind: str) -> Said:
    """The kind as a value of a message."""
    return Said(KINDS.get(kind, kind))


def kind_name(kind: str, _: Translate) -> str:
    """The kind of a document in words; one of the office's own as it is."""
    return _(KINDS[kind]) if kind in KINDS else kind


def action_name(action: str, _: Translate) -> str:
    """What was done, in words."""
    return _(ACTIONS[action]) if action in ACTIONS else action


def role_name(role: str, _: Translate) -> str:
    """A sign-off role in words; one of the office's own as it is."""
    return _(ROLES[role]) if role in ROLES else role


def language_name(language: Language, _: Translate) -> str:
    """The language in words."""
    return _(_LANGUAGES[language])
