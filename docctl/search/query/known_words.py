"""What query repair asks of the words that the index holds."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Protocol

from docctl.search.words.scanning import Written, written

SHORT = 3
"""A shorter word proves nothing: almost every one is a word of some language."""
_BEGINNING = 4
"""Letters that all forms of a word have in common, or nearly all."""
_CHANGED = 2
"""Letters at the end of a stem that an ending may change: құқық – құқығы, орын – орны."""
_FORMS = 400
"""Forms of a word that are looked through for its key."""
_TIMES = 8
"""So many times commoner is a word with Kazakh letters when the same without them is a slip."""
KeyOf = Callable[[str], str]


class Form(Protocol):
    """A folded word of the clauses."""

    @property
    def word(self) -> str:
        """The word."""

    @property
    def key(self) -> str:
        """Under which the index files it."""

    @property
    def frequency(self) -> int:
        """In how many clauses it stands."""


class Vocabulary(Protocol):
    """The words of all clauses."""

    def has(self, word: str) -> bool:
        """Whether a clause has the word in this very form."""

    def frequency(self, word: str) -> int:
        """In how many clauses the word stands in this very form."""

    def key(self, word: str) -> str | None:
        """The key under which the folded word is filed; None where no clause has it."""

    def prefix(self, prefix: str) -> Iterable[Form]:
        """The forms that begin so."""

    def alike(self, word: str) -> Sequence[Form]:
        """The forms that differ by letters that a Russian keyboard lacks, the commonest first."""

    def near(self, word: str, letters: int, /) -> Sequence[Form]:
        """The forms at most that many slips away from a word, the likeliest first."""


class KnownWords:
    """The words that a search will find something for."""

    def __init__(self, vocabulary: Vocabulary, key_of: KeyOf) -> None:
        self._vocabulary, self._key_of = vocabulary, key_of
        self.has = cache(self._has)

    def near(self, word: str, distance: int) -> str | None:
        """The word that was most likely meant by one that is not known."""
        return next((form.word for form in self._vocabulary.near(word, distance)), None)

    def alike(self, word: str) -> str | None:
        """The word that an unknown one is but for Kazakh letters."""
        meant = next(iter(self._vocabulary.alike(word)), None)
        return None if meant is None or self.has(word) else meant.word

    def likelier(self, word: str) -> str | None:
        """The word with Kazakh letters that is much commoner than the same without."""
        meant = next(iter(self._vocabulary.alike(word)), None)
        if meant is None or meant.word == word:
            return None
        return meant.word if meant.frequency > _TIMES * self._vocabulary.frequency(word) else None

    def _has(self, word: str) -> bool:
        """Whether a clause has this folded word in any of its forms.

        The key is asked for only where a word begins alike: of a Russian word it may cost a dictionary.
        """
        if self._vocabulary.has(word):
            return True
        if next(iter(self._vocabulary.prefix(word[:_BEGINNING])), None) is None:
            return False
        key = self._key_of(word)
        begun = key[: max(_BEGINNING, len(key) - _CHANGED)]
        return any(form.key == key for form in islice(self._vocabulary.prefix(begun), _FORMS))


def telling(text: str) -> tuple[Written, ...]:
    """The words of a text by which its spelling can be judged."""
    return tuple(word for word in written(text) if len(word.exact) >= SHORT)


def letters_known(text: str, words: KnownWords) -> int:
    """How many letters of the text are in words that are known."""
    return sum(len(word.exact) for word in telling(text) if words.has(word.exact))
