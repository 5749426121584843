"""Editions named in a draft: «Басылым: екінші», "Edition 2", «2-ші басылым»."""

import re
from functools import lru_cache

from msgspec import Struct

from docctl.domain.folding import level
from docctl.domain.parts import FoundEdition
from docctl.domain.patterns import regex
from docctl.domain.place import Place
from docctl.recognition.vocabulary import Speech

_LONGEST = 200
"""Characters of a line that are looked at."""
_NEXT_WORDS = regex(
    r"[\s:.№\"–—-]*(?:no\.?\s|n\s|№\s?)?\s*([^\W_](?:[^\W_]|[-/])*)(?:\s+([^\W_](?:[^\W_]|[-/])*))?",
    re.IGNORECASE,
)
_FRACTION = regex(r"[\s:№–—-]*(\d{1,3}[.,]\d{1,3})(?![.,]?\d)")
"""Versions are numbered so, editions are not: 2.1."""
_TO_COME = regex(r"[XХxх]{2,}")
"""No document has come to edition XX: it keeps the place of a number."""
_WORD_BEFORE = regex(r"((?:[^\W_]+[ ])?[^\W_]+(?:-[^\W_]+)?)[\s:–—-]*$")


class EditionSpan(Struct, frozen=True):
    """An edition named in a line, and where in the line."""

    text: str
    """The words that name it; empty when the label stands alone."""
    value: int | None
    start: int
    end: int

    def found(self, place: Place) -> FoundEdition:
        """It, at its place."""
        return FoundEdition(self.text, place, self.value)


def edition_in(text: str, speech: Speech) -> EditionSpan | None:
    """The edition that a line names; None when it has no label of one."""
    line = text[:_LONGEST]
    levelled = level(line)
    if len(levelled) != len(line):
        line = levelled
    match = _pattern(speech.edition_labels).search(levelled)
    if match is None:
        return None
    before = _before(line[: match.start()], speech)
    if before is not None:
        return EditionSpan(before[0], before[1], match.start() - before[2], match.end())
    return _after(line, match, speech)


def _before(text: str, speech: Speech) -> tuple[str, int, int] | None:
    """An ordinal before the label, and how many characters before it begins."""
    match = _WORD_BEFORE.search(text[-60:])
    if match is None:
        return None
    words = match[1].split()
    for count in range(len(words), 0, -1):
        named = " ".join(words[-count:])
        if value := speech.ordinals.read(named):
            return named, value, len(match[0]) - match[0].rfind(named)
    return None


def _after(line: str, label: re.Match[str], speech: Speech) -> EditionSpan:
    """An ordinal after the label; the word after a colon counts even when it is no ordinal."""
    if fraction := _FRACTION.match(line, label.end()):
        return EditionSpan(fraction[1], None, label.start(), fraction.end())
    match = _NEXT_WORDS.match(line, label.end())
    if match is None or not match[1]:
        return EditionSpan("", None, label.start(), label.end())
    both = f"{match[1]} {match[2]}" if match[2] else ""
    if both and (value := speech.ordinals.read(both)):
        return EditionSpan(both, value, label.start(), match.end(2))
    value_alone = None if _TO_COME.fullmatch(match[1]) else speech.ordinals.read(match[1])
    return EditionSpan(match[1], value_alone, label.start(), match.end(1))


def names_only_edition(text: str, speech: Speech) -> EditionSpan | None:
    """The edition of a line that says nothing else."""
    if len(text) > 60 or (span := edition_in(text, speech)) is None:
        return None
    rest = text[: span.start] + text[span.end :]
    return span if not any(map(str.isalnum, rest)) else None


@lru_cache(maxsize=8)
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, labels)) or "(?!)"
    return regex(rf"(?<![^\W_])(?:{words})(?![^\W_])")
