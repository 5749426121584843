"""A plan over the segments of a state: which clauses match, and the best of them in order."""

from collections.abc import Iterator, Sequence
from functools import reduce
from heapq import nlargest
from operator import or_

from docctl.search.index.again import again
from docctl.search.index.bits import first_members, marks_of, members
from docctl.search.index.planning import QUESTION, Group, Plan
from docctl.search.index.ranked import Ranked, order
from docctl.search.index.state import OpenedSegment, State
from docctl.search.ranking.scoring import Listed, best, rarity
from docctl.search.request import Filters

_AGAIN, _AGAIN_OF_QUESTION = 60, 200
"""So many clauses of the first stage are ranked again: more where many words give many ways to be wrong."""
_EVEN = 170
"""Impact of a phrase and of a beginning, wherever it stands."""


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
    first = nlargest(count, _first_stage(state, plan, matching, count), key=order)
    head = again(state, plan, matching, first[:depth])
    seen = {(one.segment, one.number) for one in head}
    rest = (one for one in first[depth:] if (one.segment, one.number) not in seen)
    return (head + [_below(head, one) for one in rest])[:limit]


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
        groups = [] if _is_even(plan) else _all_listed(opened, plan, bits, rarities)
        if not groups:
            yield from (Ranked(1.0, place, number) for number in first_members(bits, len(opened), count))
            continue
        marks = marks_of(bits, len(opened)).encode()
        yield from (Ranked(score, place, number) for score, number in best(groups, marks, count))


def _is_even(plan: Plan) -> bool:
    """Whether every clause that matches is worth the same: only a phrase or a beginning is asked for."""
    return len(plan.scored) == 1 and not plan.scored[0].variants and len(plan.scored[0].sought) == 1


def _all_listed(
    opened: OpenedSegment, plan: Plan, matching: int, rarities: dict[str, float]
) -> list[list[Listed]]:
    lists = (_listed(opened, group, matching, rarities) for group in plan.scored)
    return [listed for listed in lists if listed]


def _listed(opened: OpenedSegment, group: Group, matching: int, rarities: dict[str, float]) -> list[Listed]:
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
        having = opened.holders.of(sought)
        clauses = members(having & matching, len(opened))
        if clauses:
            worth = rarity(having.bit_count(), len(opened))
            lists.append(Listed(clauses, bytes([_EVEN]) * len(clauses), worth))
    return lists
