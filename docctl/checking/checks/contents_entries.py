"""The entries of the contents beside the sections and sheets that they stand for."""

from collections.abc import Iterable, Iterator, Sequence

from docctl.checking.check import Hit, NoParams, Subject, check, hit
from docctl.checking.checks.clauses_numbering import Numbering, numbering, whole_number
from docctl.checking.checks.contents_pairing import Pair, pairing, wording_key
from docctl.checking.checks.structure_missing import missing_roles
from docctl.checking.checks.structure_roles import misplaced, repeats
from docctl.checking.places import located
from docctl.domain.place import Part

LONGEST_TITLE = 300
"""Characters of a paragraph that may still be the title of an appendix."""


def has_entries(subject: Subject) -> bool:
    """For checks of contents that list something: an empty field has a rule of its own."""
    return subject.parts.contents is not None and bool(subject.parts.contents.entries)


@check("section_unlisted", NoParams, has_entries)
def section_unlisted(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Every section and sheet is in the contents."""
    for listed in pairing(subject).unlisted:
        if listed.title:
            yield hit(listed.place, title=_numbered(listed.number, listed.title))


@check("entry_without_section", NoParams, has_entries)
def entry_without_section(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """Every entry of the contents has its section; of prescribed sections and sheets other rules speak."""
    missing = missing_roles(subject)
    entries = [entry for entry in pairing(subject).unmatched if entry.role not in missing]
    titles = _titles_elsewhere(subject) if entries else frozenset()
    for entry in entries:
        if wording_key(entry.title) not in titles:
            yield hit(entry.place, title=_numbered(entry.number, entry.title))


@check("entry_wording", NoParams, has_entries)
def entry_wording(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """An entry of the contents reads like the heading."""
    missing = missing_roles(subject)
    for pair in pairing(subject).pairs:
        if not pair.same_wording and pair.entry.role not in missing:
            yield hit(pair.entry.place, entry=pair.entry.title, heading=pair.listed.title)


@check("entry_number", NoParams, has_entries)
def entry_number(subject: Subject, _: NoParams) -> Iterator[Hit]:
    """An entry of the contents has the number of the heading."""
    pairs, found = pairing(subject).pairs, numbering(subject)
    if misplaced(subject.parts) and _only_moved([pair for pair in pairs if pair.listed.section]):
        return
    headings_numbered = _mostly(section.number for section in subject.parts.sections)
    entries_numbered = _mostly(pair.entry.number for pair in pairs)
    for pair in pairs:
        fault = _number_fault(pair, headings_numbered, entries_numbered)
        if fault is not None and not _disputed(pair, found):
            number, heading = pair.entry.number, pair.listed.number
            yield hit(pair.entry.place, fault, title=pair.entry.title, entry=number, heading=heading)


def _disputed(pair: Pair, found: Numbering) -> bool:
    """Whether the number of the heading is itself wrong, which the rules on numbering tell."""
    return pair.listed.section is not None and found.disputed(pair.listed.section)


def _number_fault(pair: Pair, headings_numbered: bool, entries_numbered: bool) -> str | None:
    """How the numbers of a pair differ: the variant of the wording, or None when they agree."""
    entry, heading = whole_number(pair.entry.number), whole_number(pair.listed.number)
    if entry is None or heading is None:
        return _lacking(pair, headings_numbered, entries_numbered)
    return "" if entry - heading not in (0, pair.shift) else None


def _lacking(pair: Pair, headings_numbered: bool, entries_numbered: bool) -> str | None:
    """Which of the two has no number where its like have one; sheets are often numbered in one place only."""
    if pair.listed.section is None or bool(pair.entry.number) == bool(pair.listed.number):
        return None
    if not pair.listed.number:
        return "heading" if headings_numbered else None
    return "entry" if entries_numbered else None


def _mostly(numbers: Iterable[str]) -> bool:
    """Whether more than half of them are there."""
    there = [bool(number) for number in numbers]
    return sum(there) * 2 > len(there)


def _only_moved(pairs: Sequence[Pair]) -> bool:
    """Whether the headings have the numbers of the entries, in another order."""
    return sorted(pair.entry.number for pair in pairs) == sorted(pair.listed.number for pair in pairs)


def _titles_elsewhere(subject: Subject) -> frozenset[str]:
    """Wordings of the short paragraphs outside the contents: appendices are listed, and are no sections.

    So are sections that stand there twice, of which their own rule speaks.
    """
    again = frozenset(wording_key(section.title) for section in repeats(subject.parts))
    return again.union(
        wording_key(found.paragraph.text)
        for found in located(subject)
        if found.part is not Part.CONTENTS and len(found.paragraph.text) <= LONGEST_TITLE
    )


def _numbered(number: str, title: str) -> str:
    return f"{number} {title}" if number else title
