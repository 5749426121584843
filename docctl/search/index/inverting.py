"""Clauses → what a segment files of each: the keys with their weights, the order of the words, the forms."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from docctl.search.clause import Clause
from docctl.search.ranking.weights import HEADING, HEAVIEST, LEAD, NUMBER, TITLE, UNIT
from docctl.search.words.analysis import Analyser
from docctl.search.words.columns import ColumnAnalyser, Columns

BREAK = ""
"""The key that parts title, headings and text: no phrase reaches over it."""
_LEAD_ENDS = ".!?:;\n"
_MEMO = 256


class Filed(Struct, frozen=True, gc=False):
    """A clause as a segment files it."""

    weights: dict[str, int]
    """Of each key, in units."""
    order: list[str]
    """The keys as they follow each other."""
    forms: frozenset[tuple[str, str]]
    """The folded words with their keys, each once."""
    folded: str
    """The folded words as they follow each other."""
    length: int
    """Words of the text."""


class Filer:
    """Files clauses, and knows the words that it met last."""

    def __init__(self) -> None:
        self._analyser = ColumnAnalyser(Analyser())
        self._line = lru_cache(maxsize=_MEMO)(self._analyser.columns)
        """Of what many clauses share."""

    def filed(self, clause: Clause) -> Filed:
        """What a segment files of the clause."""
        body = self._analyser.columns(clause.text)
        parts = [(words, worth) for words, worth in self._heads(clause) if words.keys]
        lead = self._analyser.words_before(clause.text, _first_end(clause.text))
        weights = _weights(parts, body.keys, body.keys[:lead])
        columns = [words for words, _ in parts] + [body] * bool(body.keys)
        order: list[str] = []
        for words in columns:
            order += words.keys
            order.append(BREAK)
        return Filed(
            weights,
            order,
            frozenset().union(*(zip(words.exact, words.keys, strict=True) for words in columns)),
            f" {' | '.join(' '.join(words.exact) for words in columns)} ",
            len(body.keys),
        )

    def _heads(self, clause: Clause) -> Iterator[tuple[Columns, int]]:
        yield self._line(clause.title), TITLE
        for heading in clause.headings:
            yield self._line(heading), HEADING
        yield self._line(f"№ {clause.number}"), NUMBER
        yield self._line(clause.clause), NUMBER


def _weights(
    heads: Iterable[tuple[Columns, int]], body: Iterable[str], lead: Iterable[str]
) -> dict[str, int]:
    weights = {key: min(count * UNIT, HEAVIEST) for key, count in Counter(body).items()}
    for key in lead:
        weights[key] = min(weights[key] + LEAD - UNIT, HEAVIEST)
    for words, worth in heads:
        for key in words.keys:
            weights[key] = min(weights.get(key, 0) + worth, HEAVIEST)
    return weights


def _first_end(text: str) -> int:
    """Where the first sentence of a text ends."""
    ends = (end for mark in _LEAD_ENDS if (end := text.find(mark)) > 0)
    return min(ends, default=len(text))
