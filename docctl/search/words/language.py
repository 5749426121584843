"""Which of the three languages a word is in, by itself or by the words around it."""

from functools import lru_cache

from docctl.domain.patterns import regex
from docctl.domain.words import Language

_KAZAKH_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
_KAZAKH = regex(f"[{_KAZAKH_LETTERS}]")
_CYRILLIC = regex("[\u0400-\u04ff]")
_CYRILLIC_RUN, _LETTERS = regex("[\u0400-\u04ff]+"), regex(r"[^\W\d_]+")
_NEVER_KAZAKH = regex("щ|ость|^(?:вз|вс|вы|вн|дв|мн)")
_RUSSIAN_ENDS = regex(
    "(?:...ой|[сш]ь|ть|[сш]я|[оеы]го|[оеы]му|[ыи]ми|[ыи]й|[ыи]х|[ая]я|[оеыи]е|[ую]ю|[ая]ми|ях|и[июя]|ием|ешь|[юя]т)$"
)
_RUSSIAN_WORDS = frozenset(
    """
    во на со ко об до из за по под над при для про без через между не ни но же бы ли или что
    чтобы как так где когда если то это этот эта эти тот она оно они его ее их мы вы я ты мне нам вам
    ему ей им нас вас себя свой свои весь все всех всего который которая которые которых кто чем нет был была
    было были быть есть
    """.split()
)
_MEMO = 1 << 16
_SAMPLE = 500
"""Characters by which a text is judged."""
_RARE = 25
"""One letter of so many is a Kazakh one at least where the text is Kazakh; usually one of five is."""


@lru_cache(maxsize=_MEMO)
def language_of(word: str) -> Language | None:
    """The language that a folded word is surely in, None where it may be Kazakh as well as Russian."""
    if _KAZAKH.search(word):
        return Language.KK
    if not _CYRILLIC.search(word):
        return Language.EN
    if word in _RUSSIAN_WORDS:
        return Language.RU
    return Language.RU if _NEVER_KAZAKH.search(word) or _RUSSIAN_ENDS.search(word) else None


def language_of_text(text: str) -> Language:
    """The language that most of a text is in."""
    text = text[:_SAMPLE]
    cyrillic = sum(map(len, _CYRILLIC_RUN.findall(text)))
    if cyrillic * 2 < sum(map(len, _LETTERS.findall(text))):
        return Language.EN
    return Language.KK if sum(map(text.count, _KAZAKH_LETTERS)) * _RARE > cyrillic else Language.RU
