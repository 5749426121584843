"""A whole sketch as a draft."""

from collections.abc import Callable, Iterator

import msgspec

from docctl.checking.sketch.formats import ASIDE, TEXT
from docctl.checking.sketch.marks import FileMarks, PageMarks, Spot, directive_marks
from docctl.checking.sketch.paragraphs import BREAK, Setting, read_paragraph, split_marks
from docctl.checking.sketch.sections import Pen, SectionsPen, StoryPen
from docctl.checking.sketch.tables import RowLine, read_table
from docctl.checking.sketch.whole import active_content, comments, prevailing_language, revisions
from docctl.domain.draft import Block, CellPlace, Draft, Pages, Variant
from docctl.domain.formats import CharFormat
from docctl.domain.patterns import regex

_DIRECTIVE = regex(r"===\s*(\w+)\s*(.*)\Z")


def read_sketch(text: str, name: str = "sketch.docx") -> Draft:
    """Read a draft that is written as text.

    Args:
        text: the sketch.
        name: the file name that the draft gets, unless ``=== file name=`` says another.

    Raises:
        ConfigurationError: an unknown directive, attribute or value; the message names the line.
    """
    return _Reader(name, prevailing_language(text)).read(text)


class _Reader:
    """Goes through the lines once, writing into the body or into a header or footer."""

    def __init__(self, name: str, language: str | None) -> None:
        self._name = name
        self._file = FileMarks()
        self._language = language
        self._sections = SectionsPen()
        self._body = Pen()
        self._pen = self._body
        self._rows: list[RowLine] = []
        self._directives: dict[str, Callable[[str, Spot], None]] = {
            "page": self._page,
            "section": self._section,
            "header": self._header,
            "footer": self._footer,
            "body": self._back,
            "file": self._set_file,
        }

    def read(self, text: str) -> Draft:
        for spot, line in _lines(text, self._name):
            self._line(line, spot)
        self._end_table()
        return self._draft()

    def _line(self, line: str, spot: Spot) -> None:
        if line.startswith("|"):
            self._rows.append(RowLine(line, spot))
            return
        self._end_table()
        if line.startswith("==="):
            self._directive(line, spot)
        elif line.strip(" ") or "\t" in line:
            self._paragraph(line, spot)

    def _directive(self, line: str, spot: Spot) -> None:
        found = _DIRECTIVE.match(line)
        if found is None or found[1] not in self._directives:
            known = ", ".join(self._directives)
            spot.wrong(
                "“{written}” is not known; expected === and one of: {known}.", written=line, known=known
            )
        self._directives[found[1]](found[2], spot)

    def _paragraph(self, line: str, spot: Spot, cell: CellPlace | None = None) -> Block:
        marks, text = split_marks(line, spot)
        pen = self._pen
        pen.page = marks.on or pen.page
        setting = Setting(
            index=pen.next_paragraph(),
            section=self._sections.number,
            paragraph=ASIDE if cell or pen is not self._body else TEXT,
            characters=self._characters(12 if cell or pen is not self._body else 14),
            cell=cell,
            break_before=pen.take_break(),
            page=pen.page,
            toc_begun=pen.in_toc,
        )
        pen.in_toc = marks.toc
        paragraph = read_paragraph(marks, text, setting, spot)
        pen.remember(paragraph, marks)
        if cell is None:
            pen.blocks.append(paragraph)
        return paragraph

    def _characters(self, size: float) -> CharFormat:
        font = "Times New Roman"
        return CharFormat(font=font, size=size, ascii_font=font, language=self._language)

    def _end_table(self) -> None:
        if self._rows:
            pen = self._pen
            table = read_table(self._rows, pen.next_table(), self._sections.number, self._cell)
            pen.blocks.append(table)
            self._rows = []

    def _cell(self, text: str, place: CellPlace, spot: Spot) -> tuple[Block, ...]:
        return tuple(self._paragraph(line, spot, place) for line in text.split(BREAK))

    def _page(self, rest: str, spot: Spot) -> None:
        if self._pen.break_pending:
            self._paragraph("", spot)
        self._pen.break_pending = True

    def _section(self, rest: str, spot: Spot) -> None:
        marks = directive_marks(rest, PageMarks, spot)
        begun = self._sections.begin(marks, first=not self._body.blocks)
        self._body.break_pending = begun and not marks.continuous
        self._pen = self._body

    def _header(self, rest: str, spot: Spot) -> None:
        self._pen = self._sections.header(_variant(rest, spot))

    def _footer(self, rest: str, spot: Spot) -> None:
        self._pen = self._sections.footer(_variant(rest, spot))

    def _back(self, rest: str, spot: Spot) -> None:
        self._pen = self._body

    def _set_file(self, rest: str, spot: Spot) -> None:
        self._file = directive_marks(rest, FileMarks, spot)
        if self._file.language:
            self._language = None if self._file.language == "none" else self._file.language

    def _draft(self) -> Draft:
        marks = self._file
        for story in self._sections.open_stories():
            self._end_story(story)
        return Draft(
            name=marks.name or self._name,
            format=marks.format,
            blocks=tuple(self._body.blocks),
            sections=self._sections.sections(),
            mirror_margins=marks.mirror,
            update_fields=marks.update,
            revisions=revisions(marks, self._body.paragraphs, Spot(self._name, 1)),
            comments=comments(marks, self._body),
            active=active_content(marks),
            default_language=self._language,
            pages=Pages(marks.pages, estimated=not marks.laid_out) if marks.pages else None,
        )

    def _end_story(self, story: StoryPen) -> None:
        """A header without text still holds an empty paragraph, as in Word."""
        if not story.blocks:
            self._pen = story
            self._paragraph("", Spot(self._name, 1))


def _lines(text: str, name: str) -> Iterator[tuple[Spot, str]]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        yield Spot(name, number), line


def _variant(rest: str, spot: Spot) -> Variant:
    try:
        return msgspec.convert(rest.strip() or "default", Variant)
    except msgspec.ValidationError:
        spot.wrong("“{text}” is none of: first, even.", text=rest.strip())
