import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.words.folding import fold, skeleton


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Қызмет", "қызмет"),
        ("ӊ", "ң"),
        ("əдіс", "әдіс"),
        ("ёлка", "елка"),
        ("қыз\u00adмет", "қызмет"),
        ("й", "й"),
        (unicodedata.normalize("NFD", "Йод"), "йод"),
        ("cапа", "сапа"),
        ("МЕМЛEКЕТ", "мемлекет"),
        ("ЗАҢЫHА", "заңына"),
        ("бiлiм", "білім"),
        ("rеgulation", "regulation"),
        ("оқу‑әдістемелік", "оқу-әдістемелік"),
        ("№\u00a0158", "№ 158"),
        ("Regulation", "regulation"),
        ("İ", "i"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_letters_of_kazakh_are_not_merged_with_russian_ones() -> None:
    assert fold("қала") != fold("кала")


def test_skeleton_is_what_a_russian_keyboard_types() -> None:
    assert skeleton("Құқығы әңгімесіне үшін өһ") == "кукыгы ангимесине ушин ох"


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("aceopxyhkmtbiасеорхуһкмтвіqәşğD", max_size=12))
def test_folding_mixed_alphabets_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_a_skeleton_has_no_kazakh_letters(text: str) -> None:
    assert not set(skeleton(text)) & set("әғқңөұүһі")
