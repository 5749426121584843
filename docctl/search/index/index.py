"""The index as a search sees it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from docctl.search.clause import Clause
from docctl.search.index.bits import marks_of
from docctl.search.index.layout import Block
from docctl.search.index.pages import Damaged
from docctl.search.index.ranked import Ranked
from docctl.search.index.searching import matches, ranked
from docctl.search.index.state import State
from docctl.search.index.vocabulary import Vocabulary
from docctl.search.ranking.forms import Form, Near
from docctl.search.request import Request

_Result = TypeVar("_Result")


class Hit(Struct, frozen=True):
    """A clause that answers the request."""

    clause: Clause
    score: float
    """Comparable within one answer only."""
    keys: frozenset[str]
    """The keys by which it may have matched: tokens of the clause that have one of them are to be marked."""


class Found(Struct, frozen=True):
    """The answer to a request."""

    hits: tuple[Hit, ...]
    total: int
    """How many clauses match."""
    matching: tuple[int, ...]
    """The matching clauses of each segment: a bit to a clause."""


class Facets(Struct, frozen=True):
    """How many of the matching clauses each value has, the most frequent first; the latest year first."""

    kinds: tuple[tuple[str, int], ...]
    units: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]


class Contents(Struct, frozen=True):
    """What an index holds."""

    head: str
    documents: int
    editions: int
    clauses: int
    size: int
    """Bytes."""


class Index:
    """Clauses and what finds them, as of one state of the source.

    Damage that shows while it answers is repaired: the index is rebuilt and asked again.
    """

    def __init__(self, state: State, rebuild: Callable[[], State]) -> None:
        self._state, self._rebuild = state, rebuild

    def find(self, request: Request, limit: int) -> Found:
        """The clauses that satisfy the request, the best `limit` of them in order."""
        return self._sound(lambda state: _find(state, request, limit))

    def facets(self, request: Request) -> Facets:
        """What all clauses that satisfy the request are, counted."""
        return self._sound(lambda state: _facets(state, request))

    def vocabulary(self) -> "IndexWords":
        """The words of the clauses."""
        return IndexWords(self)

    def words(self, ask: Callable[[Vocabulary], _Result]) -> _Result:
        """What the words of the clauses say to `ask`."""
        return self._sound(lambda state: ask(state.vocabulary))

    def contents(self) -> Contents:
        """What the index holds."""
        return self._sound(_contents)

    def _sound(self, ask: Callable[[State], _Result]) -> _Result:
        try:
            return ask(self._state)
        except Damaged:
            self._state = self._rebuild()
            return ask(self._state)


class IndexWords:
    """The words of an index; damage that shows while they are looked up is repaired as `Index` does."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def has(self, word: str) -> bool:
        """Whether a clause has the word, in this very form."""
        return self._index.words(lambda words: words.has(word))

    def frequency(self, word: str) -> int:
        """In how many clauses the word stands in this very form."""
        return self._index.words(lambda words: words.frequency(word))

    def key(self, word: str) -> str | None:
        """The key under which most clauses file the folded word; None where none has it."""
        return self._index.words(lambda words: words.key(word))

    def prefix(self, prefix: str) -> tuple[Form, ...]:
        """The forms that begin so, in no order that matters."""
        return self._index.words(lambda words: tuple(words.prefix(prefix)))

    def alike(self, word: str) -> tuple[Form, ...]:
        """The forms that differ by letters that a Russian keyboard lacks, the commonest first."""
        return self._index.words(lambda words: words.alike(word))

    def near(self, word: str, letters: int) -> tuple[Near, ...]:
        """The forms at most so many letters away, the likeliest first."""
        return self._index.words(lambda words: words.near(word, letters))


def _find(state: State, request: Request, limit: int) -> Found:
    plan = state.planner.plan(request)
    matching = matches(state, plan, request.filters)
    keys = plan.keys()
    hits = tuple(Hit(_clause(state, one), one.score, keys) for one in ranked(state, plan, matching, limit))
    return Found(hits, sum(bits.bit_count() for bits in matching), matching)


def _clause(state: State, one: Ranked) -> Clause:
    return state.segments[one.segment].segment.clause(one.number)


def _facets(state: State, request: Request) -> Facets:
    matching = matches(state, state.planner.plan(request), request.filters)
    kinds: Counter[str] = Counter()
    units: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    years: Counter[int] = Counter()
    day = request.filters.day.isoformat() if request.filters.day else ""
    for block, count in _counted(state, matching):
        kinds[block.kind] += count
        units[block.unit] += count
        statuses[block.status_on(day)] += count
        years[int(block.start[:4])] += count
    return Facets(
        tuple(kinds.most_common()),
        tuple(units.most_common()),
        tuple(statuses.most_common()),
        tuple(sorted(years.items(), reverse=True)),
    )


def _counted(state: State, matching: tuple[int, ...]) -> Iterator[tuple[Block, int]]:
    for opened, bits in zip(state.segments, matching, strict=True):
        marks = marks_of(bits, len(opened))
        for block in opened.blocks():
            if count := marks.count("1", block.first, block.last):
                yield block, count


def _contents(state: State) -> Contents:
    blocks = list(state.live_blocks())
    return Contents(
        state.manifest.head,
        len({block.number for block in blocks}),
        len({(block.number, block.edition) for block in blocks}),
        sum(block.last - block.first for block in blocks),
        sum(sum(part.sizes.values()) for part in state.manifest.parts),
    )
