"""Ordinals of editions as words, figures and Roman figures, in Kazakh, Russian and English."""

from functools import lru_cache

from msgspec import Struct

from docctl.domain.folding import fold
from docctl.domain.lexicon import Lexicon
from docctl.domain.patterns import regex
from docctl.domain.words import Language

_FIGURES = regex(
    r"(?:№|n|no|nr)?[ .]*(\d{1,4})(?: ?- ?| |)"
    r"(?:ші|шы|інші|ыншы|нші|ншы|е|ое|ое|я|ая|й|ый|ий|го|ого|му|м|ом|ой|st|nd|rd|th)?[.]?"
)
_ROMAN = regex(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_LOOK_ALIKES = str.maketrans("іхѵ", "ixv")
_ROMAN_VALUES = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "": 0}
_RUSSIAN_ENDING = regex(
    r"(?:ий|ый|ой|ая|ья|ое|ее|ье|ого|его|ьего|ому|ему|ьему|ым|им|ьим|ом|ем|ьем|ую|ью|ей|ьей|ые|ие|ьи|ых|их|ьих)$"
)
_KAZAKH_STEM_ENDINGS = 6
"""Letters that the cases of a Kazakh ordinal add: екінші-сіндегі has eight and no edition is named so."""


class Ordinals(Struct, frozen=True):
    """Reads and writes the ordinals that a lexicon lists."""

    words: tuple[tuple[str, ...], ...]
    """The Kazakh, Russian and English words of 1, 2, 3 …, folded."""
    kazakh: tuple[str, ...]
    by_word: dict[str, int]

    def read(self, text: str) -> int | None:
        """The ordinal that the whole text names (``екінші``, ``второе``, ``2nd``, ``II``), else None."""
        folded = fold(text).strip(' .",:;()-')
        if not folded or len(folded) > 60:
            return None
        if figures := _FIGURES.fullmatch(folded):
            return int(figures[1]) or None
        return self._of_words(folded) or roman(folded)

    def spell(self, value: int, language: Language) -> str:
        """The ordinal as a word of the language, the listed form.

        Raises:
            IndexError: the lexicon has no word for it.
        """
        return self.words[list(Language).index(language)][value - 1]

    def _of_words(self, folded: str) -> int | None:
        key = folded.replace("-", " ")
        value = self.by_word.get(key) or self.by_word.get(_russian_stem(key))
        return value or self._of_kazakh_case(key)

    def _of_kazakh_case(self, key: str) -> int | None:
        for ending in range(1, _KAZAKH_STEM_ENDINGS + 1):
            if (value := self.by_word.get(key[:-ending])) and key[:-ending] in self.kazakh:
                return value
        return None


def roman(text: str) -> int | None:
    """The value of Roman figures up to 39, Cyrillic look-alikes accepted; None for any other text."""
    figures = text.lower().translate(_ROMAN_LOOK_ALIKES)
    if not (match := _ROMAN.fullmatch(figures)):
        return None
    return 10 * len(match[1]) + _ROMAN_VALUES[match[2]]


@lru_cache(maxsize=8)
def ordinals_of(lexicon: Lexicon) -> Ordinals:
    """The reader of a lexicon's ordinals."""
    by_word: dict[str, int] = {}
    for value, wordings in enumerate(lexicon.ordinals, start=1):
        for word in wordings.all():
            key = fold(word).replace("-", " ")
            by_word.setdefault(key, value)
        for word in wordings.ru:
            by_word.setdefault(_russian_stem(fold(word)), value)
    kazakh = tuple(fold(word).replace("-", " ") for wordings in lexicon.ordinals for word in wordings.kk)
    words = tuple(
        tuple(wordings.in_language(language)[0] for wordings in lexicon.ordinals) for language in Language
    )
    return Ordinals(words, kazakh, by_word)


def _russian_stem(key: str) -> str:
    return _RUSSIAN_ENDING.sub("", key) + "*"
