"""Running headers and footers told from the body: lines that stand at the edge of page after page."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.pdf.page import Line, Page

_EDGE = 0.35
"""Share of a page's height in which a running header or footer may stand."""
_SHARE = 0.2
"""Share of the pages from the second on that a line must stand on to be one that runs."""
_TITLE_SHARE = 0.6
"""Share of the running lines that must stand on the first page too for it to have the header."""
_SLACK = 1.0
"""Millimetres by which a line of a running header may reach over its foot."""
_SAME, _SHIFT = 1.5, 2.5
"""Millimetres by which the height of a running line may differ, from page to page and from the usual."""
_WIDE = 1.0
"""Heights of a line that part a running header from the text."""
_MOST = 12
"""Lines of the longest running header of a document of two pages."""
_WORDS = regex(r"\w+")
_FIGURES = regex(r"\d+")


class Banded(Struct, frozen=True):
    """A page with its running header and footer apart."""

    page: Page
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    footer: tuple[Line, ...]
    header_foot: float = 0.0
    """Millimetres from the top where the running header ends; 0.0 when the page has none."""


def banded(pages: Sequence[Page]) -> tuple[Banded, ...]:
    """Every page with its running header and footer."""
    tops, feet = _bands(pages, _from_top), _bands(pages, _from_bottom)
    return tuple(_split(page, top, foot) for page, top, foot in zip(pages, tops, feet, strict=True))


class _Place(Struct, frozen=True):
    """A line as it is seen from an edge of the page."""

    line: Line
    near: float
    """Millimetres from the edge to the line's nearer side."""
    far: float
    masked: str


def _from_top(page: Page, line: Line) -> tuple[float, float]:
    return line.top, line.bottom


def _from_bottom(page: Page, line: Line) -> tuple[float, float]:
    return page.height - line.bottom, page.height - line.top


Seen = Callable[[Page, Line], tuple[float, float]]


def _bands(pages: Sequence[Page], seen: Seen) -> list[list[_Place]]:
    """The running lines of each page."""
    placed = [_placed(page, seen) for page in pages]
    if len(pages) == 2:
        return _of_two(pages, placed)
    running = _running(placed[1:], max(2, round(_SHARE * (len(pages) - 1))))
    reach = _usual([_reach(places, running) for places in placed[1:]])
    zone = {masked: near for masked, near in running.items() if near < reach}
    sets = Counter(frozenset(_alike(places, zone)) for places in placed[1:])
    usual = {alike for alike, count in sets.items() if count > 1}
    return [_band(places, zone, reach, usual, first=not number) for number, places in enumerate(placed)]


def _running(placed: Sequence[list[_Place]], least: int) -> dict[str, float]:
    """Lines that stand at one height on page after page, and how far from the edge."""
    heights: dict[str, list[float]] = {}
    for places in placed:
        for masked, near in {place.masked: place.near for place in places}.items():
            heights.setdefault(masked, []).append(near)
    found = {}
    for masked, nears in heights.items():
        if len(nears) >= least:
            usual = max(nears, key=lambda near: sum(abs(near - other) <= _SAME for other in nears))
            if sum(abs(usual - other) <= _SAME for other in nears) >= least:
                found[masked] = usual
    return found


def _runs(place: _Place, running: dict[str, float]) -> bool:
    return abs(running.get(place.masked, -2 * _SHIFT) - place.near) <= _SHIFT


def _alike(places: Iterable[_Place], zone: dict[str, float]) -> set[str]:
    return {place.masked for place in places if _runs(place, zone)}


def _placed(page: Page, seen: Seen) -> list[_Place]:
    """The lines near the edge, the nearest first."""
    found: list[_Place] = []
    for line in page.lines:
        near, far = seen(page, line)
        if near <= _EDGE * page.height:
            found.append(_Place(line, near, far, mask(line.text)))
    return sorted(found, key=lambda place: place.near)


def mask(text: str) -> str:
    """A text with its figures made alike."""
    return _FIGURES.sub("#", text)


def _reach(places: list[_Place], running: dict[str, float]) -> float:
    """How far the lines reach that stand on other pages too, without another line between them."""
    reach = 0.0
    for place in places:
        if _runs(place, running):
            reach = max(reach, place.far)
        elif place.near > reach - _SLACK and not _has_beside(place, places, running):
            break
    return reach


def _has_beside(place: _Place, places: list[_Place], running: dict[str, float]) -> bool:
    """Whether a running line stands beside a line: text that flows around a box at the edge."""
    middle = (place.near + place.far) / 2
    return any(other.near < middle < other.far and _runs(other, running) for other in places)


def _usual(reaches: Iterable[float]) -> float:
    """The reach that most pages share; pages that a table's heading runs over reach further."""
    counts = Counter(round(reach, 1) for reach in reaches if reach)
    if not counts:
        return 0.0
    most = max(counts.values())
    near = [reach for reach, count in counts.items() if 2 * count >= most]
    return min(near)


def _band(
    places: list[_Place],
    zone: dict[str, float],
    reach: float,
    usual: set[frozenset[str]],
    *,
    first: bool,
) -> list[_Place]:
    """The running lines of a page.

    Where all that runs on other pages is there, nothing else is part of it; where something is missing, what
    stands in its place is.
    """
    within = [place for place in places if (place.near + place.far) / 2 < reach]
    alike = _alike(within, zone)
    if not alike or (first and len(alike) < _TITLE_SHARE * len(zone)):
        return []
    if frozenset(alike) in usual:
        return [place for place in within if _runs(place, zone)]
    missing = " ".join(masked for masked in zone if masked not in alike)
    words = set(_WORDS.findall(missing.casefold()))
    last = max(place.near for place in within if _runs(place, zone))
    return [place for place in within if _runs(place, zone) or place.near < last or _shares(place, words)]


def _shares(place: _Place, words: set[str]) -> bool:
    """Whether a line has a third of its words in common with these."""
    own = _WORDS.findall(place.masked.casefold())
    return 3 * sum(word in words for word in own) >= max(len(own), 1)


def _of_two(pages: Sequence[Page], placed: Sequence[list[_Place]]) -> list[list[_Place]]:
    """Of two pages: lines alike but for the page's number, else what stands apart on the second."""
    heights = {place.masked: place.near for place in placed[0] if "1" in place.line.text}
    alike = {
        place.masked: place.near for place in placed[1] if _runs(place, heights) and "2" in place.line.text
    }
    if alike:
        return [[place for place in places if _runs(place, alike)] for places in placed]
    return [[], _of_second(pages[1], placed[1])]


def _of_second(page: Page, places: list[_Place]) -> list[_Place]:
    """What a wide gap parts from the text of the second page, with its number in it."""
    band: list[_Place] = []
    for place in places[: _MOST + 1]:
        if band and place.near - max(other.far for other in band) > _WIDE * (place.far - place.near):
            figures = {figure for other in band for figure in _FIGURES.findall(other.line.text)}
            return band if str(page.number) in figures else []
        band.append(place)
    return []


def _split(page: Page, top: Sequence[_Place], foot: Sequence[_Place]) -> Banded:
    header = {id(place.line) for place in top}
    footer = {id(place.line) for place in foot} - header
    return Banded(
        page,
        tuple(line for line in page.lines if id(line) in header),
        tuple(line for line in page.lines if id(line) not in header and id(line) not in footer),
        tuple(line for line in page.lines if id(line) in footer),
        max((place.far for place in top), default=0.0),
    )
