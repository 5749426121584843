"""Where pages begin, as far as a file that was not laid out can tell.

Word stores the page count and where its pages last began; both go stale when another program writes the
file, so they are believed only where the text bears them out. Else explicit breaks and the volume of the text
decide.
"""

from collections.abc import Sequence
from math import ceil

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import force_setattr

from docctl.docx.flow import LAID_OUT_BREAK, PAGE_BREAK, TEXT, Laid
from docctl.domain.draft import CellPlace, Pages, PageSetup, Paragraph, Section
from docctl.domain.formats import LineRule

PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
SAME_PAGE = frozenset({"continuous", "nextColumn"})
POINTS_IN_MM = 72 / 25.4
LETTER_WIDTH = 0.48
"""Mean width of a letter in sizes of the font: Times New Roman, Cyrillic."""
LINE_HEIGHT = 1.15
"""Height of a single line in sizes of the font."""
USUAL_SIZE = 12.0
SMALLEST_WIDTH, SMALLEST_SIZE, LARGEST = 36.0, 1.0, 1584.0
"""Points. No line, letter or space is larger than the largest page."""
STALE = 0.15
"""Stored counts of characters that are off by more than this share, and by more than a line, are stale."""
LINE = 60


class StoredCounts(Struct, frozen=True):
    """What docProps/app.xml says; None where it is silent."""

    pages: int | None = None
    characters: int | None = None
    """Without spaces."""


def stored_counts(root: Element | None) -> StoredCounts:
    """The counts of the extended properties part."""
    if root is None:
        return StoredCounts()
    return StoredCounts(_count(root, "Pages"), _count(root, "Characters"))


