"""The running header in a way."""

from collections.abc import Iterator

import msgspec

from docctl.domain.draft import Paragraph, Row, Run, Story, Table
from tests.kit.drawings import text_box
from tests.kit.looks import Role
from tests.kit.options import Header
from tests.kit.paragraphs import Press, empty_paragraph, tab_stops
from tests.kit.tables import controlled, table_xml

CENTRE, RIGHT = 234.0, 467.0
"""Tab stops, in points."""


def story_xml(press: Press, story: Story) -> str:
    """The paragraphs and tables of a header or footer."""
    (block,) = story.blocks if len(story.blocks) == 1 else (None,)
    if not isinstance(block, Table) or press.way.header in (Header.TABLE, Header.CONTROL):
        return "".join(_as_written(press, story))
    if press.way.header in (Header.TABS, Header.MARGIN_TABS):
        return "".join(_tabbed(press, row) for row in block.rows)
    lines = [p for row in block.rows for cell in row.cells for p in cell.blocks if isinstance(p, Paragraph)]
    paragraphs = "".join(press.paragraph(_outside(p), Role.RUNNING) for p in lines if p.text)
    pictures = "".join(press.paragraph(_outside(p), Role.RUNNING) for p in lines if p.pictures)
    if press.way.header is Header.PARAGRAPHS:
        return pictures + paragraphs
    return pictures + f"<w:p><w:pPr></w:pPr>{text_box(paragraphs, press.runs.next_id(), press.way)}</w:p>"


def _as_written(press: Press, story: Story) -> Iterator[str]:
    for block in story.blocks:
        if isinstance(block, Table):
            xml = table_xml(press, block, Role.RUNNING, bordered=bool(press.way.seed % 2))
            yield controlled(press, xml) if press.way.header is Header.CONTROL else xml
        else:
            yield press.paragraph(block, Role.RUNNING)
    if isinstance(story.blocks[-1], Table):
        yield empty_paragraph(press.style(Role.RUNNING))


def _tabbed(press: Press, row: Row) -> str:
    cells = [p for cell in row.cells for p in cell.blocks if isinstance(p, Paragraph)]
    runs: list[Run] = []
    for number, cell in enumerate(cells):
        if number and cell.runs:
            runs.append(msgspec.structs.replace(cell.runs[0], text="\t", field=""))
        runs.extend(cell.runs)
    line = Paragraph(
        index=0,
        text="".join(run.text for run in runs),
        runs=tuple(runs),
        fields=tuple(field for cell in cells for field in cell.fields),
        pictures=sum(cell.pictures for cell in cells),
    )
    if press.way.header is Header.MARGIN_TABS:
        return _to_margins(press.paragraph(line, Role.RUNNING))
    stops = tab_stops(("center", CENTRE, "none"), ("right", RIGHT, "none"))
    return press.paragraph(line, Role.RUNNING, extra={"w:tabs": stops})


def _to_margins(paragraph: str) -> str:
    """The first tab goes to the centre, the next to the right margin."""
    for alignment in ("center", "right"):
        tab = f'<w:ptab w:relativeTo="margin" w:alignment="{alignment}" w:leader="none"/>'
        paragraph = paragraph.replace("<w:tab/>", tab, 1)
    return paragraph


def _outside(paragraph: Paragraph) -> Paragraph:
    return msgspec.structs.replace(paragraph, cell=None)
