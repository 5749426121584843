"""The running header and footer of a page as stories of a section."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from docctl.domain.draft import Block, Cell, CellPlace, Field, Paragraph, Run, Story, Table, Variant
from docctl.domain.draft import Row as TableRow
from docctl.domain.formats import CharFormat, ParagraphFormat
from docctl.pdf.page import Box, Line
from docctl.pdf.page_figures import PageFigures
from docctl.pdf.texts import Formats, shown

_APART = 3.0
"""Millimetres that part two columns of a running header."""
_PLAIN = ParagraphFormat()


class Stack(Struct):
    """Lines and pictures of a running header that stand over one another."""

    left: float
    right: float
    lines: list[Line] = []
    pictures: int = 0


def story_of(
    lines: Sequence[Line], pictures: Sequence[Box], page: int, figures: PageFigures, formats: Formats
) -> Story | None:
    """The story that these lines of a page are; None when there are none."""
    if not lines and not pictures:
        return None
    stacks = _stacks(lines, pictures)
    writer = _Writer(page, figures, formats)
    if len(stacks) == 1:
        return Story(Variant.DEFAULT, tuple(writer.paragraphs(stacks[0], None)))
    cells = tuple(
        Cell(1, column, tuple(writer.paragraphs(stack, CellPlace(1, 1, column))))
        for column, stack in enumerate(stacks, start=1)
    )
    return Story(Variant.DEFAULT, (Table(1, (TableRow(cells),)),))


def _stacks(lines: Iterable[Line], pictures: Iterable[Box]) -> list[Stack]:
    """What stands over one another, from left to right."""
    spread = [(line.left, line.right, line) for line in lines]
    boxes = [(box.left, box.right, None) for box in pictures]
    stacks: list[Stack] = []
    for left, right, line in sorted([*spread, *boxes], key=lambda piece: piece[0]):
        if not stacks or left > stacks[-1].right + _APART:
            stacks.append(Stack(left, right, []))
        stack = stacks[-1]
        stack.right = max(stack.right, right)
        if line is None:
            stack.pictures += 1
        else:
            stack.lines.append(line)
    return stacks


class _Writer:
    """Makes the paragraphs of one story."""

    def __init__(self, page: int, figures: PageFigures, formats: Formats) -> None:
        self._page, self._figures, self._formats = page, figures, formats
        self._index = 0

    def paragraphs(self, stack: Stack, cell: CellPlace | None) -> Iterator[Block]:
        """A paragraph to a line, from the top down; the pictures are in the first."""
        ordered = sorted(stack.lines, key=lambda line: (round(line.bottom), line.left))
        if not ordered:
            self._index += 1
            yield Paragraph(index=self._index, text="", cell=cell, page=self._page, pictures=stack.pictures)
        for number, line in enumerate(ordered):
            yield self._paragraph(line, cell, stack.pictures if number == 0 else 0)

    def _paragraph(self, line: Line, cell: CellPlace | None, pictures: int) -> Paragraph:
        self._index += 1
        found = tuple(self._figures.fields(line.text, self._page))
        runs = tuple(self._runs(line, found))
        return Paragraph(
            index=self._index,
            text="".join(run.text for run in runs),
            runs=runs,
            fields=tuple(field for _, _, field in found),
            cell=cell,
            page=self._page,
            pictures=pictures,
            format=_PLAIN,
        )

    def _runs(self, line: Line, found: Sequence[tuple[int, int, Field]]) -> Iterator[Run]:
        """The spans of a line, cut where a page number stands."""
        at = 0
        for span in line.spans:
            yield from self._cut(span.text, at, self._formats.of(span), found)
            at += len(span.text)

    def _cut(
        self, text: str, at: int, look: CharFormat, found: Sequence[tuple[int, int, Field]]
    ) -> Iterator[Run]:
        done = 0
        for start, stop, field in found:
            if at <= start and stop <= at + len(text):
                if start - at > done:
                    yield Run(shown(text[done : start - at]), look)
                yield Run(text[start - at : stop - at], look, field.name)
                done = stop - at
        if text[done:]:
            yield Run(shown(text[done:]), look)
