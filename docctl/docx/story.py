"""One story of a Word file, the body or a header: its paragraphs and tables in reading order."""

from collections.abc import Callable, Iterable, Mapping

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import force_setattr, replace

from docctl.docx import drawings
from docctl.docx.flow import Laid
from docctl.docx.formats import OUTSIDE_TABLES, CellStyling, Formats, TableStyling
from docctl.docx.guidance_style import HINTS, ORDINALS, PASSED
from docctl.docx.inline import ParagraphReader
from docctl.docx.numbering import Label
from docctl.docx.paragraph_ends import ends_of, is_removed
from docctl.docx.paragraphs import INLINE, shows_placeholder
from docctl.docx.revisions import DELETED, INSERTED, note, revisions
from docctl.docx.runs import OpenParagraph, Standing
from docctl.docx.sections import SectionProperties, section_properties
from docctl.docx.tables import Grid, GridCell, GridRow, column_widths, is_reformatted
from docctl.docx.xml import W
from docctl.domain.draft import Block, Cell, CellPlace, Revision, RevisionKind, Row, Table
from docctl.errors import UnreadableDraft

DEEPEST_BLOCKS = 30
"""Levels of tables, cells, text boxes and content controls around a paragraph; Word writes a handful."""
PROPERTIES, SECTION = W + "pPr", W + "sectPr"
GENERATED_STYLES = ("toc ", "index ", "table of ")
PARAGRAPH, TABLE = W + "p", W + "tbl"


class Surroundings(Struct, frozen=True):
    """What stands around a block."""

    cell: CellPlace | None = None
    styling: CellStyling = OUTSIDE_TABLES
    width: float | None = None
    in_text_box: bool = False
    placeholder: bool = False


