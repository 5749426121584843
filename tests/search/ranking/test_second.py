from docctl.search.ranking.coding import coded
from docctl.search.ranking.second import Candidate, again, closeness, piece_worths

KIDS = (frozenset({1}), frozenset({2}))


def candidate(text: str, score: float = 1.0, order: tuple[int, ...] = ()) -> Candidate:
    return Candidate(score, coded(f" {text} "), order, KIDS)


def test_rare_pieces_are_worth_more() -> None:
    worths = piece_worths(["ереже"], lambda piece: 90 if piece == coded("ереж") else 1, 100)
    assert worths[coded("ереж")] < worths[coded("реже")]


def test_a_clause_with_a_related_word_comes_before_one_without() -> None:
    pieces = piece_worths(["тізілімдеме"], lambda piece: 1, 100)
    related, stranger = again([candidate("тізілім жүргізеді"), candidate("басқа сөз жазады")], pieces)
    assert related > stranger


def test_words_next_to_each_other_are_closest() -> None:
    near, apart, far = (closeness(order, KIDS) for order in ((1, 2), (1, 9, 2), (1, 9, 9, 9, 9, 2)))
    assert near == 1.0 > apart > far == 0.0


def test_nothing_to_rank_and_nothing_to_rank_by() -> None:
    assert again([], {}) == []
    assert again([candidate("сөз", 2.0), candidate("сөз", 1.0)], {}) == [1.0, 0.5]
