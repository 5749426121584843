"""Unnumbered paragraphs among clauses: which of them should carry a number of their own."""

from enum import IntEnum
from itertools import islice, zip_longest

from msgspec import Struct

from docctl.domain.draft import Paragraph
from docctl.domain.folding import fold
from docctl.domain.formats import Alignment
from docctl.domain.parts import Clause, SectionPart
from docctl.domain.patterns import regex

ENDS = (".", ";", "!", "?", "…", ")", "»", "”", '"')
"""What a finished paragraph ends in; after another one the next may be the same sentence."""
_MARKER = regex(r"\s*(?:[-–—•·▪◦●○■□*+§¾]|\(?\d{1,3}\)|\d{1,3}[.)]\s|\(?[^\W\d_]\)|[^\W\d_][.)]\s)")
_WORD = regex(r"[^\W\d_]{2,}")
_ORDINAL = regex(r"\d{1,3} ?- ?")
"""What stands before the word in Kazakh: «1-кесте»."""


NOTES = (
    *("ескерту", "ескертпе", "кесте", "сурет", "формула", "мысал", "мұнда"),
    *("примечан", "таблица", "рисунок", "рис.", "формула", "пример", "продолжение"),
    *("note", "table", "figure", "fig.", "formula", "example"),
)


class Wants(IntEnum):
    """Whether a paragraph should have a number."""

    NO = 0
    """A list item, a note, a caption."""
    PERHAPS = 1
    """May continue what stands above it: only where a number is missing just here."""
    YES = 2


class Manner(Struct, frozen=True):
    """How to tell a paragraph that stands for itself."""

    least_words: int = 3
    notes: tuple[str, ...] = NOTES
    """Beginnings of paragraphs that need no number, folded: note, table, figure."""
    judge_end: bool = True
    """False where what stands after a last clause may be a section whose heading is missing."""


def unnumbered(section: SectionPart, manner: Manner) -> list[list[Paragraph]]:
    """The paragraphs that should have a number: those before the first clause, then those after each.

    A clause's further paragraphs are told only where they outnumber no clauses: else the draft is written so.
    Of what stands after the last clause only a single paragraph is told.
    """
    found = [_lost_before(section, manner)]
    certain = 0
    for clause, following in zip_longest(section.clauses, section.clauses[1:]):
        if not clause.body:
            found.append([])
            continue
        judged = _judged(clause, manner)
        if following is None:
            found.append(_lost_at_end(section, judged) if manner.judge_end else [])
            continue
        certain += sum(wants is Wants.YES for _, wants in judged)
        found.append(_told(judged, _missing(clause.path, following.path)))
    return found if certain <= len(section.clauses) else [[] for _ in found]


def _lost_at_end(section: SectionPart, judged: list[tuple[Paragraph, Wants]]) -> list[Paragraph]:
    """A single paragraph after the last clause that looks like the clauses: several are a closing passage."""
    written = [pair for pair in judged if pair[0].text.strip()]
    if len(written) != 1 or len(section.clauses) < 2 or any(clause.body for clause in section.clauses[:-1]):
        return []
    paragraph, wants = written[0]
    alike = paragraph.format.alignment is section.clauses[-1].paragraph.format.alignment
    ended = paragraph.text.rstrip().endswith((".", ";")) and "__" not in paragraph.text
    return [paragraph] if wants is Wants.YES and alike and ended else []


def _lost_before(section: SectionPart, manner: Manner) -> list[Paragraph]:
    """Paragraphs before the first clause, where the first numbers are missing."""
    if not section.clauses or len(section.clauses[0].path) != 2:
        return []
    missing = section.clauses[0].path[-1] - 1
    alone = [paragraph for paragraph in section.loose if _wants(paragraph, manner) is not Wants.NO]
    return alone[len(alone) - missing :] if 0 < missing <= len(alone) else []


def _judged(clause: Clause, manner: Manner) -> list[tuple[Paragraph, Wants]]:
    judged = []
    in_list = any(line.rstrip().endswith(":") for line in clause.text.split("\n"))
    before = clause.text
    for paragraph in clause.body:
        wants = _wants(paragraph, manner)
        doubtful = in_list or not before.rstrip().endswith(ENDS)
        judged.append((paragraph, min(wants, Wants.PERHAPS) if doubtful else wants))
        before = paragraph.text or before
        in_list = in_list or before.rstrip().endswith(":")
    return judged


def _told(judged: list[tuple[Paragraph, Wants]], missing: int) -> list[Paragraph]:
    """Those that want a number, and the last of those that may where just so many numbers are missing."""
    told = [paragraph for paragraph, wants in judged if wants is Wants.YES]
    doubtful = [paragraph for paragraph, wants in judged if wants is Wants.PERHAPS]
    missing -= len(told)
    return told + doubtful[len(doubtful) - missing :] if 0 < missing <= len(doubtful) else told


def _missing(path: tuple[int, ...], following: tuple[int, ...]) -> int:
    """How many numbers are jumped over from one clause to the next."""
    depth = len(following) - 1
    if depth >= len(path) or path[:depth] != following[:depth]:
        return 0
    return following[depth] - path[depth] - 1


def _wants(paragraph: Paragraph, manner: Manner) -> Wants:
    """What the paragraph by itself says; one that begins with a small letter may continue the one above."""
    text = paragraph.text.strip()
    if paragraph.label or paragraph.cell or paragraph.in_text_box or _MARKER.match(paragraph.text):
        return Wants.NO
    if paragraph.format.alignment in (Alignment.CENTER, Alignment.RIGHT) or paragraph.heading_level:
        return Wants.NO
    if not text or _is_short(text, manner.least_words) or _is_note(text, manner.notes):
        return Wants.NO
    return Wants.PERHAPS if text[0].islower() else Wants.YES


def _is_note(text: str, notes: tuple[str, ...]) -> bool:
    folded = fold(text[:80])
    ordinal = _ORDINAL.match(folded)
    return folded.startswith(notes, ordinal.end() if ordinal else 0)


def _is_short(text: str, least: int) -> bool:
    return sum(1 for _ in islice(_WORD.finditer(text), least)) < least
