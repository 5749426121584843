"""Dates as people write them: «27» ақпан 2026 ж., 27.02.2026, 27 февраля 2026 г., February 27, 2026."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from docctl.domain.folding import level
from docctl.domain.lexicon import Lexicon
from docctl.domain.parts import DateState
from docctl.domain.patterns import regex

_CENTURY = 2000
"""Two figures of a year are of this century: no document of the registry is older."""
_FULL_YEAR = 4
# What runs over whole paragraphs begins with a figure and looks behind it afterwards: all else is skipped.
_NUMERIC = regex(r"(\d(?<![\d.№]\d)(?<!№ \d)\d?) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4}|\d{2})(?![\d№])(?!\.\d)")
_ISO = regex(r"(\d(?<![\d.№]\d)(?<!№ \d)\d{3})[-./](\d{1,2})[-./](\d{1,2})(?![\d№])(?!\.\d)")
_YEAR_FIGURES = regex(r"\d\d(?:\d\d|(?<=[^\W\d_]\d\d)|(?<=[ .,-]\d\d)(?<!\d[ .,-]\d\d))")
"""Without such figures no month in words has a year beside it; «16.23» is none."""
_SPACED = regex(r"(?<!\d)(\d{1,2}) +(\d{1,2}) +(\d{4})(?!\d)")
_YEAR_WORD = r"(?:ж(?:ыл(?:ғы|дың|ы)?)?|г(?:ода?)?)(?![^\W\d_])"
_YEAR_AFTER = regex(rf"[ .,]{{0,3}}(?:{_YEAR_WORD}\.?)")
_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEAR_BLANK = regex(r"(?<!\d)20?(?=[ _.]{1,40}(?:ж|г|$))|(?<!\d)20_")
_WORDS = regex(r"[^\W_]+")
_LINE = regex(r'_|" {0,20}"|\.{3}')
_PAPER = regex(r'[_"*|]')
"""What is drawn around a date to write it on."""
_YEAR_TO_WRITE = regex(r"(?<!\d)20(?=_)")
"""The century printed before a line to write the year on: 20__."""
_ENDING = r"(?:-?(?:ші|шы|е|го|ое|st|nd|rd|th))?"
"""What makes a day's figure an ordinal: 27th, 27-е."""
_BEFORE = 40
"""Characters before a month's name in which its day and year stand."""
_DAY_BEFORE = regex(rf"(?<![\d.№lobоз])(?<!№ )(\d{{1,2}}){_ENDING}[ .,-]{{0,20}}(?:of {{1,3}})?$")
_YEAR_BEFORE = regex(rf"(?<!\d)(\d{{4}})[ -]{{0,9}}{_YEAR_WORD}?[ .,]{{0,9}}$")
_YEAR_AFTER_MONTH = regex(r"[ .,-]{0,30}(\d{4}|\d{2})(?!\d)")
_DAY_AND_YEAR = regex(rf"[ .]{{0,9}}(\d{{1,2}}){_ENDING}[ ,]{{1,9}}(\d{{4}})(?!\d)")


class DateReading(Struct, frozen=True):
    """What became of reading a text as a date."""

    state: DateState
    value: date | None = None
    year: int | None = None
    start: int = 0
    """Where the date begins in the text, in characters."""
    end: int = 0


