"""Sections and clauses with their numbers as printed: what is wrong with them is for the rules to say."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from docctl.domain.draft import Paragraph, Table
from docctl.domain.form import Form
from docctl.domain.parts import Clause, SectionPart
from docctl.domain.place import Part
from docctl.recognition.landmarks import Landmark
from docctl.recognition.lines import Layout, Line
from docctl.recognition.numbers import Number

_OPENERS = '«"“„‘(['
"""What a sentence may open with before its capital."""


class SectionSpan(Struct, frozen=True):
    """The lines of a section."""

    mark: Landmark
    start: int
    """Of the heading, or of the number above it."""
    stop: int


class Numbered(Struct, frozen=True):
    """A section, and which of its numbers each of its lines stands under."""

    section: SectionPart
    clauses: dict[int, str]
    """By position."""


def sections_of(
    layout: Layout, spans: tuple[SectionSpan, ...], parts: list[Part], form: Form
) -> Iterator[Numbered]:
    """The sections of these spans; lines that belong to another part are passed over."""
    plain = {section.role for section in form.sections if not section.numbered_clauses}
    numbers = {number.first for span in spans if (number := _number_of(layout, span.mark))}
    for span in spans:
        lines = layout.lines[span.mark.position + _below(span.mark) : span.stop]
        body = [line for line in lines if parts[line.position] is Part.BODY]
        yield _Builder(layout, span, numbers, plain).build(body)


def _below(mark: Landmark) -> int:
    return 1 if mark.number_at is not None else mark.lines


def _number_of(layout: Layout, mark: Landmark) -> Number | None:
    return layout.lines[mark.position if mark.number_at is None else mark.number_at].number


class _Open:
    """A clause whose paragraphs are being gathered."""

    def __init__(self, line: Line, number: Number) -> None:
        self.line, self.number = line, number
        self.body: list[Paragraph] = []

    def close(self) -> Clause:
        """The clause with all that was gathered."""
        return Clause(
            number=self.number.text,
            printed_number=self.number.printed,
            automatic=self.number.automatic,
            text=self.number.rest,
            place=self.line.place(Part.BODY, self.number.text),
            paragraph=self.line.paragraph,
            body=tuple(self.body),
        )


class _Builder:
    """Gathers the paragraphs of one section under its clauses."""

    def __init__(self, layout: Layout, span: SectionSpan, numbers: set[int], plain: set[str]) -> None:
        self.layout, self.span, self.taken = layout, span, numbers
        self.plain = span.mark.role in plain
        self.number = _number_of(layout, span.mark)
        self.own = self.number.first if self.number else 0
        self.clauses: list[_Open] = []
        self.orphans: list[_Open] = []
        self.orphaned = 0
        self.last: _Open | None = None
        self.loose: list[Paragraph] = []
        self.tables: dict[int, Table] = {}
        self.under: dict[int, str] = {}

    def build(self, body: Iterable[Line]) -> Numbered:
        """The section with these lines under its heading."""
        heading = self.number.text if self.number else ""
        for position in range(self.span.start, self.span.mark.position + _below(self.span.mark)):
            self.under[position] = heading
        for line in body:
            self._take(line)
            number = self.last.number.text if self.last else heading
            if number:
                self.under[line.position] = number
        under = {position: number for position, number in self.under.items() if number}
        return Numbered(self._section(heading), under)

    def _section(self, number: str) -> SectionPart:
        mark = self.span.mark
        line = self.layout.lines[mark.position]
        return SectionPart(
            role=mark.role,
            exact=mark.exact,
            number=number,
            printed_number=self.number.printed if self.number else "",
            automatic=bool(self.number and self.number.automatic),
            title=mark.title,
            place=line.place(Part.BODY, number or None),
            heading=line.paragraph,
            clauses=tuple(clause.close() for clause in self.clauses),
            loose=tuple(self.loose),
            tables=tuple(self.tables.values()),
            orphans=tuple(clause.close() for clause in self.orphans),
        )

    def _take(self, line: Line) -> None:
        if line.table is not None:
            self.tables[line.table] = self.layout.tables[line.table].table
        elif line.number and self._is_clause(line, line.number):
            self._open(line, line.number)
        elif self.last:
            self.last.body.append(line.paragraph)
        else:
            self.loose.append(line.paragraph)

    def _open(self, line: Line, number: Number) -> None:
        self.last = _Open(line, number)
        if self._opens_orphans(line, number):
            self.orphaned = number.first
        elif number.first != self.orphaned:
            self.orphaned = 0
        (self.orphans if self.orphaned else self.clauses).append(self.last)

    def _opens_orphans(self, line: Line, number: Number) -> bool:
        """N.1 and N.2 where no heading has N, after clauses of the section's own: a heading is missing."""
        if number.first in (self.own, self.orphaned) or number.first in self.taken or number.last != 1:
            return False
        if number.depth != 2 or not self._has_own():
            return False
        following = (below.number for below in self.layout.lines[line.position + 1 : self.span.stop])
        second = next((number for number in following if number and number.depth > 1), None)
        return second is not None and (second.first, second.last) == (number.first, 2)

    def _has_own(self) -> bool:
        """Clauses of its own stand above, or text in a section that needs no clauses."""
        written = self.plain and any(paragraph.text.strip() for paragraph in self.loose)
        return written or any(clause.number.first == self.own for clause in self.clauses)

    def _is_clause(self, line: Line, number: Number) -> bool:
        """Whether a number is a clause's, not a quantity's, a date's or a list's."""
        if number.depth == 1:
            return False
        before = self.last.number if self.last else None
        follows = before is not None and before.depth == number.depth and number.last == before.last + 1
        if number.doubtful:
            return follows and number.first == self.own
        if number.automatic or not self.own or number.first in (self.own, self.orphaned):
            return True
        return follows or number.gap or number.rest.lstrip(_OPENERS)[:1].isupper()
