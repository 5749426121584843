"""The clauses as a page of text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.domain.registry.clause_markdown import ClauseText, read_text, write_text

LINE_TRAPS = (
    "", "#", "## 6 Құқықтары", "# x", "---", "--- ", "\\", "\\#", "\\---", "6.23 мәтін", "158",
    "1. бірінші", "  шегініс", "\tа", " ", "- а", "> а", "```", "~~~", "<!-- а -->", "[а]: б", "|а|",
    "\r", "\x85", "\u2028", "\x00",
)  # fmt: skip
lines = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=20) | st.sampled_from(
    LINE_TRAPS
)
clauses = st.builds(
    ClauseText,
    number=st.just("") | st.from_regex(r"\A[0-9]{1,3}(\.[0-9]{1,2}){0,3}\Z"),
    headings=st.lists(st.sampled_from(("1 Жалпы ережелер", "А", "", "# x", "---")) | lines, max_size=3).map(
        tuple
    ),
    text=st.lists(lines, min_size=1, max_size=4).map("\n".join),
)

CLAUSES = (
    ClauseText("", (), "Кіріспе"),
    ClauseText("1.1", ("1 Жалпы ережелер",), "Осы Ереже бөлімнің жұмысын реттейді."),
    ClauseText("1.2", ("1 Жалпы ережелер",), "Бөлім:\nа) құжаттарды тексереді;\n## ойдан шығарылған"),
    ClauseText("", ("2 Қысқартулар",), "158 бұйрық бойынша:\nҚР | Қазақстан"),
)
PAGE = """\
# Сапа бөлімі туралы ереже

Кіріспе

## 1 Жалпы ережелер

1.1 Осы Ереже бөлімнің жұмысын реттейді.

1.2 Бөлім:

  а) құжаттарды тексереді;

  \\## ойдан шығарылған

## 2 Қысқартулар

\\158 бұйрық бойынша:

  ҚР | Қазақстан
"""


def test_the_page_is_readable() -> None:
    assert write_text("Сапа бөлімі\nтуралы ереже", CLAUSES) == PAGE
    assert read_text(PAGE) == CLAUSES


@given(lines, st.lists(clauses, max_size=6).map(tuple))
def test_what_is_written_is_read(title: str, some: tuple[ClauseText, ...]) -> None:
    assert read_text(write_text(title, some)) == some


@pytest.mark.parametrize("trap", LINE_TRAPS, ids=ascii)
def test_a_line_is_taken_for_nothing_else(trap: str) -> None:
    for number in ("", "6.23"):
        some = (ClauseText(number, ("6 а",), trap), ClauseText(number, ("6 а",), f"а\n{trap}"))
        assert read_text(write_text("т", some)) == some


@given(st.lists(clauses, min_size=1, max_size=5), lines, st.data())
def test_a_changed_paragraph_is_a_changed_line(
    some: list[ClauseText], line: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(some) - 1))
    old = some[at]
    _, *rest = old.text.split("\n")
    changed = [*some]
    changed[at] = ClauseText(old.number, old.headings, "\n".join([line, *rest]))
    before, after = (write_text("т", each).split("\n") for each in (some, changed))
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 1


def test_nothing_is_a_title_alone() -> None:
    assert write_text("", ()) == "#\n"
    assert read_text("#\n") == ()
