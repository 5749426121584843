"""Text typed with the keyboard switched to another language: «0fpf0» is «қазақ», «ghbrfp» is «приказ»."""

from collections.abc import Mapping

from docctl.domain.patterns import regex

_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
_LETTERS = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
_FIGURE_ROW = "2345890-=@#$%*()_+"
_KAZAKH_ROW = "әіңғүұқөһӘІҢҒҮҰҚӨҺ"
"""The Kazakh layout is the Russian one with these letters on the row of figures."""
_TO_KAZAKH = str.maketrans(_KEYS + _FIGURE_ROW, _LETTERS + _KAZAKH_ROW)
_TO_RUSSIAN = str.maketrans(_KEYS + "`~", _LETTERS + "ёЁ")
_TO_ENGLISH = str.maketrans(_LETTERS + _KAZAKH_ROW + "ёЁ", _KEYS + _FIGURE_ROW + "`~")
_CHUNK = regex(r"\S+")
_LATIN = regex("[A-Za-z]")
_CYRILLIC = regex("[\u0400-\u04ff]")


def from_english_keys(text: str) -> tuple[str, ...]:
    """What the same keys write in Kazakh and in Russian; none for a text without Latin letters.

    Chunks without a Latin letter stay as they are: figures are meant there, not the letters on their keys.
    """
    readings = (_typed(text, keys) for keys in (_TO_KAZAKH, _TO_RUSSIAN))
    return tuple(dict.fromkeys(reading for reading in readings if reading != text))


def from_cyrillic_keys(text: str) -> tuple[str, ...]:
    """What the same keys write in English; none for a text without Cyrillic letters."""
    return (text.translate(_TO_ENGLISH),) if _CYRILLIC.search(text) else ()


def _typed(text: str, keys: Mapping[int, int]) -> str:
    return _CHUNK.sub(lambda chunk: chunk[0].translate(keys) if _LATIN.search(chunk[0]) else chunk[0], text)