class Dates(Struct, frozen=True):
    """Reads dates with the month names of a lexicon."""

    months: dict[str, int]
    blank_words: frozenset[str]
    month: re.Pattern[str]
    """A month's name, in whatever case."""

    def find(self, text: str) -> Iterator[DateReading]:
        """Every date in running text that names day, month and year, in no particular order."""
        levelled = _without_paper(level(text))
        yield from self._in_words(levelled)
        for match in _NUMERIC.finditer(levelled):
            if _year_is_certain(match, levelled):
                yield _of_figures(match, "dmy", levelled)
        yield from (_of_figures(match, "ymd", levelled) for match in _ISO.finditer(levelled))

    def first(self, text: str) -> DateReading | None:
        """The first date in a text that is expected to hold one; None when it holds none."""
        levelled = _without_paper(level(text))
        figures = ((_NUMERIC, "dmy"), (_ISO, "ymd"), (_SPACED, "dmy"))
        found = [*islice(self._in_words(levelled), 1)]
        found += (
            _of_figures(m, order, levelled) for pattern, order in figures if (m := pattern.search(levelled))
        )
        return min(found, key=lambda reading: reading.start, default=None)

    def read(self, text: str) -> DateReading:
        """The date that a text, which is there to be a date, holds; blanks and scribble are told apart."""
        if (reading := self.first(text)) is not None:
            return reading
        levelled = level(text)
        year = _YEAR.search(levelled)
        state = DateState.BLANK if self._is_blank(levelled) else DateState.UNREADABLE
        return DateReading(state, None, int(year[1]) if year else None, 0, len(text))

    def _in_words(self, levelled: str) -> Iterator[DateReading]:
        """Dates whose month is a word: the day and the year stand around it."""
        if not _YEAR_FIGURES.search(levelled):
            return
        for match in self.month.finditer(levelled):
            month = self._number(match[0])
            before = levelled[max(0, match.start() - _BEFORE) : match.start()]
            if reading := _around(match, month, before, levelled):
                yield reading

    def _number(self, word: str) -> int:
        stems = (stem for stem in self.months if word.startswith(stem))
        return self.months.get(word) or self.months[max(stems, key=len)]

    def _is_blank(self, levelled: str) -> bool:
        """Only lines to write on, a year or a part of the date beside them, or what the form says there."""
        rest = _YEAR_BLANK.sub(" ", _YEAR.sub(" ", levelled))
        written = [word for word in _WORDS.findall(rest) if word not in self.blank_words]
        if not all(map(self._is_part_of_date, written)):
            return False
        return not written or _LINE.search(levelled) is not None

    def _is_part_of_date(self, word: str) -> bool:
        """A day, or a month: with a line beside it for what is missing it is no date yet."""
        return word.isdecimal() or any(map(word.startswith, self.months))


def _without_paper(levelled: str) -> str:
    """The text, as long as before, without what is drawn or printed to write a date on."""
    if "_" in levelled:
        levelled = _YEAR_TO_WRITE.sub("  ", levelled)
    return _PAPER.sub(" ", levelled)


def _around(month: re.Match[str], number: int, before: str, levelled: str) -> DateReading | None:
    """The date around a month's name: 27 ақпан 2026, 2026 жылғы 27 ақпан, February 27, 2026."""
    if day := _DAY_BEFORE.search(before):
        start = month.start() - len(before) + day.start()
        if year := _YEAR_AFTER_MONTH.match(levelled, month.end()):
            return _reading((year[1], number, day[1]), (start, year.end()), levelled)
        if year := _YEAR_BEFORE.search(before[: day.start()]):
            start = month.start() - len(before) + year.start()
            return _reading((year[1], number, day[1]), (start, month.end()), levelled)
    if both := _DAY_AND_YEAR.match(levelled, month.end()):
        return _reading((both[2], number, both[1]), (month.start(), both.end()), levelled)
    return None


def _of_figures(match: re.Match[str], order: str, levelled: str) -> DateReading:
    parts = dict(zip(order, match.groups(), strict=True))
    return _reading((parts["y"], int(parts["m"]), parts["d"]), match.span(), levelled)


def _reading(parts: tuple[str, int, str], span: tuple[int, int], levelled: str) -> DateReading:
    written, month, day = parts
    year = int(written) + (0 if len(written) == _FULL_YEAR else _CENTURY)
    after = _YEAR_AFTER.match(levelled, span[1])
    value = _calendar(year, month, int(day))
    state = DateState.READ if value else DateState.IMPOSSIBLE
    return DateReading(state, value, year, span[0], after.end() if after else span[1])


def _year_is_certain(match: re.Match[str], levelled: str) -> bool:
    """Two figures may be a clause (6.10.20) unless the word for year follows."""
    return len(match[3]) == _FULL_YEAR or _YEAR_AFTER.match(levelled, match.end()) is not None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=8)
def dates_of(lexicon: Lexicon) -> Dates:
    """The reader of dates with a lexicon's months."""
    months = {
        level(word): number for number, words in enumerate(lexicon.months, start=1) for word in words.all()
    }
    inflected = _either(word for words in lexicon.months for word in words.kk)
    whole = _either(word for words in lexicon.months for word in words.ru + words.en)
    month = regex(rf"(?<![^\W\d_])(?:(?:{inflected})[^\W\d_]{{0,8}}|(?:{whole})(?![^\W\d_]))")
    blank = [*lexicon.blank_words.all(), *lexicon.year_words.all()]
    return Dates(months, frozenset(map(level, blank)), month)


def _either(words: Iterable[str]) -> str:
    escaped = sorted({re.escape(level(word)) for word in words}, key=len, reverse=True)
    return "|".join(escaped) or r"(?!)"
