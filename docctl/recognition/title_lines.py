"""The lines of the title page, grouped as a reader sees them: cells, text boxes, the page itself."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from docctl.domain.draft import CellPlace, Paragraph
from docctl.domain.folding import closed_up, fold
from docctl.domain.formats import Alignment
from docctl.domain.place import Part, Place
from docctl.recognition.lines import Line, place_of

_LONGEST = 300
"""Characters of the longest line of a title page."""
_MOST = 400
"""Lines of the longest title page."""


class TitleLine(Struct, frozen=True):
    """A line of the title page: a paragraph, or a piece of it between line breaks and tabs."""

    text: str
    key: str
    """Folded, letter-spacing closed up."""
    paragraph: Paragraph
    group: int
    """Lines of one cell column, one text box or the page itself have the same group."""
    gap: bool
    """An empty line stands before it."""

    @property
    def place(self) -> Place:
        """Its place."""
        return place_of(self.paragraph, Part.TITLE)

    @property
    def centred(self) -> bool:
        """Set in the middle."""
        return self.paragraph.format.alignment is Alignment.CENTER


def title_lines(lines: tuple[Line, ...]) -> tuple[TitleLine, ...]:
    """The written lines; those of a table come column by column."""
    found: list[TitleLine] = []
    gap = False
    group = 0
    for paragraph, key in _by_columns(sorted(lines, key=_is_beside)):
        if key != group:
            group, gap = key, True
        pieces = [piece.strip() for line in paragraph.text.split("\n") for piece in line.split("\t")]
        written = [piece for piece in pieces if piece][:_MOST]
        for piece in written:
            text = " ".join(piece[:_LONGEST].split())
            found.append(TitleLine(text, closed_up(fold(text)), paragraph, group, gap))
            gap = False
        gap = gap or not written
        if len(found) > _MOST:
            break
    return tuple(found)


def _is_beside(line: Line) -> bool:
    """In a text box or frame: it stands beside the page's own lines, which it must not part."""
    return line.table is None and (line.paragraph.in_text_box or line.paragraph.format.framed)


def _by_columns(lines: Iterable[Line]) -> Iterator[tuple[Paragraph, int]]:
    """Paragraphs with their group: 0 is the page itself."""
    groups: dict[tuple[object, ...], int] = {(): 0}
    waiting: list[tuple[Paragraph, CellPlace]] = []
    for line in lines:
        paragraph = line.paragraph
        if line.table is not None and paragraph.cell:
            waiting.append((paragraph, paragraph.cell))
            continue
        yield from _columns(waiting, groups)
        waiting = []
        box = ("box",) if _is_beside(line) else ()
        yield paragraph, groups.setdefault(box, len(groups))
    yield from _columns(waiting, groups)


def _columns(
    waiting: list[tuple[Paragraph, CellPlace]], groups: dict[tuple[object, ...], int]
) -> Iterator[tuple[Paragraph, int]]:
    ordered = sorted(waiting, key=lambda pair: (pair[1].table, pair[1].column, pair[1].row))
    for paragraph, cell in ordered:
        yield paragraph, groups.setdefault((cell.table, cell.column), len(groups))
