"""On which page each paragraph begins: paragraphs laid beside the lines of the pages, in their order.

Paragraphs begin lines. Of all places where a paragraph may begin, the choice is taken that keeps the order
and places the most (Hunt and Szymanski 1977): a text that stands twice, or not at all, misleads nothing after
it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from msgspec import Struct

SEED = 6
"""Letters of the beginning of a line by which it is looked up."""
LEAST = 3
"""Letters of the shortest paragraph that is looked for: a figure in a table stands everywhere."""
LENGTH = 32
"""Letters that are compared: what is hyphenated, set in columns or computed comes later."""
MOST = 200
"""Lines that begin alike and are looked at."""


class Pages(Struct, frozen=True):
    """All letters of all pages one after another, spaces and signs apart, and where lines and pages begin."""

    letters: str
    lines: tuple[int, ...]
    starts: tuple[int, ...]
    """Where each page begins; one more for the end."""

    def page_at(self, place: int) -> int | None:
        """The page, from 1, that a letter stands on, the last for places behind it; None without any."""
        last = len(self.letters) - 1
        return bisect_left(self.starts, min(place, last) + 1) if last >= 0 else None


class _Mark(Struct, frozen=True):
    """A paragraph at a place, and the one before it in the chain."""

    paragraph: int
    place: int
    before: "_Mark | None"


def letters_of(text: str) -> str:
    """The letters and figures of a text, levelled."""
    return "".join(filter(str.isalnum, normalize("NFKC", text).casefold()))


def pages_of(paragraphs: Sequence[tuple[str, str]], pages: Sequence[Sequence[str]]) -> list[int | None]:
    """The page that each paragraph begins on, from 1; None where that cannot be told.

    Args:
        paragraphs: their automatic numbers and their texts, in reading order.
        pages: the lines of each page; running headers and footers among them do no harm.
    """
    laid = _laid(pages)
    places = _places([letters_of(label + text) for label, text in paragraphs], laid)
    # A number that the layout makes otherwise is no hindrance to find the text amid its neighbours.
    return list(_filled([letters_of(text) for _, text in paragraphs], places, laid))


def _laid(pages: Sequence[Sequence[str]]) -> Pages:
    pieces: list[str] = []
    lines: list[int] = []
    starts: list[int] = []
    at = 0
    for page in pages:
        starts.append(at)
        for piece in filter(None, map(letters_of, page)):
            lines.append(at)
            pieces.append(piece)
            at += len(piece)
    return Pages("".join(pieces), tuple(lines), (*starts, at))


def _places(keys: Sequence[str], laid: Pages) -> dict[int, int]:
    """Where paragraphs begin, by their ordinal: the longest chain of lines in order."""
    seeds: defaultdict[str, list[int]] = defaultdict(list)
    for line in laid.lines:
        for length in range(LEAST, SEED + 1):
            seeds[laid.letters[line : line + length]].append(line)
    ends: list[int] = []
    marks: list[_Mark] = []
    for ordinal, key in enumerate(keys):
        found = _beginnings(key, seeds, laid) if len(key) >= LEAST else []
        for place in reversed(found[:MOST]):
            rank = bisect_left(ends, place)
            mark = _Mark(ordinal, place, marks[rank - 1] if rank else None)
            if rank == len(ends):
                ends.append(place)
                marks.append(mark)
            else:
                ends[rank], marks[rank] = place, mark
    return dict(_chain(marks[-1] if marks else None))


def _beginnings(key: str, seeds: dict[str, list[int]], laid: Pages) -> list[int]:
    start = key[:LENGTH]
    return [line for line in seeds.get(key[:SEED], ()) if laid.letters.startswith(start, line)]


def _chain(mark: _Mark | None) -> Iterator[tuple[int, int]]:
    while mark is not None:
        yield mark.paragraph, mark.place
        mark = mark.before


def _filled(keys: Sequence[str], places: dict[int, int], laid: Pages) -> Iterator[int | None]:
    """The pages of all; a paragraph without a place stands where both of its neighbours do, or amid them."""
    following = _following(len(keys), places, len(laid.letters))
    before = 0
    for ordinal, key in enumerate(keys):
        place = places.get(ordinal)
        if place is None and key:
            amid = laid.letters.find(key[:LENGTH], before, following[ordinal] + len(key))
            place = amid if amid >= 0 else None
        if place is not None:
            before = place
            yield laid.page_at(place)
        elif (page := laid.page_at(before)) == laid.page_at(following[ordinal]):
            yield page
        else:
            yield None


def _following(count: int, places: dict[int, int], end: int) -> list[int]:
    """For each paragraph the place of the next that has one."""
    following = [end] * count
    for ordinal in range(count - 2, -1, -1):
        following[ordinal] = places.get(ordinal + 1, following[ordinal + 1])
    return following
