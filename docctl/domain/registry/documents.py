"""The steps in the life of a document: approved, taken over, withdrawn. Pure, as in `lifecycle`."""

import re

from msgspec import Struct
from msgspec.structs import replace

from docctl.domain.registry.card import Card, Edition, Scan, Titles, Withdrawal
from docctl.domain.registry.commands import Approval, Policy, Registration, Withdraw
from docctl.domain.registry.editions import linked, refuse_bad_dates, review_day
from docctl.domain.registry.filing import DOCUMENT, SCAN, Filing
from docctl.domain.registry.holdings import Holdings, normal_number
from docctl.domain.registry.life import Action, card_after, submission_after
from docctl.domain.registry.names import said_kind
from docctl.domain.registry.sign_offs import refuse_approver, refuse_unsigned
from docctl.domain.registry.submission import Submission
from docctl.domain.registry.telling import refuse_empty
from docctl.domain.words import Language
from docctl.errors import TransitionRefused

_LATEST = 9999
"""The highest ordinal of an edition that is no slip of the keyboard."""


class Approved(Struct, frozen=True):
    """What an approval makes: the card with the new edition, and the submission that became it."""

    card: Card
    submission: Submission


class _Particulars(Struct, frozen=True, kw_only=True):
    """What a document is said to be, along with one of its editions."""

    number: str
    kind: str
    language: Language
    title: str
    unit: str
    owner: str
    file_index: str = ""
    retention: str = ""


def approve(
    holdings: Holdings, submission: Submission, command: Approval, policy: Policy, filing: Filing
) -> Approved:
    """The draft becomes an edition; the one before it is in force until this one is."""
    status = submission_after(submission.status, Action.APPROVE, submission.id)
    refuse_empty(name=command.approver.name, position=command.approver.position)
    refuse_unsigned(submission.signatures, command.approved, policy)
    refuse_approver(command.approver.name, submission)
    known = _document_to_be(holdings, submission, command.number, policy)
    edition = _approved_edition(known, submission, command, filing)
    refuse_bad_dates(edition.approved, edition.in_force_from, policy.today)
    particulars = _Particulars(
        number=normal_number(command.number),
        kind=submission.kind,
        language=submission.language,
        title=command.title or submission.title,
        unit=submission.unit,
        owner=submission.owner,
    )
    card = _with_edition(known, edition, particulars, policy)
    approved = replace(
        submission,
        status=status,
        edition=edition.edition,
        approved_as=card.number,
        operation=command.operation,
    )
    return Approved(replace(card, operation=command.operation), approved)


def register(holdings: Holdings, command: Registration, policy: Policy, filing: Filing) -> Card:
    """An edition approved before docctl is taken over as it is; older ones may follow newer ones."""
    refuse_empty(number=command.number, unit=command.unit, title=command.title)
    known = _document_taken_over(holdings, command)
    edition = _registered_edition(command, filing)
    refuse_bad_dates(edition.approved, edition.in_force_from, policy.today)
    particulars = _Particulars(
        number=normal_number(command.number),
        kind=command.kind,
        language=command.language,
        title=command.title,
        unit=command.unit,
        owner=command.owner,
        file_index=command.file_index,
        retention=command.retention,
    )
    return replace(_with_edition(known, edition, particulars, policy), operation=command.operation)


def withdraw(card: Card, command: Withdraw) -> Card:
    """The document goes out of force; its last edition counts until that day."""
    status = card_after(card.status, Action.WITHDRAW, card.number)
    refuse_empty(basis=command.basis)
    return replace(
        card,
        status=status,
        withdrawal=Withdrawal(command.basis, command.day),
        editions=linked(card.editions, command.day),
        review_due=None,
        operation=command.operation,
    )


def _document_to_be(holdings: Holdings, submission: Submission, number: str, policy: Policy) -> Card | None:
    """The document that gets the edition, None for a new one; raises TransitionRefused for a wrong number."""
    if not submission.number:
        _refuse_taken(holdings, number)
        if policy.numbers and not re.fullmatch(policy.numbers, normal_number(number)):
            raise TransitionRefused(
                "The number “{number}” does not look like the office's numbers ({pattern}); see [numbers] in"
                " docctl.toml.",
                number=number,
                pattern=policy.numbers,
            )
        return None
    if normal_number(number) != submission.number:
        raise TransitionRefused(
            "{submission} is a new edition of {right}, so it cannot be approved as {number}.",
            submission=submission.id,
            right=submission.number,
            number=number,
        )
    card = holdings.existing(number)
    card_after(card.status, Action.APPROVE, card.number)
    return card


