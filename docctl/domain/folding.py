"""Text as people compare it: without case, kinds of quotes and dashes, and slips of the keyboard."""

import re
import unicodedata

from docctl.domain.patterns import regex

_PLAIN = {
    **dict.fromkeys(
        "\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
        "\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
        " ",
    ),
    **dict.fromkeys("«»“”„‟‹›‘’‚‛'`´″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ё": "е",
    "ə": "ә",
    "ɵ": "ө",
    "…": ".",
}
_UNPLAIN = regex(f"[{''.join(_PLAIN)}]")
"""A pattern, since `str.translate` asks its table about every letter of a Cyrillic text."""
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = regex(f"[{_UNSEEN}]")
_SPECIAL = regex(f"[A-Za-zİЁƏƟ{''.join(_PLAIN)}{_UNSEEN}]")
"""What most Cyrillic words lack: nothing but their case is to be changed."""
_LATIN = regex("[A-Za-z]")
_CYRILLIC = regex("[\u0400-\u04ff]")
_MIXED_WORD = regex(r"[^\W\d_]+")
_LATIN_SHAPES = "aceopxyhkmiABCEHIKMOPTXYəɵƏƟ"
_CYRILLIC_SHAPES = "асеорхуһкміАВСЕНІКМОРТХУәөӘӨ"
_TO_CYRILLIC = str.maketrans(_LATIN_SHAPES, _CYRILLIC_SHAPES)
_TO_LATIN = str.maketrans(_CYRILLIC_SHAPES, _LATIN_SHAPES)
_TO_RUSSIAN = str.maketrans("әғқңөұүһі", "агкноуухи")
_SPACED = regex(r"(?<![^\W\d_])(?:[^\W\d_] ){2,}[^\W\d_](?![^\W\d_])")
_WORDS = regex(r"[^\W_]+")


def level(text: str) -> str:
    """Lower case, plain spaces, quotes and dashes, one alphabet to a word; spaces are not collapsed.

    The result is as long as the text itself when that is composed (NFC) and free of invisible characters.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if not _SPECIAL.search(text):
            return text.lower()
        text = _INVISIBLE.sub("", text).replace("İ", "I")
        if _LATIN.search(text) and _CYRILLIC.search(text):
            text = _MIXED_WORD.sub(_one_alphabet, text)
    return _UNPLAIN.sub(_plain, text.lower())


def fold(text: str) -> str:
    """The key under which two wordings that a reader takes for the same are equal."""
    return " ".join(level(text).split())


def closed_up(folded: str) -> str:
    """Letter-spaced words closed up: ``е р е ж е`` is ``ереже``."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), folded)


def words_of(folded: str) -> list[str]:
    """The words and figures of a folded text, punctuation apart."""
    return _WORDS.findall(folded)


def bare(folded: str) -> str:
    """The words of a folded text with single spaces: for wordings whose punctuation does not matter."""
    return " ".join(_WORDS.findall(folded))


def russian_letters(folded: str) -> str:
    """Kazakh letters replaced by those of a Russian keyboard, as hurried people type them."""
    return folded.translate(_TO_RUSSIAN)


def _plain(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


def _one_alphabet(match: re.Match[str]) -> str:
    word = match[0]
    if word.isascii() or not _LATIN.search(word):
        return word
    latin = len(_LATIN.findall(word))
    return word.translate(_TO_CYRILLIC if latin * 2 <= len(word) else _TO_LATIN)
