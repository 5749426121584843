"""A draft handed back: the author's own file with remarks in it, its text proved to be the same."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.annotating.comments_part import Remark, add_comments, unused_ids
from docctl.docx.annotating.marks import allowed, by_probes, in_order, mark
from docctl.docx.annotating.parts import WordParts
from docctl.docx.annotating.proof import Misplaced, prove
from docctl.docx.reading import read_docx
from docctl.domain.draft import Draft
from docctl.domain.words import Language

MOST = 32_767
"""Comment ranges in a file that Word opens (MS-OI29500 2.1.315)."""


class Note(Struct, frozen=True):
    """A remark at a paragraph of the body."""

    paragraph: int
    """`Paragraph.index`."""
    remark: Remark


def room(draft: Draft) -> int:
    """How many comments may still be added to the draft."""
    return max(MOST - len(draft.comments), 0)


def annotated(data: bytes, draft: Draft, notes: Sequence[Note], day: date, language: Language) -> bytes:
    """The file `data`, read before as `draft`, with the notes as comments of that day.

    Notes at one paragraph keep their order. Raises UnreadableDraft when the file cannot be annotated and
    TextChanged when the result does not read as `draft` does.
    """
    wanted = Wanted(draft, notes, day, language)
    parts = WordParts(data, draft.name)
    elements = in_order(parts)
    if len(elements) == sum(1 for _ in draft.paragraphs()) + draft.guidance:
        # Nearly always: then the slower way is not needed, and the proof tells when it is.
        with suppress(Misplaced):
            return _with_notes(parts, elements, wanted)
        parts = WordParts(data, draft.name)
    return _with_notes(parts, by_probes(parts), wanted)


class Wanted(Struct, frozen=True):
    """What is put into which draft."""

    draft: Draft
    notes: Sequence[Note]
    day: date
    language: Language


def _with_notes(parts: WordParts, elements: Mapping[int, Element], wanted: Wanted) -> bytes:
    """The file with the notes at the paragraphs whose elements are given by `Paragraph.index`, and proved."""
    notes = wanted.notes
    ids = unused_ids(parts, len(notes))
    add_comments(parts, [note.remark for note in notes], ids, wanted.day, wanted.language)
    hosts = [allowed(elements[note.paragraph]) for note in notes]
    numbers: dict[Element, list[int]] = {}
    for host, number in zip(hosts, ids, strict=True):
        numbers.setdefault(host, []).append(number)
    for host, its in numbers.items():
        mark(host, its, parts.w)
    parts.change(parts.main)
    result = parts.data()
    indexes = {element: index for index, element in elements.items()}
    prove(wanted.draft, read_docx(result, wanted.draft.name), [indexes.get(host) for host in hosts])
    return result
