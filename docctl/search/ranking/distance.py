"""How far two words are apart for somebody who types."""

from collections.abc import Callable

from docctl.search.words.folding import bones

_ALIKE = 0.3
"""A Kazakh letter and the Russian one that stands for it."""


def distance(left: str, right: str) -> float:
    """Letters put in, left out, changed or swapped with their neighbour, of folded words; look-alike letters
    count less."""
    own, others = bones(left), bones(right)
    before: list[float] = []
    row = [float(column) for column in range(len(right) + 1)]
    for at, letter in enumerate(left):
        last, before, row = before, row, [at + 1.0]
        for column, other in enumerate(right):
            if letter == other:
                cost = before[column]
            else:
                change = _ALIKE if own[at] == others[column] else 1.0
                cost = min(before[column] + change, before[column + 1] + 1, row[column] + 1)
                if at and column and letter == right[column - 1] and left[at - 1] == other:
                    cost = min(cost, last[column - 1] + 1)
            row.append(cost)
    return row[-1]


def slips_at_most(word: str, most: int) -> Callable[[str], bool]:
    """Whether another word is at most so many slips away, all slips being equal.

    A column of the table of distances is one number, a bit to a row, as H. Hyyrö does it (2003).
    """
    if not word:
        return lambda other: len(other) <= most
    rows, last = (1 << len(word)) - 1, 1 << (len(word) - 1)
    where: dict[str, int] = {}
    for at, letter in enumerate(word):
        where[letter] = where.get(letter, 0) | 1 << at

    def is_near(other: str) -> bool:
        slips, more, less, same, before = len(word), rows, 0, 0, 0
        for letter in other:
            here = where.get(letter, 0)
            swapped = ((~same & here) << 1) & before
            same = (((here & more) + more) ^ more) | here | less | swapped
            right, left = less | ~(same | more), same & more
            slips += bool(right & last) - bool(left & last)
            right, left = right << 1 | 1, left << 1
            more, less, before = (left | ~(same | right)) & rows, right & same & rows, here
        return slips <= most

    return is_near
