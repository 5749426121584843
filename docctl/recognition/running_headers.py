"""The running headers in force from page 2 on, one to a variant of a Word section."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from docctl.domain.draft import Draft, Field, Section, Story, Variant, paragraphs_of
from docctl.domain.parts import Found, FoundEdition, PageOfPages, RunningHeader, TitlePage
from docctl.domain.patterns import regex
from docctl.domain.place import Part, Place
from docctl.recognition.editions import edition_in
from docctl.recognition.header_pieces import Known, Said, said_in
from docctl.recognition.lines import Layout, place_of
from docctl.recognition.page_numbers import PageSpan, page_number_in
from docctl.recognition.vocabulary import Speech, Vocabulary

_PAGE = regex(r"\bPAGE\b", re.IGNORECASE)
_PAGES = regex(r"\bNUMPAGES\b", re.IGNORECASE)
_FIGURE = regex(r"\d{1,5}")
_LINES = 60
"""Lines of the longest header."""
_ONE_PAGE = 2500
"""Characters that surely fit on one page: a short section with a first page of its own has no second."""


class Headers(Struct, frozen=True):
    """The headers of a draft."""

    running: tuple[RunningHeader, ...]
    on_title_page: tuple[Story, ...]
    title_section: int | None


def headers_of(
    draft: Draft, layout: Layout, title_stop: int, title: TitlePage | None, vocabulary: Vocabulary
) -> Headers:
    """Headers in force.

    Args:
        draft: the draft.
        layout: its lines.
        title_stop: one past the last line of the title page; 0 when there is none.
        title: the title page.
        vocabulary: the words of the form.
    """
    known = Known(
        title.organisation.text if title and title.organisation else "",
        title.title.text if title and title.title else "",
    )
    later = {line.paragraph.section for line in layout.lines[title_stop:]}
    title_section = layout.lines[0].paragraph.section if title and layout.lines else None
    long = _long_sections(layout)
    running: list[RunningHeader] = []
    for section in draft.sections:
        if section.number in later or not title:
            short = section.number not in long
            running += _of_section(section, title_section, short, vocabulary, known)
    return Headers(tuple(running), tuple(_on_title_page(draft, title_section)), title_section)


def _long_sections(layout: Layout) -> set[int]:
    """The Word sections that may have a second page."""
    letters: Counter[int] = Counter()
    long: set[int] = set()
    for line in layout.lines:
        section = line.paragraph.section
        if section in letters and line.starts_page:
            long.add(section)
        letters[section] += len(line.paragraph.text)
    return long | {section for section, count in letters.items() if count >= _ONE_PAGE}


def _of_section(
    section: Section, title_section: int | None, short: bool, vocabulary: Vocabulary, known: Known
) -> Iterator[RunningHeader]:
    headers = {story.variant: story for story in section.headers}
    footers = {story.variant: story for story in section.footers}
    for variant in _variants(section, headers, footers, title_section, short):
        header = headers.get(variant, Story(variant, ()))
        yield _read(section.number, header, footers.get(variant, Story(variant, ())), vocabulary, known)


def _variants(
    section: Section,
    headers: Mapping[Variant, Story],
    footers: Mapping[Variant, Story],
    title_section: int | None,
    short: bool,
) -> list[Variant]:
    """The variants that show on a page from page 2 on."""
    first = section.different_first and section.number != (title_section or 1)
    variants = [Variant.FIRST] if first else []
    if not (first and short and _says(headers, Variant.FIRST) and not _says(headers, Variant.DEFAULT)):
        variants.append(Variant.DEFAULT)
    if Variant.EVEN in headers or Variant.EVEN in footers:
        variants.append(Variant.EVEN)
    return variants


def _says(stories: Mapping[Variant, Story], variant: Variant) -> bool:
    return variant in stories and bool(stories[variant].text.strip())


def _read(section: int, header: Story, footer: Story, vocabulary: Vocabulary, known: Known) -> RunningHeader:
    said = said_in(header.blocks, vocabulary, known)
    pages, total = _pages(header, footer, vocabulary.speech)
    return RunningHeader(
        place=_place(section, header),
        story=header,
        organisation=_found(said.organisation, section),
        edition=_edition(said, section) or _edition_in_footer(footer, section, vocabulary.speech),
        title=_found(said.title, section),
        pages=pages,
        total=total,
    )


def _place(section: int, story: Story) -> Place:
    paragraph = next(paragraphs_of(story.blocks), None)
    excerpt = " ".join(story.text.split())[:120]
    return Place(
        part=Part.HEADER, section=section, paragraph=paragraph.index if paragraph else None, excerpt=excerpt
    )


def _found(said: tuple[str, object] | None, section: int) -> Found | None:
    return Found(said[0], Place(part=Part.HEADER, section=section, excerpt=said[0][:120])) if said else None


def _edition(said: Said, section: int) -> FoundEdition | None:
    if said.edition is None:
        return None
    span, paragraph = said.edition
    place = place_of(paragraph, Part.HEADER)
    return span.found(
        Place(part=Part.HEADER, section=section, paragraph=place.paragraph, excerpt=place.excerpt)
    )


def _edition_in_footer(footer: Story, section: int, speech: Speech) -> FoundEdition | None:
    for paragraph in paragraphs_of(footer.blocks):
        if span := edition_in(paragraph.text, speech):
            return span.found(Place(part=Part.FOOTER, section=section, excerpt=paragraph.text[:120]))
    return None


def _pages(header: Story, footer: Story, speech: Speech) -> tuple[PageOfPages, int | None]:
    """How page X of Y is made, in the header or else in the footer, and Y as shown."""
    judged = [_pages_of(story, speech) for story in (header, footer)]
    order = list(PageOfPages)
    return min(judged, key=lambda pair: order.index(pair[0]) if pair[0] is not PageOfPages.TYPED else 0.5)


def _pages_of(story: Story, speech: Speech) -> tuple[PageOfPages, int | None]:
    page, total = _field(story, _PAGE), _field(story, _PAGES)
    typed = _typed(story, speech)
    if page and total:
        return PageOfPages.FIELDS, _figure(total.result)
    if page or total:
        shown = typed.total if typed else None
        by_hand = total is not None or (shown is not None and not _has_section_pages(story))
        return (PageOfPages.TYPED if by_hand else PageOfPages.PAGE_ONLY), shown
    if typed is None:
        return PageOfPages.MISSING, None
    return PageOfPages.TYPED, typed.total


def _typed(story: Story, speech: Speech) -> PageSpan | None:
    spans = (page_number_in(line, speech) for line in story.text.split("\n")[:_LINES])
    return next((span for span in spans if span), None)


def _field(story: Story, name: re.Pattern[str]) -> Field | None:
    return next((field for field in story.fields if name.search(field.instruction or field.name)), None)


def _has_section_pages(story: Story) -> bool:
    return any(field.name == "SECTIONPAGES" for field in story.fields)


def _figure(text: str) -> int | None:
    match = _FIGURE.search(text)
    return int(match[0]) if match else None


def _on_title_page(draft: Draft, title_section: int | None) -> Iterator[Story]:
    """Headers and footers that show on the title page."""
    section = next((one for one in draft.sections if one.number == title_section), None)
    if section is None:
        return
    variant = Variant.FIRST if section.different_first else Variant.DEFAULT
    yield from (story for story in section.headers + section.footers if story.variant is variant)
