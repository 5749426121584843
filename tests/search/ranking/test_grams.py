from hypothesis import given
from hypothesis import strategies as st

from docctl.search.ranking.grams import quads, trigrams


def test_pieces_of_a_word_mark_its_ends() -> None:
    assert trigrams("қала") == {"^қа", "қал", "ала", "ла$"}
    assert trigrams("а") == {"^а$"}
    assert quads(b" abc ") == {b" abc", b"abc "}


@given(st.text(max_size=12), st.integers(0, 11), st.characters())
def test_one_changed_letter_spoils_three_pieces_at_most(word: str, at: int, letter: str) -> None:
    changed = word[:at] + letter + word[at + 1 :]
    assert len(trigrams(word) - trigrams(changed)) <= 3
