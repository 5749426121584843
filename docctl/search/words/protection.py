"""What is never stemmed, abbreviations and codes, and how an ending written to it is told from it."""

from docctl.domain.patterns import regex
from docctl.search.words.folding import fold
from docctl.search.words.kazakh import is_listed

_PLURAL = "(?:[лдт][ае]р)?"
_OWNER = "(?:с[ыі]|[ыі]?м(?:[ыі]з)?|[ыі]?ң(?:[ыі]з)?|[ыі])?"
_CASE = "(?:[ндт][ыі]ң|[ндт][ыі]|[ғгқк][ае]|н?[дт][ае](?:ғы|гі|н)?|н[ае]н?|н|[мбп]ен|[ае])?"
_ENDING = regex(f"{_PLURAL}{_OWNER}{_CASE}")
"""Plural, possessive and case, as they are written to an abbreviation or a figure."""
_ORDINAL = regex("[ыі]?н?ш[ыі]|[ыои]?й|[ая]я|[оеы]е|[оеы]?го|[оеы]?му|[ыи]м|[ыи]?х|т?и|ми|ю|st|nd|rd|th|s")
_AFTER_FIGURE = regex(r"(.*\d)[-‐‑]?([^\W\d_]{2,}|[йяемх])")
_HYPHENS = regex("[‐‑]")
_CAPITALS_OF_A_SHORT = 2
_LONGEST, _LONGEST_SAYABLE = 6, 4
_ROMAN = regex("[іхivxlcdm]+")
_TO_LATIN = str.maketrans("іхсм", "ixcm")
_HARD_TO_SAY = regex("[бвгғджзйкқлмнңпрстфхһцчшщ]{4}|[аәеоөұүыіэ]{2}|^[^аәеиоөуұүыіэюяaeiouy]+$|^..?$")


def is_ending(folded: str) -> bool:
    """Whether this, after a hyphen, is but an ending of an abbreviation or a figure: АТФ-ны, 158-ші."""
    return (_ENDING.fullmatch(folded) or _ORDINAL.fullmatch(folded)) is not None


def abbreviation(written: str, shouted: bool = False) -> str | None:
    """The abbreviation that a word is, without an ending written to it (КеАҚ, ЖООның); None for other words.

    In a text all in capitals (`shouted`) only what no word is spelt like.
    """
    word, hyphen, ending = written.replace("‐", "-").replace("‑", "-").partition("-")
    if hyphen and not is_ending(fold(ending)):
        return None
    capitals = [place for place, letter in enumerate(word) if letter.isupper()]
    if len(capitals) < _CAPITALS_OF_A_SHORT:
        return None
    base, rest = word[: capitals[-1] + 1], word[capitals[-1] + 1 :]
    if rest and not is_ending(fold(rest)):
        return None
    if len(base) > len(capitals):
        return base if len(capitals) * 2 >= len(base) else None
    return base if _is_short(fold(base), shouted) else None


def _is_short(folded: str, shouted: bool) -> bool:
    """Whether a word in capitals is an abbreviation."""
    if _HARD_TO_SAY.search(folded):
        return len(folded) <= _LONGEST
    return not shouted and len(folded) <= _LONGEST_SAYABLE and not is_listed(folded)


def code_key(code: str) -> str:
    """The key of a number, a date, an act, an abbreviation: without an ending, Roman figures in Latin."""
    folded = _HYPHENS.sub("-", fold(code))
    if (ended := _AFTER_FIGURE.fullmatch(folded)) and is_ending(ended[2]):
        folded = ended[1]
    return "-".join(map(_roman, folded.split("-")))


def _roman(part: str) -> str:
    return part.translate(_TO_LATIN) if _ROMAN.fullmatch(part) else part
