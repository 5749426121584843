"""The paragraphs of a draft in reading order with what recognition asks of each of them."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.draft import Block, Draft, Paragraph, Table, paragraphs_of
from docctl.domain.folding import fold
from docctl.domain.formats import Alignment
from docctl.domain.place import Part, Place
from docctl.recognition.numbers import Number, Numbering

EXCERPT = 120
"""Characters of an excerpt."""
_HEADING = 250
"""Characters that the longest heading may have."""
_CAPS = 4
"""Letters from which on capitals are a way to set off a line."""


class Line(Struct, frozen=True):
    """A paragraph of the body."""

    position: int
    """Ordinal in `Draft.paragraphs()`, from 0."""
    paragraph: Paragraph
    number: Number | None
    """Its number; None in tables, where figures are entries."""
    table: int | None
    """Ordinal of the top-level table it stands in, from 0 (`Layout.tables`)."""
    starts_page: bool
    """A page break stands before it."""

    @property
    def rest(self) -> str:
        """Its text without the number."""
        return self.number.rest if self.number else self.paragraph.text.strip()

    @property
    def blank(self) -> bool:
        """Nothing is written in it."""
        return not self.paragraph.text.strip() and not self.paragraph.label

    @property
    def short(self) -> bool:
        """Short enough for a heading."""
        return 0 < len(self.paragraph.text) <= _HEADING

    def place(self, part: Part, clause: str | None = None) -> Place:
        """Its place in the document."""
        return place_of(self.paragraph, part, clause)


class TableSpan(Struct, frozen=True):
    """A top-level table and the positions of its paragraphs."""

    table: Table
    start: int
    stop: int
    """One past its last paragraph."""


class Layout(Struct, frozen=True):
    """The lines of a draft and its top-level tables."""

    lines: tuple[Line, ...]
    tables: tuple[TableSpan, ...]


def layout_of(draft: Draft, numbering: Numbering) -> Layout:
    """Lines and tables of the body."""
    lines: list[Line] = []
    tables: list[TableSpan] = []
    broken = False
    for paragraph, table in _paragraphs(draft.blocks, tables):
        number = None if table is not None or not paragraph.text else numbering.of(paragraph)
        starts = broken or paragraph.break_before
        lines.append(Line(len(lines), paragraph, number, table, starts))
        broken = paragraph.page_breaks > 0 and (paragraph.break_last or not paragraph.break_before)
    return Layout(tuple(lines), tuple(tables))


def _paragraphs(blocks: tuple[Block, ...], tables: list[TableSpan]) -> Iterator[tuple[Paragraph, int | None]]:
    position = 0
    for block in blocks:
        start = position
        if isinstance(block, Paragraph):
            position += 1
            yield block, None
            continue
        for paragraph in paragraphs_of((block,)):
            position += 1
            yield paragraph, len(tables)
        tables.append(TableSpan(block, start, position))


def place_of(paragraph: Paragraph, part: Part, clause: str | None = None) -> Place:
    """The place of a paragraph, its cell told where it stands in one."""
    cell = paragraph.cell
    return Place(
        part=part,
        section=None,
        clause=clause,
        paragraph=paragraph.index,
        table=cell.table if cell else None,
        row=cell.row if cell else None,
        page=paragraph.page,
        excerpt=excerpt(paragraph.printed),
    )


def excerpt(text: str) -> str:
    """The beginning of a text on one line."""
    return " ".join(text[: 2 * EXCERPT].split())[:EXCERPT]


def set_off(paragraph: Paragraph) -> bool:
    """Formatted as a heading: heading style, bold or capitals throughout, or centred."""
    return (
        paragraph.heading_level is not None
        or paragraph.format.alignment is Alignment.CENTER
        or is_bold(paragraph)
        or is_capitals(paragraph.text)
    )


def is_bold(paragraph: Paragraph) -> bool:
    """Bold throughout, punctuation and spaces apart."""
    lettered = [run for run in paragraph.runs if any(map(str.isalpha, run.text))]
    return bool(lettered) and all(run.format.bold for run in lettered)


def is_capitals(text: str) -> bool:
    """Written in capital letters."""
    letters = [letter for letter in text[:_HEADING] if letter.isalpha()]
    return len(letters) >= _CAPS and all(map(str.isupper, letters))


def key_of(text: str) -> str:
    """The folded text of a short line; empty for a long one, which can be no label or heading."""
    return fold(text) if len(text) <= _HEADING else ""
