"""The running header: that it is there, with edition, page X of Y and logo."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.breaks import least_pages
from docctl.checking.check import NoParams, Outcome, Subject, Unverifiable, check, hit, silence
from docctl.checking.checks.header_stories import (
    has_headers,
    headers,
    missing_headers,
    paged_in_footer,
    place_of_header,
)
from docctl.checking.checks.header_wording import mark_words
from docctl.domain.aspects import Aspect
from docctl.domain.parts import PageOfPages, RunningHeader
from docctl.domain.place import Part, Place


@check("header_present", NoParams)
def header_present(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every page from the second on has a running header."""
    if not has_headers(subject):
        yield hit(Place(part=Part.HEADER), "nowhere")
        return
    for header in missing_headers(subject):
        yield hit(header.place, header.story.variant.value, section=header.place.section or 1)


@check("header_edition", NoParams)
def header_edition(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every header names the edition, where the document names one at all."""
    if subject.parts.editions:
        for header in headers(subject):
            if header.edition is None:
                yield hit(place_of_header(header))


@check("header_pages", NoParams)
def header_pages(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every header counts pages by fields: page X of Y.

    Where fields cannot be told from typed figures, what is not there at all is told all the same.
    """
    fits = {PageOfPages.FIELDS}
    if Aspect.FIELDS in subject.draft.unknown:
        fits |= {PageOfPages.TYPED}
    for header in headers(subject):
        if header.pages not in fits and not paged_in_footer(subject, header):
            yield hit(place_of_header(header), header.pages.value)
    yield from silence(subject, Aspect.FIELDS)


@check("header_total", NoParams)
def header_total(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Y is the number of pages: exactly that of a layout, else no fewer than the breaks make."""
    pages = subject.draft.pages
    counted = [header for header in headers(subject) if header.total is not None]
    if pages is not None and not pages.estimated:
        yield from _other_totals(counted, pages.value)
    elif counted:
        yield Unverifiable()
        typed = [header for header in counted if header.pages is PageOfPages.TYPED]
        yield from _low_totals(typed, least_pages(subject.draft)) if typed else ()


def _other_totals(counted: list[RunningHeader], pages: int) -> Iterator[Outcome]:
    for header in counted:
        if header.total is not None and header.total != pages:
            yield hit(place_of_header(header), total=header.total, pages=pages)


def _low_totals(typed: list[RunningHeader], least: int) -> Iterator[Outcome]:
    """Totals typed by hand that even the breaks contradict; Word renews those of fields by itself."""
    for header in typed:
        if header.total is not None and header.total < least:
            yield hit(place_of_header(header), "too_few", total=header.total, pages=least)


class LogoParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `header_logo`."""

    words: int = 1
    """Words in Latin letters or capitals that count as a mark in place of a picture."""


@check("header_logo", LogoParams)
def header_logo(subject: Subject, params: LogoParams) -> Iterator[Outcome]:
    """Every header has the logo or, in its place, the mark in letters."""
    found = list(headers(subject))
    bare = [header for header in found if not _has_logo(subject, header, params)]
    if bare and len(bare) == len(found):
        yield hit(place_of_header(bare[0]), "nowhere")
        return
    for header in bare:
        yield hit(place_of_header(header))


def _has_logo(subject: Subject, header: RunningHeader, params: LogoParams) -> bool:
    return header.story.pictures > 0 or len(mark_words(subject, header)) >= params.words
