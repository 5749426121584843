"""The text of a draft as a report shows it: a line to a paragraph, with what findings are placed by."""

from collections.abc import Iterator
from itertools import chain, repeat

from msgspec import Struct

from docctl.domain.draft import CellPlace, Draft, Paragraph, Section, paragraphs_of
from docctl.domain.parts import Parts
from docctl.domain.place import Part
from docctl.domain.words import Language


class Line(Struct, frozen=True, kw_only=True):
    """A paragraph of the body."""

    paragraph: int
    """`Paragraph.index`."""
    part: Part
    label: str = ""
    """The automatic number or bullet."""
    text: str
    level: int | None = None
    """1 to 9 for a heading."""
    cell: CellPlace | None = None


class RunningLine(Struct, frozen=True):
    """A header or footer: its paragraphs joined."""

    section: int
    """Word section that it first shows in."""
    part: Part
    text: str


class DocumentText(Struct, frozen=True):
    """All that a report shows of a document."""

    language: Language
    lines: tuple[Line, ...]
    running: tuple[RunningLine, ...]


def text_of(draft: Draft, parts: Parts) -> DocumentText:
    """The text of a draft whose parts were recognised."""
    lines = map(_line, draft.paragraphs(), chain(parts.parts, repeat(Part.BODY)))
    running = (line for section in draft.sections for line in _running(section))
    return DocumentText(parts.language, tuple(lines), tuple(running))


def _line(paragraph: Paragraph, part: Part) -> Line:
    return Line(
        paragraph=paragraph.index,
        part=part,
        label=paragraph.label,
        text=paragraph.text,
        level=paragraph.heading_level,
        cell=paragraph.cell,
    )


def _running(section: Section) -> Iterator[RunningLine]:
    for part, stories in ((Part.HEADER, section.headers), (Part.FOOTER, section.footers)):
        for story in stories:
            text = " · ".join(p.printed for p in paragraphs_of(story.blocks) if p.printed.strip())
            if text and not story.inherited:
                yield RunningLine(section.number, part, text)
