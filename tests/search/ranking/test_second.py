from docctl.search.ranking.coding import coded
from docctl.search.ranking.second import (
    Candidate,
    by_pieces,
    closeness,
    combined,
    piece_worths,
    with_closeness,
)

KIDS = (frozenset({1}), frozenset({2}))


def candidate(text: str, score: float = 1.0, order: tuple[int, ...] = ()) -> Candidate:
    return Candidate(score, coded(f" {text} "), order, KIDS)


def test_rare_pieces_are_worth_more() -> None:
    worths = piece_worths(["ереже"], lambda piece: 90 if piece == coded("ереж") else 1, 100)
    assert worths[coded("ереж")] < worths[coded("реже")]


def test_a_clause_with_a_related_word_comes_before_one_without() -> None:
    pieces = piece_worths(["тізілімдеме"], lambda piece: 1, 100)
    found = [candidate("тізілім жүргізеді"), candidate("басқа сөз жазады")]
    related, stranger = combined(found, by_pieces(found, pieces, average=20.0))
    assert related > stranger


def test_what_was_learnt_counts_less_than_what_was_asked() -> None:
    asked, learnt = combined([candidate("сөз", 2.0), candidate("сөз", 1.0)], [0.0, 0.0], [0.0, 9.0])
    assert asked == 1.0 > learnt == 0.5 + 0.4


def test_words_next_to_each_other_are_closest() -> None:
    near, apart, far = (closeness(order, KIDS) for order in ((1, 2), (1, 9, 2), (1, 9, 9, 9, 9, 2)))
    assert near == 1.0 > apart > far == 0.0


def test_nothing_to_rank_and_nothing_to_rank_by() -> None:
    assert combined([], []) == with_closeness([], []) == []
    found = [candidate("сөз", 2.0), candidate("сөз", 1.0)]
    assert with_closeness(found, combined(found, by_pieces(found, {}, average=5.0))) == [1.0, 0.5]
