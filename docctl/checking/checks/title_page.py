"""The title page: organisation, kind, title, number, city and year, and nothing that runs over every page."""

import re
from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.title_approval import approval_is_plausible, other_year
from docctl.checking.checks.title_kind import TitleParams, title_is_complete
from docctl.checking.checks.title_wording import LEGAL_FORMS, key_of, organisation_key
from docctl.checking.places import excerpt
from docctl.domain.draft import Story
from docctl.domain.parts import TitlePage
from docctl.domain.place import Part, Place

NUMBERING_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})


class OrganisationParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `title_organisation`."""

    legal_forms: tuple[tuple[str, ...], ...] = LEGAL_FORMS
    """Wordings of legal forms; those in one list are the same."""


@check("title_organisation", OrganisationParams)
def title_organisation(subject: Subject, params: OrganisationParams) -> Iterator[Outcome]:
    """The organisation stands on the title page under its official name, where the office has said that."""
    page = subject.parts.title_page
    if page is None:
        yield hit(Place(part=Part.TITLE), "no_title_page")
    elif page.organisation is None:
        yield hit(page.place)
    elif not is_official(page.organisation.text, subject, params.legal_forms):
        yield hit(
            page.organisation.place,
            "unofficial",
            found=page.organisation.text,
            official=official_names(subject)[0],
        )


def official_names(subject: Subject) -> tuple[str, ...]:
    """The names that the office gave the organisation, those in the document's language first."""
    names = subject.office.organisation
    return (*names.in_language(subject.parts.language), *names.all())


def is_official(name: str, subject: Subject, legal_forms: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the name is one of the official ones; any is while the office has said none."""
    official = {organisation_key(wording, legal_forms) for wording in official_names(subject)}
    return not official or organisation_key(name, legal_forms) in official


@check("title_kind_line", NoParams)
def title_kind_line(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The kind of document stands on a line of its own."""
    page, form = subject.parts.title_page, subject.parts.form
    if page is not None and page.kind_line is None and form is not None:
        wordings = form.kind_lines.in_language(subject.parts.language)
        yield hit(page.place, kind=wordings[0] if wordings else form.names)


@check("title_names_kind", TitleParams)
def title_names_kind(subject: Subject, params: TitleParams) -> Iterator[Outcome]:
    """There is a title, and it names the kind of document."""
    page, form = subject.parts.title_page, subject.parts.form
    if page is None or form is None:
        return
    if page.title is None:
        yield hit(page.place)
    elif not title_is_complete(page, form, params):
        yield hit(page.title.place, "ending", title=page.title.text, kind=form.names)


class NumberParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `title_number`."""

    separators: str = "-–./"
    """Signs that may stand once between the figures and letters of a number: 12/3-н."""
    pattern: str = ""
    """A regular expression that the whole number fits, where an office is stricter."""
    length: int = 60
    """Longest number, in characters."""
    blank_words: tuple[str, ...] = ("от", "from", "dated", "of")
    """Words that a form prints after the blank for the number: № ___ от ___."""


@check("title_number", NumberParams)
def title_number(subject: Subject, params: NumberParams) -> Iterator[Outcome]:
    """The title page has a number of the usual shape, or a blank for it before approval."""
    page = subject.parts.title_page
    if page is None:
        return
    number = page.number
    if number is None:
        yield hit(page.place, blank=True)
    elif number.blank or set(key_of(number.text)) <= set(params.blank_words):
        yield hit(number.place, "blank", blank=True)
    elif not _well_formed(number.value, params):
        yield hit(number.place, "malformed", number=excerpt(number.text))


def _well_formed(value: str | None, params: NumberParams) -> bool:
    if value is None or len(value) > params.length or not any(map(str.isdigit, value)):
        return False
    if params.pattern:
        return re.fullmatch(params.pattern, value) is not None
    spaced = value.translate(dict.fromkeys(map(ord, params.separators), " "))
    return all(part.isalnum() for part in spaced.split(" "))


@check("title_city_year", NoParams)
def title_city_year(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """City and year close the title page, and the year is that of the approval."""
    page = subject.parts.title_page
    if page is None:
        return
    if page.city is None or page.year is None:
        yield hit(page.place, _missing(page))
    elif approval_is_plausible(subject) and (approved := other_year(page)):
        yield hit(page.year.place, "other_year", year=page.year.text, approved=str(approved))


def _missing(page: TitlePage) -> str:
    if page.city is None and page.year is None:
        return ""
    return "no_city" if page.city is None else "no_year"


@check("title_running_text", NoParams)
def title_running_text(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The title page shows neither the running header nor a page number."""
    section = subject.parts.title_section
    for story in subject.parts.title_headers:
        part = Part.FOOTER if _is_footer(subject, story) else Part.HEADER
        if _runs(story, part):
            yield hit(
                Place(part=part, section=section, excerpt=excerpt(story.text)), text=excerpt(story.text)
            )


def _is_footer(subject: Subject, story: Story) -> bool:
    return any(story is footer for section in subject.draft.sections for footer in section.footers)


def _runs(story: Story, part: Part) -> bool:
    """Whether it is running text. The foot of a title page may hold city and year: that is none."""
    text = story.text.strip()
    if any(field.name in NUMBERING_FIELDS for field in story.fields):
        return True
    return bool(text) and (part is Part.HEADER or text.strip(" -–—.").isdecimal())
