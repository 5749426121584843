"""The running headers of a draft, each once, and what every one of them is compared with."""

from collections.abc import Iterable, Iterator

from docctl.checking.check import Subject
from docctl.checking.checks.title_kind import title_is_complete
from docctl.checking.checks.title_wording import Key, title_key
from docctl.checking.memo import once_per_subject
from docctl.checking.places import excerpt
from docctl.domain.draft import Section, Story, Variant
from docctl.domain.form import Form
from docctl.domain.parts import Found, PageOfPages, RunningHeader
from docctl.domain.patterns import regex
from docctl.domain.place import Place

_LINES = regex(r"[\n\t]")
MAX_LINES = 40
"""Lines of a header that are looked through."""
TITLE_LINES = 4
"""Lines that a title may take."""


def headers(subject: Subject) -> Iterator[RunningHeader]:
    """Headers that run, one that several sections share once; headers that are missing are apart."""
    return (header for header in _once(_shown(subject)) if runs(header))


def missing_headers(subject: Subject) -> Iterator[RunningHeader]:
    """Places where pages from the second on have no running header; those that share the lack once."""
    return (header for header in _once(_shown(subject)) if not runs(header))


def has_headers(subject: Subject) -> bool:
    """Whether some page has a running header."""
    return any(runs(header) for header in subject.parts.headers)


def runs(header: RunningHeader) -> bool:
    """Whether it is a running header: a page number alone makes none."""
    return any(found is not None for found in (header.organisation, header.title, header.edition))


def _shown(subject: Subject) -> Iterator[RunningHeader]:
    """The headers that some page shows: the page on which a continuous section begins keeps its header."""
    continuous = {section.number for section in subject.draft.sections if section.start == "continuous"}
    for header in subject.parts.headers:
        if header.story.variant is not Variant.FIRST or header.place.section not in continuous:
            yield header


def _once(found: Iterable[RunningHeader]) -> Iterator[RunningHeader]:
    seen: set[tuple[str, str]] = set()
    for header in found:
        key = (header.story.variant.value, header.story.text)
        if not (header.story.inherited and key in seen):
            yield header
        seen.add(key)


def place_of_header(header: RunningHeader) -> Place:
    """The place of the whole header, with its first words."""
    place = header.place
    return Place(part=place.part, section=place.section, page=place.page, excerpt=excerpt(header.story.text))


def reference_title(subject: Subject) -> Found | None:
    """The title that headers must repeat; None while the title page itself has none or a faulty one."""
    page, form = subject.parts.title_page, subject.parts.form
    if page is None or form is None or not title_is_complete(page, form):
        return None
    return page.title


def reference_organisation(subject: Subject) -> Found | None:
    """The organisation that headers must repeat; None while the title page lacks it."""
    page = subject.parts.title_page
    return page.organisation if page is not None else None


def title_in(subject: Subject, header: RunningHeader) -> Found | None:
    """The header's title; where another text stands beside it on lines of its own, without that text."""
    expected, form = reference_title(subject), subject.parts.form
    if header.title is None or expected is None or form is None:
        return header.title
    key = title_key(expected.text, form)
    if title_key(header.title.text, form) != key and key in _line_keys(header, form):
        return Found(expected.text, header.title.place)
    return header.title


def _line_keys(header: RunningHeader, form: Form) -> Iterator[Key]:
    """The lines of a header, and neighbouring lines together, as titles are compared."""
    lines = [line for line in _LINES.split(header.story.text) if line.strip()][:MAX_LINES]
    for start in range(len(lines)):
        for stop in range(start + 1, min(start + TITLE_LINES, len(lines)) + 1):
            yield title_key(" ".join(lines[start:stop]), form)


def paged_in_footer(subject: Subject, header: RunningHeader) -> bool:
    """Whether the footer of the same pages counts them by fields: page X of Y."""
    names = {field.name for story in _footers(subject, header) for field in story.fields}
    return {"PAGE", "NUMPAGES"} <= names


def _footers(subject: Subject, header: RunningHeader) -> list[Story]:
    section = _sections(subject).get(header.place.section or 0)
    stories = section.footers if section else ()
    return [story for story in stories if story.variant is header.story.variant]


@once_per_subject
def _sections(subject: Subject) -> dict[int, Section]:
    return {section.number: section for section in subject.draft.sections}


def counts_pages(subject: Subject, header: RunningHeader) -> bool:
    """Whether the pages that show the header say by fields which page of how many they are."""
    return header.pages is PageOfPages.FIELDS or paged_in_footer(subject, header)
