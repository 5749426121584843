"""What the best clauses have in common says more of what was asked: words that the request does not have.

Pseudo-relevance feedback: who asks when a union was founded is shown the treaty that founded it as well.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import nlargest

from msgspec import Struct

from docctl.search.ranking.weights import LENGTH_SHARE, SATURATION

BEST = 8
"""So many clauses are believed."""
_SHARED = 2
"""So many of them have a word that counts."""
_WORDS = 30


class Example(Struct, frozen=True, gc=False):
    """A clause that answers well."""

    worth: float
    keys: frozenset[str]


def lesson(examples: Sequence[Example], rarity_of: Callable[[str], float]) -> dict[str, float]:
    """The keys that examples share, each with what it is worth in another clause, the greatest first."""
    shared = Counter(key for example in examples for key in example.keys)
    weights = dict.fromkeys((key for key, count in shared.items() if count >= _SHARED), 0.0)
    for example in examples:
        for key in example.keys & weights.keys():
            weights[key] += example.worth
    rarities = {key: rarity_of(key) for key in weights}
    best = nlargest(_WORDS, weights, key=lambda key: (weights[key] * rarities[key], key))
    return {key: weights[key] * rarities[key] ** 2 for key in best}


def learnt(order: Sequence[int], worths: Mapping[int, float], average: float) -> float:
    """What a clause is worth by the lesson: numbers of its keys, and what each number is worth."""
    found = set(order).intersection(worths)
    return sum(map(worths.__getitem__, found)) * of_length(len(order), average)


def of_length(words: int, average: float) -> float:
    """What one word says of a clause of so many: the less, the more there are."""
    return 1 / (1 + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * words / average))
