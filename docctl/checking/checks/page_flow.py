"""Pages as they follow one another: their numbers, and pages left empty."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.places import place_of
from docctl.domain.draft import Block, Draft, Paragraph, Section, Story, Table, paragraphs_of
from docctl.domain.patterns import regex
from docctl.domain.place import Part, Place

_FIGURE = regex(r"\d")


class PageNumberParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `page_numbers`."""

    fields: tuple[str, ...] = ("PAGE",)
    words: tuple[str, ...] = ("бет", "стр", "страница", "лист", "page", "парақ")
    """Words beside which a typed figure is a page number."""
    shortest: int = 2500
    """Characters of a text that may still be a single page, where the number of pages is not known."""


@check("page_numbers", PageNumberParams, always)
def page_numbers(subject: Subject, params: PageNumberParams) -> Iterator[Outcome]:
    """Pages from the second on are numbered in their header or footer.

    In a document with a form one running header that is missing or lacks its page is told by the HDR rules.
    """
    draft = subject.draft
    if not _several_pages(draft, params):
        return
    bare = [section.number for section in draft.sections if not _numbered(section, params)]
    if len(bare) == len(draft.sections):
        if subject.parts.form is None or any(header.story.text.strip() for header in subject.parts.headers):
            yield hit(Place(part=Part.FILE))
    elif subject.parts.form is None:
        yield from (hit(Place(part=Part.FILE, section=n), "section") for n in bare if n > 1)


def _several_pages(draft: Draft, params: PageNumberParams) -> bool:
    if draft.pages is not None:
        return draft.pages.value > 1
    paragraphs = list(draft.paragraphs())
    if any(p.page_breaks or p.break_before for p in paragraphs[1:]):
        return True
    return sum(len(p.text) for p in paragraphs) > params.shortest


def _numbered(section: Section, params: PageNumberParams) -> bool:
    stories = section.headers + section.footers
    if any(field.name in params.fields for story in stories for field in story.fields):
        return True
    return any(_typed_number(story, params) for story in stories)


def _typed_number(story: Story, params: PageNumberParams) -> bool:
    for paragraph in paragraphs_of(story.blocks):
        text = paragraph.text.strip(" -–—\t").casefold()
        if text.isdecimal() or (_FIGURE.search(text) and any(word in text for word in params.words)):
            return True
    return False


class EmptyPage(Struct, frozen=True):
    """A page without anything on it."""

    opened_by: Paragraph
    """The first paragraph of the page, or the one whose break leaves the page empty."""
    last: int
    """Index of the last paragraph that belongs to the page."""


class EmptyPageParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `empty_pages`."""

    starts: tuple[str, ...] = ("evenPage", "oddPage")
    """Section starts that leave a page empty on purpose."""


@check("empty_pages", EmptyPageParams, always)
def empty_pages(subject: Subject, params: EmptyPageParams) -> Iterator[Outcome]:
    """No page is left empty by breaks with nothing but empty paragraphs between them."""
    purposely = {section.number for section in subject.draft.sections if section.start in params.starts}
    for page in find_empty_pages(subject.draft):
        if page.opened_by.section not in purposely:
            yield hit(place_of(subject, page.opened_by))


def find_empty_pages(draft: Draft) -> list[EmptyPage]:
    """The empty pages, by breaks alone: what a layout pushes to another page is not known here."""
    walk = _Walk()
    for block in draft.blocks:
        walk.step(block)
    walk.finish()
    return walk.found


class _Walk:
    """Goes from break to break and remembers whether anything stood between them."""

    def __init__(self) -> None:
        self.found: list[EmptyPage] = []
        self._filled = False
        self._at_top = True
        self._turned = False
        self._last = 0
        self._opened_by: Paragraph | None = None

    def step(self, block: Block) -> None:
        """Take the next block of the body."""
        if isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(block)

    def finish(self) -> None:
        """The end of the document ends the last page; an empty document is no empty page."""
        if self._turned:
            self._close()

    def _table(self, table: Table) -> None:
        first = next(paragraphs_of((table,)), None)
        if first is not None and first.break_before and not self._at_top:
            self._turn(first)
        self._filled, self._at_top = True, False

    def _paragraph(self, paragraph: Paragraph) -> None:
        for _ in range(_opening_breaks(paragraph) or (paragraph.break_before and not self._at_top)):
            self._turn(paragraph)
        if _shows_something(paragraph):
            self._filled = True
        self._at_top = False
        self._last = paragraph.index
        self._opened_by = self._opened_by or paragraph
        for _ in range(_closing_breaks(paragraph)):
            self._turn(paragraph)
            self._at_top = True

    def _turn(self, paragraph: Paragraph) -> None:
        self._close()
        self._filled, self._turned = False, True
        self._opened_by = paragraph

    def _close(self) -> None:
        if self._opened_by is not None and not self._filled:
            self.found.append(EmptyPage(self._opened_by, self._last))


def _shows_something(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip() or paragraph.label or paragraph.pictures)


def _opening_breaks(paragraph: Paragraph) -> int:
    """How many breaks surely stand before its text; one amid the text leaves a new line there."""
    if not paragraph.page_breaks or not _shows_something(paragraph) or "\n" in paragraph.text:
        return 0
    return min(paragraph.page_breaks - paragraph.break_last, 2)


def _closing_breaks(paragraph: Paragraph) -> int:
    """How many pages the paragraph surely ends; a break amid its text leaves text on both sides."""
    if not paragraph.page_breaks:
        return 0
    if not _shows_something(paragraph):
        return min(paragraph.page_breaks, 2)
    return 1 if paragraph.break_last else 0
