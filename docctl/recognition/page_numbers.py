"""Typed page numbers: «2- бет, 11 беттен тұрады», "page 2 of 11", «2/11»."""

import re
from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.folding import level
from docctl.domain.patterns import regex
from docctl.recognition.vocabulary import Speech

_TOKEN = regex(r"\d+|[^\W\d_]+|/")
_SENTENCE = regex(r"P?N[/TP]{1,3}N[PT]{0,3}(?!/)|PN[PT]{0,3}N[PT]{0,3}|PN|NP")
"""Over the kinds of tokens: figure, page word, word of a total, slash."""
_LONGEST = 600
"""Characters that are looked at."""
_FIGURES = 4
"""Figures of the longest page number."""
_GAP = 4
"""Characters of space and punctuation between the parts of a page number."""


class PageSpan(Struct, frozen=True):
    """A typed page number in a line."""

    page: int
    total: int | None
    start: int
    end: int


def page_number_in(text: str, speech: Speech) -> PageSpan | None:
    """The page number that a line holds; positions count in the levelled text."""
    levelled = level(text[:_LONGEST])
    tokens = list(_TOKEN.finditer(levelled))
    kinds = "".join(_kinds(tokens, levelled, speech))
    match = _SENTENCE.search(kinds)
    if match is None:
        return None
    places = [n for n, kind in enumerate(kinds) if kind != " "]
    found = [tokens[places.index(n)] for n in range(*match.span())]
    figures = [int(token[0]) for token in found if token[0].isdecimal()]
    page, total = min(figures), max(figures) if len(figures) > 1 else None
    return PageSpan(page, total, found[0].start(), found[-1].end())


def _kinds(tokens: list[re.Match[str]], levelled: str, speech: Speech) -> Iterator[str]:
    """A letter to a token, and a blank where more than a little space parts two of them."""
    before = 0
    for token in tokens:
        between = levelled[before : token.start()]
        if before and (len(between) > _GAP or "\n" in between):
            yield " "
        yield _kind(token[0], speech)
        before = token.end()


def _kind(token: str, speech: Speech) -> str:
    if token == "/":
        return token
    if token.isdecimal():
        return "N" if len(token) <= _FIGURES else "x"
    if token in speech.totals:
        return "T"
    return "P" if speech.pages.begins(token) else "x"
