"""Who has signed, in which order, and who may not approve."""

from collections.abc import Iterable
from datetime import date

from docctl.domain.folding import fold, words_of
from docctl.domain.registry.card import Signature
from docctl.domain.registry.commands import SIGN_OFFS, Policy
from docctl.domain.registry.submission import Submission
from docctl.errors import TransitionRefused


def refuse_sign_off(signature: Signature, signed: tuple[Signature, ...], policy: Policy) -> None:
    """Raises TransitionRefused for a sign-off that is out of order, doubled, or dated wrongly."""
    if signature.role not in SIGN_OFFS:
        raise TransitionRefused(
            "There is no sign-off role “{role}”; the roles are: {roles}.",
            role=signature.role,
            roles=", ".join(SIGN_OFFS),
        )
    _refuse_order(signature, signed, policy)
    if any(_same_person(one.name, signature.name) for one in signed if one.role == signature.role):
        raise TransitionRefused(
            "{name} has signed as “{role}” already.", name=signature.name, role=signature.role
        )
    _refuse_date(signature, signed, policy.today)


def missing_roles(signed: Iterable[Signature], policy: Policy) -> tuple[str, ...]:
    """The roles that must still sign, in order."""
    present = {signature.role for signature in signed}
    return tuple(role for role in policy.sign_offs if role not in present)


def refuse_unsigned(signed: tuple[Signature, ...], approved: date, policy: Policy) -> None:
    """Raises TransitionRefused when a role has not signed, or somebody signed after the approval."""
    if missing := missing_roles(signed, policy):
        raise TransitionRefused(
            "Not everybody has signed; missing: {missing}. Record the sign-offs with “docctl sign”.",
            missing=", ".join(missing),
        )
    for one in signed:
        if one.date > approved:
            raise TransitionRefused(
                "{name} signed on {day}, after the approval on {approved}; correct one of the two.",
                name=one.name,
                day=one.date,
                approved=approved,
            )


def refuse_approver(name: str, submission: Submission) -> None:
    """Raises TransitionRefused when the approver has written the document or handed it in."""
    developers = [one.name for one in submission.signatures if one.role == SIGN_OFFS[0]]
    if any(_same_person(name, developer) for developer in developers):
        raise TransitionRefused(
            "{name} has signed as “{role}”: who wrote a document does not approve it.",
            name=name,
            role=SIGN_OFFS[0],
        )
    if any(_same_person(name, one.by.partition("<")[0]) for one in submission.rounds):
        raise TransitionRefused(
            "{name} handed this document in: who hands a document in does not approve it.", name=name
        )


def _refuse_order(signature: Signature, signed: tuple[Signature, ...], policy: Policy) -> None:
    rank = SIGN_OFFS.index(signature.role)
    earlier = [role for role in missing_roles(signed, policy) if SIGN_OFFS.index(role) < rank]
    if earlier:
        raise TransitionRefused(
            "“{role}” signs after “{missing}”, who has not signed yet.",
            role=signature.role,
            missing=earlier[0],
        )
    later = [one.role for one in signed if SIGN_OFFS.index(one.role) > rank]
    if later:
        raise TransitionRefused(
            "“{later}” has signed already, so “{role}” comes too late. Return the draft to gather the"
            " sign-offs again.",
            role=signature.role,
            later=later[0],
        )


def _refuse_date(signature: Signature, signed: tuple[Signature, ...], today: date) -> None:
    if signature.date > today:
        raise TransitionRefused(
            "The sign-off is dated {day}, which is still to come; record it on that day.", day=signature.date
        )
    latest = max((one.date for one in signed), default=signature.date)
    if signature.date < latest:
        raise TransitionRefused(
            "The sign-off is dated {day}, before the one of {latest}: people sign one after another.",
            day=signature.date,
            latest=latest,
        )


def _same_person(one: str, other: str) -> bool:
    """Whether two names are one: order of the words, case and punctuation do not count."""
    words = sorted(words_of(fold(one)))
    return bool(words) and words == sorted(words_of(fold(other)))
