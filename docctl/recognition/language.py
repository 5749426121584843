"""The language that most of a draft is written in."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from docctl.domain.folding import level, words_of
from docctl.domain.lexicon import Lexicon
from docctl.domain.patterns import regex
from docctl.domain.words import Language

_ENOUGH = 40_000
"""Characters after which the language is certain."""
_SAMPLE = 400
"""Characters of a paragraph that are looked at."""
_LETTERS = regex(r"[^\W\d_]+")
_CYRILLIC = regex("[\u0400-\u04ff]+")
_KAZAKH = "әғқңөұүһі"
_KAZAKH_SHARE = 0.02
"""Share of Kazakh letters from which on a paragraph is Kazakh; in running text it is about 0.13."""
_TELLING = 30
"""Cyrillic letters from which on the lack of Kazakh ones tells Russian."""


def language_of(texts: Iterable[str], lexicon: Lexicon) -> Language:
    """The language of most of the text, by letters and frequent words; Kazakh when nothing tells."""
    weights: Counter[Language] = Counter()
    known = _frequent_words(lexicon)
    read = 0
    for text in texts:
        sample = text[:_SAMPLE]
        if language := _of_paragraph(sample, known):
            weights[language] += len(sample)
            read += len(sample)
        if read > _ENOUGH:
            break
    return max(Language, key=lambda language: weights[language])


def _of_paragraph(text: str, known: dict[str, Language]) -> Language | None:
    levelled = level(text)
    total = len(levelled) - len(_LETTERS.sub("", levelled))
    if not total:
        return None
    cyrillic = len(levelled) - len(_CYRILLIC.sub("", levelled))
    if cyrillic * 2 < total:
        return Language.EN
    kazakh = sum(map(levelled.count, _KAZAKH))
    votes = Counter(language for word in words_of(levelled) if (language := known.get(word)))
    if kazakh > _KAZAKH_SHARE * total or votes[Language.KK] > votes[Language.RU]:
        return Language.KK
    return Language.RU if votes[Language.RU] or total > _TELLING else None


@lru_cache(maxsize=8)
def _frequent_words(lexicon: Lexicon) -> dict[str, Language]:
    """Words that tell the language; one that two languages share tells none."""
    known: dict[str, set[Language]] = {}
    for language in Language:
        for word in lexicon.language_words.in_language(language):
            known.setdefault(level(word), set()).add(language)
    return {word: found.pop() for word, found in known.items() if len(found) == 1}
