"""How far two words are apart for somebody who types."""

from docctl.search.words.folding import skeleton

_ALIKE = 0.3
"""A Kazakh letter and the Russian one that stands for it."""


def distance(left: str, right: str) -> float:
    """Letters put in, left out, changed or swapped with their neighbour; look-alike letters count less."""
    bones, others = skeleton(left), skeleton(right)
    if len(bones) != len(left) or len(others) != len(right):
        bones, others = left, right
    before: list[float] = []
    row = [float(column) for column in range(len(right) + 1)]
    for at, letter in enumerate(left):
        last, before, row = before, row, [at + 1.0]
        for column, other in enumerate(right):
            if letter == other:
                cost = before[column]
            else:
                change = _ALIKE if bones[at] == others[column] else 1.0
                cost = min(before[column] + change, before[column + 1] + 1, row[column] + 1)
                if at and column and letter == right[column - 1] and left[at - 1] == other:
                    cost = min(cost, last[column - 1] + 1)
            row.append(cost)
    return row[-1]
