"""One line of a sketch as a paragraph."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.sketch.formats import char_format, heading_level, paragraph_format, style_format
from docctl.checking.sketch.marks import Marks, Spot, paragraph_marks
from docctl.domain.draft import CellPlace, Field, Paragraph, Run
from docctl.domain.formats import CharFormat, ParagraphFormat
from docctl.domain.patterns import regex

EMPTY = "¶"
BULLET = "•"
TOC = 'TOC \\o "1-3" \\h \\z \\u'

_RUN = regex(r"\[\[([^|\[\]]*)\|(.*?)\]\]")
BREAK = " // "
_DECIMAL = regex(r"\d+(?:\.\d+)*\.?\Z")


class Setting(Struct, frozen=True, kw_only=True):
    """What a paragraph is put into."""

    index: int
    section: int
    paragraph: ParagraphFormat
    characters: CharFormat
    cell: CellPlace | None = None
    break_before: bool = False
    page: int | None = None
    toc_begun: bool = False
    """The paragraph before it belongs to the contents field."""


def split_marks(line: str, spot: Spot) -> tuple[Marks, str]:
    """The marks at the start of a line, and its text."""
    if line.startswith("\\"):
        return Marks(), line[1:]
    if not line.startswith("{") or line.startswith("{{"):
        return Marks(), line
    inside, brace, text = line[1:].partition("}")
    if not brace:
        spot.wrong("The brace is not closed.")
    return paragraph_marks(inside, spot), text.removeprefix(" ")


def read_paragraph(marks: Marks, text: str, setting: Setting, spot: Spot) -> Paragraph:
    """A paragraph of this text with these marks."""
    style = marks.style or ("toc 1" if marks.toc else "normal")
    characters = char_format(marks, style_format(style, setting.characters))
    pieces = tuple(_pieces("" if text == EMPTY else text, characters, spot))
    runs = tuple(piece.run for piece in pieces if not piece.hidden)
    shown = "".join(run.text for run in runs)
    hidden = marks.hidden or "".join(piece.run.text for piece in pieces if piece.hidden)
    fields = tuple(piece.field for piece in pieces if piece.field is not None)
    if marks.toc and not setting.toc_begun:
        fields = (Field("TOC", TOC, shown, dirty=marks.dirty), *fields)
    numbered = marks.bullet or marks.num is not None
    return Paragraph(
        index=setting.index,
        text=shown,
        label=marks.num or (BULLET if marks.bullet else ""),
        label_level=_level(marks) if numbered else None,
        bullet=marks.bullet,
        runs=runs,
        format=paragraph_format(marks, setting.paragraph, spot),
        style=style,
        heading_level=heading_level(style),
        fields=fields,
        in_field="TOC" if marks.toc else "",
        original_text=marks.original,
        hidden_text=hidden,
        placeholder=marks.placeholder,
        section=setting.section,
        cell=setting.cell,
        in_text_box=marks.textbox,
        pictures=marks.picture,
        break_before=setting.break_before or marks.page,
        page_breaks=marks.breaks,
        break_last=marks.breaks > 0,
        page=setting.page,
    )


def _level(marks: Marks) -> int:
    if marks.level is not None:
        return marks.level
    if marks.num is None or not _DECIMAL.match(marks.num):
        return 0
    return marks.num.rstrip(".").count(".")


class _Piece(Struct, frozen=True):
    run: Run
    field: Field | None = None
    hidden: bool = False


def _pieces(text: str, characters: CharFormat, spot: Spot) -> Iterator[_Piece]:
    position = 0
    for found in _RUN.finditer(text):
        if found.start() > position:
            yield _Piece(Run(_shown(text[position : found.start()]), characters))
        yield _marked(paragraph_marks(found[1], spot), _shown(found[2]), characters)
        position = found.end()
    if position < len(text):
        yield _Piece(Run(_shown(text[position:]), characters))


def _marked(marks: Marks, text: str, characters: CharFormat) -> _Piece:
    name = marks.field.split()[0].upper() if marks.field else ""
    field = Field(name, marks.field or name, text, dirty=marks.dirty) if name else None
    return _Piece(Run(text, char_format(marks, characters), name), field, marks.hidden is not None)


def _shown(text: str) -> str:
    return text.replace("\\t", "\t").replace(BREAK, "\n")
