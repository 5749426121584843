"""Where the words and codes of a text stand, and which of them are protected from stemming."""

from collections.abc import Iterator
from functools import lru_cache
from re import Match

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.search.words.folding import UNSEEN, fold
from docctl.search.words.protection import abbreviation, code_key, is_ending

_MARKS = f"\u0300-\u036f{UNSEEN}"
"""What is written over a letter or hidden after it."""
_RUN = rf"[^\W_][\w{_MARKS}]*"
_CARRIED = rf"[^\W_](?:[\w{_MARKS}]|(?<=\u00ad)[ \t]*\r?\n[ \t]*(?=\w))*"
"""A soft hyphen carries a word over to the next line."""
_HYPHENS = "-‐‑"
_JOINT = f"[{_HYPHENS}./]"
_PIECE = regex(rf"{_RUN}(?:{_JOINT}{_RUN})*")
_CARRIED_PIECE = regex(rf"{_CARRIED}(?:{_JOINT}{_CARRIED})*")
_PART = regex(rf"[^{_HYPHENS}./]+")
_FIGURE = regex(r"\d")
_GLUED = regex(rf"((?:[\d./][{_MARKS}]*)*\d[{_MARKS}]*)((?:[^\W\d_][{_MARKS}]*){{3,}}|ж|г)")
"""A figure with a word written to it: «2026ж», «20бет»."""
_BREAK = regex(r"\s")
_LETTERS_OF_A_CODE = 4
"""So many letters joined to a figure are a word beside it: «6.23-тармақ», but «12/3-н», «ДН-07»."""
_MEMO = 1 << 16
REMEMBERED = 80
"""Characters of the pieces that are remembered: longer ones hardly come again."""


class Written(Struct, frozen=True, gc=False):
    """A word or a code where it stands in the text."""

    surface: str
    start: int
    end: int
    exact: str
    """Folded; of what is protected, without an ending written to it."""
    protected: bool


def written(text: str) -> Iterator[Written]:
    """The words and codes of a text in their order; lines to write on (``____``) part them like spaces."""
    shouted = text.isupper()
    for piece in pieces(text):
        first = piece.start()
        words = _remembered if len(piece[0]) <= REMEMBERED else words_of
        for start, end, exact, protected in words(piece[0], shouted):
            yield Written(text[first + start : first + end], first + start, first + end, exact, protected)


def pieces(text: str) -> Iterator[Match[str]]:
    """What no space parts, in order."""
    pattern = _CARRIED_PIECE if "\u00ad" in text else _PIECE
    return pattern.finditer(text.replace("_", " "))


def words_of(piece: str, shouted: bool) -> tuple[tuple[int, int, str, bool], ...]:
    """Start, end, folded form and protection of the words of a piece; `shouted` when all are capitals."""
    return tuple((*span, *_form(piece[slice(*span)], shouted)) for span in _spans(piece))


_remembered = lru_cache(maxsize=_MEMO)(words_of)


def _spans(piece: str) -> Iterator[tuple[int, int]]:
    """Where the tokens of a piece are: «оқу-әдістемелік», «20бет» have two, «АТФ-ны», «27.02.2026» one."""
    for start, end in _joined_parts(piece):
        if (glued := _GLUED.fullmatch(piece, start, end)) and not is_ending(fold(glued[2])):
            yield from (glued.span(1), glued.span(2))
        else:
            yield start, end


def _joined_parts(piece: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for part in _PART.finditer(piece):
        start, end = part.span()
        if spans and _joined(piece[spans[-1][0] : start - 1], piece[start - 1], part[0]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _joined(left: str, joint: str, right: str) -> bool:
    """Whether two parts are one token."""
    figures = _FIGURE.search(left) is not None, _FIGURE.search(right) is not None
    if not any(figures):
        return joint in _HYPHENS and is_ending(fold(right)) and abbreviation(left) is not None
    if all(figures) or joint == ".":
        return all(figures)
    letters = left if figures[1] else right
    return len(letters) < _LETTERS_OF_A_CODE or letters.isupper() or is_ending(fold(right))


def _form(surface: str, shouted: bool) -> tuple[str, bool]:
    """The folded word, and whether it is protected."""
    word = _BREAK.sub("", surface)
    if _FIGURE.search(word):
        return code_key(word), True
    short = abbreviation(word, shouted)
    return (code_key(short), True) if short else (fold(word), False)
