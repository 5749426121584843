"""The word as it stands in the text is marked, whatever form of it was asked for."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.query.parsing import parse
from docctl.search.showing.marking import Mark, marks
from docctl.search.showing.sought import sought_by
from docctl.search.words.analysis import analyse


def found(query: str, text: str, near: tuple[str, ...] = ()) -> tuple[Mark, ...]:
    sought = sought_by(parse(query, date(2026, 3, 1)).request, analyse, near)
    return marks(analyse(text), sought)


def marked(query: str, text: str, near: tuple[str, ...] = ()) -> list[str]:
    return [text[mark.start : mark.end] for mark in found(query, text, near)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("құжат", "Құжаттарды тіркейді; құжаттың көшірмесі", ["Құжаттарды", "құжаттың"]),
        ("договор", "Готовит договоры и приказы", ["договоры"]),
        ("agreement", "Every agreement and all agreements", ["agreement", "agreements"]),
        ("кужат", "Құжаттарды тіркейді", ["Құжаттарды"]),
        ("журн*", "Журналға, журналистке, жарнамаға", ["Журналға", "журналистке"]),
        ("№ 319-III", "2007 жылғы № 319-ІІІ Заңы", ["319-ІІІ"]),
        ("-құжат тіркеу", "Құжаттарды сақтайды", []),
        ("бұйрық OR хат", "Хаттар мен бұйрықтар", ["Хаттар", "бұйрықтар"]),
        ("жоқ", "Құжаттарды сақтайды", []),
    ],
)
def test_words_in_any_form(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


def test_a_phrase_is_marked_whole_also_over_a_line_break() -> None:
    text = "Оны сақтау\nмерзімдері бойынша сақтайды."
    assert marked('"сақтау мерзімі"', text) == ["сақтау\nмерзімдері"]


def test_a_word_inside_a_marked_phrase_is_not_marked_again() -> None:
    text = "Сақтау мерзімі өткен, мерзімі ұзартылған."
    assert marked('"сақтау мерзімі" мерзім', text) == ["Сақтау мерзімі", "мерзімі"]


def test_the_right_letters_come_before_russian_ones() -> None:
    assert marked("қол", "Қол қою және кол") == ["Қол"]


def test_what_the_index_took_a_typo_for_is_marked() -> None:
    assert marked("қужжат", "Құжаттарды сақтайды", near=("құжат",)) == ["Құжаттарды"]


@given(st.text('құжаттарды сақтаОR"*-«» \n', max_size=60), st.text("құжаттарды сақта \n.", max_size=200))
def test_marks_are_apart_in_order_and_words(query: str, text: str) -> None:
    places = found(query, text)
    assert all(left.end <= right.start for left, right in pairwise(places))
    starts, ends = ({getattr(token, name) for token in analyse(text)} for name in ("start", "end"))
    assert all(mark.start in starts and mark.end in ends for mark in places)
