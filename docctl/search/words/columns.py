"""The analysis of whole documents: the same words and keys as `Analyser.analyse`, several times as fast.

A text is taken apart into columns instead of tokens, and what comes again and again, a word with the signs
around it, is looked up whole.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, repeat

from msgspec import Struct

from docctl.domain.words import Language
from docctl.search.words.analysis import Analyser, Neighbours
from docctl.search.words.language import language_of
from docctl.search.words.scanning import REMEMBERED, pieces, words_of

_MEMO = 1 << 17
_Keyed = tuple[str, str, Language | None, int]
"""A word folded, its key, the language that it is surely in, where it begins in its piece.

The key of one that may be in several languages is empty: the words around it decide.
"""


class Columns(Struct, frozen=True, gc=False):
    """The words of a text, one list to each thing that is known of them."""

    exact: Sequence[str] = ()
    keys: Sequence[str] = ()


class ColumnAnalyser:
    """Turns texts into columns, and knows the pieces of text that it met last."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._remembered = lru_cache(maxsize=_MEMO)(self._words)

    def columns(self, text: str) -> Columns:
        """The words of a text in order."""
        found = [match[0] for match in pieces(text)]
        words = self._remembered if max(map(len, found), default=0) <= REMEMBERED else self._words
        rows = list(chain.from_iterable(map(words, found, repeat(text.isupper()))))
        if not rows:
            return Columns()
        exact, keys, sure, _ = zip(*rows, strict=True)
        return Columns(exact, self._decided(exact, keys, sure, text) if "" in keys else keys)

    def words_before(self, text: str, end: int) -> int:
        """How many words of a text begin before a place in it."""
        count, shouted = 0, text.isupper()
        for match in pieces(text):
            first = match.start()
            if first >= end:
                break
            words = self._remembered if len(match[0]) <= REMEMBERED else self._words
            count += sum(first + start < end for *_, start in words(match[0], shouted))
        return count

    def _words(self, piece: str, shouted: bool) -> tuple[_Keyed, ...]:
        words = words_of(piece, shouted)
        return tuple((exact, *self._sure(exact, protected), start) for start, _, exact, protected in words)

    def _sure(self, word: str, protected: bool) -> tuple[str, Language | None]:
        language = language_of(word)
        if protected:
            return word, language
        return self._analyser.key_in(word, language) if language else "", language

    def _decided(
        self, exact: Sequence[str], keys: Sequence[str], sure: Sequence[Language | None], text: str
    ) -> Sequence[str]:
        """The keys, also of the words whose language those around them tell."""
        around = Neighbours(sure, text)
        return [
            key or self._analyser.key_in(word, around.language(at))
            for at, (key, word) in enumerate(zip(keys, exact, strict=True))
        ]
