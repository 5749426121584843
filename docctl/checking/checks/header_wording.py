"""What a running header says beside what the title page says, and beside the other headers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.header_stories import (
    counts_pages,
    headers,
    place_of_header,
    reference_organisation,
    reference_title,
    title_in,
)
from docctl.checking.checks.title_page import is_official
from docctl.checking.checks.title_wording import (
    LEGAL_FORMS,
    Key,
    difference,
    key_of,
    organisation_key,
    position_in,
    title_key,
)
from docctl.domain.form import Form
from docctl.domain.parts import Found, RunningHeader
from docctl.domain.words import Language

MAX_MARK_WORDS = 6


class OrganisationParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `header_organisation`."""

    legal_forms: tuple[tuple[str, ...], ...] = LEGAL_FORMS
    """Wordings of legal forms; those in one list are the same."""


@check("header_organisation", OrganisationParams)
def header_organisation(subject: Subject, params: OrganisationParams) -> Iterator[Outcome]:
    """Every header names the organisation as the title page does."""
    expected = reference_organisation(subject)
    if expected is None:
        return
    key = organisation_key(expected.text, params.legal_forms)
    official = is_official(expected.text, subject, params.legal_forms)
    for header in headers(subject):
        found = header.organisation
        if found is None:
            if not _says(header, key_of(expected.text)):
                yield hit(place_of_header(header), "missing", expected=expected.text)
        elif organisation_key(found.text, params.legal_forms) != key and (
            official or not is_official(found.text, subject, params.legal_forms)
        ):
            yield _differs(expected, found)


@check("header_title", NoParams)
def header_title(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Every header has the title that the title page has."""
    expected, form = reference_title(subject), subject.parts.form
    if expected is None or form is None:
        return
    key = title_key(expected.text, form)
    for header in headers(subject):
        found = title_in(subject, header)
        if found is None:
            if not _says(header, key):
                yield hit(place_of_header(header), "missing", expected=expected.text)
        elif title_key(found.text, form) != key:
            yield _differs(expected, found)


def _says(header: RunningHeader, words: Key) -> bool:
    return position_in(key_of(header.story.text), words) is not None


def _differs(expected: Found, found: Found) -> Outcome:
    words = difference(expected.text, found.text)
    return hit(found.place, found=found.text, expected=expected.text, difference=words)


@check("headers_alike", NoParams)
def headers_alike(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """All headers say the same, beyond what other rules compare with the title page."""
    form = subject.parts.form
    whole = [header for header in headers(subject) if _is_whole(subject, header)]
    if form is None or len(whole) < 2:
        return
    said = [_said(subject, header, form) for header in whole]
    usual = Counter(said).most_common(1)[0][0]
    sample = whole[said.index(usual)]
    for header, words in zip(whole, said, strict=True):
        if words != usual:
            yield hit(
                place_of_header(header),
                section=sample.place.section or 1,
                difference=difference(_line(sample), _line(header)),
            )


def _is_whole(subject: Subject, header: RunningHeader) -> bool:
    """Whether no other rule speaks of something missing from it."""
    found = (header.organisation, header.title, header.edition)
    return all(part is not None for part in found) and counts_pages(subject, header)


def _line(header: RunningHeader) -> str:
    return " ".join(header.story.text.split())


Said = tuple[tuple[str, ...], Key, Key]


def _said(subject: Subject, header: RunningHeader, form: Form) -> Said:
    """The loose words, and the organisation and title where the title page gives nothing to compare with."""
    organisation, title = header.organisation, header.title
    alone = reference_organisation(subject) is None
    untitled = reference_title(subject) is None
    return (
        tuple(sorted(set(_loose_words(subject, header)) - set(mark_words(subject, header)))),
        organisation_key(organisation.text) if alone and organisation else (),
        title_key(title.text, form) if untitled and title else (),
    )


def _loose_words(subject: Subject, header: RunningHeader) -> Iterator[str]:
    """Words of the header beside organisation, title, edition and figures."""
    labels = (word for label in subject.lexicon.edition_labels.all() for word in key_of(label))
    named = (header.organisation, title_in(subject, header))
    known = {*labels, *_words_of(*named, reference_organisation(subject), reference_title(subject))}
    if header.edition is not None:
        known.update(key_of(header.edition.text))
    return (word for word in key_of(header.story.text) if word not in known and not word.isdecimal())


def _words_of(*found: Found | None) -> Iterable[str]:
    return (word for one in found if one is not None for word in key_of(one.text))


def mark_words(subject: Subject, header: RunningHeader) -> list[str]:
    """Words that stand for a logo: the brand in Latin letters; in an English document, in capitals."""
    loose = list(_loose_words(subject, header))
    words = [word for word in loose if word.isascii() and word.isalpha()]
    if subject.parts.language is Language.EN:
        capitals = {word.lower() for word in header.story.text.split() if word.isupper()}
        words = [word for word in words if word in capitals]
    return words[:MAX_MARK_WORDS]
