"""The registry as text for a person: the list, a card, the office's inbox, how it all stands."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from docctl.domain.registry.card import Card, Edition, EditionStatus
from docctl.domain.registry.names import (
    EDITION_STATUSES,
    SUBMISSION_STATUSES,
    kind_name,
    language_name,
    role_name,
)
from docctl.domain.registry.submission import Submission, SubmissionStatus
from docctl.domain.words import Language
from docctl.reporting.columns import in_columns
from docctl.reporting.style import Paint, harmless, plain
from docctl.wording import N_, Translate

Line = tuple[Card, Edition, EditionStatus]
Pairs = Iterator[tuple[str, str]]
HASH = 12
"""Digits of a hash that a person compares."""
DASH = "–"


def listed(lines: Sequence[Line], day: date, language: Language, _: Translate, paint: Paint = plain) -> str:
    """A line to a document."""
    if not lines:
        return _("No such document.") + "\n"
    heads = (N_("No."), N_("Ed."), N_("Status"), N_("In force from"), N_("Unit"), N_("Title"))
    rows = [tuple(_(head) for head in heads)]
    rows += [_row(line, language, _) for line in lines]
    head, *rest = in_columns(rows)
    count = _("Documents: {count}. As of {day}.").format(count=len(lines), day=shown_date(day))
    return "\n".join([paint(head, "part"), *rest, "", count]) + "\n"


def _row(line: Line, language: Language, _: Translate) -> tuple[str, ...]:
    card, edition, status = line
    return (
        card.number,
        str(edition.edition),
        _(EDITION_STATUSES[status]),
        shown_date(edition.in_force_from),
        card.unit,
        card.title.in_language(language),
    )


def carded(line: Line, day: date, language: Language, _: Translate, paint: Paint = plain) -> str:
    """One card with its editions, the one that was asked for with all that is known of it."""
    card, edition, status = line
    title = f"№ {card.number} · {card.title.in_language(language)}"
    lines = [paint(harmless(title), "title")]
    lines += _filled(_of_card(card, _))
    heading = _("Edition {edition}: {status}").format(
        edition=edition.edition, status=_(EDITION_STATUSES[status])
    )
    lines += ["", paint(heading, "part"), *_filled(_of_edition(edition, _))]
    others = [one for one in card.editions if one is not edition]
    if others:
        lines += ["", paint(_("Other editions"), "part"), *in_columns(_editions(card, others, day, _), 2)]
    return "\n".join(lines) + "\n"


def _filled(pairs: Iterable[tuple[str, str]]) -> list[str]:
    rows = [pair for pair in pairs if pair[1]]
    return in_columns(rows, 2) if rows else []


def _of_card(card: Card, _: Translate) -> Pairs:
    yield _("Kind"), kind_name(card.kind, _)
    yield _("Language"), language_name(card.language, _)
    yield _("Unit"), card.unit
    yield _("Owner"), card.owner
    yield _("Review due"), shown_date(card.review_due)
    yield _("File index"), card.file_index
    yield _("Retention"), card.retention
    if card.withdrawal is not None:
        yield _("Withdrawn from"), shown_date(card.withdrawal.date)
        yield _("Basis"), card.withdrawal.basis


def _of_edition(edition: Edition, _: Translate) -> Pairs:
    yield _("Approved"), shown_date(edition.approved)
    yield _("Approved by"), _person(edition)
    yield _("Order"), edition.order
    yield _("In force from"), shown_date(edition.in_force_from)
    yield _("Out of force from"), shown_date(edition.in_force_to)
    for signature in edition.signatures:
        said = f"{signature.name}, {signature.position}, {shown_date(signature.date)}"
        yield role_name(signature.role, _), said
    yield _("Submission"), edition.submission
    yield _("File"), edition.file
    yield "SHA-256", edition.sha256
    yield _("Scan"), edition.scan.file if edition.scan else ""
    yield _("Recorded in spite of errors"), edition.anyway


def _person(edition: Edition) -> str:
    approver = edition.approver
    return ", ".join(filter(None, (approver.name, approver.position))) if approver else ""


def _editions(card: Card, editions: Iterable[Edition], day: date, _: Translate) -> list[tuple[str, ...]]:
    return [
        (
            str(one.edition),
            _(EDITION_STATUSES[card.status_of(one, day)]),
            f"{shown_date(one.in_force_from)} {DASH} {shown_date(one.in_force_to) or '…'}",
        )
        for one in editions
    ]


def inbox(submissions: Sequence[Submission], _: Translate, paint: Paint = plain) -> str:
    """A line to a draft that waits for somebody."""
    if not submissions:
        return _("The inbox is empty.") + "\n"
    heads = (N_("Id"), N_("Status"), N_("Round"), N_("Handed in"), N_("For"), N_("Unit"), N_("Title"))
    rows = [tuple(_(head) for head in heads)]
    rows += [_waiting(one, _) for one in submissions]
    head, *rest = in_columns(rows)
    return "\n".join([paint(head, "part"), *rest]) + "\n"


def _waiting(one: Submission, _: Translate) -> tuple[str, ...]:
    wanted = _("No. {number}, edition {edition}").format(number=one.number, edition=one.edition)
    status = _(SUBMISSION_STATUSES[one.status])
    if one.status is SubmissionStatus.SIGNING:
        status += f" ({len(one.signatures)})"
    return (
        one.id,
        status,
        str(len(one.rounds)),
        shown_date(one.round.handed_in.astimezone().date()),
        wanted if one.number else _("new document"),
        one.unit,
        one.title,
    )


def shown_date(day: date | None) -> str:
    """The date as people write it; nothing for none."""
    return f"{day.day:02}.{day.month:02}.{day.year}" if day else ""
