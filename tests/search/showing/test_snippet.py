"""The piece of a clause that is shown."""

from hypothesis import given
from hypothesis import strategies as st

from docctl.search.showing.marking import Mark
from docctl.search.showing.snippet import Snippet, Stretch, snippet, whole
from docctl.search.words.analysis import analyse

FILLER = "Осы тармақтың талаптары барлық бөлімшелерге бірдей қолданылады. " * 6


def cut(text: str, *words: str, width: int = 80) -> Snippet:
    """The snippet with these words marked wherever they stand."""
    places = [
        Mark(token.start, token.end, words.index(token.exact))
        for token in analyse(text)
        if token.exact in words
    ]
    return snippet(text, analyse(text), places, width)


def shown(found: Snippet) -> list[str]:
    return [stretch.text for stretch in found.stretches if stretch.marked]


def test_a_short_text_is_shown_whole() -> None:
    assert cut("Акт жасайды.", "акт") == Snippet((Stretch("Акт", True), Stretch(" жасайды.")))


def test_the_window_has_the_most_different_words() -> None:
    text = f"акт акт акт. {FILLER} Мұнда акт пен хат бірге тұр. {FILLER}"
    found = cut(text, "акт", "хат")
    assert shown(found) == ["акт", "хат"]
    assert found.begins_inside
    assert found.ends_inside


def test_of_equal_windows_the_first() -> None:
    found = cut(f"Бірінші акт осында. {FILLER} Екінші акт осында.", "акт")
    assert found.text.startswith("Бірінші акт")
    assert not found.begins_inside


def test_no_word_is_cut() -> None:
    words = {*FILLER.split(), *FILLER.replace(".", "").split(), "акт"}
    for width in range(40, 120):
        found = cut(f"{FILLER} акт {FILLER}", "акт", width=width)
        assert {*found.text.split()} <= words


def test_without_matches_the_beginning() -> None:
    found = cut(FILLER)
    assert FILLER.startswith(found.text)
    assert not found.begins_inside


def test_a_mark_longer_than_the_window_is_not_cut() -> None:
    mark = Mark(10, 200, 0)
    found = snippet(FILLER, analyse(FILLER), [mark], 80)
    assert shown(found) == [FILLER[10:200]]


def test_all_of_a_text() -> None:
    assert whole("а б", [Mark(2, 3, 0)]) == Snippet((Stretch("а "), Stretch("б", True)))


@given(st.text("акт хат бірге. ", max_size=600), st.integers(10, 200))
def test_begins_and_ends_with_whole_words(text: str, width: int) -> None:
    found = cut(text, "акт", "хат", width=width)
    assert found.text in text
    words = {token.surface for token in analyse(text)}
    assert {token.surface for token in analyse(found.text)} <= words
    assert found.begins_inside or text.startswith(found.text)
    assert found.ends_inside or text.endswith(found.text)
