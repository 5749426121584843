"""Page breaks that somebody made: the pages that a draft has at least, whatever its layout."""

from collections.abc import Iterable, Iterator

from docctl.domain.draft import Draft, Paragraph, Section

NEW_PAGE = frozenset({"nextPage", "oddPage", "evenPage"})
"""Starts of a Word section that begin a page."""


def page_ordinals(paragraphs: Iterable[Paragraph], sections: Iterable[Section]) -> Iterator[int]:
    """For each paragraph the pages that breaks before it have begun; long text makes more."""
    breaking = {section.number for section in sections if section.start in NEW_PAGE}
    page = pending = 0
    before: Paragraph | None = None
    for paragraph in paragraphs:
        begins = paragraph.break_before or _begins_section(before, paragraph, breaking)
        page += max(pending, int(begins and before is not None))
        ends = paragraph.break_last or not paragraph.text.strip()
        pending = paragraph.page_breaks if ends else 0
        page += 0 if ends else paragraph.page_breaks
        yield page
        before = paragraph


def _begins_section(before: Paragraph | None, paragraph: Paragraph, breaking: set[int]) -> bool:
    return before is not None and before.section != paragraph.section and paragraph.section in breaking


def least_pages(draft: Draft) -> int:
    """How many pages with text the breaks alone make."""
    paragraphs = list(draft.paragraphs())
    ordinals = page_ordinals(paragraphs, draft.sections)
    return len({page for page, p in zip(ordinals, paragraphs, strict=True) if p.text.strip()})
