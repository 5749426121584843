"""Text → tokens with the keys under which the index files them.

Words joined with a hyphen are words of their own, next to each other: «оқу-әдістемелік» is found by either
part and, spelt with or without the hyphen, by the phrase. A code («319-III», «27.02.2026») is one token.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from docctl.domain.patterns import regex
from docctl.domain.words import Language
from docctl.search.words.english import english_stem
from docctl.search.words.folding import fold
from docctl.search.words.kazakh import LONGEST_WORD, candidates, is_listed
from docctl.search.words.language import language_of, language_of_text
from docctl.search.words.russian import is_russian, normal_form
from docctl.search.words.scanning import Written, written
from docctl.search.words.settling import settled
from docctl.search.words.token import Token

_MEMO = 1 << 16
_MIXED = regex("[a-z].*[\u0400-\u04ff]|[\u0400-\u04ff].*[a-z]")
"""Two alphabets in a folded word: a code or a slip, of no language."""
Lookup = Callable[[str], str | None]
"""Folded word → key, as an index that holds the word knows it; None where it does not."""


def _no_index(word: str) -> str | None:
    """The lookup without an index."""
    return None


class Analyser:
    """Turns text into tokens, and knows the keys of the words that it met last.

    A search passes the `lookup` of its index, which spares it the Russian dictionary (`needs_dictionary`).
    """

    def __init__(self, lookup: Lookup = _no_index) -> None:
        self._lookup = lookup
        self.key_of = lru_cache(maxsize=_MEMO)(self._key_of)
        self.key_in: Callable[[str, Language | None], str] = lru_cache(maxsize=_MEMO)(self._settle)

    def analyse(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text in order; the language of a word is judged by itself, then by the text."""
        found = tuple(written(text))
        sure = [language_of(word.exact) for word in found]
        if None not in sure:
            return tuple(map(self._token, found, sure))
        around = Neighbours(sure, text)
        return tuple(self._token(word, around.language(at)) for at, word in enumerate(found))

    def _key_of(self, word: str) -> str:
        """The key of a word alone; of several joined with hyphens, their keys in a row."""
        parts = (self._token(part, language_of(part.exact)) for part in written(word))
        return " ".join(part.key for part in parts) or fold(word)

    def _token(self, word: Written, language: Language | None) -> Token:
        key = word.exact if word.protected else self.key_in(word.exact, language)
        return Token(word.surface, word.start, word.end, key, word.exact, word.protected)

    def _settle(self, word: str, language: Language | None) -> str:
        """The key of a folded word. A key is its own key, whatever language it looks like by itself."""
        if not 1 < len(word) <= LONGEST_WORD or _MIXED.search(word):
            return word
        if (known := self._lookup(word)) is not None:
            return known
        return settled(_stem(word, language), lambda key: _stem(key, language_of(key)))


def _stem(word: str, language: Language | None) -> str:
    if language is Language.EN:
        return english_stem(word)
    if language is Language.RU or (language is None and not is_listed(word) and is_russian(word)):
        return normal_form(word)
    return _nearest(word)


@lru_cache(maxsize=_MEMO)
def _nearest(word: str) -> str:
    """The likeliest stem of a Kazakh word; `settled` goes on from there."""
    return candidates(word)[0]


def needs_dictionary(word: str, key: str) -> bool:
    """Whether the key of a folded word cannot be found without the Russian dictionary: an index keeps it."""
    return any(map(_may_be_russian, (word, key)))


def _may_be_russian(word: str) -> bool:
    language = language_of(word)
    return language is Language.RU or (language is None and not is_listed(word))


class Neighbours:
    """The languages of the words of a text; of an unsure one that of the text, unless between Russian ones.

    A word alone stays unsure, and so does a text without one word that is surely Russian or Kazakh.
    """

    def __init__(self, sure: Sequence[Language | None], text: str) -> None:
        self._sure = sure
        alone = len(sure) == 1
        whole = None if alone else language_of_text(text)
        self._usual = whole if whole in sure else None
        self._edge = None if alone else Language.RU

    def language(self, at: int) -> Language | None:
        """The language of a word by its number."""
        return self._sure[at] or (Language.RU if self._is_between_russian(at) else self._usual)

    def _is_between_russian(self, at: int) -> bool:
        before = self._sure[at - 1] if at else self._edge
        after = self._sure[at + 1] if at + 1 < len(self._sure) else self._edge
        return before is after is Language.RU


_ANALYSER = Analyser()


def analyse(text: str) -> tuple[Token, ...]:
    """The tokens of a text, without an index; see `Analyser.analyse`."""
    return _ANALYSER.analyse(text)


def key_of(word: str) -> str:
    """The key of a word alone, without an index; see `Analyser.key_of`."""
    return _ANALYSER.key_of(word)
