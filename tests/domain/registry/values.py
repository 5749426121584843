"""Cards, submissions and commands for tests, and how to make any of them up."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from docctl.domain.registry.card import (
    Card,
    CardStatus,
    Edition,
    Person,
    RecordedFinding,
    Scan,
    Signature,
    Titles,
    Withdrawal,
)
from docctl.domain.registry.commands import Acceptance, Approval, HandIn, Policy, Registration, SignOff
from docctl.domain.registry.holdings import Holdings, holdings_of
from docctl.domain.registry.lifecycle import accept, sign, submit
from docctl.domain.registry.submission import Round, Submission, SubmissionStatus
from docctl.domain.words import Language
from docctl.store import paths

TODAY = date(2026, 6, 1)
POLICY = Policy(today=TODAY)
EMPTY = holdings_of((), ())
FILING = paths
CHAIR = Person("С. Оспанов", "Басқарма төрағасы")

texts = st.text(st.characters(codec="utf-8"), max_size=30)
people = st.builds(Person, texts, texts)
signatures = st.builds(Signature, texts, texts, texts, st.dates())
findings = st.builds(RecordedFinding, texts, texts, texts, texts)
languages = st.sampled_from(Language)
editions = st.builds(
    Edition,
    edition=st.integers(1, 99),
    approved=st.dates(),
    in_force_from=st.dates(),
    in_force_to=st.none() | st.dates(),
    approver=st.none() | people,
    order=texts,
    signatures=st.lists(signatures, max_size=3).map(tuple),
    language=languages,
    file=texts,
    sha256=texts,
    pages=st.none() | st.integers(0, 999),
    scan=st.none() | st.builds(Scan, texts, texts),
    change=texts,
    findings=st.lists(findings, max_size=2).map(tuple),
    anyway=texts,
)
cards = st.builds(
    Card,
    number=texts,
    kind=texts,
    language=languages,
    title=st.builds(Titles, texts, texts, texts),
    unit=texts,
    owner=texts,
    status=st.sampled_from(CardStatus),
    withdrawal=st.none() | st.builds(Withdrawal, texts, st.dates()),
    editions=st.lists(editions, min_size=1, max_size=3, unique_by=lambda one: one.edition).map(
        lambda some: tuple(sorted(some, key=lambda one: one.edition))
    ),
    review_due=st.none() | st.dates(),
    file_index=texts,
    operation=texts,
)
rounds = st.builds(
    Round,
    handed_in=st.datetimes(timezones=st.just(UTC)),
    by=texts,
    file=texts,
    sha256=texts,
    file_name=texts,
    findings=st.lists(findings, max_size=2).map(tuple),
    anyway=texts,
    returned=texts,
)
submissions = st.builds(
    Submission,
    id=texts,
    status=st.sampled_from(SubmissionStatus),
    unit=texts,
    kind=texts,
    language=languages,
    title=texts,
    owner=texts,
    number=texts,
    edition=st.integers(1, 99),
    rounds=st.lists(rounds, min_size=1, max_size=3).map(tuple),
    accepted=st.none() | st.dates(),
    signatures=st.lists(signatures, max_size=3).map(tuple),
    approved_as=texts,
    operation=texts,
)


def hand_in(sha256: str = "a1", **fields: object) -> HandIn:
    """A draft of the quality office, handed in by Aibek."""
    given = {
        "unit": "Сапа бөлімі",
        "kind": "regulation",
        "language": Language.KK,
        "title": "Сапа бөлімі туралы ереже",
        "by": "Айбек Нұрланұлы <a@example.org>",
        "at": datetime(2026, 5, 1, 9, tzinfo=UTC),
        **fields,
    }
    return HandIn(sha256=sha256, **given)  # type: ignore[arg-type]


def sign_off(role: str, day: date = date(2026, 5, 10), name: str = "") -> SignOff:
    """A sign-off by a person of that role's own."""
    return SignOff(Signature(role, name or f"Қол Қоюшы {role}", "маман", day))


def submitted(holdings: Holdings = EMPTY, **fields: object) -> Submission:
    """A draft under review."""
    return submit(holdings, hand_in(**fields), FILING)  # type: ignore[arg-type]


def signed(holdings: Holdings = EMPTY, **fields: object) -> Submission:
    """A draft that everybody has signed."""
    submission = accept(submitted(holdings, **fields), Acceptance(date(2026, 5, 5)))
    for role in POLICY.sign_offs:
        submission = sign(submission, sign_off(role), POLICY)
    return submission


def approval(number: str = "158", **fields: object) -> Approval:
    """The chair's approval."""
    given = {"approver": CHAIR, "approved": date(2026, 5, 20), "sha256": "f1", **fields}
    return Approval(number=number, **given)  # type: ignore[arg-type]


def registration(edition: int, approved: date, **fields: object) -> Registration:
    """An old edition of document 158."""
    given = {
        "number": "158",
        "unit": "Сапа бөлімі",
        "kind": "regulation",
        "language": Language.KK,
        "title": "Сапа бөлімі туралы ереже",
        "sha256": f"old{edition}",
        **fields,
    }
    return Registration(edition=edition, approved=approved, **given)  # type: ignore[arg-type]
