"""A plan over the segments of a state: which clauses match, and the best of them in order."""

from collections.abc import Iterator, Sequence
from functools import reduce
from heapq import nlargest
from operator import or_

from msgspec import Struct

from docctl.search.index.bits import marks_of, members
from docctl.search.index.planning import QUESTION, Group, Plan
from docctl.search.index.state import OpenedSegment, State
from docctl.search.ranking.scoring import Listed, best, rarity
from docctl.search.ranking.second import Candidate, again, piece_worths
from docctl.search.request import Filters

_AGAIN, _AGAIN_OF_QUESTION = 60, 300
"""So many clauses of the first stage are ranked again: more where many words give many ways to be wrong."""


_EVEN = 170
"""Impact of a phrase and of a beginning, wherever it stands."""


class Ranked(Struct, frozen=True, gc=False):
    """A clause among the answers."""

    score: float
    segment: int
    number: int


def matches(state: State, plan: Plan, filters: Filters) -> tuple[int, ...]:
    """The clauses of each segment that satisfy the plan."""
    return tuple(_matches(opened, plan, filters) for opened in state.segments)


def _matches(opened: OpenedSegment, plan: Plan, filters: Filters) -> int:
    bits = opened.allowed(filters)
    for sought in plan.required:
        bits &= reduce(or_, map(opened.holders.of, sought), 0)
    if plan.wanted and not plan.required:
        bits &= reduce(or_, (_holding(opened, group) for group in plan.wanted), 0)
    for one in plan.excluded:
        bits &= ~opened.holders.of(one)
    return bits


def _holding(opened: OpenedSegment, group: Group) -> int:
    found = opened.holders.any_key(variant.key for variant in group.variants)
    return reduce(or_, map(opened.holders.of, group.sought), found)


def ranked(state: State, plan: Plan, matching: Sequence[int], limit: int) -> list[Ranked]:
    """The best of the matching clauses, the best first."""
    depth = _AGAIN_OF_QUESTION if len(plan.scored) >= QUESTION else _AGAIN
    count = max(limit, depth)
    first = nlargest(count, _first_stage(state, plan, matching, count), key=_order)
    head = _second_stage(state, plan, first[:depth])
    return (head + [_below(head, one) for one in first[depth:]])[:limit]


def _order(one: Ranked) -> tuple[float, int, int]:
    """Of equals the one that was filed first."""
    return one.score, -one.segment, -one.number


def _below(head: Sequence[Ranked], one: Ranked) -> Ranked:
    """Clauses that were not looked at again stay behind those that were, in their order."""
    return Ranked(head[-1].score * one.score / (one.score + 1), one.segment, one.number)


def _first_stage(state: State, plan: Plan, matching: Sequence[int], count: int) -> Iterator[Ranked]:
    rarities = {
        variant.key: rarity(state.holders_of(variant.key), len(state))
        for group in plan.scored
        for variant in group.variants
    }
    for place, (opened, bits) in enumerate(zip(state.segments, matching, strict=True)):
        if not bits:
            continue
        groups = [listed for group in plan.scored if (listed := _listed(opened, group, rarities))]
        if not groups:
            yield from (Ranked(0.0, place, number) for number in members(bits, len(opened))[:count])
            continue
        marks = marks_of(bits, len(opened)).encode()
        yield from (Ranked(score, place, number) for score, number in best(groups, marks, count))


def _listed(opened: OpenedSegment, group: Group, rarities: dict[str, float]) -> list[Listed]:
    """What lists the group's clauses; a variant is never rarer than the word itself."""
    lists: list[Listed] = []
    ceiling = None
    for variant in group.variants:
        found = opened.segment.postings(variant.key)
        if found:
            ceiling = rarities[variant.key] if ceiling is None else ceiling
            worth = min(rarities[variant.key], ceiling) * variant.weight * group.worth
            lists.append(Listed(found.clauses, found.impacts, worth))
    for sought in group.sought:
        clauses = members(opened.holders.of(sought), len(opened))
        if clauses:
            lists.append(Listed(clauses, bytes([_EVEN]) * len(clauses), rarity(len(clauses), len(opened))))
    return lists


def _second_stage(state: State, plan: Plan, first: Sequence[Ranked]) -> list[Ranked]:
    words = [word for group in plan.scored if group.worth == 1.0 for word in group.words]
    pieces = piece_worths(words, state.vocabulary.quad_count, len(state))
    kids = [_kids(opened, plan) for opened in state.segments]
    candidates = [
        Candidate(
            one.score,
            state.segments[one.segment].segment.folded(one.number),
            state.segments[one.segment].segment.order(one.number),
            kids[one.segment],
        )
        for one in first
    ]
    scores = again(candidates, pieces)
    again_ranked = (Ranked(score, one.segment, one.number) for score, one in zip(scores, first, strict=True))
    return sorted(again_ranked, key=_order, reverse=True)


def _kids(opened: OpenedSegment, plan: Plan) -> list[frozenset[int]]:
    """The numbers of the keys of the request's words in a segment, in their order."""
    keyed = [group.variants for group in plan.scored if group.variants and group.worth == 1.0]
    return [
        frozenset(
            found.kid
            for variant in variants
            if variant.weight == 1.0 and (found := opened.segment.postings(variant.key))
        )
        for variants in keyed
    ]
