"""The numbers of the whole draft, of sections and of clauses, judged once for all rules on numbering."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docctl.checking.check import Subject
from docctl.checking.checks.clauses_sequence import Fault, Slip, slips
from docctl.checking.checks.clauses_series import Ground, Kind, Member, NumberFault, section_faults
from docctl.checking.checks.clauses_unnumbered import Manner, unnumbered
from docctl.checking.checks.contents_pairing import pairing
from docctl.checking.checks.structure_missing import missing_roles, missing_sections
from docctl.checking.checks.structure_roles import misplaced, repeats, role_ranks
from docctl.checking.memo import once_per_subject
from docctl.domain.ordinals import roman
from docctl.domain.parts import SectionPart


class HeadingFault(Struct, frozen=True):
    """A fault in the numbers of the section headings."""

    slip: Slip
    section: SectionPart


class Numbering(Struct, frozen=True):
    """What is wrong with the numbers of a draft."""

    headings: tuple[HeadingFault, ...]
    clauses: tuple[NumberFault, ...]
    unsettled: frozenset[int]
    """First figures of clauses whose numbers are in question, those of paragraphs without one among them."""

    @property
    def gaps(self) -> bool:
        """Whether numbers are missing, and text with them perhaps."""
        return any(fault.slip.fault is Fault.GAP for fault in self.headings) or any(
            fault.kind is Kind.GAP for fault in self.clauses
        )

    def disputed(self, section: SectionPart) -> bool:
        """Whether the number of a heading is itself in question."""
        return any(fault.section is section for fault in self.headings)


@once_per_subject
def numbering(subject: Subject) -> Numbering:
    """Judge the numbers of headings and of clauses."""
    headings = tuple(_heading_faults(subject))
    sections = list(_judged_sections(subject, headings))
    return Numbering(
        headings,
        tuple(fault for section in sections for fault in section.faults),
        frozenset(number for section in sections if section.unsettled for number in section.numbers),
    )


def whole_number(printed: str) -> int | None:
    """A section's number: digits, or Roman in Latin or Cyrillic letters; None when it is neither."""
    return int(printed[:9]) if printed.isdecimal() else roman(printed)


def _heading_faults(subject: Subject) -> Iterator[HeadingFault]:
    row = _heading_row(subject)
    disorder_told = bool(misplaced(subject.parts))
    for slip in slips([number for number, _ in row]):
        section = row[slip.position][1]
        if section is None or (slip.fault is Fault.DISORDER and disorder_told):
            continue
        yield HeadingFault(slip, _culprit(slip, row) or section)


def _heading_row(subject: Subject) -> list[tuple[int | None, SectionPart | None]]:
    """The numbers of the headings, with a filler for each section that other rules miss here."""
    parts = subject.parts
    ranks, again = role_ranks(parts.form), {id(section) for section in repeats(parts)}
    absent = [ranks[form.role] for form in missing_sections(subject)][::-1]
    promised = _promised(subject)[::-1]
    row: list[tuple[int | None, SectionPart | None]] = []
    for section in parts.sections:
        number = None if id(section) in again else section.ordinal
        rank = ranks.get(section.role, -1)
        while absent and absent[-1] < rank:
            absent.pop()
            row.append((None, None))
        while promised and number is not None and promised[-1] < number:
            promised.pop()
            row.append((None, None))
        row.append((number, section))
    return row


def _promised(subject: Subject) -> list[int]:
    """Numbers of entries in the contents that have no section; those of missing roles are told elsewhere."""
    missing = missing_roles(subject)
    entries = (entry for entry in pairing(subject).unmatched if entry.role not in missing)
    return sorted(number for entry in entries if (number := whole_number(entry.number)) is not None)


def _culprit(slip: Slip, row: Sequence[tuple[int | None, SectionPart | None]]) -> SectionPart | None:
    """Of headings with the same number, the one whose clauses have another."""
    if slip.fault is not Fault.DUPLICATE:
        return None
    doubles = (section for number, section in row if number == slip.first and section is not None)
    return next((section for section in doubles if prefix_of(section) not in (None, slip.first)), None)


def prefix_of(section: SectionPart) -> int | None:
    """What the numbers of most clauses of a section start with; None when it has none."""
    prefixes = Counter(clause.path[0] for clause in section.clauses)
    return prefixes.most_common(1)[0][0] if prefixes else None


def members_of(section: SectionPart, manner: Manner) -> list[Member]:
    """The clauses of a section and, among them, the paragraphs that should be clauses."""
    before, *after = unnumbered(section, manner)
    members: list[Member] = list(before)
    for clause, paragraphs in zip(section.clauses, after, strict=True):
        members += [clause, *paragraphs]
    return members


class _Judged(Struct, frozen=True):
    """A section with the faults of its clauses."""

    numbers: frozenset[int]
    """What the numbers of its clauses start with, or should."""
    faults: tuple[NumberFault, ...]
    unnumbered: bool

    @property
    def unsettled(self) -> bool:
        return bool(self.faults) or self.unnumbered


def _judged_sections(subject: Subject, headings: Sequence[HeadingFault]) -> Iterator[_Judged]:
    disputed = {id(fault.section) for fault in headings}
    told_shift = 0
    for section, lost in zip(subject.parts.sections, _lost_headings(subject), strict=True):
        own, faults = section.ordinal, list[NumberFault]()
        if own is not None and (prefix := _only_prefix(section, own, lost)) is not None:
            known = id(section) in disputed or prefix in lost or prefix - own == told_shift
            faults += [] if known else [_all_foreign(section, own)]
            told_shift, own = prefix - own, None
        elif section.clauses:
            told_shift = 0
        members = members_of(section, Manner())
        faults += section_faults(members, Ground(prefix_of(section) if own is None else own, lost))
        numbers = {clause.path[0] for clause in section.clauses} | {section.ordinal or 0}
        yield _Judged(frozenset(numbers), tuple(faults), len(members) > len(section.clauses))


def _only_prefix(section: SectionPart, own: int, lost: frozenset[int]) -> int | None:
    """What all clauses of a section start with, where that is another number than its own; else None."""
    carries = {clause.path[0] for clause in section.clauses}
    return prefix_of(section) if own not in carries and len(carries - lost) == 1 else None


def _all_foreign(section: SectionPart, number: int) -> NumberFault:
    first, last = section.clauses[0], section.clauses[-1]
    return NumberFault(Kind.FOREIGN, first, first.path, last.path, (number,))


def _lost_headings(subject: Subject) -> list[frozenset[int]]:
    """For each section the numbers that come before the next one's: clauses with them lost their heading."""
    sections = subject.parts.sections
    known = {section.ordinal for section in sections}
    lost: list[frozenset[int]] = []
    following = 0
    for section in reversed(sections):
        prefixes = {clause.path[0] for clause in section.clauses} - known
        lost.append(frozenset(prefix for prefix in prefixes if (section.ordinal or 0) < prefix < following))
        following = section.ordinal or following
    return lost[::-1]
