"""The parts of a draft by the form of its kind: done once, before any rule."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from docctl.domain.draft import Draft, Paragraph
from docctl.domain.folding import bare, fold
from docctl.domain.form import Form
from docctl.domain.formats import Alignment
from docctl.domain.lexicon import Lexicon
from docctl.domain.parts import FoundEdition, Parts, RunningHeader, TitlePage
from docctl.domain.place import Part
from docctl.domain.words import Language
from docctl.recognition.appendices import after_label
from docctl.recognition.contents import ContentsSpan, contents_of
from docctl.recognition.editions import names_only_edition
from docctl.recognition.header_pieces import pieces_of
from docctl.recognition.kinds import form_of
from docctl.recognition.landmarks import Finder, Landmark, finder_of
from docctl.recognition.language import language_of
from docctl.recognition.lines import Layout, Line, layout_of, set_off
from docctl.recognition.running_headers import headers_of
from docctl.recognition.sections import Numbered, SectionSpan, sections_of
from docctl.recognition.sheets import PARTS, SheetSpan, captions_of, sheet_of, spans_of
from docctl.recognition.signature_sheet import signature_sheet_of
from docctl.recognition.title_page import has_evidence, title_page_of
from docctl.recognition.vocabulary import (
    ACQUAINTANCE,
    CHANGE,
    CONTENTS,
    SHEETS,
    SIGNATURE,
    Vocabulary,
    speech_of,
    vocabulary_of,
)

_HINTED_SECTIONS = 4
"""Word sections whose headers are looked at for the title."""
_APPENDIX_LENGTH = 160
_FRONT = 60
"""Lines of the longest title page."""


def recognise(draft: Draft, forms: tuple[Form, ...], lexicon: Lexicon, kind: str | None = None) -> Parts:
    """The parts of a draft.

    Args:
        draft: the draft.
        forms: the forms it may follow.
        lexicon: the words that recognition knows.
        kind: the kind, when the caller knows it; else it is recognised.
    """
    layout = layout_of(draft, speech_of(lexicon).numbering)
    language = language_of((line.paragraph.text for line in layout.lines), lexicon)
    told = next((form for form in forms if form.kind == kind), None)
    form = told or form_of(draft, layout, forms, lexicon)
    if form is None:
        return _unrecognised(layout, language)
    return _Recognition(draft, layout, vocabulary_of(form, lexicon)).parts(language)


def _unrecognised(layout: Layout, language: Language) -> Parts:
    return Parts(
        form=None,
        language=language,
        body=tuple(line.paragraph for line in layout.lines if line.table is None),
        parts=(Part.BODY,) * len(layout.lines),
        clauses=(None,) * len(layout.lines),
    )


class _Recognition:
    """The steps of one recognition, each of which builds on those before it."""

    def __init__(self, draft: Draft, layout: Layout, vocabulary: Vocabulary) -> None:
        self.draft, self.layout, self.vocabulary = draft, layout, vocabulary
        self.contents: ContentsSpan | None = contents_of(layout, vocabulary)
        self.marks: tuple[Landmark, ...] = self._first_mark()
        self.sheets: tuple[SheetSpan, ...] = self._sheets(self._front())
        self.title_stop, self.title = self._title_page()
        finder = finder_of(layout, vocabulary, self._title_text())
        self.marks = self._all_marks(finder)
        self.sheets = self._sheets(layout)

    def parts(self, language: Language) -> Parts:
        """Everything that was recognised."""
        places = self._places()
        spans = tuple(self._section_spans())
        self._fill_gaps(places, spans)
        numbered = list(sections_of(self.layout, spans, places, self.vocabulary.form))
        headers = headers_of(self.draft, self.layout, self.title_stop, self.title, self.vocabulary)
        sheets = {span.role: span for span in self.sheets}
        vocabulary, layout = self.vocabulary, self.layout
        signature, acquaintance, change = (sheets.get(role) for role in (SIGNATURE, ACQUAINTANCE, CHANGE))
        return Parts(
            form=vocabulary.form,
            language=language,
            title_page=self.title,
            title_section=headers.title_section,
            title_headers=headers.on_title_page,
            headers=headers.running,
            signature_sheet=signature_sheet_of(layout, signature, vocabulary) if signature else None,
            contents=self.contents.contents if self.contents else None,
            sections=tuple(one.section for one in numbered),
            acquaintance_sheet=sheet_of(layout, acquaintance, vocabulary.acquaintance)
            if acquaintance
            else None,
            change_sheet=sheet_of(layout, change, vocabulary.change) if change else None,
            number=self.title.number if self.title else None,
            editions=tuple(self._editions(headers.running, places)),
            body=tuple(self._body(places)),
            parts=tuple(places),
            clauses=_clauses(numbered, len(places)),
        )

    def _listed(self, finder: Finder, start: int) -> tuple[Landmark, ...]:
        """Known headings outside the contents, those that stand in tables among them."""
        stop = len(self.layout.lines)
        if self.contents:
            found = [*finder.listed(start, max(start, self.contents.start))]
            found += finder.listed(max(start, self.contents.stop), stop)
        else:
            found = [*finder.listed(start, stop)]
        found += (mark for mark in captions_of(self.layout, self.vocabulary) if mark.position >= start)
        known = (mark for mark in found if mark.role != CONTENTS)
        return tuple(sorted(known, key=lambda mark: mark.position))

    def _first_mark(self) -> tuple[Landmark, ...]:
        """The first known heading: what the title page cannot go beyond."""
        start = self._past_evidence()
        stop = self.contents.start if self.contents else len(self.layout.lines)
        found = [*islice(finder_of(self.layout, self.vocabulary, "").listed(start, max(start, stop)), 1)]
        found += captions_of(self.layout, self.vocabulary)
        return tuple(sorted(found, key=lambda mark: mark.position)[:1])

    def _past_evidence(self) -> int:
        """One past the first page's last kind line or opening of an approval: no section begins above."""
        front = self.layout.lines[:_FRONT]
        first = [*takewhile(lambda line: line.position == 0 or not line.starts_page, front)]
        last = (line.position for line in reversed(first) if has_evidence([line], self.vocabulary))
        return next(last, -1) + 1

    def _all_marks(self, finder: Finder) -> tuple[Landmark, ...]:
        listed = self._listed(finder, self.title_stop)
        unlisted = [mark for reach in self._reaches(listed) for mark in finder.unlisted(*reach, listed)]
        outside = [mark for mark in unlisted if not _in_sheet(mark.position, listed)]
        return tuple(sorted((*listed, *outside), key=lambda mark: mark.position))

    def _reaches(self, listed: tuple[Landmark, ...]) -> Iterator[tuple[int, int]]:
        """From where to where sections may begin: after the contents, or around contents at the end."""
        last = len(self.layout.lines)
        if self.contents is None:
            yield self.title_stop, last
            return
        sections = (mark.position for mark in listed if mark.role in self.vocabulary.sections)
        if next(sections, last) < self.contents.start:
            yield self.title_stop, self.contents.start
        yield max(self.contents.stop, self.title_stop), last

    def _front(self) -> Layout:
        """The draft with the tables before the first known heading: one may end the title page."""
        first = self.marks[0].position if self.marks else _FRONT
        return Layout(self.layout.lines, tuple(span for span in self.layout.tables if span.start <= first))

    def _sheets(self, layout: Layout) -> tuple[SheetSpan, ...]:
        return spans_of(layout, self.vocabulary, self.marks, self.contents)

    def _title_page(self) -> tuple[int, TitlePage | None]:
        stop = self._title_stop()
        hints = tuple(
            bare(fold(text))
            for section in self.draft.sections[:_HINTED_SECTIONS]
            for story in section.headers
            for text in pieces_of(story.blocks)
        )
        title = title_page_of(self.layout.lines[:stop], self.vocabulary, hints) if stop else None
        return (stop, title) if title else (0, None)

    def _title_stop(self) -> int:
        """It ends with the first page that has something of one, at the latest where the next part begins."""
        starts = [mark.position for mark in self.marks]
        starts += [span.start for span in self.sheets]
        starts += [self.contents.start] if self.contents else []
        starts += islice(self._numbered_text(), 1)
        latest = min(starts, default=len(self.layout.lines))
        page = 0
        for line in self.layout.lines[1:latest]:
            if line.starts_page:
                if has_evidence(self.layout.lines[page : line.position], self.vocabulary):
                    return line.position
                page = line.position
        return latest

    def _numbered_text(self) -> Iterator[int]:
        """Where clauses begin, or the numbered heading over the first of them."""
        heading = None
        for line in self.layout.lines:
            number = line.number
            if number and number.depth > 1 and number.rest and not number.doubtful:
                yield line.position if heading is None else heading
            if not line.blank:
                heading = line.position if number and number.depth == 1 else None

    def _title_text(self) -> str:
        return self.title.title.text if self.title and self.title.title else ""

    def _places(self) -> list[Part]:
        """The part of every line."""
        places = [Part.BODY] * len(self.layout.lines)
        _fill(places, Part.TITLE, 0, self.title_stop)
        if self.contents:
            _fill(places, Part.CONTENTS, self.contents.start, self.contents.stop)
        for span in self.sheets:
            _fill(places, PARTS[span.role], span.start, self._sheet_stop(span))
        return places

    def _fill_gaps(self, places: list[Part], spans: tuple[SectionSpan, ...]) -> None:
        """Empty lines between the parts in front of the sections belong to the part before them."""
        first = spans[0].start if spans else len(places)
        for line in self.layout.lines[1:first]:
            if places[line.position] is Part.BODY and line.blank:
                places[line.position] = places[line.position - 1]

    def _sheet_stop(self, span: SheetSpan) -> int:
        if span.mark is None or self.contents is None or not span.start < self.contents.start < span.stop:
            return span.stop
        return self.contents.start

    def _section_spans(self) -> Iterator[SectionSpan]:
        marks = self.marks
        for ordinal, mark in enumerate(marks):
            if mark.role in SHEETS or not (mark.role is None or mark.role in self.vocabulary.sections):
                continue
            following = marks[ordinal + 1] if ordinal + 1 < len(marks) else None
            start = mark.position if mark.number_at is None else mark.number_at
            stop = _start_of(following) if following else len(self.layout.lines)
            if self.contents and start < self.contents.start < stop:
                stop = self.contents.start
            yield SectionSpan(mark, start, self._appendix_between(mark.position + 1, stop))

    def _appendix_between(self, start: int, stop: int) -> int:
        """Where an appendix begins: its figures are no clauses of the section before it."""
        for line in self.layout.lines[start:stop]:
            if line.table is None and not line.number and self._opens_appendix(line):
                return line.position
        return stop

    def _opens_appendix(self, line: Line) -> bool:
        paragraph = line.paragraph
        if not 0 < len(paragraph.text) <= _APPENDIX_LENGTH or paragraph.text.rstrip().endswith((";", ",")):
            return False
        if after_label(paragraph.text, self.vocabulary.speech.appendix) is None:
            return False
        return line.starts_page or set_off(paragraph) or paragraph.format.alignment is Alignment.RIGHT

    def _editions(self, running: tuple[RunningHeader, ...], places: list[Part]) -> Iterator[FoundEdition]:
        """Editions named on the title page, in headers, and on lines of their own before the sections."""
        for line, part in zip(self.layout.lines, places, strict=True):
            if (
                part in (Part.BODY, Part.CONTENTS)
                or not line.paragraph.text
                or len(line.paragraph.text) > 200
            ):
                continue
            for text in line.paragraph.text.split("\n"):
                if line.table is None or part is Part.TITLE:
                    span = names_only_edition(text.strip(), self.vocabulary.speech)
                    if span:
                        yield span.found(line.place(part))
        yield from (header.edition for header in running if header.edition)

    def _body(self, places: list[Part]) -> Iterator[Paragraph]:
        for line, part in zip(self.layout.lines, places, strict=True):
            if part is Part.BODY and line.table is None:
                yield line.paragraph


def _in_sheet(position: int, marks: tuple[Landmark, ...]) -> bool:
    """After the heading of a sheet that ends the document no unknown section begins."""
    before = bisect_left(marks, position, key=lambda mark: mark.position)
    return before > 0 and marks[before - 1].role in (ACQUAINTANCE, CHANGE)


def _start_of(mark: Landmark) -> int:
    return mark.position if mark.number_at is None else mark.number_at


def _fill(places: list[Part], part: Part, start: int, stop: int) -> None:
    places[start:stop] = [part] * max(0, stop - start)


def _clauses(numbered: list[Numbered], count: int) -> tuple[str | None, ...]:
    clauses: list[str | None] = [None] * count
    for one in numbered:
        for position, number in one.clauses.items():
            clauses[position] = number
    return tuple(clauses)
