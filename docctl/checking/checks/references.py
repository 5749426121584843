"""References to acts: complete, and with dates that a calendar has."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from docctl.checking.check import Hit, NoParams, Subject, check, hit
from docctl.checking.checks.abbreviations_declared import body_of
from docctl.checking.checks.references_acts import Lack, lack_of
from docctl.checking.places import excerpt, place_of
from docctl.domain.dates import dates_of
from docctl.domain.draft import Paragraph, paragraphs_of
from docctl.domain.folding import level
from docctl.domain.lexicon import Lexicon
from docctl.domain.parts import DateState, SectionPart
from docctl.domain.patterns import regex

ROLE = "references"
ENDS = (";", ".", ":")
"""What a finished line ends in."""
LEAP_YEAR = 2024
MOST_DAYS = 39
"""A greater figure before the name of a month is no day."""
_MONTH_FIRST = regex(r"[a-zA-Z]{3}\.? \d")
_SPACED_FIGURE = regex(r" \d")
_PIECES = regex(r"[^;]+")
_MARKER = regex(r"\s*(?:[-–—•·*]|\(?\w{1,3}[.)])\s")


def has_references(subject: Subject) -> bool:
    """For checks of drafts with a section of normative references."""
    return any(section.role == ROLE for section in subject.parts.sections)


@check("reference_complete", NoParams, has_references)
def reference_complete(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """A reference to one act names its kind, date and number.

    Silent where no single act is named, for standards (their designation says all) and for the
    organisation's own documents.
    """
    dates = dates_of(subject.lexicon)
    for section in subject.parts.sections:
        for item in _items_of(section) if section.role == ROLE else ():
            for piece in _PIECES.finditer(item.text):
                lack = lack_of(piece[0], dates)
                if lack is not Lack.NOTHING:
                    place = place_of(subject, item.paragraph, *piece.span())
                    yield hit(place, lack.value, text=excerpt(piece[0]))


@check("impossible_date", NoParams)
def impossible_date(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """No date in the text is one that the calendar lacks, no act is of a year to come."""
    dates, days = dates_of(subject.lexicon), _days_of(subject.lexicon)
    numbered = _numbered(subject)
    for standing in body_of(subject):
        text = standing.found.paragraph.text
        if not days.worth(text):
            continue
        readings = sorted({(found.start, found.end, found.state) for found in dates.find(text)})
        wrong = {(start, end) for start, end, state in readings if state is DateState.IMPOSSIBLE}
        starts = [start for start, _, _ in readings]
        for start, end in days(text):
            before = bisect_right(starts, end) - 1
            if before < 0 or readings[before][1] <= start:
                wrong.add((start, end))
        first = numbered.get(standing.found.paragraph.index, 0)
        for start, end in sorted(span for span in wrong if span[0] >= first):
            yield hit(standing.found.place(start, end), date=text[start:end].strip())
        if standing.role == ROLE:
            for found in dates.find(text):
                if found.value is not None and found.value.year > subject.as_of.year:
                    place = standing.found.place(found.start, found.end)
                    yield hit(place, "future", date=text[found.start : found.end].strip())


def _numbered(subject: Subject) -> dict[int, int]:
    """Where the text of each clause begins after its typed number: «3.13. 2025 жылғы» is no date."""
    sections = subject.parts.sections
    clauses = (clause for section in sections for clause in section.clauses if not clause.automatic)
    return {
        clause.paragraph.index: clause.paragraph.text.find(clause.printed_number) + len(clause.printed_number)
        for clause in clauses
    }


class _Item(Struct, frozen=True):
    """A line of the references, as many paragraphs as it takes."""

    text: str
    paragraph: Paragraph
    """The first one."""


def _items_of(section: SectionPart) -> Iterator[_Item]:
    """The lines of the section: paragraphs, clauses with what continues them, rows of tables."""
    for paragraph in section.loose:
        yield _Item(paragraph.text, paragraph)
    for clause in section.clauses:
        texts, first = [clause.text], clause.paragraph
        for paragraph in clause.body:
            if paragraph.label or _MARKER.match(paragraph.text) or texts[-1].rstrip().endswith(ENDS):
                yield _Item(" ".join(texts), first)
                texts, first = [], paragraph
            texts.append(paragraph.text)
        yield _Item(" ".join(texts), first)
    for row in (row for table in section.tables for row in table.rows):
        paragraphs = [paragraph for cell in row.cells for paragraph in paragraphs_of(cell.blocks)]
        if paragraphs:
            yield _Item(" ".join(paragraph.text for paragraph in paragraphs), paragraphs[0])


class _Days(Struct, frozen=True):
    """Finds days that their month lacks, also where no year is said: 31 April."""

    figure: re.Pattern[str]
    """Found in every text that holds a date with the day before the month, or in figures."""
    day_first: re.Pattern[str]
    """Groups are day and month."""
    month_first: re.Pattern[str]
    """Groups are month and day."""
    months: dict[str, int]

    def __call__(self, text: str) -> Iterator[tuple[int, int]]:
        levelled = level(text)
        yield from (
            match.span() for match in self.day_first.finditer(levelled) if self._lacks(match[1], match[2])
        )
        if _SPACED_FIGURE.search(levelled):
            for match in self.month_first.finditer(levelled):
                if self._lacks(match[2], match[1]):
                    yield match.span()

    def worth(self, text: str) -> bool:
        """Whether a text may hold a date: a quick look before the search."""
        return bool(self.figure.search(text) or _MONTH_FIRST.search(text))

    def _lacks(self, day: str, month: str) -> bool:
        return monthrange(LEAP_YEAR, self._month(month))[1] < int(day) <= MOST_DAYS

    def _month(self, word: str) -> int:
        known = (word[:length] for length in range(len(word), 0, -1))
        return next(self.months[stem] for stem in known if stem in self.months)


@lru_cache(maxsize=8)
def _days_of(lexicon: Lexicon) -> _Days:
    stems = {level(word): number for number, words in enumerate(lexicon.months, 1) for word in words.kk}
    whole = {level(word): number for number, words in enumerate(lexicon.months, 1) for word in words.ru}
    english = {level(word): number for number, words in enumerate(lexicon.months, 1) for word in words.en}
    month = rf"(?:{_either(stems)})\w{{0,8}}(?!\w)|(?:{_either(whole | english)})(?!\w)"
    day_first = rf"(\d(?<![\w.№-]\d)(?<!№ \d)\d?)(?:-?(?:ші|шы|го))?\"? {{0,2}}({month})"
    month_first = rf"(?<!\w)({_either(english)}) (\d{{1,2}})(?!\d)"
    months = stems | whole | english
    return _Days(_figure(months), regex(day_first), regex(month_first), months)


def _figure(months: dict[str, int]) -> re.Pattern[str]:
    heads = {word[:3] for word in months}
    printed = {re.escape(form) for head in heads for form in (head, head.capitalize(), head.upper())}
    beginnings = "|".join(sorted(printed)) or "(?!)"
    return regex(
        rf"\d(?:\d{{3}}|\d?[./-]\d\d?[./-]\d\d|[^\W\d_]{{0,2}}[^\w\n]{{0,4}}(?:of )?(?:{beginnings}))"
    )


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
