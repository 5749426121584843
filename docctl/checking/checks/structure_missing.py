"""What a draft lacks of its form, as far as a reader would say so."""

from docctl.checking.check import Subject
from docctl.checking.checks.contents_pairing import SHEETS, Pair, pairing
from docctl.checking.memo import once_per_subject
from docctl.domain.form import SectionForm

ALIKE = 0.5
"""Share of neighbouring letters that a misspelt heading has in common with its entry."""


@once_per_subject
def missing_sections(subject: Subject) -> tuple[SectionForm, ...]:
    """The mandatory sections that the draft lacks, in the form's order.

    A section whose heading is misspelt beyond recognition is there all the same where the contents list it
    by its right name: that the two differ is told by another rule.
    """
    form = subject.parts.form
    present = {section.role for section in subject.parts.sections}
    present |= {pair.entry.role for pair in pairing(subject).pairs if _is_misspelt(pair)}
    return tuple(
        section
        for section in (form.sections if form else ())
        if section.required and section.role not in present
    )


@once_per_subject
def missing_roles(subject: Subject) -> frozenset[str]:
    """Roles of which other rules say that they are missing: mandatory sections, and the sheets."""
    parts = subject.parts
    sheets = zip(SHEETS, (parts.acquaintance_sheet, parts.change_sheet), strict=True)
    absent = {role for role, sheet in sheets if sheet is None}
    return frozenset(absent | {section.role for section in missing_sections(subject)})


def _is_misspelt(pair: Pair) -> bool:
    section = pair.listed.section
    return section is not None and section.role is None and _likeness(pair.listed.key, pair.key) >= ALIKE


def _likeness(one: str, other: str) -> float:
    """Share of pairs of neighbouring letters that two wordings have in common, 0 to 1."""
    ones, others = _neighbours(one), _neighbours(other)
    return 2 * len(ones & others) / (len(ones) + len(others)) if ones and others else 0.0


def _neighbours(text: str) -> set[str]:
    return {text[position : position + 2] for position in range(len(text) - 1)}
