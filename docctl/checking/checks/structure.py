"""The sections of a draft: all that the form prescribes, in its order, each once and with content."""

from collections.abc import Iterator

from docctl.checking.check import Hit, NoParams, Subject, check, hit, with_form
from docctl.checking.checks.contents_pairing import pairing
from docctl.checking.checks.structure_missing import missing_sections
from docctl.checking.checks.structure_roles import (
    first_of_each_role,
    has_content,
    misplaced,
    prescribed_title,
    repeats,
)
from docctl.domain.place import Part, Place


def has_sections(subject: Subject) -> bool:
    """For checks of drafts in which sections were recognised."""
    return bool(subject.parts.sections)


def has_known_sections(subject: Subject) -> bool:
    """For checks that lay the sections beside the form."""
    return with_form(subject) and has_sections(subject)


@check("required_sections", NoParams)
def required_sections(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Every section that the form prescribes is there."""
    for form in missing_sections(subject):
        title = prescribed_title(form, subject.parts.language)
        yield hit(Place(part=Part.BODY), title=title)


@check("section_order", NoParams, has_known_sections)
def section_order(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Sections stand in the order of the form; those it does not know may stand anywhere."""
    ranked = sorted(first_of_each_role(subject.parts), key=lambda pair: pair[1])
    order = [section for section, _ in ranked]
    for section in misplaced(subject.parts):
        position = order.index(section)
        before = order[position - 1].title if position else ""
        yield hit(section.place, "" if before else "first", title=section.title, before=before)


@check("empty_section", NoParams, has_sections)
def empty_section(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Something stands under every heading."""
    for section in subject.parts.sections:
        if not has_content(section):
            yield hit(section.place, title=section.title)


@check("heading_wording", NoParams, has_known_sections)
def heading_wording(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """A heading has the prescribed wording; where the contents word it otherwise, their rule speaks."""
    forms = {form.role: form for form in (subject.parts.form.sections if subject.parts.form else ())}
    differing = {id(pair.listed.section) for pair in pairing(subject).pairs if not pair.same_wording}
    for section in subject.parts.sections:
        form = forms.get(section.role or "")
        if form and not section.exact and id(section) not in differing:
            title = prescribed_title(form, subject.parts.language)
            yield hit(section.place, title=section.title, prescribed=title)


@check("repeated_section", NoParams, has_sections)
def repeated_section(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """No section stands there twice."""
    for section in repeats(subject.parts):
        yield hit(section.place, title=section.title)


@check("heading_stop", NoParams, has_sections)
def heading_stop(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """A heading ends without a full stop, those of the two sheets among them."""
    for section in subject.parts.sections:
        if _ends_in_stop(section.heading.text) and _ends_in_stop(section.title or section.heading.text):
            yield hit(section.place, title=section.title)
    for sheet in (subject.parts.acquaintance_sheet, subject.parts.change_sheet):
        if sheet is not None and _ends_in_stop(sheet.heading):
            yield hit(sheet.place, title=sheet.heading)


def _ends_in_stop(text: str) -> bool:
    text = text.rstrip()
    return text.endswith(".") and not text.endswith("..")
