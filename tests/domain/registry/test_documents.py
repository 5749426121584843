"""Editions: approved, taken over, superseded, withdrawn."""

from datetime import date

import pytest
from msgspec.structs import replace

from docctl.domain.registry.card import Card, CardStatus, EditionStatus, Person, Scan
from docctl.domain.registry.commands import Withdraw
from docctl.domain.registry.documents import approve, register, withdraw
from docctl.domain.registry.holdings import Holdings
from docctl.domain.registry.submission import SubmissionStatus
from docctl.domain.words import Language
from docctl.errors import TransitionRefused
from tests.domain.registry.values import (
    EMPTY,
    FILING,
    POLICY,
    approval,
    registration,
    signed,
    submitted,
)


def held(*editions: tuple[int, date]) -> Holdings:
    holdings = EMPTY
    for edition, day in editions:
        holdings = holdings.with_card(register(holdings, registration(edition, day), POLICY, FILING))
    return holdings


OLD = held((1, date(2020, 3, 1)))


def approved(holdings: Holdings = EMPTY, number: str = "158", **fields: object) -> Card:
    handed_in = {"number": "158"} if holdings is not EMPTY else {}
    return approve(holdings, signed(holdings, **handed_in), approval(number, **fields), POLICY, FILING).card


def test_an_approved_draft_is_an_edition() -> None:
    submission = signed()
    made = approve(EMPTY, submission, approval(scan_sha256="5c", operation="op"), POLICY, FILING)
    edition = made.card.last
    assert (edition.edition, edition.in_force_from, edition.in_force_to) == (1, date(2026, 5, 20), None)
    assert edition.signatures == submission.signatures
    assert edition.file == "docs_store/158/1/document.docx"
    assert edition.scan == Scan("docs_store/158/1/signed.pdf", "5c")
    assert made.card.title.kk == "Сапа бөлімі туралы ереже"
    assert made.card.review_due == date(2029, 5, 20)
    assert made.submission.status is SubmissionStatus.APPROVED
    assert made.submission.approved_as == "158"
    assert made.card.operation == made.submission.operation == "op"


def test_a_second_edition_supersedes_the_first_from_its_own_day() -> None:
    card = approved(OLD, in_force=date(2026, 7, 1))
    first, second = card.editions
    assert (first.edition, second.edition) == (1, 2)
    assert (first.in_force_to, second.in_force_from) == (date(2026, 7, 1), date(2026, 7, 1))
    assert card.in_force_on(date(2026, 6, 30)) == first
    assert card.in_force_on(date(2026, 7, 1)) == second
    assert card.status_of(second, date(2026, 6, 30)) is EditionStatus.PENDING
    assert card.status_of(first, date(2026, 7, 1)) is EditionStatus.SUPERSEDED


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"approved": date(2026, 6, 2)}, "still to come"),
        ({"in_force": date(2026, 5, 19)}, "is before the approval"),
        ({"approved": date(2026, 5, 9)}, "signed on 2026-05-10, after the approval"),
        ({"approver": Person("НҰРЛАНҰЛЫ Айбек", "ректор")}, "handed this document in"),
        ({"approver": Person("Қол Қоюшы developed", "ректор")}, "who wrote a document does not approve it"),
        ({"approver": Person("", "ректор")}, "“name” must not be empty"),
        ({"number": " "}, "number must not be empty"),
    ],
)
def test_an_approval_that_cannot_be_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(TransitionRefused, match=reason):
        approved(**fields)  # type: ignore[arg-type]


def test_an_approval_needs_every_role() -> None:
    submission = signed()
    unsigned = replace(submission, signatures=submission.signatures[:1])
    with pytest.raises(TransitionRefused, match="missing: agreed, lawyer"):
        approve(EMPTY, unsigned, approval(), POLICY, FILING)
    with pytest.raises(TransitionRefused, match="“approve” is not possible now"):
        approve(EMPTY, submitted(), approval(), POLICY, FILING)


def test_a_number_is_given_once() -> None:
    with pytest.raises(TransitionRefused, match="belongs to “Сапа бөлімі туралы ереже”"):
        approve(OLD, signed(), approval(), POLICY, FILING)
    twin = EMPTY.with_card(
        register(EMPTY, registration(1, date(2020, 3, 1), number="12/3-Н"), POLICY, FILING)
    )
    with pytest.raises(TransitionRefused, match="can be taken for 12/3-Н"):
        approve(twin, signed(), approval("12/3-н"), POLICY, FILING)


def test_a_new_number_looks_like_the_office_s() -> None:
    policy = replace(POLICY, numbers="[0-9]+")
    assert approve(EMPTY, signed(), approval("7"), policy, FILING).card.number == "7"
    with pytest.raises(TransitionRefused, match="does not look like the office's numbers"):
        approve(EMPTY, signed(), approval("7-н"), policy, FILING)


def test_an_edition_keeps_the_number_of_its_document() -> None:
    with pytest.raises(TransitionRefused, match="is a new edition of 158"):
        approved(OLD, "159")


def test_a_document_withdrawn_meanwhile_gets_no_edition() -> None:
    submission = signed(OLD, number="158")
    gone = OLD.with_card(withdraw(OLD.existing("158"), Withdraw("бұйрық", date(2026, 1, 1))))
    with pytest.raises(TransitionRefused, match="158 is “withdrawn”"):
        approve(gone, submission, approval(), POLICY, FILING)


