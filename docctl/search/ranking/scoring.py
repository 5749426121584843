"""First stage: BM25 over the keys, the rare ones in full, the common ones where they can still matter."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log

from msgspec import Struct

FULLY_READ = 24_000
"""Postings of a request that are read one by one; the rest is looked up for the best clauses so far."""
_LOOKED_UP = 800
_CHEAPER = 6
"""Reading a posting is so many times cheaper than looking one up."""
_STEP = 8
"""Impacts are tried from the greatest down in such steps."""
_TOP = 255
_MARKED = ord("1")


class Listed(Struct, frozen=True, gc=False):
    """The clauses of one key of one group of the request."""

    clauses: Sequence[int]
    impacts: Sequence[int]
    worth: float
    """Rarity times what the key is worth for its group."""


def rarity(holders: int, clauses: int) -> float:
    """Okapi's inverse document frequency, never negative."""
    return log(1 + (clauses - holders + 0.5) / (holders + 0.5))


def best(groups: Sequence[Sequence[Listed]], marks: bytes, count: int) -> list[tuple[float, int]]:
    """The best clauses among those marked «1», each group counted once by its best key.

    A clause that holds only common words may be missed when rarer words fill the list.
    """
    marked = marks.count(_MARKED)
    lengths = sum(len(listed.clauses) for group in groups for listed in group)
    if marked * _CHEAPER <= lengths:
        scores = dict.fromkeys(_places(marks, _MARKED), 0.0)
        rest = list(groups)
    elif len(groups) == 1 and len(groups[0]) == 1:
        scores, rest = _strongest(groups[0][0], marks, count), []
    else:
        scores, rest = _read(groups, marks)
    if rest and marked * _CHEAPER > lengths and len(scores) > _LOOKED_UP:
        scores = dict(nlargest(_LOOKED_UP, scores.items(), key=lambda pair: pair[1]))
    for group in rest:
        _look_up(scores, group)
    return nlargest(count, ((score, clause) for clause, score in scores.items() if score > 0))


def _read(
    groups: Sequence[Sequence[Listed]], marks: bytes
) -> tuple[dict[int, float], list[Sequence[Listed]]]:
    """The scores by the rarer groups, and the groups that were not read."""
    scores: dict[int, float] = {}
    rest: list[Sequence[Listed]] = []
    read = 0
    for group in sorted(groups, key=lambda group: sum(len(listed.clauses) for listed in group)):
        read += sum(len(listed.clauses) for listed in group)
        if scores and read > FULLY_READ:
            rest.append(group)
        else:
            _add(scores, group, marks)
    return scores, rest


def _strongest(listed: Listed, marks: bytes, count: int) -> dict[int, float]:
    """The clauses of a single list with the greatest impacts, at least `count` where there are so many."""
    impacts = bytes(listed.impacts)
    steps = [0, *(step for step in range(1, _TOP + 1) if step % _STEP == 0)]
    for step in reversed(steps):
        reaching = impacts.translate(bytes(_MARKED if value >= step else 0 for value in range(256)))
        if step and reaching.count(_MARKED) < count:
            continue
        worth = listed.worth / _TOP
        scores = {
            clause: worth * impacts[at]
            for at in _places(reaching, _MARKED)
            if marks[clause := listed.clauses[at]] == _MARKED
        }
        if len(scores) >= count or not step:
            return scores
    return {}


def _places(marks: bytes, mark: int) -> Iterator[int]:
    at = marks.find(mark)
    while at >= 0:
        yield at
        at = marks.find(mark, at + 1)


def _add(scores: dict[int, float], group: Sequence[Listed], marks: bytes) -> None:
    own = scores if not scores and len(group) == 1 else {}
    for listed in group:
        worth = listed.worth / _TOP
        for clause, impact in zip(listed.clauses, listed.impacts, strict=True):
            if marks[clause] == _MARKED and (score := worth * impact) > own.get(clause, 0.0):
                own[clause] = score
    if own is not scores:
        for clause, score in own.items():
            scores[clause] = scores.get(clause, 0.0) + score


def _look_up(scores: dict[int, float], group: Sequence[Listed]) -> None:
    for clause in scores:
        scores[clause] += max(_impact(listed, clause) for listed in group)


def _impact(listed: Listed, clause: int) -> float:
    at = bisect_left(listed.clauses, clause)
    if at == len(listed.clauses) or listed.clauses[at] != clause:
        return 0.0
    return listed.worth * listed.impacts[at] / _TOP
