"""The piece of a text that shows best why it was found."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docctl.search.showing.marking import Mark
from docctl.search.words.token import Token

WIDTH = 220
"""Characters that a snippet has, more or less."""
_SPARED = 40
"""Characters that are not worth cutting off."""


class Stretch(Struct, frozen=True, gc=False):
    """Text that is marked, or is not."""

    text: str
    marked: bool = False


class Snippet(Struct, frozen=True):
    """A text, or a piece of one, with its marks."""

    stretches: tuple[Stretch, ...]
    begins_inside: bool = False
    """Text before it was left out."""
    ends_inside: bool = False
    """Text after it was left out."""

    @property
    def text(self) -> str:
        """The piece without its marks."""
        return "".join(stretch.text for stretch in self.stretches)


def whole(text: str, marks: Sequence[Mark]) -> Snippet:
    """All of a text."""
    return Snippet(tuple(_stretches(text, marks, 0, len(text))))


def snippet(text: str, tokens: Sequence[Token], marks: Sequence[Mark], width: int = WIDTH) -> Snippet:
    """The window with the most different words that were sought, then the most of them, then the first.

    It begins and ends with whole words and cuts no mark.
    """
    if len(text) <= width + _SPARED:
        return whole(text, marks)
    start, end = _window(text, tokens, _best(marks, width), width)
    return Snippet(tuple(_stretches(text, marks, start, end)), start > 0, end < len(text))


def _best(marks: Sequence[Mark], width: int) -> tuple[int, int]:
    """The stretch from the first to the last mark of the best window; the beginning where there are none."""
    best, where = (0, 0), (0, 0)
    last = 0
    inside: dict[int, int] = {}
    for first, mark in enumerate(marks):
        while last < len(marks) and (last <= first or marks[last].end - mark.start <= width):
            inside[marks[last].what] = inside.get(marks[last].what, 0) + 1
            last += 1
        worth = len(inside), last - first
        if worth > best:
            best, where = worth, (mark.start, marks[last - 1].end)
        inside[mark.what] -= 1
        if not inside[mark.what]:
            del inside[mark.what]
    return where


def _window(text: str, tokens: Sequence[Token], core: tuple[int, int], width: int) -> tuple[int, int]:
    """The core with words around it, a third of what is free before it."""
    free = max(width - (core[1] - core[0]), 0)
    start = max(core[0] - free // 3, 0)
    end = min(start + max(width, core[1] - start), len(text))
    start = max(min(start, end - width), 0)
    return _word_start(tokens, start, core[0]), _word_end(tokens, end, core[1], len(text))


def _word_start(tokens: Sequence[Token], at: int, latest: int) -> int:
    """The beginning of the first word from there on; of the text, when little of it would be left out."""
    if at <= _SPARED:
        return 0
    starts = [token.start for token in tokens]
    return min([*starts[bisect_left(starts, at) :][:1], latest])


def _word_end(tokens: Sequence[Token], at: int, earliest: int, length: int) -> int:
    """The end of the last word up to there; of the text, when little of it would be left out."""
    if at >= length - _SPARED:
        return length
    ends = [token.end for token in tokens]
    return max([*ends[: bisect_right(ends, at)][-1:], earliest])


def _stretches(text: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[Stretch]:
    at = start
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            if at < mark.start:
                yield Stretch(text[at : mark.start])
            yield Stretch(text[mark.start : mark.end], True)
            at = mark.end
    if at < end:
        yield Stretch(text[at:end])
