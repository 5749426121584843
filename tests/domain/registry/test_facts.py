"""What the check is told of the registry."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.domain.registry.card import Card, CardStatus, Edition, Titles
from docctl.domain.registry.facts import facts_of, number_key
from docctl.domain.words import Language

DAY = date(2025, 1, 9)


def card(number: str, *hashes: str, status: CardStatus = CardStatus.IN_FORCE) -> Card:
    editions = tuple(
        Edition(
            edition=2 * at, approved=DAY, in_force_from=DAY, language=Language.RU, file="f", sha256=digest
        )
        for at, digest in enumerate(hashes, start=1)
    )
    return Card(
        number=number,
        kind="regulation",
        language=Language.RU,
        title=Titles(ru="Положение об архиве"),
        unit="Архив",
        status=status,
        editions=editions,
    )


def test_what_cards_say() -> None:
    facts = facts_of([card("12", "a", "b"), card("7", "c", status=CardStatus.WITHDRAWN)])
    known = facts.document("12")
    assert known is not None
    assert (known.last_edition, known.withdrawn, known.unit) == (4, False, "Архив")
    assert facts.files == {"a", "b", "c"}
    assert facts.document("13") is None


@pytest.mark.parametrize("asked", ["12/3-н", "12/3-Н", " 12/3-н ", "１２/3-н"])
def test_ways_of_writing_a_number(asked: str) -> None:
    assert facts_of([card("12/3-н", "a")]).document(asked) is not None


@given(st.text())
def test_spaces_do_not_count(number: str) -> None:
    assert number_key(f" {number}\t") == number_key(number)
