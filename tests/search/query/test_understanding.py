"""What was typed wrongly is understood, and said; what is understood is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.query import Understood, understand
from docctl.search.query.understanding import LONGEST
from docctl.search.request import Phrase, Word
from tests.search.query.vocabulary import FewWords

TODAY = date(2026, 3, 1)
WORDS = FewWords(
    "ереже мұрағат бөлімі құжат құжаттар КеАҚ оқу білім туралы заңы басылым әкімшілік приказ правила отдел"
    " положение university regulation agreement сақтау мерзімі және"
)


def understood(query: str) -> Understood:
    return understand(query, WORDS, TODAY)


class TestRepair:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("ghfdbkf", "правила"),
            ("ghbrfp jnltkf", "приказ отдела"),
            ("v9hf5fn ,-k3v3", "мұрағат бөлімі"),
            ("2r3vi3k3r", "әкімшілік"),
            ("гтшмукышен", "university"),
            ("kujattar", "құжаттар"),
            ("bilim turaly", "білім туралы"),
            ("Mūrağat", "мұрағат"),
            ("мурагат болими", "мұрағат бөлімі"),
            ("6ілім", "білім"),
            ('"ghbrfp jnltk"', '"приказ отдел"'),
            ("-ghbrfp оқу", "-приказ оқу"),
            ("ереже kind:regulation ghbrfp", "ереже kind:regulation приказ"),
        ],
    )
    def test_keyboard_alphabet_and_letters(self, typed: str, meant: str) -> None:
        assert understood(typed).repaired == meant

    def test_what_is_searched_for_is_what_was_meant(self) -> None:
        found = understood('"ghbrfp jnltk"')
        assert found.request.required == ((Phrase(("приказ", "отдел")),),)
        assert found.text == '"ghbrfp jnltk"'

    @pytest.mark.parametrize(
        "typed",
        [
            "мұрағат бөлімі",
            "құжаттарымызды",
            "university regulation",
            "№ 319-III",
            "ереже PhD",
            "қыркүйек",
            "vitamin b",
            "kind:regulation year:2024 as-of:today",
            "",
            "!!!",
        ],
    )
    def test_nothing_else_is_touched(self, typed: str) -> None:
        assert understood(typed).repaired is None

    def test_an_abbreviation_beside_a_misspelt_word_stays(self) -> None:
        assert understood("PhD ghbrfp").repaired == "PhD приказ"

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("кандай болими", "қандай бөлімі"),
            ("jane bolimi", "және бөлімі"),
            ("қандай және болими", "қандай және бөлімі"),
            ("кандай бөлімі", None),
            ("кандай болими улы", "қандай бөлімі улы"),
        ],
    )
    def test_a_known_word_gets_kazakh_letters_where_none_were_at_hand(
        self, typed: str, meant: str | None
    ) -> None:
        """And only when it is much commoner with them."""
        words = FewWords("кандай жане улы ұлы бөлімі" + " қандай және" * 20)
        assert understand(typed, words, TODAY).repaired == meant

    def test_what_stays_unknown_for_the_most_part_is_no_repair(self) -> None:
        assert understood("jre hlqzwxvbn hlqzwxvbn").repaired is None


class TestSuggestion:
    def test_a_near_word_in_place_of_an_unknown_one(self) -> None:
        assert understood("Ережк бөлімі").suggestion == "Ереже бөлімі"

    def test_an_abbreviation_is_only_suggested(self) -> None:
        found = understood("КсАҚ")
        assert (found.suggestion, found.repaired) == ("КеАҚ", None)
        assert found.request.wanted == ((Word("КсАҚ"),),)

    @pytest.mark.parametrize(
        "typed", ["ереже", "құжаттарға", "319-II", "xyzxyz", "ережк*", "-ережк", "kind:ережк"]
    )
    def test_none_for_what_is_known_far_or_no_word(self, typed: str) -> None:
        assert understood(typed).suggestion is None


class TestAnyText:
    def test_a_long_one_is_cut_and_this_is_told(self) -> None:
        found = understood("оқу " * 25_000)
        assert found.request.wanted == ((Word("оқу"),),)
        assert [note.value for note in found.notes] == [str(LONGEST)]
        assert len(found.text) == LONGEST

    def test_what_is_no_character_is_replaced(self) -> None:
        assert understood("құжат\ud800 \x00").text == "құжат?  "

    @given(st.text(st.characters()))
    def test_is_understood_somehow(self, text: str) -> None:
        found = understood(text)
        found.text.encode()
        assert understood(found.text).request == found.request
