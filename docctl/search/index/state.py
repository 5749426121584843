"""An opened state of the index. Everything here may raise Damaged."""

from collections.abc import Iterator
from functools import lru_cache

from docctl.search.index.atoms import Holders
from docctl.search.index.filtering import allowed
from docctl.search.index.layout import Block
from docctl.search.index.manifest import Manifest, Part
from docctl.search.index.places import Place
from docctl.search.index.planning import Planner
from docctl.search.index.segment import Segment
from docctl.search.index.vocabulary import Vocabulary
from docctl.search.request import Filters
from docctl.search.words.analysis import Analyser

_PLAIN = Filters()
"""What most searches ask: its set lies ready."""
_FILTERS = 64
"""So many filters are remembered."""


class OpenedSegment:
    """A segment with what is kept in memory of it."""

    def __init__(self, place: Place, part: Part) -> None:
        self.segment = Segment(place, part)
        self.holders = Holders(self.segment)
        self._gone = frozenset(part.gone)
        self._blocks: tuple[Block, ...] | None = None
        self.allowed = lru_cache(maxsize=_FILTERS)(self._allowed)

    def __len__(self) -> int:
        return len(self.segment)

    def blocks(self) -> tuple[Block, ...]:
        """The editions that count, in the order of their clauses."""
        if self._blocks is None:
            blocks = self.segment.blocks()
            self._blocks = tuple(block for block in blocks if block.number not in self._gone)
        return self._blocks

    def _allowed(self, filters: Filters) -> int:
        if filters == _PLAIN and not self._gone:
            return self.segment.in_force()
        return allowed(self.segment, self.blocks(), filters)


class State:
    """All segments of one manifest."""

    def __init__(self, place: Place, manifest: Manifest) -> None:
        self.manifest = manifest
        self.segments = tuple(OpenedSegment(place, part) for part in manifest.parts)
        self.vocabulary = Vocabulary([opened.segment.vocabulary for opened in self.segments])
        self.planner = Planner(Analyser(self.vocabulary.key).analyse, self.vocabulary, self.has_key)

    def __len__(self) -> int:
        return sum(map(len, self.segments))

    def has_key(self, key: str) -> bool:
        """Whether a clause is filed under the key."""
        return self.holders_of(key) > 0

    def holders_of(self, key: str) -> int:
        """How many clauses are filed under the key, superseded ones among them."""
        found = (opened.segment.postings(key) for opened in self.segments)
        return sum(len(postings) for postings in found if postings)

    def live_blocks(self) -> Iterator[Block]:
        """The editions that count."""
        for opened in self.segments:
            yield from opened.blocks()
