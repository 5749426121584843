"""Clauses → what a segment files of each: the keys with their weights, the order of the words, the forms."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from docctl.search.clause import Clause
from docctl.search.ranking.weights import HEADING, HEAVIEST, LEAD, NUMBER, TITLE, UNIT
from docctl.search.words.analysis import analyse
from docctl.search.words.token import Token

BREAK = ""
"""The key that parts title, headings and text: no phrase reaches over it."""
_LEAD_ENDS = ".!?:;\n"
_MEMO = 256


class Filed(Struct, frozen=True, gc=False):
    """A clause as a segment files it."""

    weights: dict[str, int]
    """Of each key, in units."""
    order: tuple[str, ...]
    """The keys as they follow each other."""
    forms: tuple[tuple[str, str], ...]
    """The folded words with their keys, each once."""
    folded: str
    """The folded words as they follow each other."""
    length: int
    """Words of the text."""


def filed(clause: Clause) -> Filed:
    """What a segment files of the clause."""
    body = analyse(clause.text)
    parts = (*_heads(clause.title, clause.headings), _head(f"№ {clause.number}"), _head(clause.clause), body)
    weights: dict[str, int] = {}
    for tokens, worth in zip(parts, _worths(clause), strict=True):
        _weigh(weights, tokens, worth)
    _weigh(weights, body[: _lead(clause.text, body)], LEAD - UNIT)
    words = [token for tokens in parts for token in tokens]
    return Filed(
        weights,
        tuple(key for tokens in parts if tokens for key in (*(token.key for token in tokens), BREAK)),
        tuple({(token.exact, token.key) for token in words}),
        f" {' | '.join(' '.join(token.exact for token in tokens) for tokens in parts if tokens)} ",
        len(body),
    )


def _worths(clause: Clause) -> tuple[int, ...]:
    return (TITLE, *(HEADING for _ in clause.headings), NUMBER, NUMBER, UNIT)


def _heads(title: str, headings: Iterable[str]) -> tuple[tuple[Token, ...], ...]:
    return (_head(title), *(_head(heading) for heading in headings))


@lru_cache(maxsize=_MEMO)
def _head(text: str) -> tuple[Token, ...]:
    """The words of a line that many clauses share."""
    return analyse(text)


def _weigh(weights: dict[str, int], tokens: Iterable[Token], worth: int) -> None:
    for token in tokens:
        weights[token.key] = min(weights.get(token.key, 0) + worth, HEAVIEST)


def _lead(text: str, tokens: tuple[Token, ...]) -> int:
    """How many words stand in the first sentence."""
    ends = [end for mark in _LEAD_ENDS if (end := text.find(mark)) > 0]
    first = min(ends, default=len(text))
    return next((count for count, token in enumerate(tokens) if token.start >= first), len(tokens))
