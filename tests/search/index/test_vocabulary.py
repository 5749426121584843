import pytest

from docctl.search.index.index import Index
from docctl.search.index.opening import open_index
from tests.search.index.shelf import TEXTS, Shelf, clause


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """In two segments, which have words in common."""
    folder = tmp_path_factory.mktemp("index")
    shelf = Shelf(*(clause(str(number), text) for number, text in enumerate(TEXTS, 1)))
    open_index(folder, shelf)
    shelf.put(clause("9", "Бөлім кітабы, қалалық кітапхана"))
    return open_index(folder, shelf)


def test_a_word_is_known_in_its_very_form(index: Index) -> None:
    words = index.vocabulary()
    assert words.has("Тізілімін")
    assert not words.has("тізілімнің")
    assert words.frequency("ереже") == len(TEXTS) + 1


def test_the_key_of_a_form(index: Index) -> None:
    assert index.vocabulary().key("кітабы") == index.vocabulary().key("кітаптар")
    assert index.vocabulary().key("жоқсөз") is None


def test_words_that_begin_so_come_from_all_segments(index: Index) -> None:
    assert {form.word for form in index.vocabulary().prefix("кіта")} == {
        "кітаптар",
        "кітапханасында",
        "кітабы",
        "кітапхана",
    }


@pytest.mark.parametrize(
    ("typed", "meant"), [("калалык", "қалалық"), ("кызметкер", "қызметкер"), ("болим", "бөлім")]
)
def test_words_in_russian_letters_are_alike(index: Index, typed: str, meant: str) -> None:
    assert [form.word for form in index.vocabulary().alike(typed)] == [meant]


@pytest.mark.parametrize("typed", ["кітпхана", "кітаапхана", "кітапзана", "кітапхнаа"])
def test_a_slip_away(index: Index, typed: str) -> None:
    assert index.vocabulary().near(typed, 1)[0].word == "кітапхана"


def test_nothing_is_near_what_is_far_from_everything(index: Index) -> None:
    assert index.vocabulary().near("щщщщщщ", 2) == ()
    assert index.vocabulary().near("", 1) == ()
