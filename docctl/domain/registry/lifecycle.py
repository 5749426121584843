"""The steps in the life of a draft, until it is an edition: pure, from values to values.

Every function takes what there is and a command, and gives what there will be. What is not allowed raises
TransitionRefused with the reason and the way out; then nothing has changed. What happens to documents is in
`docctl.domain.registry.documents`.
"""

from msgspec.structs import replace

from docctl.domain.registry.card import Signature
from docctl.domain.registry.commands import Acceptance, HandIn, Policy, Return, SignOff
from docctl.domain.registry.filing import DOCUMENT, Filing
from docctl.domain.registry.holdings import Holdings, next_id, normal_number, same_text
from docctl.domain.registry.life import Action, card_after, submission_after
from docctl.domain.registry.names import said_kind, said_status
from docctl.domain.registry.sign_offs import refuse_sign_off
from docctl.domain.registry.submission import Round, Submission, SubmissionStatus
from docctl.domain.registry.telling import refuse_empty
from docctl.errors import TransitionRefused


def submit(holdings: Holdings, hand_in: HandIn, filing: Filing) -> Submission:
    """A draft enters review: a new submission, or the next round of a returned one.

    A file that is under review already gives the submission that it is in, as it stands in `holdings`: then
    there is nothing to record.
    """
    refuse_empty(unit=hand_in.unit, title=hand_in.title)
    if known := _under_review(holdings, hand_in.sha256):
        return known
    continued = _continued(holdings, hand_in)
    number = hand_in.number or (continued.number if continued else "")
    edition = _edition_to_be(holdings, number, hand_in.kind)
    if continued:
        return replace(hand_in_again(continued, hand_in, filing), edition=edition)
    name = next_id(holdings, hand_in.at.year)
    return Submission(
        id=name,
        status=SubmissionStatus.SUBMITTED,
        unit=hand_in.unit,
        kind=hand_in.kind,
        language=hand_in.language,
        title=hand_in.title,
        owner=hand_in.owner,
        number=normal_number(number),
        edition=edition,
        rounds=(_round(name, 1, hand_in, filing),),
        operation=hand_in.operation,
    )


def hand_in_again(submission: Submission, hand_in: HandIn, filing: Filing) -> Submission:
    """A returned draft, corrected: the next round. Nobody has accepted or signed this one yet."""
    status = submission_after(submission.status, Action.SUBMIT, submission.id)
    _refuse_another_document(submission, hand_in)
    if submission.round.sha256 == hand_in.sha256:
        raise TransitionRefused(
            "This is the very file that {submission} was returned with; correct it, then hand it in again.",
            submission=submission.id,
        )
    following = _round(submission.id, len(submission.rounds) + 1, hand_in, filing)
    return replace(
        submission,
        status=status,
        language=hand_in.language,
        title=hand_in.title,
        owner=hand_in.owner or submission.owner,
        rounds=(*submission.rounds, following),
        operation=hand_in.operation,
    )


def give_back(submission: Submission, command: Return) -> Submission:
    """The office returns a draft with its reasons; the sign-offs, which were for this text, fall away."""
    status = submission_after(submission.status, Action.RETURN, submission.id)
    refuse_empty(reason=command.reason)
    returned = replace(submission.round, returned=command.reason)
    return replace(
        submission,
        status=status,
        rounds=(*submission.rounds[:-1], returned),
        accepted=None,
        signatures=(),
        operation=command.operation,
    )


def accept(submission: Submission, command: Acceptance) -> Submission:
    """The office accepts a draft: it may be signed."""
    status = submission_after(submission.status, Action.ACCEPT, submission.id)
    accepted = replace(submission.round, anyway=command.anyway or submission.round.anyway)
    return replace(
        submission,
        status=status,
        rounds=(*submission.rounds[:-1], accepted),
        accepted=command.day,
        operation=command.operation,
    )


def sign(submission: Submission, command: SignOff, policy: Policy) -> Submission:
    """One more person has signed."""
    status = submission_after(submission.status, Action.SIGN, submission.id)
    signature = _tidy(command.signature)
    refuse_empty(name=signature.name, position=signature.position)
    refuse_sign_off(signature, submission.signatures, policy)
    return replace(
        submission,
        status=status,
        signatures=(*submission.signatures, signature),
        operation=command.operation,
    )


def _tidy(signature: Signature) -> Signature:
    name, position = (" ".join(text.split()) for text in (signature.name, signature.position))
    return replace(signature, name=name, position=position)


def _under_review(holdings: Holdings, sha256: str) -> Submission | None:
    submissions = (one for one in holdings.open() if one.status is not SubmissionStatus.RETURNED)
    return next((one for one in submissions if one.round.sha256 == sha256), None)


def _edition_to_be(holdings: Holdings, number: str, kind: str) -> int:
    """Which edition the draft is to become; raises TransitionRefused when it cannot be one."""
    if not number:
        return 1
    card = holdings.existing(number)
    card_after(card.status, Action.SUBMIT, card.number)
    if card.kind != kind:
        raise TransitionRefused(
            "Document {number} is of the kind “{kind}”, and the draft is a “{other}”. Check the number.",
            number=card.number,
            kind=said_kind(card.kind),
            other=said_kind(kind),
        )
    return card.last.edition + 1


def _continued(holdings: Holdings, hand_in: HandIn) -> Submission | None:
    """The returned submission that the draft continues; raises TransitionRefused when one is under review."""
    if hand_in.again:
        return _named(holdings, hand_in.again)
    for one in holdings.open():
        if _same_matter(one, hand_in):
            if one.status is SubmissionStatus.RETURNED:
                return one
            raise TransitionRefused(
                "{submission} is this document's draft already, and it is “{status}”. Wait until it is"
                " returned or approved, or have it returned.",
                submission=one.id,
                status=said_status(one.status),
            )
    return None


def _named(holdings: Holdings, name: str) -> Submission:
    if name in holdings.submissions:
        return holdings.submissions[name]
    raise TransitionRefused(
        "There is no submission {submission}; “docctl inbox” lists them.", submission=name
    )


def _same_matter(submission: Submission, hand_in: HandIn) -> bool:
    if submission.number or hand_in.number:
        return submission.number == normal_number(hand_in.number)
    same = (submission.kind, submission.language) == (hand_in.kind, hand_in.language)
    return same and same_text(submission.unit, hand_in.unit) and same_text(submission.title, hand_in.title)


def _refuse_another_document(submission: Submission, hand_in: HandIn) -> None:
    """A round keeps to the document: its kind, its unit, and the number where one was named."""
    number = normal_number(hand_in.number)
    named = not number or number == submission.number
    if named and hand_in.kind == submission.kind and same_text(hand_in.unit, submission.unit):
        return
    raise TransitionRefused(
        "{submission} is about another document: “{kind}”, {unit}, number {number}. Hand this draft in"
        " without --again.",
        submission=submission.id,
        kind=said_kind(submission.kind),
        unit=submission.unit,
        number=submission.number or "–",
    )


def _round(name: str, ordinal: int, hand_in: HandIn, filing: Filing) -> Round:
    return Round(
        handed_in=hand_in.at,
        by=hand_in.by,
        file=f"{filing.round_folder(name, ordinal)}/{DOCUMENT}",
        sha256=hand_in.sha256,
        file_name=hand_in.file_name,
        findings=hand_in.findings,
        anyway=hand_in.anyway,
    )
