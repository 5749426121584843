"""Numbers in the order in which people expect them."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from docctl.domain.registry.natural_order import natural_key

SORTED = ("1", "2", "10", "12/3-н", "12/10-н", "158", "ДН-07", "ДН-7а", "ДН-10", "ЕР 4.2", "ЕР 4.10")


def test_numbers_are_ordered_as_people_count() -> None:
    for some in permutations(SORTED, 3):
        assert sorted(some, key=natural_key) == [one for one in SORTED if one in some]


@given(st.integers(0), st.integers(0))
def test_plain_numbers_are_ordered_as_numbers(one: int, other: int) -> None:
    assert (natural_key(str(one)) < natural_key(str(other))) == (one < other)


@given(st.text(), st.text())
def test_the_order_is_total(one: str, other: str) -> None:
    assert (natural_key(one) == natural_key(other)) == (one == other)
    assert (natural_key(one) < natural_key(other)) != (natural_key(other) <= natural_key(one))


def test_more_figures_than_python_counts() -> None:
    assert natural_key("9" * 5000) < natural_key("1" + "0" * 5000)