def _count(root: Element, name: str) -> int | None:
    text = (root.findtext(PROPERTIES + name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def paginate(laid: Sequence[Laid], sections: Sequence[Section], stored: StoredCounts) -> Pages:
    """The number of pages; tells every paragraph its page, and whether a new one starts before it."""
    believed = any(LAID_OUT_BREAK in item.flow for item in laid)
    pages = _Pages(sections, believed)
    for item in laid:
        pages.lay(item)
    if stored.pages and stored.pages >= pages.explicit and not _stale(stored, laid):
        return Pages(stored.pages)
    return Pages(pages.count)


def _stale(stored: StoredCounts, laid: Sequence[Laid]) -> bool:
    if stored.characters is None:
        return False
    texts = (item.paragraph.text for item in laid if not item.paragraph.in_text_box)
    characters = sum(len(text) - text.count(" ") for text in texts)
    return abs(characters - stored.characters) > max(LINE, STALE * characters)


class _Pages:
    """The count of pages while paragraphs are laid one after another."""

    def __init__(self, sections: Sequence[Section], believed: bool) -> None:
        self._sections = sections
        self._believed = believed
        """The breaks of Word's last layout are there to go by."""
        self._section = 1
        self._empty = True
        """Nothing stands on the page yet."""
        self._awaited = True
        """Word's own mark of the page that an explicit break has begun is still to come."""
        self._parted = False
        """The last paragraph ended in a page break."""
        self._column = _Column(sections[0].page)
        self._cell: CellPlace | None = None
        self._row_start = self._row_end = 1
        self.page = self.explicit = 1

    @property
    def count(self) -> int:
        """All pages so far."""
        return max(self.page, self._row_end)

    def lay(self, item: Laid) -> None:
        """Put a paragraph where it belongs. Text boxes lie on the page of what they are anchored in."""
        paragraph = item.paragraph
        if paragraph.in_text_box:
            force_setattr(paragraph, "page", self.page)
            return
        self._side_by_side(paragraph.cell)
        starts = self._start_section(paragraph)
        if paragraph.format.page_break_before and not starts and not self._empty:
            self._new_page()
        if starts or self._parted:
            # The values are not yet anyone else's; where pages begin shows only when all are read.
            force_setattr(paragraph, "break_before", True)
        self._parted = paragraph.break_last
        self._flow(item)

    def _side_by_side(self, cell: CellPlace | None) -> None:
        """Cells of a row begin on one page; a row over two pages has Word's break in every cell."""
        before, self._cell = self._cell, cell
        if cell == before:
            return
        self._row_end = self.page = max(self.page, self._row_end)
        if cell is None or before is None or (cell.table, cell.row) != (before.table, before.row):
            self._row_start = self.page
        elif self._believed:
            self.page = self._row_start

    def _start_section(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is the first of a section that begins a page."""
        if paragraph.section == self._section:
            return False
        self._section = paragraph.section
        section = self._sections[self._section - 1]
        if section.start in SAME_PAGE:
            return False
        self._new_page()
        self._column = _Column(section.page)
        return True

    def _new_page(self) -> None:
        self.page += 1
        self.explicit += 1
        self._empty = self._awaited = True
        self._column.clear()

    def _flow(self, item: Laid) -> None:
        if item.flow == TEXT:
            self._empty = self._awaited = False
            force_setattr(item.paragraph, "page", self._place(item))
            return
        placed = 0
        at_start = self.page
        for event in item.flow:
            if event == PAGE_BREAK:
                self._new_page()
            elif event == LAID_OUT_BREAK:
                self.page += not self._awaited
                self._awaited = False
            else:
                placed = placed or self._place(item)
                self._awaited = False
        if TEXT not in item.flow:
            self._place(item)
        self._empty = item.flow.endswith(PAGE_BREAK)
        force_setattr(item.paragraph, "page", placed or at_start)

    def _place(self, item: Laid) -> int:
        """The page that the paragraph starts on; it takes its room there."""
        if self._believed:
            return self.page
        started, ended = self._column.place(item)
        self.page += ended
        return self.page - ended + started


class _Column:
    """The room on a page of a section, in points, filled from the top."""

    def __init__(self, page: PageSetup) -> None:
        self._width = max((page.width - page.left - page.right - page.gutter) * POINTS_IN_MM, SMALLEST_WIDTH)
        self._height = max((page.height - page.top - page.bottom) * POINTS_IN_MM, SMALLEST_WIDTH)
        self._used = 0.0
        self._row: CellPlace | None = None
        self._cell = self._tallest = 0.0
        """Heights of the cell that is being filled and of the tallest in its row, which is the row's."""

    def clear(self) -> None:
        """A new page."""
        self._used = 0.0
        self._row = None

    def place(self, item: Laid) -> tuple[int, int]:
        """Add a paragraph: on which later page it starts, and how many pages it turns."""
        height = _height(item.paragraph, item.width or self._width)
        grown = self._grown(item.paragraph.cell, height)
        line = min(height, self._height)
        started = int(self._used > 0 and self._used + line > self._height and grown > 0)
        total = (self._height if started else self._used) + grown
        turned = max(ceil(total / self._height) - 1, 0)
        self._used = total - turned * self._height
        return started, max(turned, started)

    def _grown(self, cell: CellPlace | None, height: float) -> float:
        """By how much the text grows: cells of one row stand side by side."""
        if cell is None:
            self._row = None
            return height
        row = self._row
        if row is None or (row.table, row.row) != (cell.table, cell.row):
            self._tallest = 0.0
        if row != cell:
            self._cell = 0.0
        before = self._tallest
        self._row = cell
        self._cell += height
        self._tallest = max(before, self._cell)
        return self._tallest - before


def _height(paragraph: Paragraph, width: float) -> float:
    """Points that a paragraph takes from top to bottom."""
    form = paragraph.format
    if form.framed:
        return 0.0
    size = _within(paragraph.runs[0].format.size if paragraph.runs else USUAL_SIZE, SMALLEST_SIZE)
    room = max(width - max(form.left_indent, 0.0) - max(form.right_indent, 0.0), SMALLEST_WIDTH)
    letters = max(room / (size * LETTER_WIDTH), 1.0)
    lines = sum(max(ceil(len(line) / letters), 1) for line in paragraph.text.split("\n"))
    if form.line_rule is LineRule.MULTIPLE:
        height = size * LINE_HEIGHT * form.line_spacing
    else:
        height = form.line_spacing
    return lines * _within(height, SMALLEST_SIZE) + _within(form.space_before) + _within(form.space_after)


def _within(points: float, least: float = 0.0) -> float:
    """A length as Word allows it; broken files say anything."""
    return min(max(points, least), LARGEST)
