"""Printed page numbers of running headers and footers: which figure counts pages, which is their total."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from docctl.domain.draft import Field
from docctl.domain.patterns import regex
from docctl.pdf.bands import Banded, mask
from docctl.pdf.page import Line

_FIGURES = regex(r"\d+")
_SURE = 0.6
"""Share of its pages on which a figure must count for it to be the page's number."""
_LONGEST = 5
"""Digits of the longest page number."""


class PageFigures(Struct, frozen=True):
    """Where in the running lines page numbers stand."""

    offsets: dict[tuple[str, int], int]
    """By a line with its figures masked and the ordinal of the figure: what to add to the page's ordinal."""
    total: int
    """Pages of the file."""

    def fields(self, text: str, page: int) -> Iterator[tuple[int, int, Field]]:
        """The page numbers of a running line: where each begins and ends, and the field that it is."""
        masked = mask(text)
        figures = list(_FIGURES.finditer(text))
        counting = [n for n, figure in enumerate(figures) if self._counts(masked, n, figure[0], page)]
        for ordinal, figure in enumerate(figures):
            if ordinal in counting:
                yield *figure.span(), Field("PAGE", " PAGE ", figure[0])
            elif counting and figure[0] == str(self.total):
                yield *figure.span(), Field("NUMPAGES", " NUMPAGES ", figure[0])

    def key(self, text: str, page: int) -> str:
        """The line without its page number, for comparing it with that of another page."""
        for start, stop, field in reversed(list(self.fields(text, page))):
            text = f"{text[:start]}{{{field.name}}}{text[stop:]}"
        return text

    def _counts(self, masked: str, ordinal: int, figure: str, page: int) -> bool:
        offset = self.offsets.get((masked, ordinal))
        return offset is not None and len(figure) <= _LONGEST and int(figure) == page + offset


def page_figures(pages: Sequence[Banded]) -> PageFigures:
    """The figures that grow by one from page to page."""
    votes: dict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    for one in pages:
        for line in (*one.header, *one.footer):
            for ordinal, figure in _figures(line):
                votes[mask(line.text), ordinal][figure - one.page.number] += 1
    return PageFigures(dict(_decided(votes, len(pages))), len(pages))


def _figures(line: Line) -> Iterator[tuple[int, int]]:
    for ordinal, figure in enumerate(_FIGURES.findall(line.text)):
        if len(figure) <= _LONGEST:
            yield ordinal, int(figure)


def _decided(votes: dict[tuple[str, int], Counter[int]], pages: int) -> Iterable[tuple[tuple[str, int], int]]:
    for place, offsets in votes.items():
        offset, count = offsets.most_common(1)[0]
        if count >= _SURE * offsets.total() and (count > 1 or (pages <= 3 and offset == 0)):
            yield place, offset
