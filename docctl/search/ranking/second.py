"""Second stage: the best clauses once more, by the pieces of their words, by what the best of them taught,
and by how close the words stand."""

from collections.abc import Callable, Sequence
from heapq import nlargest
from itertools import pairwise

from msgspec import Struct

from docctl.search.ranking.coding import coded
from docctl.search.ranking.grams import quads
from docctl.search.ranking.scoring import rarity

_GRAMS, _LEARNT, _CLOSE = 0.8, 0.4, 0.15
"""What counts beside the words of the request, of 1."""
_SATURATION, _LENGTH_SHARE = 1.2, 0.6
_WINDOW = 3
_PIECES = 24
"""So many pieces are counted in a clause."""
_COMPARED = 40
"""Of so many clauses, the best by words and pieces, the order of the words is looked at."""


class Candidate(Struct, frozen=True, gc=False):
    """A clause of the first stage."""

    score: float
    folded: bytes
    order: Sequence[int]
    """Numbers of its keys as they follow each other."""
    kids: Sequence[frozenset[int]]
    """The numbers that the words of the request have in the clause's segment, in the request's order."""


def piece_worths(words: Sequence[str], count_of: Callable[[bytes], int], clauses: int) -> dict[bytes, float]:
    """The pieces of four letters of folded words, each with its rarity; the rarest ones of many."""
    pieces = {quad for word in words for quad in quads(coded(f" {word} "))}
    worths = {piece: rarity(min(count_of(piece), clauses), clauses) for piece in sorted(pieces)}
    return dict(nlargest(_PIECES, worths.items(), key=lambda pair: pair[1]))


def by_pieces(candidates: Sequence[Candidate], pieces: dict[bytes, float], average: float) -> list[float]:
    """What the pieces are worth in each candidate; `average` is the usual length in letters."""
    return [_by_pieces(candidate.folded, pieces, average) for candidate in candidates]


def _by_pieces(folded: bytes, pieces: dict[bytes, float], average: float) -> float:
    weight = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * len(folded) / average)
    count = folded.count
    return sum(worth * found / (found + weight) for piece, worth in pieces.items() if (found := count(piece)))


def combined(
    candidates: Sequence[Candidate], pieces: Sequence[float], learnt: Sequence[float] = ()
) -> list[float]:
    """The scores by words, by pieces and by what was learnt, each a share of the greatest."""
    words = _shares([candidate.score for candidate in candidates])
    parts = (words, _shares(pieces, _GRAMS), _shares(learnt or (0.0,) * len(words), _LEARNT))
    return [sum(three) for three in zip(*parts, strict=True)]


def _shares(scores: Sequence[float], worth: float = 1.0) -> list[float]:
    scale = worth / (max(scores, default=0.0) or 1.0)
    return [score * scale for score in scores]


def with_closeness(candidates: Sequence[Candidate], scores: Sequence[float]) -> list[float]:
    """The scores, of the best with how close the words of the request stand."""
    closer = list(scores)
    for at in nlargest(_COMPARED, range(len(scores)), key=scores.__getitem__):
        closer[at] += _CLOSE * closeness(candidates[at].order, candidates[at].kids)
    return closer


def closeness(order: Sequence[int], kids: Sequence[frozenset[int]]) -> float:
    """The share of neighbours in the request that are neighbours in the clause, words between allowed."""
    if len(kids) < 2:
        return 0.0
    wanted = frozenset().union(*kids)
    places: dict[int, list[int]] = {}
    for at, kid in enumerate(order):
        if kid in wanted:
            places.setdefault(kid, []).append(at)
    return sum(_close(left, right, places) for left, right in pairwise(kids)) / (len(kids) - 1)


def _close(left: frozenset[int], right: frozenset[int], places: dict[int, list[int]]) -> float:
    gaps = [
        abs(other - at)
        for one in left
        for at in places.get(one, ())
        for two in right
        for other in places.get(two, ())
        if other != at
    ]
    gap = min(gaps, default=_WINDOW + 1)
    return 1 / gap if gap <= _WINDOW else 0.0
