"""Where a paragraph stands, as a reader would name it, with an excerpt around what is wrong."""

from collections.abc import Iterator
from itertools import chain, repeat

from msgspec import Struct

from docctl.checking.check import Subject
from docctl.checking.memo import once_per_subject
from docctl.domain.draft import Paragraph, Section, paragraphs_of
from docctl.domain.place import Part, Place

EXCERPT = 80
"""Longest excerpt, in characters."""
LEAD = 25
"""Characters of an excerpt that come before the fault."""
WHITE = str.maketrans("\t\n", "  ")


class Located(Struct, frozen=True):
    """A paragraph with the part and the clause that it stands in."""

    paragraph: Paragraph
    part: Part
    clause: str | None = None
    section: int | None = None
    """Word section: for headers and footers only."""

    def place(self, start: int = 0, end: int = 0) -> Place:
        """Its place, with an excerpt around ``text[start:end]``."""
        cell = self.paragraph.cell
        return Place(
            part=self.part,
            section=self.section,
            clause=self.clause,
            paragraph=self.paragraph.index,
            table=cell.table if cell else None,
            row=cell.row if cell else None,
            column=str(cell.column) if cell else None,
            page=self.paragraph.page,
            excerpt=excerpt(self.paragraph.text, start, end),
        )


@once_per_subject
def located(subject: Subject) -> tuple[Located, ...]:
    """Every paragraph of the body story in reading order; headers and footers apart."""
    parts = chain(subject.parts.parts, repeat(Part.BODY))
    clauses: chain[str | None] = chain(subject.parts.clauses, repeat(None))
    return tuple(map(Located, subject.draft.paragraphs(), parts, clauses))


@once_per_subject
def _by_index(subject: Subject) -> dict[int, Located]:
    return {one.paragraph.index: one for one in located(subject)}


def running(subject: Subject) -> Iterator[Located]:
    """Every paragraph of the headers and footers, once where several sections share them."""
    for section in subject.draft.sections:
        yield from _stories(section)


def everywhere(subject: Subject) -> Iterator[Located]:
    """Every paragraph of the draft: the body story, then headers and footers."""
    yield from located(subject)
    yield from running(subject)


def place_of(subject: Subject, paragraph: Paragraph, start: int = 0, end: int = 0) -> Place:
    """The place of a paragraph of the body story, with an excerpt around ``text[start:end]``."""
    known = _by_index(subject).get(paragraph.index)
    found = Located(paragraph, known.part, known.clause) if known else Located(paragraph, Part.BODY)
    return found.place(start, end)


def excerpt(text: str, start: int = 0, end: int = 0, limit: int = EXCERPT) -> str:
    """At most `limit` characters of the text, cut so that ``text[start:end]`` is seen."""
    if len(text) <= limit:
        return text.translate(WHITE).strip()
    end = min(max(start, end), start + limit)
    first = max(0, min(start - LEAD, len(text) - limit))
    first = max(first, end - limit)
    window = text[first : first + limit].translate(WHITE).strip()
    return ("…" if first else "") + window + ("…" if first + limit < len(text) else "")


def _stories(section: Section) -> Iterator[Located]:
    for part, stories in ((Part.HEADER, section.headers), (Part.FOOTER, section.footers)):
        for story in stories:
            if not story.inherited:
                for paragraph in paragraphs_of(story.blocks):
                    yield Located(paragraph, part, section=section.number)
