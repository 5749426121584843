"""Which clauses a request may find at all: those of the editions that its filters take in."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_

from docctl.search.index.bits import bits_of, bits_of_ranges
from docctl.search.index.layout import Block
from docctl.search.index.segment import Segment
from docctl.search.request import Filters
from docctl.search.words.analysis import analyse
from docctl.search.words.folding import fold

STATUS_IN_FORCE = "in_force"
Test = Callable[[Block], bool]


def allowed(segment: Segment, blocks: Iterable[Block], filters: Filters) -> int:
    """The set of the clauses of a segment that the filters take in."""
    tests = tuple(_tests(filters))
    ranges = ((block.first, block.last) for block in blocks if all(test(block) for test in tests))
    editions = bits_of_ranges(ranges, len(segment))
    return editions & _under(segment, filters.clauses) if filters.clauses else editions


def _tests(filters: Filters) -> Iterable[Test]:
    if filters.numbers:
        numbers = frozenset(map(_plain, filters.numbers))
        yield lambda block: _plain(block.number) in numbers
    if filters.kinds:
        yield lambda block: block.kind in filters.kinds
    if filters.units:
        units = [_keys(unit) for unit in filters.units]
        known: dict[str, bool] = {}
        yield lambda block: _unit_fits(block.unit, units, known)
    if filters.statuses:
        day = filters.day.isoformat() if filters.day else ""
        yield lambda block: block.status_on(day) in filters.statuses
    if filters.years:
        years = frozenset(map(str, filters.years))
        yield lambda block: block.start[:4] in years
    if filters.editions:
        yield lambda block: block.edition in filters.editions
    yield from _view(filters)


def _view(filters: Filters) -> Iterable[Test]:
    """Every edition, those in force on a day, or those in force now unless the request names a status."""
    if filters.all_editions:
        return
    if filters.as_of:
        day = filters.as_of.isoformat()
        yield lambda block: block.start <= day and (not block.end or day < block.end)
    elif not filters.statuses:
        yield lambda block: block.status == STATUS_IN_FORCE


def _unit_fits(unit: str, wanted: list[frozenset[str]], known: dict[str, bool]) -> bool:
    if unit not in known:
        keys = _keys(unit)
        known[unit] = any(names and names <= keys for names in wanted)
    return known[unit]


def _keys(text: str) -> frozenset[str]:
    return frozenset(token.key for token in analyse(text))


def _plain(number: str) -> str:
    return fold(number).replace("№", "").replace(" ", "")


def _under(segment: Segment, clauses: Iterable[str]) -> int:
    found = (segment.under(clause.strip().rstrip(".")) for clause in clauses)
    return reduce(or_, (bits_of(numbers, len(segment)) for numbers in found if numbers), 0)
