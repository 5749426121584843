"""The numbers of the ranking, tuned on questions over Kazakh passages; ADR 14 says what each brings."""

SATURATION = 1.2
"""BM25's k1: how soon a word repeated adds nothing."""
LENGTH_SHARE = 0.6
"""BM25's b: how much a long clause is held against it."""
UNIT = 4
"""What one occurrence in the text weighs; others are in this unit."""
TITLE, HEADING, NUMBER, LEAD = 8, 8, 12, 6
"""What an occurrence weighs in the title, the headings, the numbers and the first sentence."""
HEAVIEST = 255


def saturation(length: int, average: float) -> float:
    """BM25's ``k1 (1 - b + b length / average)`` of a clause, in units."""
    return UNIT * SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / average)
