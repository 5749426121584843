"""Sign-offs in order, each person once, on days that can be."""

from datetime import date

import pytest
from msgspec.structs import replace

from docctl.domain.registry.commands import Acceptance
from docctl.domain.registry.lifecycle import accept, sign
from docctl.domain.registry.submission import Submission
from docctl.errors import TransitionRefused
from tests.domain.registry.values import POLICY, sign_off, signed, submitted

DAY = date(2026, 5, 10)


def signed_by(*roles: str) -> Submission:
    submission = accept(submitted(), Acceptance(DAY))
    for role in roles:
        submission = sign(submission, sign_off(role), POLICY)
    return submission


def test_roles_sign_in_order() -> None:
    assert [one.role for one in signed().signatures] == ["developed", "agreed", "lawyer"]


def test_several_people_agree() -> None:
    submission = sign(signed_by("developed", "agreed"), sign_off("agreed", name="Екінші Проректор"), POLICY)
    assert len(submission.signatures) == 3


@pytest.mark.parametrize(
    ("before", "role", "reason"),
    [
        ((), "agreed", "signs after “developed”"),
        (("developed",), "lawyer", "signs after “agreed”"),
        (
            ("developed", "agreed", "lawyer"),
            "agreed",
            "“lawyer” has signed already, so “agreed” comes too late",
        ),
        ((), "rector", "no sign-off role “rector”; the roles are: developed, agreed, lawyer"),
    ],
)
def test_out_of_order_is_refused(before: tuple[str, ...], role: str, reason: str) -> None:
    with pytest.raises(TransitionRefused, match=reason):
        sign(signed_by(*before), sign_off(role, name="Жаңа Адам"), POLICY)


def test_nobody_signs_a_role_twice() -> None:
    submission = signed_by("developed", "agreed")
    with pytest.raises(TransitionRefused, match="has signed as “agreed” already"):
        sign(submission, sign_off("agreed", name="ҚОЮШЫ agreed Қол"), POLICY)


def test_a_role_that_the_office_does_not_ask_for_may_be_left_out() -> None:
    policy = replace(POLICY, sign_offs=("developed", "lawyer"))
    submission = sign(signed_by("developed"), sign_off("lawyer"), policy)
    assert [one.role for one in submission.signatures] == ["developed", "lawyer"]


@pytest.mark.parametrize(
    ("day", "reason"),
    [(date(2026, 6, 2), "still to come"), (date(2026, 5, 9), "before the one of 2026-05-10")],
)
def test_a_day_that_cannot_be_is_refused(day: date, reason: str) -> None:
    with pytest.raises(TransitionRefused, match=reason):
        sign(signed_by("developed"), sign_off("agreed", day), POLICY)


def test_today_is_no_day_to_come() -> None:
    assert (
        sign(signed_by("developed"), sign_off("agreed", POLICY.today), POLICY).signatures[-1].date
        == POLICY.today
    )


def test_a_name_is_needed_and_written_with_single_spaces() -> None:
    with pytest.raises(TransitionRefused, match="“name” must not be empty"):
        sign(signed_by(), sign_off("developed", name=" "), POLICY)
    assert sign(signed_by(), sign_off("developed", name=" А.  Б.\n"), POLICY).signatures[0].name == "А. Б."
