"""Pages of paragraphs: found by their text, in their order, whatever a layout does with the lines."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from docctl.conversion.alignment import letters_of, pages_of

WORDS = st.text("абвгдеё", min_size=3, max_size=9)
TEXTS = st.lists(st.lists(WORDS, min_size=3, max_size=12).map(" ".join), min_size=1, max_size=12, unique=True)


def pages(*texts: str) -> list[Sequence[str]]:
    """Pages of lines; a bar parts lines."""
    return [text.split("|") for text in texts]


def plain(*texts: str) -> list[tuple[str, str]]:
    return [("", text) for text in texts]


def test_paragraphs_stand_where_their_first_line_does() -> None:
    laid = pages("Первый абзац|идёт долго", "и кончается здесь|Второй абзац")
    assert pages_of(plain("Первый абзац идёт долго и кончается здесь", "Второй абзац"), laid) == [1, 2]


def test_hyphens_spaces_and_signs_are_no_hindrance() -> None:
    laid = pages("Отдел контро-|ля", "Пол­ожение об от-|деле «контроля»")
    assert pages_of(plain("Отдел  контроля", "Положение об отделе \u201cконтроля\u201d"), laid) == [1, 2]


def test_a_text_that_stands_twice_keeps_the_order() -> None:
    laid = pages("Содержание|Права", "Обязанности|Отдел отвечает", "Права|Отдел вправе")
    texts = plain("Содержание", "Права", "Обязанности", "Отдел отвечает", "Права", "Отдел вправе")
    assert pages_of(texts, laid) == [1, 1, 2, 2, 3, 3]


def test_a_text_that_is_not_there_misleads_nothing_after_it() -> None:
    laid = pages("Общие положения", "Задачи отдела", "Функции отдела|Права отдела")
    texts = plain("Общие положения", "Права отдела", "Задачи отдела", "Функции отдела", "Права отдела")
    assert pages_of(texts, laid) == [1, None, 2, 3, 3]


def test_another_number_than_words_hinders_nothing() -> None:
    laid = pages("1. Общие положения|1.1. Отдел создан", "1.2. Отдел подчинён|1.3. Отдел закрыт")
    texts = [("1.", "Общие положения"), ("1.1.", "Отдел создан"), ("4.7.", "Отдел подчинён")]
    assert pages_of([*texts, ("1.3.", "Отдел закрыт")], laid) == [1, 1, 2, 2]


def test_empty_paragraphs_stand_with_their_neighbours() -> None:
    laid = pages("Первый абзац|Второй абзац", "Третий абзац")
    texts = plain("Первый абзац", "", "Второй абзац", "", "Третий абзац")
    assert pages_of(texts, laid) == [1, 1, 1, None, 2]


def test_pages_without_text_are_counted() -> None:
    assert pages_of(plain("Первый абзац", "Второй абзац"), pages("Первый абзац", "", "Второй абзац")) == [
        1,
        3,
    ]
    assert pages_of(plain("Первый абзац"), []) == [None]
    assert pages_of([], pages("Первый абзац")) == []


@given(TEXTS, st.data())
def test_any_division_into_pages_is_found_again(texts: list[str], data: st.DataObject) -> None:
    """Lines broken anywhere, pages turned at any line."""
    laid: list[list[str]] = [[]]
    expected = []
    for text in texts:
        words = text.split()
        cut = data.draw(st.integers(0, len(words)))
        if data.draw(st.booleans()):
            laid.append([])
        expected.append(len(laid))
        lines = [" ".join(words[:cut]), " ".join(words[cut:])]
        laid[-1].append(lines[0])
        if lines[0] and data.draw(st.booleans()):
            laid.append([])
        elif not lines[0]:
            expected[-1] = len(laid)
        laid[-1].append(lines[1])
    found = pages_of(plain(*texts), laid)
    beginnings = [letters_of(text)[:32] for text in texts]
    if not any(one != other and other.startswith(one) for one in beginnings for other in beginnings):
        assert found == expected
    assert [page for page in found if page] == sorted(page for page in found if page)


@given(
    st.lists(st.tuples(st.text(max_size=4), st.text(max_size=40)), max_size=15),
    st.lists(st.lists(st.text(max_size=30))),
)
def test_pages_never_fall(paragraphs: list[tuple[str, str]], laid: list[list[str]]) -> None:
    found = [page for page in pages_of(paragraphs, laid) if page is not None]
    assert found == sorted(found)
    assert all(1 <= page <= len(laid) for page in found)
