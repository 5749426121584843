"""Texts in columns: aligned as a terminal shows them, harmless whatever they hold."""

from hypothesis import given
from hypothesis import strategies as st

from docctl.reporting.columns import in_columns, width

ROWS = st.integers(1, 4).flatmap(
    lambda size: st.lists(
        st.lists(st.text(max_size=12), min_size=size, max_size=size), min_size=1, max_size=5
    )
)


@given(ROWS)
def test_a_line_to_a_row_and_nothing_that_commands_a_terminal(rows: list[list[str]]) -> None:
    lines = in_columns(rows, 2)
    assert len(lines) == len(rows)
    assert not any(letter in line for line in lines for letter in "\n\r\x1b\x07\u202e")


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert in_columns([("№", "Атауы"), ("64/1", "Ереже"), ("1", "")]) == ["№     Атауы", "64/1  Ереже", "1"]


def test_letters_that_combine_take_no_column() -> None:
    assert width("й") == 1
    assert width("и\u0306") == 1
    assert in_columns([("и\u0306", "x"), ("ab", "y")]) == ["и\u0306   x", "ab  y"]
