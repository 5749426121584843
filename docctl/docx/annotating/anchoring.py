"""Which paragraph of the body a remark stands at, for every place that a finding may name. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from docctl.domain.draft import Draft, Paragraph
from docctl.domain.place import Part, Place


class Standing(StrEnum):
    """How the paragraph of a remark relates to what it speaks of."""

    HERE = "here"
    """It is the very paragraph."""
    TEXT_BOX = "text_box"
    """Spoken of is a text box, where Word allows no comments."""
    RUNNING = "running"
    """Spoken of is a header or footer of the section, where Word allows no comments."""
    PART = "part"
    """Spoken of is the whole part, or what is missing from it."""


class Anchor(Struct, frozen=True):
    """A paragraph of the body and what it stands for."""

    paragraph: int
    """`Paragraph.index`."""
    standing: Standing


def anchored(place: Place, paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> Anchor:
    """The anchor of a place in a draft whose body has these paragraphs, at least one, in these parts.

    `paragraphs` as `body_of` gives them.
    """
    if place.part in (Part.HEADER, Part.FOOTER):
        return Anchor(_first_of_section(place.section, paragraphs), Standing.RUNNING)
    paragraph = _paragraph(place, paragraphs)
    if paragraph is not None:
        return Anchor(paragraph.index, Standing.TEXT_BOX if paragraph.in_text_box else Standing.HERE)
    if place.section is not None:
        return Anchor(_first_of_section(place.section, paragraphs), Standing.PART)
    return Anchor(_first_of_part(place.part, paragraphs, parts), Standing.PART)


def _paragraph(place: Place, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph that is named, else the first one of the row that is."""
    if place.paragraph is not None:
        at = bisect_left(paragraphs, place.paragraph, key=lambda paragraph: paragraph.index)
        known = at < len(paragraphs) and paragraphs[at].index == place.paragraph
        return paragraphs[at] if known else None
    if place.table is None or place.row is None:
        return None
    table = [p for p in paragraphs if p.cell is not None and p.cell.table == place.table]
    row = [p for p in table if p.cell is not None and p.cell.row == place.row]
    columns = _columns(place.column, table)
    named = (p for p in row if p.cell is not None and p.cell.column in columns)
    return next(named, row[0] if row else None)


def _columns(column: str | None, table: Sequence[Paragraph]) -> set[int]:
    """The columns that are so headed, or have this ordinal."""
    return {p.cell.column for p in table if p.cell is not None and column in (p.text, str(p.cell.column))}


def _first_of_section(section: int | None, paragraphs: Sequence[Paragraph]) -> int:
    return next((p.index for p in paragraphs if p.section == (section or 1)), paragraphs[0].index)


def _first_of_part(part: Part, paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> int:
    known = zip(paragraphs, parts, strict=False)
    return next((p.index for p, its in known if its is part), paragraphs[0].index)


def body_of(draft: Draft) -> tuple[Paragraph, ...]:
    """The paragraphs of the body, the lowest index first; indexes skip what is guidance."""
    return tuple(sorted(draft.paragraphs(), key=lambda paragraph: paragraph.index))
