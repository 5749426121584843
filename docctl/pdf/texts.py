"""Rows of text as the paragraphs of a draft."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docctl.domain.draft import CellPlace, Field, Paragraph, Run
from docctl.domain.formats import Alignment, CharFormat, ParagraphFormat
from docctl.domain.patterns import regex
from docctl.pdf.columns import Column
from docctl.pdf.joining import Hyphens
from docctl.pdf.page import Span
from docctl.pdf.rows import Row

_MARKS = {
    ord("\u00ad"): None,
    ord("\u200b"): None,
    ord("\ufeff"): None,
    ord("\uf0b7"): "•",
    ord("\uf0a7"): "•",
    ord("\uf0d8"): "•",
    ord("\uf0fc"): "•",
    ord("\uf076"): "•",
    ord("\uf02d"): "–",
}
"""Letters that only the look tells from others, and the bullets of the fonts Symbol and Wingdings."""
_BULLET = regex(r"^[•▪●◦§o]\s+(?=\S)")
_NUMBER = regex(r"[(\[]?(?:\d+(?:\.\d+)*|\w)[.)\]]{0,2}|[-–—•▪●◦§o]")
_JUSTIFIED = ParagraphFormat(alignment=Alignment.JUSTIFIED)
_FORMATS = {alignment: ParagraphFormat(alignment=alignment) for alignment in Alignment}


class Pieces:
    """The text of a paragraph while rows are added to it, each piece with its format."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._formats: list[CharFormat] = []

    def add(self, spans: Iterable[Span], formats: "Formats") -> None:
        """Add the letters of a row."""
        for span, look in _looks(tuple(spans), formats):
            if self._formats and self._formats[-1] is look:
                self._texts[-1] += span.text
            else:
                self._texts.append(span.text)
                self._formats.append(look)

    def end_with(self, ending: str) -> None:
        """Add a letter to what stands there."""
        self._texts[-1] += ending

    def cut_hyphen(self) -> None:
        """Take the last letter away."""
        self._texts[-1] = self._texts[-1][:-1]

    def runs(self) -> tuple[Run, ...]:
        """The runs, their letters composed."""
        return tuple(
            Run(shown(text), look) for text, look in zip(self._texts, self._formats, strict=True) if text
        )


def _looks(spans: tuple[Span, ...], formats: "Formats") -> Iterator[tuple[Span, CharFormat]]:
    """Spans with their formats; a number in front looks as its text: Word may have put it there."""
    for place, span in enumerate(spans):
        numbers = place == 0 and len(spans) > 1 and _NUMBER.fullmatch(span.text.strip())
        yield span, formats.of(spans[1] if numbers else span)


class Formats:
    """The formats of the letters, each made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, float, bool, bool], CharFormat] = {}

    def of(self, span: Span) -> CharFormat:
        """The format of a span's letters."""
        key = (span.font, span.size, span.bold, span.italic)
        found = self._made.get(key)
        if found is None:
            found = CharFormat(span.font, span.size, span.bold, span.italic, ascii_font=span.font)
            self._made[key] = found
        return found


def shown(text: str) -> str:
    """Letters as a Word file would have them: composed, soft hyphens gone, bullets of symbol fonts named."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_MARKS))


def alignment_of(rows: Sequence[Row], column: Column) -> Alignment:
    """How the rows of a paragraph seem to be set."""
    seen = {column.aligned(row) for row in rows}
    if seen == {Alignment.CENTER}:
        return Alignment.CENTER
    if seen <= {Alignment.RIGHT, Alignment.CENTER}:
        return Alignment.RIGHT
    return Alignment.JUSTIFIED if column.justified else Alignment.LEFT


class Writer:
    """Makes paragraphs, numbered one after another as in one story."""

    def __init__(self, hyphens: Hyphens, formats: Formats) -> None:
        self._hyphens, self._formats = hyphens, formats
        self._index = 0

    def paragraph(
        self,
        rows: Sequence[Row],
        column: Column,
        *,
        section: int = 1,
        cell: CellPlace | None = None,
        fields: tuple[Field, ...] = (),
    ) -> Paragraph:
        """The paragraph of these rows."""
        runs = self._runs(rows, column)
        text = "".join(run.text for run in runs)
        label = ""
        if match := _BULLET.match(text):
            label, text = "•", text[match.end() :]
            runs = (
                (Run(runs[0].text[match.end() :], runs[0].format), *runs[1:])
                if len(runs[0].text) > match.end()
                else runs[1:]
            )
        self._index += 1
        return Paragraph(
            index=self._index,
            text=text,
            label=label,
            label_level=0 if label else None,
            bullet=bool(label),
            runs=runs,
            format=_FORMATS[alignment_of(rows, column)],
            fields=fields,
            section=section,
            cell=cell,
            break_before=rows[0].first and rows[0].page > 1,
            page=rows[0].page,
        )

    def blank(
        self,
        page: int,
        *,
        section: int = 1,
        cell: CellPlace | None = None,
        first: bool = False,
        pictures: int = 0,
    ) -> Paragraph:
        """A paragraph without text."""
        self._index += 1
        return Paragraph(
            index=self._index,
            text="",
            section=section,
            cell=cell,
            page=page,
            break_before=first,
            pictures=pictures,
        )

    def _runs(self, rows: Sequence[Row], column: Column) -> tuple[Run, ...]:
        pieces = Pieces()
        pieces.add(rows[0].spans, self._formats)
        for before, row in pairwise(rows):
            letter = (before.right - before.left) / max(len(before.text), 1)
            joined = self._hyphens.joined(before.text, row.text, column.room(before) / max(letter, 0.1))
            if joined[len(before.text) :].startswith(" "):
                pieces.end_with(" ")
            elif len(joined) < len(before.text) + len(row.text):
                pieces.cut_hyphen()
            pieces.add(row.spans, self._formats)
        return pieces.runs()