def test_an_edition_comes_into_force_after_the_one_before() -> None:
    later = held((1, date(2026, 5, 20)))
    with pytest.raises(TransitionRefused, match="a later edition comes into force later"):
        approved(later)


def test_old_editions_are_taken_over_in_any_order_and_with_gaps() -> None:
    days = ((1, date(2015, 1, 1)), (3, date(2020, 1, 1)), (7, date(2024, 1, 1)))
    assert held(*days).existing("158") == held(*days[::-1]).existing("158")
    card = held(*days).existing("158")
    assert [one.in_force_to for one in card.editions] == [date(2020, 1, 1), date(2024, 1, 1), None]
    assert card.review_due == date(2027, 1, 1)


def test_an_edition_is_never_overwritten() -> None:
    with pytest.raises(TransitionRefused, match="an edition is never overwritten"):
        register(OLD, registration(1, date(2021, 1, 1)), POLICY, FILING)


@pytest.mark.parametrize(
    ("edition", "approved_on", "fields", "reason"),
    [
        (0, date(2020, 1, 1), {}, "Editions count from 1"),
        (10_000, date(2022, 1, 1), {}, "Editions count from 1 to 9999"),
        (2, date(2026, 6, 2), {}, "still to come"),
        (2, date(2020, 2, 1), {}, "a later edition comes into force later"),
        (2, date(2019, 2, 1), {"in_force": date(2021, 1, 1)}, "before edition 1, approved on 2020-03-01"),
        (2, date(2022, 1, 1), {"kind": "job_description"}, "is of the kind “regulation”"),
        (2, date(2022, 1, 1), {"title": ""}, "“title” must not be empty"),
        (1, date(2022, 1, 1), {"number": "１５８"}, "can be taken for 158"),
    ],
)
def test_what_cannot_be_is_not_taken_over(
    edition: int, approved_on: date, fields: dict[str, object], reason: str
) -> None:
    with pytest.raises(TransitionRefused, match=reason):
        register(OLD, registration(edition, approved_on, **fields), POLICY, FILING)


def test_the_latest_edition_says_what_the_document_is() -> None:
    newer = {"unit": "Сапа департаменті", "title": "Положение о качестве", "language": Language.RU}
    card = register(OLD, registration(2, date(2023, 1, 1), **newer), POLICY, FILING)
    assert (card.unit, card.language, card.title.ru) == (
        "Сапа департаменті",
        Language.RU,
        "Положение о качестве",
    )
    assert card.title.kk == "Сапа бөлімі туралы ереже"


def test_an_older_edition_only_fills_gaps() -> None:
    base = held((2, date(2023, 1, 1)))
    older = {"unit": "Ескі бөлім", "title": "Ескі атауы", "owner": "Басшы", "retention": "5 жыл"}
    card = register(base, registration(1, date(2020, 1, 1), **older), POLICY, FILING)
    assert (card.unit, card.title.kk) == ("Сапа бөлімі", "Сапа бөлімі туралы ереже")
    assert (card.owner, card.retention) == ("Басшы", "5 жыл")


def test_a_leap_day_is_reviewed_on_the_day_before_march() -> None:
    assert held((1, date(2024, 2, 29))).existing("158").review_due == date(2027, 2, 28)


def test_a_withdrawn_document_is_in_force_until_that_day() -> None:
    card = withdraw(OLD.existing("158"), Withdraw("бұйрық № 5", date(2026, 5, 1)))
    assert (card.status, card.review_due, card.last.in_force_to) == (
        CardStatus.WITHDRAWN,
        None,
        date(2026, 5, 1),
    )
    assert card.in_force_on(date(2026, 4, 30)) == card.last
    assert card.in_force_on(date(2026, 5, 1)) is None
    assert card.status_of(card.last, date(2026, 5, 1)) is EditionStatus.WITHDRAWN


def test_a_withdrawal_that_cannot_be_is_refused() -> None:
    card = OLD.existing("158")
    with pytest.raises(TransitionRefused, match="cannot go out of force on 2020-02-29"):
        withdraw(card, Withdraw("x", date(2020, 2, 29)))
    with pytest.raises(TransitionRefused, match="“basis” must not be empty"):
        withdraw(card, Withdraw("", date(2026, 5, 1)))
    gone = withdraw(card, Withdraw("x", date(2026, 5, 1)))
    with pytest.raises(TransitionRefused, match="“withdraw” is not possible now"):
        withdraw(gone, Withdraw("x", date(2026, 5, 1)))


def test_a_withdrawn_document_takes_older_editions_only() -> None:
    card = withdraw(held((2, date(2023, 1, 1))).existing("158"), Withdraw("x", date(2026, 5, 1)))
    base = EMPTY.with_card(card)
    taken = register(base, registration(1, date(2020, 1, 1)), POLICY, FILING)
    assert [one.in_force_to for one in taken.editions] == [date(2023, 1, 1), date(2026, 5, 1)]
    assert (taken.status, taken.review_due) == (CardStatus.WITHDRAWN, None)
    with pytest.raises(TransitionRefused, match="it gets no edition after 2"):
        register(base, registration(3, date(2026, 1, 1)), POLICY, FILING)