def _refuse_taken(holdings: Holdings, number: str) -> None:
    if card := holdings.card(number):
        raise TransitionRefused(
            "The number {number} belongs to “{title}”. Give a free one, or hand the draft in with --number as"
            " a new edition of that document.",
            number=card.number,
            title=card.title.in_language(card.language),
        )
    _refuse_twin(holdings, number)


def _refuse_twin(holdings: Holdings, number: str) -> None:
    if twin := holdings.twin(number):
        raise TransitionRefused(
            "The number {number} can be taken for {twin}, which the registry has: only the writing differs.",
            number=number,
            twin=twin,
        )


def _document_taken_over(holdings: Holdings, command: Registration) -> Card | None:
    _refuse_twin(holdings, command.number)
    if not 1 <= command.edition <= _LATEST:
        raise TransitionRefused(
            "Editions count from 1 to {latest}, and this one is {edition}.",
            latest=_LATEST,
            edition=command.edition,
        )
    card = holdings.card(command.number)
    if card is None:
        return None
    card_after(card.status, Action.REGISTER, card.number)
    if card.edition(command.edition):
        raise TransitionRefused(
            "The registry has edition {edition} of {number}; an edition is never overwritten.",
            edition=command.edition,
            number=card.number,
        )
    if card.kind != command.kind:
        raise TransitionRefused(
            "Document {number} is of the kind “{kind}”, and this edition is a “{other}”. Check the number.",
            number=card.number,
            kind=said_kind(card.kind),
            other=said_kind(command.kind),
        )
    if card.withdrawal and command.edition > card.last.edition:
        raise TransitionRefused(
            "Document {number} went out of force on {day}: it gets no edition after {edition}.",
            number=card.number,
            day=card.withdrawal.date,
            edition=card.last.edition,
        )
    return card


def _approved_edition(
    known: Card | None, submission: Submission, command: Approval, filing: Filing
) -> Edition:
    edition = known.last.edition + 1 if known else 1
    return replace(
        _edition(edition, command, submission.language, filing),
        signatures=submission.signatures,
        submission=submission.id,
        anyway=command.anyway,
    )


def _registered_edition(command: Registration, filing: Filing) -> Edition:
    edition = _edition(command.edition, command, command.language, filing)
    return replace(edition, signatures=command.signatures)


def _edition(edition: int, said: Approval | Registration, language: Language, filing: Filing) -> Edition:
    """The edition as approvals and registrations alike say it, its files where they are filed."""
    folder = filing.edition_folder(normal_number(said.number), edition)
    return Edition(
        edition=edition,
        approved=said.approved,
        in_force_from=said.in_force or said.approved,
        approver=said.approver,
        order=said.order,
        language=language,
        file=f"{folder}/{DOCUMENT}",
        sha256=said.sha256,
        pages=said.pages,
        scan=_scan(folder, said.scan_sha256),
        change=said.change,
        findings=said.findings,
    )


def _scan(folder: str, sha256: str) -> Scan | None:
    return Scan(f"{folder}/{SCAN}", sha256) if sha256 else None


def _with_edition(known: Card | None, edition: Edition, said: _Particulars, policy: Policy) -> Card:
    """The card with one more edition. The latest one says what the document is; an older one fills gaps."""
    if known is None:
        card = _new_card(edition, said)
    elif edition.edition > known.last.edition:
        card = _renewed(known, said)
    else:
        card = _completed(known, said)
    end = card.withdrawal.date if card.withdrawal else None
    editions = linked((*(known.editions if known else ()), edition), end)
    due = None if card.withdrawal else review_day(editions[-1].in_force_from, policy.review_years)
    return replace(card, editions=editions, review_due=due)


def _new_card(edition: Edition, said: _Particulars) -> Card:
    return Card(
        number=said.number,
        kind=said.kind,
        language=said.language,
        title=_titled(Titles(), said),
        unit=said.unit,
        owner=said.owner,
        editions=(edition,),
        file_index=said.file_index,
        retention=said.retention,
    )


def _renewed(card: Card, said: _Particulars) -> Card:
    return replace(
        card,
        language=said.language,
        title=_titled(card.title, said),
        unit=said.unit,
        owner=said.owner or card.owner,
        file_index=said.file_index or card.file_index,
        retention=said.retention or card.retention,
    )


def _completed(card: Card, said: _Particulars) -> Card:
    known = getattr(card.title, said.language.value)
    return replace(
        card,
        title=card.title if known else _titled(card.title, said),
        owner=card.owner or said.owner,
        file_index=card.file_index or said.file_index,
        retention=card.retention or said.retention,
    )


def _titled(titles: Titles, said: _Particulars) -> Titles:
    return replace(titles, **{said.language.value: said.title})
