"""Numbers of sections and clauses, as the reader sees them: typed and automatic ones alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docctl.checking.check import Hit, NoParams, Subject, check, hit
from docctl.checking.checks.clauses_numbering import HeadingFault, numbering
from docctl.checking.checks.clauses_series import Kind, Number, NumberFault
from docctl.checking.checks.clauses_unnumbered import NOTES, Manner, unnumbered
from docctl.checking.places import place_of
from docctl.domain.aspects import Aspect
from docctl.domain.parts import Clause, SectionPart
from docctl.domain.place import Place


def has_numbers(subject: Subject) -> bool:
    """For checks of drafts in which numbered sections or clauses were recognised."""
    return any(section.number or section.clauses for section in subject.parts.sections)


@check("number_gap", NoParams, has_numbers)
def number_gap(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """No number is jumped over: 5.10 is followed by 5.11."""
    yield from _hits(subject, Kind.GAP)


@check("number_duplicate", NoParams, has_numbers)
def number_duplicate(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """No number stands twice."""
    yield from _hits(subject, Kind.DUPLICATE)


@check("number_order", NoParams, has_numbers)
def number_order(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Numbers stand in their order."""
    yield from _hits(subject, Kind.DISORDER)


@check("number_of_other_section", NoParams, has_numbers)
def number_of_other_section(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """The clauses of a section begin with its number."""
    yield from _hits(subject, Kind.FOREIGN)


@check("level_skipped", NoParams, has_numbers)
def level_skipped(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Below 1.1 comes 1.1.1, and 1.1.1 stands below a 1.1."""
    yield from _hits(subject, Kind.SKIPPED)


@check("number_punctuation", NoParams, has_numbers)
def number_punctuation(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Numbers of one level are all punctuated as most of them are."""
    levels: defaultdict[int, list[_Printed]] = defaultdict(list)
    for section in subject.parts.sections:
        if section.number:
            levels[-1].append(_Printed(section.number, section.printed_number, section.place))
        for clause in section.clauses:
            printed = _Printed(clause.number, clause.printed_number, clause.place)
            levels[clause.number.count(".")].append(printed)
    for numbers in levels.values():
        yield from _uneven(numbers)


@check("numbering_mixed", NoParams, has_numbers, reads=Aspect.AUTOMATIC_NUMBERS)
def numbering_mixed(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """The numbers of clauses are all typed, or all made by Word."""
    clauses = [clause for section in subject.parts.sections for clause in section.clauses]
    automatic = [clause for clause in clauses if clause.automatic]
    typed = [clause for clause in clauses if not clause.automatic]
    if automatic and typed:
        variant, few = ("typed", typed) if len(typed) <= len(automatic) else ("automatic", automatic)
        yield hit(few[0].place, variant, number=few[0].number, count=len(few), total=len(clauses))


class UnnumberedParams(Struct, frozen=True, forbid_unknown_fields=True):
    """How to tell a paragraph that stands for itself."""

    least_words: int = 3
    """Fewer words make no paragraph of its own."""
    notes: tuple[str, ...] = NOTES
    """Beginnings, in lower case, of paragraphs that need no number."""


@check("unnumbered_paragraph", UnnumberedParams, has_numbers)
def unnumbered_paragraph(subject: Subject, params: UnnumberedParams) -> Iterator[Hit]:
    """A paragraph that stands for itself among clauses has a number like them."""
    form = subject.parts.form
    free = {section.role for section in form.sections if not section.numbered_clauses} if form else set()
    there = {section.role for section in subject.parts.sections}
    manner = Manner(params.least_words, params.notes, judge_end=free <= there)
    for section in subject.parts.sections:
        if section.role not in free:
            yield from _unnumbered(subject, section, manner)


class _Printed(Struct, frozen=True):
    number: str
    printed: str
    place: Place

    @property
    def punctuation(self) -> str:
        return self.printed.replace(self.number, "1", 1).strip()


def _uneven(numbers: Iterable[_Printed]) -> Iterator[Hit]:
    counted = Counter(number.punctuation for number in numbers)
    usual = counted.most_common(1)[0][0]
    model = next(number.printed for number in numbers if number.punctuation == usual)
    for number in numbers:
        if number.punctuation == usual:
            model = number.printed
        else:
            yield hit(number.place, number=number.printed.strip(), model=model.strip())


def _unnumbered(subject: Subject, section: SectionPart, manner: Manner) -> Iterator[Hit]:
    before: tuple[Clause | None, ...] = (None, *section.clauses)
    for clause, paragraphs in zip(before, unnumbered(section, manner), strict=True):
        number, variant = (clause.number, "") if clause else (section.number, "start")
        for paragraph in paragraphs:
            yield hit(place_of(subject, paragraph), variant, before=number)


def _hits(subject: Subject, kind: Kind) -> Iterator[Hit]:
    found = numbering(subject)
    for heading in found.headings:
        if heading.slip.fault.value == kind.value:
            yield _heading_hit(heading)
    for fault in found.clauses:
        if fault.kind is kind:
            yield _clause_hit(fault)


def _heading_hit(fault: HeadingFault) -> Hit:
    slip = fault.slip
    several = _wording(Kind(slip.fault.value), slip.first == slip.last, slip.before)
    return hit(
        fault.section.place,
        f"section_{several}" if several else "section",
        number=fault.section.number,
        first=slip.first,
        last=slip.last,
        before=slip.before,
    )


def _clause_hit(fault: NumberFault) -> Hit:
    single = fault.first == fault.last
    return hit(
        fault.clause.place,
        _wording(fault.kind, single, fault.before[-1]),
        number=fault.clause.number,
        first=_printed(fault.first),
        last=_printed(fault.last),
        before=_printed(fault.before),
    )


def _wording(kind: Kind, single: bool, before: int) -> str:
    """The variant of the message: at the start, of several numbers, or the plain one."""
    if kind in (Kind.GAP, Kind.DISORDER) and before < 1:
        return "start"
    if kind is Kind.FOREIGN:
        return "" if single else "all"
    return "several" if kind is Kind.GAP and not single else ""


def _printed(number: Number) -> str:
    return ".".join(map(str, number))
