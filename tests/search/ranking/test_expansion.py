from collections.abc import Sequence

from docctl.search.ranking.expansion import as_spelt, expand, relatives
from docctl.search.ranking.forms import Form, Near


class Known:
    """A vocabulary of three words."""

    def forms(self, word: str) -> Sequence[Form]:
        return [form for form in self.commonest("", 9) if form.word == word]

    def alike(self, word: str) -> Sequence[Form]:
        return self.forms("қала") if word in ("кала", "қала") else ()

    def near(self, word: str, letters: int) -> Sequence[Near]:
        return [Near("ереже", "ереже", 3, 1.0)] if word == "ержже" else ()

    def akin(self, word: str) -> Sequence[Near]:
        return ()

    def commonest(self, prefix: str, count: int) -> Sequence[Form]:
        known = Form("қала", "қала", 90), Form("ережені", "ереже", 3), Form("кала", "кал", 1)
        return [form for form in known if form.word.startswith(prefix)][:count]

    def quad_count(self, quad: bytes) -> int:
        return 1


KEYS = {"қала", "ереже", "кал"}


def weights(word: str, key: str) -> dict[str, float]:
    found = expand(word, key, Known(), KEYS.__contains__)
    return {variant.key: variant.weight for variant in found.variants}


def test_a_known_word_is_found_under_its_keys() -> None:
    assert weights("ережені", "ереже") == {"ереже": 1.0}


def test_a_form_that_no_clause_has_is_found_under_its_key() -> None:
    assert weights("ережелер", "ереже") == {"ереже": 1.0}


def test_a_look_alike_that_is_far_more_frequent_is_meant() -> None:
    assert weights("кала", "кал") == {"кал": 1.0, "қала": 0.9}
    assert expand("кала", "кал", Known(), KEYS.__contains__).meant == "қала"


def test_an_unknown_word_is_taken_for_a_near_one() -> None:
    assert weights("ержже", "ержже") == {"ержже": 1.0, "ереже": 0.75}
    assert expand("ержже", "ержже", Known(), KEYS.__contains__).meant == "ереже"


def test_relatives_begin_alike() -> None:
    assert [variant.key for variant in relatives("ережелік", Known())] == ["ереже"]
    assert relatives("ере", Known()) == ()


def test_a_number_is_not_guessed_at() -> None:
    assert [variant.key for variant in as_spelt("ержже", "ержже", Known(), KEYS.__contains__).variants] == [
        "ержже"
    ]
    assert "ереже" in weights("ержже", "ержже")
