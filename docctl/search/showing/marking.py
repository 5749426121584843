"""Where in a text the words that were sought stand."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from docctl.search.showing.sought import Sought, SoughtWord
from docctl.search.words.token import Token


class Mark(Struct, frozen=True, gc=False):
    """A stretch of the text that is to be marked."""

    start: int
    end: int
    what: int
    """Marks of the same number are for the same word or phrase."""


def marks(tokens: Sequence[Token], sought: Sought) -> tuple[Mark, ...]:
    """The marks in the order of the text, none over another; a phrase is marked whole.

    A word in Russian letters instead of Kazakh ones counts where the text does not have the word itself, and
    what the index took for a word where the text has neither.
    """
    words = [_word(tokens, word, number) for number, word in enumerate(sought.words)]
    found = [*_phrases(tokens, sought), *_prefixes(tokens, sought), *chain.from_iterable(words)]
    if not all(words):
        found += (Mark(token.start, token.end, -1) for token in tokens if token.key in sought.near)
    return _apart(found)


def _word(tokens: Sequence[Token], word: SoughtWord, number: int) -> list[Mark]:
    places = [token for token in tokens if word.is_in(token)]
    return [Mark(place.start, place.end, number) for place in places or filter(word.resembles, tokens)]


def _prefixes(tokens: Sequence[Token], sought: Sought) -> Iterator[Mark]:
    for number, prefix in enumerate(sought.prefixes, len(sought.words)):
        yield from (
            Mark(token.start, token.end, number) for token in tokens if token.exact.startswith(prefix)
        )


def _phrases(tokens: Sequence[Token], sought: Sought) -> Iterator[Mark]:
    for number, phrase in enumerate(sought.phrases, len(sought.words) + len(sought.prefixes)):
        for at in occurrences(tokens, phrase):
            yield Mark(tokens[at].start, tokens[at + len(phrase) - 1].end, number)


def occurrences(tokens: Sequence[Token], phrase: Sequence[SoughtWord]) -> Iterator[int]:
    """The numbers of the tokens at which the words stand next to each other, each in any form."""
    for at in range(len(tokens) - len(phrase) + 1):
        if all(word.is_in(token) for word, token in zip(phrase, tokens[at : at + len(phrase)], strict=True)):
            yield at


def _apart(found: list[Mark]) -> tuple[Mark, ...]:
    """The marks without those that begin inside another; of two at one place the longer."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)
