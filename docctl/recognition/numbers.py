"""The number that a paragraph begins with, typed or automatic: ``6.23.``, ``1-бөлім``, ``II``."""

import re
from functools import lru_cache

from msgspec import Struct

from docctl.domain.draft import Paragraph
from docctl.domain.lexicon import Lexicon
from docctl.domain.ordinals import roman
from docctl.domain.patterns import regex
from docctl.domain.words import Wordings
from docctl.recognition.stems import Stems, stems_of

_COUNTED = 24
"""Characters in which a number with a word that counts sections stands."""
_HEAD = 64
"""Characters of a paragraph that can hold its number."""
_DECIMAL = regex(r"\s*((?:§\s?)?(\d{1,3}(?:\.\d{1,3}){0,7})(\.\)|[.)]?))(?=\s|$|[^\W\d_]|[\"«“„(*])\s*")
_ROMAN = regex(r"\s*(([IVXІХ]{1,6})([.)]?))\s+")
_WORD = regex(r"[^\W\d_]+")
_LEADING_ZERO = regex(r"(?:^|\.)0")
_LABEL = regex(r"((\d{1,3}(?:\.\d{1,3}){0,8})(\.\)|[.)]?))")
_ROMAN_LABEL = regex(r"(([IVXІХ]{1,6})([.)]?))")


class Number(Struct, frozen=True):
    """A number at the beginning of a paragraph."""

    text: str
    """Closing punctuation apart: ``6.23``."""
    printed: str
    """As printed: ``6.23.``, ``1-бөлім.``"""
    rest: str
    """The paragraph without it."""
    automatic: bool
    counted: bool = False
    """A word says that it counts sections: «1-бөлім», "Section 1"."""
    doubtful: bool = False
    """What follows makes it a quantity or a date: "1.5 ставка", "12 месяцев", "27 ақпан"."""
    gap: bool = True
    """A tab, or nothing but the automatic number, stands between number and text."""

    @property
    def depth(self) -> int:
        """1 for a section's number, 2 for 6.23."""
        return self.text.count(".") + 1

    @property
    def first(self) -> int:
        """The number of the section: 6 of 6.23."""
        head = self.text.split(".", 1)[0]
        return int(head) if head.isdecimal() else roman(head) or 0

    @property
    def last(self) -> int:
        """The last figure: 23 of 6.23."""
        tail = self.text.rsplit(".", 1)[-1]
        return int(tail) if tail.isdecimal() else roman(tail) or 0

    @property
    def bracketed(self) -> bool:
        """Ends in a bracket, as items of a list do."""
        return self.printed.endswith(")")


class Numbering(Struct, frozen=True):
    """Reads numbers with the words of a lexicon."""

    counted: tuple[re.Pattern[str], ...]
    """Numbers with a word that counts sections; group 1 is the whole, group 2 the figure."""
    word: re.Pattern[str]
    """A word that counts sections."""
    measures: tuple[Stems, ...]
    """Words that make a typed number before them doubtful."""

    def of(self, paragraph: Paragraph) -> Number | None:
        """The number that the paragraph begins with, None when it begins with none."""
        if paragraph.label and not paragraph.bullet:
            return self._automatic(paragraph)
        return None if paragraph.label else self.typed(paragraph.text)

    def typed(self, text: str) -> Number | None:
        """The number that a text begins with."""
        head = text[:_HEAD]
        if self.word.search(head, 0, _COUNTED) and (number := self._counted(head, text)):
            return number
        if match := _DECIMAL.match(head):
            if _LEADING_ZERO.search(match[2]):
                return None
            return self._decimal(match, text)
        return _roman(head, text)

    def _decimal(self, match: re.Match[str], text: str) -> Number:
        rest = text[match.end() :].strip()
        doubtful = rest[:1].islower() and self._measures(rest[:_HEAD])
        return Number(match[2], match[1], rest, False, gap="\t" in match[0], doubtful=doubtful)

    def _measures(self, rest: str) -> bool:
        """Whether the first word is a measure: "ставка", "айдан"."""
        word = _WORD.match(rest)
        return word is not None and any(stems.begins(word[0]) for stems in self.measures)

    def _counted(self, head: str, text: str) -> Number | None:
        for pattern in self.counted:
            if match := pattern.match(head):
                return Number(match[2], match[1].strip(), text[match.end() :].strip(), False, counted=True)
        return None

    def _automatic(self, paragraph: Paragraph) -> Number | None:
        label = paragraph.label.strip()
        rest = paragraph.text.strip()
        if match := _LABEL.fullmatch(label) or _ROMAN_LABEL.fullmatch(label):
            return Number(match[2], label, rest, True)
        for pattern in self.counted:
            if match := pattern.match(label):
                return Number(match[2], label, rest, True, counted=True)
        return None


def _roman(head: str, text: str) -> Number | None:
    match = _ROMAN.match(head)
    if match is None or roman(match[2]) is None or not text[match.end() : match.end() + 1].isupper():
        return None
    return Number(match[2], match[1], text[match.end() :].strip(), False)


@lru_cache(maxsize=8)
def numbering_of(lexicon: Lexicon) -> Numbering:
    """The reader of numbers with a lexicon's words."""
    words = "|".join(sorted(map(re.escape, lexicon.section_words.all()), key=len, reverse=True)) or "(?!)"
    figure = r"(\d{1,3}|[IVXІХ]{1,6})"
    end = r"(?:[.:]|(?=\s|$))\s*"
    counted = (
        regex(rf"\s*((?:{words})\s+{figure}{end})", re.IGNORECASE),
        regex(rf"\s*({figure}\s?[-–—]\s?(?:ші\s|шы\s)?(?:{words}){end})", re.IGNORECASE),
        regex(rf"\s*({figure}\s(?:{words})(?:[.:]|$)\s*)", re.IGNORECASE),
    )
    month_words = Wordings(kk=tuple(word for month in lexicon.months for word in month.all()))
    measures = (stems_of(lexicon.measure_words), stems_of(month_words))
    return Numbering(counted, regex(rf"(?:{words})", re.IGNORECASE), measures)
