"""The title page in a way."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from docctl.domain.draft import Block, Paragraph, Run, Table
from docctl.domain.formats import Alignment, ParagraphFormat
from tests.kit.drawings import text_box
from tests.kit.looks import Role
from tests.kit.markup import tag
from tests.kit.options import TitleBlock, TitleSpacing
from tests.kit.paragraphs import FRAME, Press, empty_paragraph
from tests.kit.tables import WIDTH, table_xml

EMPTY = 3
"""Empty paragraphs between the groups of the title page."""
INDENT = 255.0
"""Left indent of an approval block that is not right-aligned, in points."""


def title_xml(press: Press, blocks: list[Block]) -> str:
    """The title page, its approval block as the way has it."""
    if press.way.title_block is TitleBlock.BESIDE and not isinstance(blocks[0], Table):
        return _two_cells(press, blocks)
    groups = groupby(blocks, key=_at_right)
    pieces = ["".join(_group(press, list(group), at_right=at_right)) for at_right, group in groups]
    if press.way.title_spacing is TitleSpacing.EMPTY_PARAGRAPHS:
        return "".join(empty_paragraph() for _ in range(EMPTY)).join(pieces)
    return "".join(pieces)


def _two_cells(press: Press, blocks: list[Block]) -> str:
    """What stands over the approval block at the left, the block at the right, the rest below."""
    rights = [n for n, block in enumerate(blocks) if _at_right(block)]
    if not rights or any(isinstance(block, Table) for block in blocks):
        return "".join(_group(press, blocks, at_right=False))
    left, right, rest = blocks[: rights[0]], blocks[rights[0] : rights[-1] + 1], blocks[rights[-1] + 1 :]
    cells = ("".join(_group(press, part, at_right=False)) for part in (left, right))
    return _beside(*cells) + "".join(_group(press, rest, at_right=False))


def _at_right(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.format.alignment is Alignment.RIGHT


def _group(press: Press, group: list[Block], *, at_right: bool) -> Iterator[str]:
    paragraphs = [block for block in group if isinstance(block, Paragraph)]
    if not at_right or any(p.in_text_box or p.format.framed for p in paragraphs):
        for block in group:
            yield table_xml(press, block) if isinstance(block, Table) else press.paragraph(block, Role.TITLE)
        return
    yield _approval(press, paragraphs)


def _approval(press: Press, paragraphs: list[Paragraph]) -> str:
    way = press.way.title_block
    if way is TitleBlock.LINES:
        return press.paragraph(_lines(paragraphs), Role.TITLE)
    if way is TitleBlock.INDENTED:
        return "".join(press.paragraph(_indented(p), Role.TITLE) for p in paragraphs)
    if way is TitleBlock.FRAME:
        return "".join(press.paragraph(p, Role.TITLE, extra={"w:framePr": FRAME}) for p in paragraphs)
    inside = "".join(press.paragraph(p, Role.TITLE) for p in paragraphs)
    if way is TitleBlock.TABLE:
        return _beside("<w:p/>", inside)
    if way is TitleBlock.TEXT_BOX:
        return f"<w:p><w:pPr></w:pPr>{text_box(inside, press.runs.next_id(), press.way)}</w:p>"
    return inside


def _lines(paragraphs: list[Paragraph]) -> Paragraph:
    runs: list[Run] = []
    for number, paragraph in enumerate(paragraphs):
        if number and runs:
            runs.append(msgspec.structs.replace(runs[-1], text="\n"))
        runs.extend(paragraph.runs)
    return msgspec.structs.replace(paragraphs[0], text="".join(run.text for run in runs), runs=tuple(runs))


def _indented(paragraph: Paragraph) -> Paragraph:
    return msgspec.structs.replace(
        paragraph,
        format=ParagraphFormat(
            alignment=Alignment.LEFT,
            alignment_origin=paragraph.format.alignment_origin,
            left_indent=INDENT,
        ),
    )


def _beside(left: str, right: str) -> str:
    """A table of two cells without borders."""
    half = WIDTH // 2
    width = tag("w:tcPr", tag("w:tcW", w_w=half, w_type="dxa"))
    cells = tag("w:tc", width, left or "<w:p/>") + tag("w:tc", width, right)
    grid = tag("w:tblGrid", tag("w:gridCol", w_w=half), tag("w:gridCol", w_w=half))
    properties = tag("w:tblPr", tag("w:tblW", w_w=WIDTH, w_type="dxa"))
    return tag("w:tbl", properties, grid, tag("w:tr", cells))
