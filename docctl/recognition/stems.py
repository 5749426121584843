"""Beginnings of words that stand for the word in every case."""

from collections.abc import Iterable

from msgspec import Struct

from docctl.domain.folding import fold, words_of
from docctl.domain.words import Wordings

_ABBREVIATION = 3
"""Letters up to which a stem is a whole word: АҚ is no beginning of ақпан."""


class Stems(Struct, frozen=True):
    """Stems of a word list, folded."""

    beginnings: tuple[str, ...]
    whole: frozenset[str]

    def begins(self, word: str) -> bool:
        """Whether a folded word is one of the list, in whatever case."""
        return word in self.whole or word.startswith(self.beginnings)

    def among(self, words: Iterable[str]) -> bool:
        """Whether one of the folded words is of the list."""
        return any(map(self.begins, words))

    def within(self, text: str) -> bool:
        """Whether a text has a word of the list."""
        return self.among(words_of(fold(text)))


def stems_of(wordings: Wordings) -> Stems:
    """The stems of a word list."""
    folded = [fold(word) for word in wordings.all()]
    return Stems(
        tuple(word for word in folded if len(word) > _ABBREVIATION),
        frozenset(word for word in folded if len(word) <= _ABBREVIATION),
    )
