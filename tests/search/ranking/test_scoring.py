import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.ranking import scoring
from docctl.search.ranking.scoring import Listed, best, rarity

SIZE = 40
EVERY = b"1" * SIZE
LISTS = st.lists(
    st.builds(
        lambda impacts, worth: Listed(sorted(impacts), [impacts[at] for at in sorted(impacts)], worth),
        st.dictionaries(st.integers(0, SIZE - 1), st.integers(1, 255), max_size=SIZE),
        st.floats(0.1, 5),
    ),
    min_size=1,
    max_size=3,
)


def test_a_rare_word_is_worth_more_and_none_is_worth_nothing() -> None:
    assert rarity(1, 100) > rarity(50, 100) > rarity(100, 100) > 0


def test_only_marked_clauses_are_answers() -> None:
    listed = Listed([0, 1, 2], [9, 9, 9], 1.0)
    assert [clause for _, clause in best([[listed]], b"010", 9)] == [1]


def test_a_group_counts_once_by_its_best_key() -> None:
    weak, strong = Listed([0], [255], 1.0), Listed([0], [255], 3.0)
    assert best([[weak, strong]], EVERY, 1)[0] == pytest.approx((3.0, 0))


@given(st.lists(LISTS, min_size=1, max_size=4))
def test_common_words_looked_up_score_as_those_read(groups: list[list[Listed]]) -> None:
    whole = {clause: score for score, clause in best(groups, EVERY, SIZE)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scoring, "FULLY_READ", 0)
        for score, clause in best(groups, EVERY, SIZE):
            assert score == pytest.approx(whole[clause])
