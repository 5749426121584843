"""The edition that the document says it is."""

from collections import Counter
from collections.abc import Iterator

from docctl.checking.check import NoParams, Outcome, Subject, check, hit
from docctl.checking.checks.header_stories import has_headers, headers
from docctl.domain.parts import FoundEdition
from docctl.domain.place import Part, Place

COMPARED = frozenset({Part.TITLE, Part.HEADER, Part.FOOTER})
"""Where a document names its own edition; running text may speak of others."""


@check("edition_named", NoParams)
def edition_named(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """The edition is named somewhere; a document without headers is another rule's."""
    if not subject.parts.editions and has_headers(subject):
        yield hit(Place(part=Part.HEADER))


@check("edition_well_formed", NoParams)
def edition_well_formed(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """Wherever the edition is named, it is an ordinal word or a number."""
    for edition in named_editions(subject):
        if edition.value is None:
            blank = not any(map(str.isalnum, edition.text))
            yield hit(edition.place, "blank" if blank else "", blank=blank, text=edition.text)


@check("editions_agree", NoParams)
def editions_agree(subject: Subject, params: NoParams) -> Iterator[Outcome]:
    """All places name the same edition; those that differ from most are reported."""
    found = [edition for edition in named_editions(subject) if edition.value is not None]
    if len({edition.value for edition in found}) < 2:
        return
    usual = Counter(edition.value for edition in found).most_common(1)[0][0]
    sample = next(edition for edition in found if edition.value == usual)
    for edition in found:
        if edition.value != usual:
            yield hit(edition.place, found=edition.text, expected=sample.text)


def named_editions(subject: Subject) -> Iterator[FoundEdition]:
    """The document's own edition wherever named, a header that several sections share once."""
    once = {header.edition for header in headers(subject)}
    shared = {header.edition for header in subject.parts.headers} - once
    for edition in subject.parts.editions:
        if edition.place.part in COMPARED and edition not in shared:
            yield edition
