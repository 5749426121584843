"""Number, city and year of a title page."""

import re
from collections.abc import Sequence

from docctl.domain.folding import fold, level, words_of
from docctl.domain.parts import Found, FoundNumber
from docctl.domain.patterns import regex
from docctl.recognition.kinds import NUMBER_AT_END
from docctl.recognition.title_lines import TitleLine
from docctl.recognition.vocabulary import Speech

_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = regex(r"(?:[^\W\d_]{1,6} (?=\d))?[^\W_]{1,10}(?:[-/.][^\W_]{1,10}){0,6}")
"""«158», «П-07/12», «ДИ 05-18»: letters may stand apart from the figures."""
_BLANK = regex(r"[\s_.…-]*")
_FROM = regex(r"\s+(?:от|from|dated|of)\s.*")
_SHORT_LABEL = 2
"""Letters of a label that may be an initial: only figures or a blank after it make a number."""
_IN_PLACE = " _.-…?*#XХxх"
"""What stands where a number is still to come."""
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})
_LONGEST = 60
"""Characters of the longest number line, or line with city and year."""
_CITY_WORDS = 3
"""Words of the longest city's name."""


def number_in(line: TitleLine, speech: Speech) -> FoundNumber | None:
    """The number of the document, when the line gives it."""
    if len(line.text) <= _LONGEST and (text := _labelled(line.text, speech)) is not None:
        return _found(text, line)
    match = NUMBER_AT_END.search(line.text)
    return _found(match[1], line) if match and speech.dates.first(line.text) is None else None


def _labelled(text: str, speech: Speech) -> str | None:
    """What follows the label; None when the line has none, or names an order or another act."""
    levelled = level(text).strip(" .*")
    for label in speech.number_labels:
        if levelled.startswith(label):
            rest = levelled[len(label) :]
            if label.isalpha() and rest[:1].isalpha():
                continue
            tail = rest.lstrip(" :.№\t")
            found = _is_figures(tail) if label.isalpha() and len(label) <= _SHORT_LABEL else _is_number(tail)
            return text.strip(" .*")[len(levelled) - len(tail) :].strip() if found else None
    return None


def _is_number(text: str) -> bool:
    """Figures, a blank, or one word that stands for them."""
    return _is_figures(text) or " " not in text.strip()


def _is_figures(text: str) -> bool:
    """Figures, or a blank for them; not the number of an order: № 12-н бұйрығымен."""
    words = _FROM.sub("", text).split()
    if not text.strip(_IN_PLACE):
        return True
    return any(map(str.isdecimal, text)) and (len(words) < 2 or not words[-1].isalpha())


def _found(text: str, line: TitleLine) -> FoundNumber:
    plain = _FROM.sub("", text).translate(_HYPHENS).strip(" _")
    blank = bool(_BLANK.fullmatch(text))
    whole = _NUMBER.fullmatch(plain) is not None and any(map(str.isdecimal, plain))
    return FoundNumber(text, line.place, plain if whole and "_" not in text.strip("_ ") else None, blank)


def city_and_year(
    written: Sequence[TitleLine], taken: frozenset[int], speech: Speech
) -> tuple[Found | None, Found | None, frozenset[int]]:
    """City and year at the foot of the page, and the lines they stand on."""
    free = [n for n in range(len(written)) if n not in taken]
    for ordinal in reversed(free):
        line = written[ordinal]
        year = _year_of(line, speech)
        if year is None:
            continue
        city, lines = _city_by(written, ordinal, taken, speech)
        return city, Found(year, line.place), frozenset({ordinal, *lines})
    return _city_alone(written, free, speech)


def _year_of(line: TitleLine, speech: Speech) -> str | None:
    """The year of a line that has nothing but a year and at most a city."""
    match = _YEAR.search(line.text) if len(line.text) <= _LONGEST else None
    if match is None or speech.dates.first(line.text) is not None:
        return None
    rest = level(line.text[: match.start()] + " " + line.text[match.end() :])
    names = _city_words(rest, speech)
    return match[0] if len(names) <= _CITY_WORDS and not any(map(str.isdecimal, rest)) else None


def _city_words(text: str, speech: Speech) -> list[str]:
    return [
        word for word in words_of(fold(text)) if word not in speech.years and word not in speech.city_words
    ]


def _city_by(
    written: Sequence[TitleLine], ordinal: int, taken: frozenset[int], speech: Speech
) -> tuple[Found | None, set[int]]:
    """The city on the year's line, or on the line above or below it."""
    line = written[ordinal]
    own = _name(_YEAR.sub(" ", line.text), speech)
    if own:
        return Found(own, line.place), set()
    for neighbour in (ordinal - 1, ordinal + 1):
        if 0 <= neighbour < len(written) and neighbour not in taken and _is_city(written[neighbour], speech):
            near = written[neighbour]
            return Found(_name(near.text, speech), near.place), {neighbour}
    return None, set()


def _city_alone(
    written: Sequence[TitleLine], free: list[int], speech: Speech
) -> tuple[Found | None, None, frozenset[int]]:
    for ordinal in reversed(free[-3:]):
        line = written[ordinal]
        known = " ".join(_city_words(line.text, speech)) in speech.cities
        if known or (ordinal == len(written) - 1 and _is_city(line, speech) and line.gap):
            return Found(_name(line.text, speech), line.place), None, frozenset({ordinal})
    return None, None, frozenset()


def _is_city(line: TitleLine, speech: Speech) -> bool:
    """A line that can be a city's name: a word or two, capitalised, of no unit, post or organisation."""
    words = _city_words(line.text, speech)
    if not 0 < len(words) <= _CITY_WORDS or any(map(str.isdecimal, line.text)):
        return False
    if " ".join(words) in speech.cities:
        return True
    lists = (speech.units, speech.positions, speech.organisation)
    return line.text[:1].isupper() and len(words) < _CITY_WORDS and not any(s.among(words) for s in lists)


def _name(text: str, speech: Speech) -> str:
    """The city's name without the words for city and year around it."""
    kept = [word for word in re.split(r"[\s,.]+", text) if fold(word) not in speech.years | speech.city_words]
    return " ".join(word for word in kept if any(map(str.isalpha, word)))
