"""What is being written: the body, headers and footers, and the Word sections they belong to."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from docctl.checking.sketch.marks import Marks, PageMarks
from docctl.domain.draft import Block, Comment, PageSetup, Paragraph, Section, Story, Variant


class Pen:
    """Where the next paragraph goes, with the counts of its story."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.paragraphs: list[Paragraph] = []
        self.comments: list[Comment] = []
        self.break_pending = False
        self.in_toc = False
        self.page: int | None = None
        self._tables = 0

    def next_paragraph(self) -> int:
        """Ordinal of the paragraph that comes next."""
        return len(self.paragraphs) + 1

    def next_table(self) -> int:
        """Ordinal of the table that comes next."""
        self._tables += 1
        return self._tables

    def take_break(self) -> bool:
        """Whether a page break stands before the next paragraph; it is used up."""
        pending, self.break_pending = self.break_pending, False
        return pending

    def remember(self, paragraph: Paragraph, marks: Marks) -> None:
        """Count a paragraph, and keep the comment that its marks leave at it."""
        self.paragraphs.append(paragraph)
        if marks.comment is not None:
            self.comments.append(Comment(paragraph.index, marks.comment))


class StoryPen(Pen):
    """A header or footer being written."""


class _Open(Struct):
    marks: PageMarks
    headers: dict[Variant, StoryPen]
    footers: dict[Variant, StoryPen]


class SectionsPen:
    """The Word sections so far, the last one open."""

    def __init__(self) -> None:
        self._open = [_Open(PageMarks(), {}, {})]
        self._set_up = False

    @property
    def number(self) -> int:
        """Ordinal of the open section."""
        return len(self._open)

    def begin(self, marks: PageMarks, *, first: bool) -> bool:
        """Begin a section, or set up the first one while it is empty; says whether one was begun."""
        last = self._open[-1]
        if first and not (self._set_up or last.headers or last.footers):
            last.marks = marks
            self._set_up = True
            return False
        self._open.append(_Open(marks, {}, {}))
        return True

    def header(self, variant: Variant) -> StoryPen:
        """The header of the open section, empty."""
        return self._open[-1].headers.setdefault(variant, StoryPen())

    def footer(self, variant: Variant) -> StoryPen:
        """The footer of the open section, empty."""
        return self._open[-1].footers.setdefault(variant, StoryPen())

    def open_stories(self) -> Iterator[StoryPen]:
        """Every header and footer that was written."""
        for section in self._open:
            yield from section.headers.values()
            yield from section.footers.values()

    def sections(self) -> tuple[Section, ...]:
        """All sections, with the headers and footers they inherit."""
        headers: dict[Variant, Story] = {}
        footers: dict[Variant, Story] = {}
        return tuple(
            _section(number, section, headers, footers) for number, section in enumerate(self._open, start=1)
        )


def _section(
    number: int, section: _Open, headers: dict[Variant, Story], footers: dict[Variant, Story]
) -> Section:
    marks = section.marks
    first = marks.first or Variant.FIRST in section.headers or Variant.FIRST in section.footers
    return Section(
        number=number,
        page=_page_setup(marks),
        headers=_in_force(section.headers, headers, first=first),
        footers=_in_force(section.footers, footers, first=first),
        different_first=first,
        start=_start(marks),
        page_start=marks.start,
    )


def _in_force(
    own: dict[Variant, StoryPen], before: dict[Variant, Story], *, first: bool
) -> tuple[Story, ...]:
    inherited = {variant: msgspec.structs.replace(story, inherited=True) for variant, story in before.items()}
    written = {variant: Story(variant, tuple(pen.blocks)) for variant, pen in own.items()}
    before.update(inherited | written)
    return tuple(before[v] for v in Variant if v in before and (first or v is not Variant.FIRST))


def _page_setup(marks: PageMarks) -> PageSetup:
    width, height = marks.width, marks.height
    if marks.landscape and width < height:
        width, height = height, width
    return PageSetup(
        width=width,
        height=height,
        left=marks.left,
        right=marks.right,
        top=marks.top,
        bottom=marks.bottom,
        gutter=marks.gutter,
        header=marks.header,
        footer=marks.footer,
        landscape=width > height,
    )


def _start(marks: PageMarks) -> str:
    if marks.continuous:
        return "continuous"
    return "evenPage" if marks.even else "oddPage" if marks.odd else "nextPage"
