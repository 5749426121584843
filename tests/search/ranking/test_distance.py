import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.ranking.distance import distance

WORDS = st.text("абқкәі", max_size=7)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("кеңсе", "кеңсе", 0),
        ("кеңсе", "кеңс", 1),
        ("кеңсе", "ккеңсе", 1),
        ("кеңсе", "кеңше", 1),
        ("кеңсе", "екңсе", 1),
        ("", "кеңсе", 5),
        ("қала", "кала", 0.3),
    ],
)
def test_slips_are_counted(left: str, right: str, expected: float) -> None:
    assert distance(left, right) == pytest.approx(expected)


@given(WORDS, WORDS)
def test_the_way_back_is_as_long(left: str, right: str) -> None:
    assert distance(left, right) == pytest.approx(distance(right, left))
    assert (distance(left, right) == 0) == (left == right)


@given(WORDS, WORDS)
def test_no_further_apart_than_the_longer_is_long(left: str, right: str) -> None:
    assert abs(len(left) - len(right)) <= distance(left, right) <= max(len(left), len(right))
