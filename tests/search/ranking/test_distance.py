import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.ranking.distance import distance, slips_at_most

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


@given(WORDS, WORDS, st.integers(0, 3))
def test_slips_at_most_are_counted_as_a_look_at_every_letter_counts_them(
    left: str, right: str, most: int
) -> None:
    assert slips_at_most(left, most)(right) == (naive(left, right) <= most)


def naive(left: str, right: str) -> int:
    """Slips, two neighbours that change places being one."""
    if not left or not right:
        return len(left) + len(right)
    ways = [
        naive(left[1:], right[1:]) + (left[0] != right[0]),
        naive(left[1:], right) + 1,
        naive(left, right[1:]) + 1,
    ]
    if left[:2] == right[1::-1] and len(left) > 1 and len(right) > 1:
        ways.append(naive(left[2:], right[2:]) + 1)
    return min(ways)
