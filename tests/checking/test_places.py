"""Places as a reader names them."""

from datetime import date

import pytest

from docctl.checking.check import Subject
from docctl.checking.places import EXCERPT, everywhere, excerpt, located, place_of, running
from docctl.checking.sketch import read_sketch
from docctl.domain.lexicon import Lexicon
from docctl.domain.parts import Parts
from docctl.domain.place import Part
from docctl.domain.words import Language

SKETCH = """
=== header
Положение об отделе
=== body
Первый абзац
| а | б // в |
=== section
Последний абзац
"""


def subject(parts: tuple[Part, ...] = (), clauses: tuple[str | None, ...] = ()) -> Subject:
    return Subject(
        draft=read_sketch(SKETCH),
        parts=Parts(form=None, language=Language.RU, parts=parts, clauses=clauses),
        lexicon=Lexicon(),
        as_of=date(2026, 3, 1),
    )


def test_paragraphs_come_with_their_part_and_clause() -> None:
    parts = (Part.TITLE, Part.SIGNATURE_SHEET, Part.SIGNATURE_SHEET, Part.SIGNATURE_SHEET, Part.BODY)
    spots = list(located(subject(parts, (None, None, None, None, "1.1"))))
    assert [spot.part for spot in spots] == list(parts)
    assert spots[-1].place().clause == "1.1"


def test_what_was_not_recognised_is_body() -> None:
    assert {spot.part for spot in located(subject())} == {Part.BODY}


def test_a_cell_is_named_by_table_row_and_column() -> None:
    places = [spot.place() for spot in located(subject()) if spot.paragraph.text == "в"]
    assert [(p.table, p.row, p.column, p.paragraph) for p in places] == [(1, 1, "2", 4)]


def test_a_header_shared_by_sections_comes_once() -> None:
    assert [(spot.part, spot.section) for spot in running(subject())] == [(Part.HEADER, 1)]


def test_headers_come_after_the_body() -> None:
    assert [spot.paragraph.text for spot in everywhere(subject())][-1] == "Положение об отделе"


def test_the_place_of_a_paragraph_is_that_of_the_walk() -> None:
    here = subject((Part.TITLE,) * 5, ("1",) * 5)
    assert [place_of(here, spot.paragraph) for spot in located(here)] == [s.place() for s in located(here)]


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt(" Отдел\tведёт\nучёт ", 3, 5) == "Отдел ведёт учёт"


@pytest.mark.parametrize("start", [0, 10, 200, 395])
def test_a_long_text_is_cut_around_the_fault(start: int) -> None:
    text = "".join(f"{number:04d} " for number in range(80))
    shown = excerpt(text, start, start + 5)
    assert text[start : start + 5].strip() in shown
    assert len(shown) <= EXCERPT + 2
    assert shown.startswith("…") is (start > 30)


def test_of_a_fault_longer_than_the_excerpt_the_beginning_is_shown() -> None:
    assert excerpt("а" * 50 + "б" * 500, 50, 550).count("б") > EXCERPT / 2
