"""Which entry of the contents stands for which section or sheet.

Sections and sheets are `Listed` alike. They are paired by equal wording first, then by role, then by number,
then by standing between the same neighbours; what is left over is not listed, or has no section.
"""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator

from msgspec import Struct

from docctl.checking.check import Subject
from docctl.checking.checks.structure_roles import repeats
from docctl.checking.memo import once_per_subject
from docctl.domain.folding import bare, fold
from docctl.domain.parts import Entry, Parts, SectionPart, Sheet
from docctl.domain.place import Part, Place

SHEETS = (Part.ACQUAINTANCE_SHEET.value, Part.CHANGE_SHEET.value)


class Listed(Struct, frozen=True):
    """A section or sheet that the contents should list."""

    role: str | None
    number: str
    title: str
    place: Place
    page: int | None = None
    automatic: bool = False
    section: SectionPart | None = None
    """None for a sheet."""

    @property
    def key(self) -> str:
        """The wording, as wordings are compared."""
        return wording_key(self.title)


class Pair(Struct, frozen=True):
    """A section or sheet and the entry that stands for it."""

    listed: Listed
    entry: Entry
    position: int
    """Ordinal of the entry among those of the upper level, from 0."""
    shift: int = 0
    """How far the entry's number is ahead of the heading's for want of sections above that it counts."""

    @property
    def key(self) -> str:
        """The entry's wording, as wordings are compared."""
        return wording_key(self.entry.title)

    @property
    def same_wording(self) -> bool:
        """Whether heading and entry read the same."""
        return self.listed.key == self.key


class Pairing(Struct, frozen=True):
    """The contents laid beside the text."""

    pairs: tuple[Pair, ...]
    """In the order of the text."""
    unlisted: tuple[Listed, ...]
    unmatched: tuple[Entry, ...]
    """Entries of the upper level that stand for nothing in the text."""


def wording_key(title: str) -> str:
    """The wording without letter case, spaces and punctuation: what makes two titles the same."""
    return bare(fold(title))


@once_per_subject
def pairing(subject: Subject) -> Pairing:
    """Pair the contents' entries with sections and sheets; all empty where there are no contents."""
    contents = subject.parts.contents
    if contents is None:
        return Pairing((), (), ())
    return _paired(listed_parts(subject.parts), _upper(contents.entries))


def listed_parts(parts: Parts) -> list[Listed]:
    """The sections, a repeated one once, and the sheets."""
    again = {id(section) for section in repeats(parts)}
    sections = [_section(section) for section in parts.sections if id(section) not in again]
    sheets = zip(SHEETS, (parts.acquaintance_sheet, parts.change_sheet), strict=True)
    return sections + [_sheet(role, sheet) for role, sheet in sheets if sheet is not None]


def _section(section: SectionPart) -> Listed:
    page = section.heading.page
    return Listed(
        section.role, section.number, section.title, section.place, page, section.automatic, section
    )


def _sheet(role: str, sheet: Sheet) -> Listed:
    return Listed(role, sheet.number, sheet.heading, sheet.place, sheet.place.page)


def _upper(entries: tuple[Entry, ...]) -> list[Entry]:
    """Entries that name sections: contents may list clauses below them as well."""
    top = min((entry.level for entry in entries), default=1)
    return [entry for entry in entries if entry.level == top and "." not in entry.number]


def _paired(listed: list[Listed], entries: list[Entry]) -> Pairing:
    left, open_entries = dict(enumerate(listed)), dict(enumerate(entries))
    found: dict[int, int] = {}
    keys: tuple[tuple[Callable[[Listed], Hashable], Callable[[Entry], Hashable]], ...] = (
        (lambda part: part.key, lambda entry: wording_key(entry.title)),
        (lambda part: part.role, lambda entry: entry.role),
        (lambda part: part.number, lambda entry: entry.number),
    )
    for part_key, entry_key in keys:
        matches = _matches(left, open_entries, part_key, entry_key)
        _take(matches, found, left, open_entries)
    _take(_between_neighbours(left, open_entries, found, len(entries)), found, left, open_entries)
    return Pairing(
        tuple(_pairs(listed, entries, found)),
        unlisted=tuple(left.values()),
        unmatched=tuple(open_entries.values()),
    )


def _pairs(listed: list[Listed], entries: list[Entry], found: dict[int, int]) -> Iterator[Pair]:
    positions = sorted(found.values())
    for before, order in enumerate(sorted(found)):
        entries_more = found[order] - bisect_left(positions, found[order])
        sections_more = order - before
        yield Pair(listed[order], entries[found[order]], found[order], shift=entries_more - sections_more)


def _take(
    matches: Iterable[tuple[int, int]],
    found: dict[int, int],
    left: dict[int, Listed],
    open_entries: dict[int, Entry],
) -> None:
    for order, position in list(matches):
        found[order] = position
        del left[order], open_entries[position]


def _matches(
    left: dict[int, Listed],
    open_entries: dict[int, Entry],
    part_key: Callable[[Listed], Hashable],
    entry_key: Callable[[Entry], Hashable],
) -> list[tuple[int, int]]:
    """Parts and entries with the same key, the first with the first; empty keys match nothing."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for position, entry in open_entries.items():
        waiting[entry_key(entry)].append(position)
    matches = []
    for order, part in left.items():
        key = part_key(part)
        if key and waiting[key]:
            matches.append((order, waiting[key].popleft()))
    return matches


def _between_neighbours(
    left: dict[int, Listed], open_entries: dict[int, Entry], found: dict[int, int], total: int
) -> list[tuple[int, int]]:
    """A part and an entry that each stand alone between the same two paired ones."""
    matches = []
    for order in left:
        before, after = found.get(order - 1, -1 if order == 0 else None), found.get(order + 1, total)
        if before is not None and after == before + 2 and before + 1 in open_entries:
            matches.append((order, before + 1))
    return matches
