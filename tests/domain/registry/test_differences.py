"""What changed from one state to the next."""

from datetime import date

from hypothesis import given
from msgspec.structs import replace

from docctl.domain.registry.card import Card
from docctl.domain.registry.commands import Return, Withdraw
from docctl.domain.registry.differences import Difference, differences
from docctl.domain.registry.documents import register, withdraw
from docctl.domain.registry.lifecycle import give_back
from tests.domain.registry.values import EMPTY, FILING, POLICY, cards, registration, submitted

CARD = register(EMPTY, registration(2, date(2020, 3, 1)), POLICY, FILING)


def test_a_withdrawal() -> None:
    gone = withdraw(CARD, Withdraw("бұйрық № 5", date(2026, 5, 1), "op"))
    assert differences(CARD, gone) == (
        Difference("status", None, "withdrawn"),
        Difference("withdrawal.basis", None, "бұйрық № 5"),
        Difference("withdrawal.date", None, date(2026, 5, 1)),
        Difference("editions[2].in_force_to", None, date(2026, 5, 1)),
        Difference("review_due", date(2023, 3, 1), None),
    )


def test_an_edition_before_does_not_move_the_others() -> None:
    more = register(EMPTY.with_card(CARD), registration(1, date(2015, 1, 1)), POLICY, FILING)
    assert {one.field.partition(".")[0] for one in differences(CARD, more)} == {"editions[1]"}


def test_a_new_card_has_no_old_values() -> None:
    found = differences(None, CARD)
    assert found[0] == Difference("number", None, "158")
    assert {one.old for one in found} == {None}


def test_a_returned_submission() -> None:
    submission = submitted()
    assert differences(submission, give_back(submission, Return("тақырып"))) == (
        Difference("status", "submitted", "returned"),
        Difference("rounds[1].returned", None, "тақырып"),
    )


@given(cards)
def test_nothing_differs_from_itself(card: Card) -> None:
    assert differences(card, replace(card, operation="another")) == ()


@given(cards, cards)
def test_cards_that_differ_have_differences(one: Card, other: Card) -> None:
    same = replace(one, operation="") == replace(other, operation="")
    assert (differences(one, other) == ()) == same
    back = {(found.field, found.new, found.old) for found in differences(other, one)}
    assert {(found.field, found.old, found.new) for found in differences(one, other)} == back
