"""The life of a draft: each step where it is allowed, refused elsewhere with the reason."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from docctl.domain.registry.commands import Acceptance, Return, Withdraw
from docctl.domain.registry.documents import register, withdraw
from docctl.domain.registry.lifecycle import accept, give_back, hand_in_again, sign, submit
from docctl.domain.registry.submission import Submission, SubmissionStatus
from docctl.errors import TransitionRefused
from tests.domain.registry.values import (
    EMPTY,
    FILING,
    POLICY,
    hand_in,
    registration,
    sign_off,
    signed,
    submitted,
)

DAY = date(2026, 5, 5)
CARD = register(EMPTY, registration(1, date(2020, 3, 1)), POLICY, FILING)
HELD = EMPTY.with_card(CARD)


def test_a_new_draft_gets_the_next_id_of_its_year() -> None:
    first = submitted()
    assert (first.id, first.status, first.edition) == ("S-2026-0001", SubmissionStatus.SUBMITTED, 1)
    assert first.round.file == "docs_store/submissions/S-2026-0001/1/document.docx"
    known = EMPTY.with_submission(replace(first, id="S-2026-0041")).with_submission(
        replace(first, id="S-2025-0300")
    )
    assert submitted(known, sha256="b2", unit="Кітапхана").id == "S-2026-0042"


def test_a_new_edition_counts_on_from_the_last() -> None:
    submission = submitted(HELD, number=" 158 ")
    assert (submission.number, submission.edition) == ("158", 2)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"number": "159"}, "no document “159”"),
        ({"number": "158", "kind": "job_description"}, "is of the kind “regulation”"),
        ({"unit": " "}, "“unit” must not be empty"),
        ({"again": "S-2026-0009"}, "There is no submission S-2026-0009"),
    ],
)
def test_a_draft_that_fits_nothing_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(TransitionRefused, match=reason):
        submitted(HELD, **fields)


def test_a_withdrawn_document_gets_no_new_edition() -> None:
    held = EMPTY.with_card(withdraw(CARD, Withdraw("бұйрық", date(2026, 1, 1))))
    with pytest.raises(TransitionRefused, match="158 is “withdrawn”"):
        submitted(held, number="158")


def test_a_second_draft_of_the_same_document_is_refused_naming_the_first() -> None:
    held = HELD.with_submission(submitted(HELD, number="158"))
    with pytest.raises(TransitionRefused, match="S-2026-0001 is this document's draft already"):
        submitted(held, number="158", sha256="b2", unit="Кітапхана")
    new = EMPTY.with_submission(submitted())
    with pytest.raises(TransitionRefused, match="S-2026-0001 is this document's draft already"):
        submitted(new, sha256="b2", title="САПА  бөлімі туралы ереже")


def test_another_document_of_the_unit_is_another_submission() -> None:
    held = EMPTY.with_submission(submitted())
    assert submitted(held, sha256="b2", kind="job_description").id == "S-2026-0002"


def test_a_file_under_review_gives_its_submission() -> None:
    submission = submitted()
    held = EMPTY.with_submission(submission)
    assert submitted(held, unit="Кітапхана") is submission


def test_a_returned_draft_is_continued() -> None:
    returned = give_back(submitted(), Return("тақырып"))
    assert (returned.status, returned.round.returned) == (SubmissionStatus.RETURNED, "тақырып")
    held = EMPTY.with_submission(returned)
    again = submitted(held, sha256="b2", owner="Бөлім басшысы")
    assert (again.id, again.status, len(again.rounds)) == (returned.id, SubmissionStatus.SUBMITTED, 2)
    assert again.rounds[0] == returned.round
    assert again.round.file == "docs_store/submissions/S-2026-0001/2/document.docx"
    assert again.owner == "Бөлім басшысы"


def test_a_returned_draft_is_continued_by_name_under_another_title() -> None:
    held = EMPTY.with_submission(give_back(submitted(), Return("тақырып")))
    again = submitted(held, sha256="b2", again="S-2026-0001", title="Басқа ереже")
    assert (again.id, again.title) == ("S-2026-0001", "Басқа ереже")
    with pytest.raises(TransitionRefused, match="is about another document"):
        submitted(held, sha256="b2", again="S-2026-0001", unit="Кітапхана")


def test_a_continued_draft_follows_what_became_of_its_document() -> None:
    returned = give_back(submitted(HELD, number="158"), Return("тақырып"))
    newer = register(HELD, registration(2, date(2022, 1, 1)), POLICY, FILING)
    held = HELD.with_card(newer).with_submission(returned)
    assert submitted(held, sha256="b2", again=returned.id).edition == 3
    gone = held.with_card(withdraw(newer, Withdraw("бұйрық", date(2026, 1, 1))))
    with pytest.raises(TransitionRefused, match="158 is “withdrawn”"):
        submitted(gone, sha256="b2", again=returned.id)


def test_the_file_that_was_returned_is_not_taken_again() -> None:
    held = EMPTY.with_submission(give_back(submitted(), Return("тақырып")))
    with pytest.raises(TransitionRefused, match="the very file that S-2026-0001"):
        submitted(held)


def test_the_round_before_a_return_keeps_nothing_but_history() -> None:
    again = give_back(signed(), Return("заңгер қарсы"))
    assert (again.signatures, again.accepted) == ((), None)


@pytest.mark.parametrize("status", SubmissionStatus)
def test_what_is_not_in_the_table_is_refused(status: SubmissionStatus) -> None:
    submission = replace(submitted(), status=status)
    steps: dict[str, Callable[[], Submission]] = {
        "return": lambda: give_back(submission, Return("x")),
        "accept": lambda: accept(submission, Acceptance(DAY)),
        "sign": lambda: sign(submission, sign_off("developed"), POLICY),
        "submit": lambda: hand_in_again(submission, hand_in("b2"), FILING),
    }
    allowed: dict[SubmissionStatus, set[str]] = {
        SubmissionStatus.SUBMITTED: {"return", "accept"},
        SubmissionStatus.RETURNED: {"submit"},
        SubmissionStatus.ACCEPTED: {"return", "sign"},
        SubmissionStatus.SIGNING: {"return", "sign"},
        SubmissionStatus.APPROVED: set(),
    }
    for name, step in steps.items():
        if name in allowed[status]:
            assert step().status is not None
        else:
            with pytest.raises(TransitionRefused, match=f"“{name}” is not possible now: S-2026-0001 is"):
                step()


def test_a_refusal_tells_what_is_possible() -> None:
    with pytest.raises(TransitionRefused, match="Possible now: return, accept"):
        sign(submitted(), sign_off("developed"), POLICY)


def test_a_return_needs_a_reason() -> None:
    with pytest.raises(TransitionRefused, match="“reason” must not be empty"):
        give_back(submitted(), Return("  "))


def test_accepting_keeps_why_it_was_handed_in_in_spite_of_errors() -> None:
    assert accept(submitted(anyway="асығыс"), Acceptance(DAY)).round.anyway == "асығыс"
    assert accept(submitted(anyway="асығыс"), Acceptance(DAY, "рұқсат")).round.anyway == "рұқсат"


def test_a_command_leaves_its_operation() -> None:
    assert submit(EMPTY, hand_in(operation="op1"), FILING).operation == "op1"
    assert give_back(submitted(), Return("x", "op2")).operation == "op2"
    assert accept(submitted(), Acceptance(DAY, operation="op3")).operation == "op3"
