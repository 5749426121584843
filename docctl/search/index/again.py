"""The second stage over a state: the clauses of the first stage once more, and others like the best."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest

from docctl.search.index.bits import marks_of
from docctl.search.index.planning import Plan
from docctl.search.index.ranked import Ranked, order
from docctl.search.index.segment import Segment
from docctl.search.index.state import OpenedSegment, State
from docctl.search.ranking.feedback import BEST, Example, learnt, lesson, of_length
from docctl.search.ranking.scoring import rarity
from docctl.search.ranking.second import Candidate, by_pieces, combined, piece_worths, with_closeness

_READ = 10_000
"""Postings of what was learnt that are read to find more clauses."""
_MORE = 0.5
"""Clauses that are found so, to one of the first stage."""
_BEHIND = 0.9
"""What such a clause is worth by its words, to one of the last of the first stage."""


def again(state: State, plan: Plan, matching: Sequence[int], first: Sequence[Ranked]) -> list[Ranked]:
    """The clauses in order, the best first."""
    if not first:
        return []
    words = [word for group in plan.scored if group.worth == 1.0 for word in group.words]
    pieces = piece_worths(words, state.vocabulary.quad_count, len(state))
    kids = [_kids(opened, plan) for opened in state.segments]
    found = [_candidate(state, one, kids) for one in first]
    average = sum(len(one.folded) for one in found) / len(found)
    by_piece = by_pieces(found, pieces, average)
    by_lesson: list[float] = []
    if len(first) > BEST and any(group.variants for group in plan.scored):
        taught = _taught(state, first, found, combined(found, by_piece))
        more = _alike(state, matching, first, taught)
        unseen = [_candidate(state, one, kids) for one in more]
        first, found = [*first, *more], found + unseen
        by_piece += by_pieces(unseen, pieces, average)
        by_lesson = _learnt(state, first, found, taught)
    scores = with_closeness(found, combined(found, by_piece, by_lesson))
    ranked = (Ranked(score, one.segment, one.number) for score, one in zip(scores, first, strict=True))
    return sorted(ranked, key=order, reverse=True)


def _candidate(state: State, one: Ranked, kids: Sequence[Sequence[frozenset[int]]]) -> Candidate:
    segment = state.segments[one.segment].segment
    return Candidate(one.score, segment.folded(one.number), segment.order(one.number), kids[one.segment])


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


def _taught(
    state: State, first: Sequence[Ranked], found: Sequence[Candidate], scores: Sequence[float]
) -> dict[str, float]:
    """The keys that the best clauses have in common, each with its worth."""
    best = nlargest(BEST, range(len(scores)), key=scores.__getitem__)
    average = _usual(found)
    bodies = [(first[at].segment, _body(found[at].order)) for at in best]
    held = Counter((place, kid) for place, body in bodies for kid in body)
    single = len({place for place, _ in bodies}) == 1
    examples = [
        Example(
            scores[at] * of_length(len(found[at].order), average),
            frozenset(
                state.segments[place].segment.vocabulary.key(kid)
                for kid in body
                if not single or held[place, kid] > 1
            ),
        )
        for at, (place, body) in zip(best, bodies, strict=True)
    ]
    return lesson(examples, lambda key: rarity(state.holders_of(key), len(state)))


def _body(order: Sequence[int]) -> frozenset[int]:
    """The keys of the text itself: clauses of one document share title, headings and number anyway."""
    *kids, end = order or (0,)
    start = len(kids) - kids[::-1].index(end) if end in kids else 0
    return frozenset(kids[start:])


def _usual(found: Sequence[Candidate]) -> float:
    return sum(len(one.order) for one in found) / len(found) or 1.0


def _alike(
    state: State, matching: Sequence[int], first: Sequence[Ranked], taught: Mapping[str, float]
) -> list[Ranked]:
    """Clauses that match, were not in the first stage, and have most of what was learnt."""
    seen = {(one.segment, one.number) for one in first}
    left = _READ
    likely: list[tuple[float, int, int]] = []
    for place, (opened, bits) in enumerate(zip(state.segments, matching, strict=True)):
        worths, left = _worths(opened.segment, taught, left)
        marks = marks_of(bits, len(opened)) if worths else ""
        likely += (
            (worth, -place, -number)
            for number, worth in worths.items()
            if marks[number] == "1" and (place, number) not in seen
        )
    score = first[-1].score * _BEHIND
    return [Ranked(score, -place, -number) for _, place, number in nlargest(int(len(first) * _MORE), likely)]


def _worths(segment: Segment, taught: Mapping[str, float], left: int) -> tuple[dict[int, float], int]:
    """What the clauses of a segment are worth by lists that may be read, and how much may be read then."""
    worths: dict[int, float] = {}
    for key, worth in taught.items():
        found = segment.postings(key)
        if found and len(found) <= left:
            left -= len(found)
            for number in found.clauses:
                worths[number] = worths.get(number, 0.0) + worth
    return worths, left


def _learnt(
    state: State, first: Sequence[Ranked], found: Sequence[Candidate], taught: Mapping[str, float]
) -> list[float]:
    """What was learnt, applied to every clause."""
    worths = [dict(_numbered(opened.segment, taught)) for opened in state.segments]
    average = _usual(found)
    pairs = zip(first, found, strict=True)
    return [learnt(candidate.order, worths[one.segment], average) for one, candidate in pairs]


def _numbered(segment: Segment, taught: Mapping[str, float]) -> Iterator[tuple[int, float]]:
    for key, worth in taught.items():
        found = segment.postings(key)
        if found:
            yield found.kid, worth