class StoryReader:
    """Reads one story."""

    def __init__(self, formats: Formats, section: int = 1, *, is_body: bool = False) -> None:
        """`section`: ordinal of the Word section that the story begins in."""
        self._formats = formats
        self._is_body = is_body
        self._counters = formats.lists.counters()
        self._reader = ParagraphReader(formats, INLINE)
        self._around = Surroundings()
        self._blocks: list[Block] = []
        self._tables = 0
        self._depth = 0
        self._section = section
        self._waiting: OpenParagraph | None = None
        """A paragraph whose mark was deleted: it goes on in the next one."""
        self._passed = 0
        """Paragraphs passed over so far."""
        self.guidance = 0
        """Paragraphs of guidance."""
        self.laid: list[Laid] = []
        self.sections: list[SectionProperties] = []
        self.revisions: list[Revision] = []
        self.comments: dict[str, int] = {}
        """Paragraphs that comments are anchored in, by comment id."""

    def read(self, elements: Iterable[Element]) -> tuple[Block, ...]:
        """The blocks of the story, whose children come one by one."""
        blocks = self._collect(self._formats.guidance.passed_over(elements))
        if self._reader.fields.block:
            self._contain(self._reader.fields.block)
        return blocks

    def _contain(self, block: str) -> None:
        """A generated block without an end is a fault of the file: only what looks generated is in it."""
        for item in self.laid:
            paragraph = item.paragraph
            if paragraph.in_field == block and not paragraph.style.startswith(GENERATED_STYLES):
                # Nobody else has the value yet, and it may stand deep inside frozen tables.
                force_setattr(paragraph, "in_field", "")

    # Containers

    def _collect(self, elements: Iterable[Element]) -> tuple[Block, ...]:
        """The blocks of a container of their own: the story, a cell, a text box."""
        outer, self._blocks = self._blocks, []
        self._walk(elements)
        self._end_waiting()
        blocks, self._blocks = tuple(self._blocks), outer
        return blocks

    def _walk(self, elements: Iterable[Element]) -> None:
        self._depth += 1
        if self._depth > DEEPEST_BLOCKS:
            raise UnreadableDraft("its markup is nested deeper than {limit} levels", limit=DEEPEST_BLOCKS)
        for element in elements:
            handler = BLOCKS.get(element.tag)
            if handler is not None:
                handler(self, element)
        self._depth -= 1

    def transparent(self, element: Element) -> None:
        """A wrapper that shows what it holds."""
        self._walk(element)

    def alternate(self, element: Element) -> None:
        """mc:AlternateContent."""
        branch = drawings.chosen(element)
        if branch is not None:
            self._walk(branch)

    def control(self, element: Element) -> None:
        """A content control around blocks."""
        outer = self._around
        if shows_placeholder(element):
            self._around = replace(outer, placeholder=True)
        for content in element.iterchildren(W + "sdtContent"):
            self._walk(content)
        self._around = outer

    def guidance_passed(self, element: Element) -> None:
        """What stands for guidance: its paragraphs count, so that ordinals stay those of the file."""
        self._passed += int(element.get(ORDINALS, "0"))
        self.guidance += int(element.get(HINTS, "0"))

    def tracked(self, element: Element) -> None:
        """Blocks inside w:ins or w:del, where some programs put them."""
        outer, self._reader.view = self._reader.view, self._reader.view | VIEWS[element.tag]
        self._walk(element)
        self._reader.view = outer

    def section_end(self, element: Element) -> None:
        """The properties of the last section, or of one that a broken file ends between blocks."""
        if not self._inside_block:
            self._close_section(element)

    def _close_section(self, element: Element) -> None:
        self.sections.append(section_properties(element))
        self._section += 1
        if element.find(W + "sectPrChange") is not None:
            self._revise(RevisionKind.FORMAT, "")

    @property
    def paragraphs(self) -> int:
        """How many there were so far, guidance among them."""
        return len(self.laid) + self._passed

    @property
    def _inside_block(self) -> bool:
        return self._around.cell is not None or self._around.in_text_box

    def _revise(self, kind: RevisionKind, text: str) -> None:
        self.revisions.append(Revision(kind, self.paragraphs + 1 if self._is_body else None, text))

    # Paragraphs

    def paragraph(self, element: Element) -> None:
        """A w:p; one whose mark was deleted goes on in the next paragraph."""
        first = element[0] if len(element) else None
        properties = first if first is not None and first.tag == PROPERTIES else element.find(PROPERTIES)
        styling = self._formats.paragraph(properties, self._around.styling)
        paragraph, self._waiting = self._waiting or OpenParagraph(styling), None
        paragraph.styling = styling
        self._reader.read(element, paragraph)
        ends = ends_of(properties)
        if ends.reformatted:
            note(paragraph.changes, RevisionKind.FORMAT, 0, len(paragraph.pieces))
        if ends.mark is not None and is_removed(ends.mark, paragraph):
            paragraph.add("\n", self._formats.run(styling, ends.mark), "", DELETED)
            self._waiting = paragraph
            return
        self._finish(paragraph, ends.mark)
        if ends.section is not None and not self._inside_block:
            self._close_section(ends.section)

    def _end_waiting(self) -> None:
        """No paragraph follows in which one without its mark could go on."""
        paragraph, self._waiting = self._waiting, None
        if paragraph is not None and (paragraph.visible or not self._blocks):
            self._finish(paragraph, None)

    def _finish(self, paragraph: OpenParagraph, mark: Element | None) -> None:
        around, index = self._around, self.paragraphs + 1
        finished = paragraph.finished(
            Standing(
                index=index,
                label=self._label(paragraph, mark),
                generated=self._reader.fields.block if self._reader.fields.open else "",
                section=self._section,
                cell=around.cell,
                in_text_box=around.in_text_box,
                placeholder=around.placeholder,
            )
        )
        self._blocks.append(finished)
        self.laid.append(Laid(finished, "".join(paragraph.flow), around.width))
        if paragraph.changes:
            texts = [piece.text for piece in paragraph.pieces]
            self.revisions += revisions(paragraph.changes, texts, index if self._is_body else None)
        for comment in paragraph.comments:
            self.comments.setdefault(comment, index)
        for box in paragraph.boxes:
            self._box(box)

    def _label(self, paragraph: OpenParagraph, mark: Element | None) -> Label | None:
        """The automatic number; a paragraph of which nothing is shown, its mark included, is not counted."""
        item = paragraph.styling.item
        if item is None:
            return None
        if not paragraph.visible and mark is not None and self._formats.run(paragraph.styling, mark).hidden:
            return None
        return self._counters.label(item)

    # What stands beside a paragraph

    def _box(self, element: Element) -> None:
        """A text box of the paragraph just read; its own fields, not part of any around it."""
        outer = self._reader, self._around
        if element.tag == drawings.BOX:
            self._reader = ParagraphReader(self._formats, INLINE)
            self._around = replace(self._around, styling=OUTSIDE_TABLES, width=None, in_text_box=True)
            self._blocks += self._collect(element)
        else:
            self._blocks += self._collect([element])
        self._reader, self._around = outer

    # Tables

    def table(self, element: Element) -> None:
        """A w:tbl."""
        self._end_waiting()
        grid = Grid(element)
        for row in grid.deleted:
            self._revise(RevisionKind.DELETION, _all_text(row))
        if is_reformatted(element):
            self._revise(RevisionKind.FORMAT, "")
        if grid.rows or not grid.deleted:
            self._add_table(element, grid)
        if grid.strays:
            self._walk(grid.strays)

    def _add_table(self, element: Element, grid: Grid) -> None:
        self._tables += 1
        index, section, around = self._tables, self._section, self._around
        styling = self._formats.table(element.find(W + "tblPr"))
        widths = column_widths(element)
        rows = tuple([self._row(row, grid, TableContext(index, styling, widths)) for row in grid.rows])
        self._around = around
        self._blocks.append(Table(index, rows, section, around.in_text_box))

    def _row(self, row: GridRow, grid: Grid, table: "TableContext") -> Row:
        known = len(self.revisions)
        cells = tuple([self._cell(cell, grid, table) for cell in row.cells])
        if row.inserted and len(self.revisions) == known:
            self._revise(RevisionKind.INSERTION, " ".join([cell.text for cell in cells]))
        return Row(cells, row.header)

    def _cell(self, cell: GridCell, grid: Grid, table: "TableContext") -> Cell:
        outer = self._around
        self._around = Surroundings(
            cell=CellPlace(table.index, cell.row, cell.column),
            styling=table.styling.cell(
                row=cell.row - 1, column=cell.column - 1, rows=len(grid.rows), columns=grid.columns
            ),
            width=sum(table.widths[cell.column - 1 : cell.column - 1 + cell.span]) or None,
            in_text_box=outer.in_text_box,
            placeholder=outer.placeholder or cell.placeholder,
        )
        blocks = self._collect(cell.element)
        for joined in cell.joined:
            if _all_text(joined):
                blocks += self._collect(joined)
        self._around = outer
        return Cell(cell.row, cell.column, blocks, cell.row_span, cell.span)


class TableContext(Struct, frozen=True):
    """What the cells of a table share."""

    index: int
    styling: TableStyling
    widths: tuple[float, ...]


def _all_text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(W + "t", W + "delText"))


VIEWS = {W + "ins": INSERTED, W + "moveTo": INSERTED, W + "del": DELETED, W + "moveFrom": DELETED}
Handler = Callable[[StoryReader, Element], None]
BLOCKS: Mapping[object, Handler] = {
    PARAGRAPH: StoryReader.paragraph,
    TABLE: StoryReader.table,
    SECTION: StoryReader.section_end,
    PASSED: StoryReader.guidance_passed,
    W + "sdt": StoryReader.control,
    W + "customXml": StoryReader.transparent,
    W + "smartTag": StoryReader.transparent,
    drawings.ALTERNATE: StoryReader.alternate,
    **dict.fromkeys(VIEWS, StoryReader.tracked),
}
"""What is read, by the name of the element; all others show nothing."""
