"""The text of a page by pdfium: all letters by one call, places only where a piece begins or ends.

Runs in a confined process, on a document that `opening` has opened.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.pdf.actions import Act, acts_of_page
from docctl.pdf.fonts import Face, face_of
from docctl.pdf.limits import LIMITS
from docctl.pdf.page import Line, Page, Span
from docctl.pdf.placing import Placing
from docctl.pdf.shapes import shapes_of

MM = 25.4 / 72
"""Millimetres in a point."""
_PIECE = regex(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_SPACES = " \t\u00a0\u2003\u2002\u2009"
_GAP_OF_SPANS = 0.5
"""Sizes of the letters from which on a gap parts two spans of a font."""
_GAP_OF_LINES = 1.5
"""Sizes of the letters from which on a gap parts two lines: words of justified text stand closer."""
_OFF_BASE = 0.6
"""Sizes of the letters that figures and signs are raised or lowered at most."""
_GAP_OF_WORDS = 0.15
"""Sizes of the letters from which on a gap stands for a space."""
_ASCENT, _DESCENT = 0.9, 0.25
"""Sizes of the letters that a line reaches above and below its base line."""
_HYPHENS = "\ufffe\x02"
"""How pdfium marks a hyphen at the end of a line."""


class Sheet(Struct, frozen=True, array_like=True):
    """A page, and what on it can act."""

    page: Page
    acts: tuple[Act, ...] = ()


def read_page(pdfium: Any, document: Any, number: int) -> Sheet:
    """A page of an open document; one that cannot be loaded is a page without anything.

    Args:
        pdfium: the library, `pypdfium2.raw`.
        document: a handle of FPDF_LoadMemDocument64.
        number: ordinal of the page, from 1.
    """
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return Sheet(Page(number, 0.0, 0.0, ()))
    text = pdfium.FPDFText_LoadPage(page)
    try:
        acts = tuple(acts_of_page(pdfium, page, number))
        return Sheet(_Reader(pdfium, page, text).page(number), acts)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


class _Reader:
    """Reads one page; the buffers for answers are made once."""

    def __init__(self, pdfium: Any, page: Any, text: Any) -> None:
        self.pdfium, self.handle, self.text = pdfium, page, text
        self.placing = Placing.of(pdfium, page)
        self.rect = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.faces: dict[int, Face] = {}
        self.seen: set[int] = set()
        """Addresses of the text objects that letters came from."""

    def page(self, number: int) -> Page:
        """All of the page."""
        pieces = (line for piece, start in self._pieces() for line in self._lines(piece, start))
        lines = tuple(_whole(pieces))
        rules, pictures = shapes_of(self.pdfium, self.handle, self.seen, self.placing)
        return Page(number, self.placing.width, self.placing.height, lines, rules, pictures)

    def _pieces(self) -> Iterator[tuple[str, int]]:
        """What pdfium takes for a line, and the index of its first letter."""
        count = min(self.pdfium.FPDFText_CountChars(self.text), LIMITS.letters) if self.text else 0
        if count <= 0:
            return
        buffer = (ctypes.c_ushort * (count + 1))()
        length = self.pdfium.FPDFText_GetText(self.text, 0, count, buffer) - 1
        units = bytes(buffer)[: 2 * max(length, 0)]
        text = units.decode("utf-16-le", "replace")
        exact = len(text) == length == count
        for match in _PIECE.finditer(text):
            yield match[0], match.start() if exact else self._index(text, match.start())

    def _index(self, text: str, position: int) -> int:
        """The index of a letter among pdfium's, where some letters are pairs of units."""
        units = len(text[:position].encode("utf-16-le")) // 2
        return max(int(self.pdfium.FPDFText_GetCharIndexFromTextIndex(self.text, units)), 0)

    def _lines(self, piece: str, start: int) -> Iterator[Line]:
        """The piece as lines: one, or several where wide gaps part it."""
        hyphenated = piece[-1] in _HYPHENS
        spans: list[Span] = []
        base = 0.0
        for text, first, last, found in self._runs(piece.rstrip(_HYPHENS + _SPACES), start):
            span, height = self._span(text, first, last, found), self._base(first)
            if spans and _starts_anew(spans[-1], span, height - base):
                yield _line(spans, base)
                spans = []
            if not spans or span.size > max(part.size for part in spans):
                base = height
            _append(spans, span)
        if spans:
            if hyphenated:
                spans[-1] = _hyphenated(spans[-1])
            yield _line(spans, base)

    def _runs(self, piece: str, start: int) -> Iterator[tuple[str, int, int, Any]]:
        """Neighbouring letters of one text object: text, indexes of the first and last letter, the object."""
        at, stop, spaces = 0, len(piece), ""
        while at < stop:
            if piece[at] in _SPACES:
                spaces += piece[at]
                at += 1
                continue
            found = self.pdfium.FPDFText_GetTextObject(self.text, start + at)
            end = self._end(piece, start, at, found)
            text = piece[at:end].rstrip(_SPACES)
            yield spaces + text, start + at, start + at + len(text) - 1, found
            spaces = piece[at + len(text) : end]
            at = end

    def _end(self, piece: str, start: int, at: int, found: Any) -> int:
        """One past the last letter of the object, by doubling steps and halving."""
        address = _address(found)
        stop = len(piece)
        if self._address(start + stop - 1) == address:
            return stop
        step, low = 1, at
        while low + step < stop and self._address(start + low + step) == address:
            low += step
            step *= 2
        high = min(low + step, stop)
        while high - low > 1:
            middle = (low + high) // 2
            if self._address(start + middle) == address:
                low = middle
            else:
                high = middle
        return high

    def _address(self, index: int) -> int:
        return _address(self.pdfium.FPDFText_GetTextObject(self.text, index))

    def _span(self, text: str, first: int, last: int, found: Any) -> Span:
        face = self._face(found)
        left, _, right, _ = self._box(first)
        if last > first:
            box = self._box(last)
            left, right = min(left, box[0]), max(right, box[2])
        size = round(self.pdfium.FPDFText_GetFontSize(self.text, first) * self._scale(first), 1)
        return Span(text, left, right, face.family, size, face.bold, face.italic)

    def _base(self, index: int) -> float:
        """The base line that the letter stands on, from the top of the page."""
        self.pdfium.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        x, y = self.x.value, self.y.value
        return self.placing.box(x, y, x, y)[1]

    def _box(self, index: int) -> tuple[float, float, float, float]:
        self.pdfium.FPDFText_GetLooseCharBox(self.text, index, self.rect)
        rect = self.rect
        return self.placing.box(rect.left, rect.top, rect.right, rect.bottom)

    def _scale(self, index: int) -> float:
        """How much larger letters are shown than their size says."""
        if not self.pdfium.FPDFText_GetMatrix(self.text, index, self.matrix):
            return 1.0
        return float((self.matrix.c**2 + self.matrix.d**2) ** 0.5)

    def _face(self, found: Any) -> Face:
        if not found:
            return Face("", False, False)
        self.seen.add(_address(found))
        font = self.pdfium.FPDFTextObj_GetFont(found)
        key = _address(font)
        if key not in self.faces:
            self.faces[key] = self._read_face(font) if font else Face("", False, False)
        return self.faces[key]

    def _read_face(self, font: Any) -> Face:
        name = ctypes.create_string_buffer(256)
        self.pdfium.FPDFFont_GetBaseFontName(font, name, 256)
        flags = max(self.pdfium.FPDFFont_GetFlags(font), 0)
        return face_of(name.value.decode("utf-8", "replace"), flags)


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents) if pointer else 0


def _starts_anew(before: Span, span: Span, lower: float) -> bool:
    """Whether a span begins another line: after a wide gap, further left, or on a base line of its own."""
    size = max(before.size, span.size) * MM
    gap = span.left - before.right
    return gap > _GAP_OF_LINES * span.size * MM or gap < -size or abs(lower) > _OFF_BASE * size


def _append(spans: list[Span], span: Span) -> None:
    """Add a span; a piece of the same font close to the one before it is one with it."""
    before = spans[-1] if spans else None
    if before is None or not _belongs(before, span):
        spans.append(span)
        return
    text = before.text + span.text
    spans[-1] = Span(text, before.left, span.right, span.font, span.size, span.bold, span.italic)


def _belongs(before: Span, span: Span) -> bool:
    alike = (before.font, before.size, before.bold, before.italic) == (
        span.font,
        span.size,
        span.bold,
        span.italic,
    )
    return alike and span.left - before.right < _GAP_OF_SPANS * span.size * MM


def _hyphenated(span: Span) -> Span:
    return _reworded(span, f"{span.text.rstrip()}-")


def _line(spans: list[Span], base: float) -> Line:
    """The line of these spans; how high and deep it reaches is told by the size of its letters."""
    apart = [_reworded(spans[0], spans[0].text.lstrip(_SPACES)), *spans[1:]]
    for place, (before, span) in enumerate(pairwise(spans), start=1):
        parted = before.text[-1:] in _SPACES or span.text[:1] in _SPACES
        if not parted and span.left - before.right >= _GAP_OF_WORDS * span.size * MM:
            apart[place] = _reworded(span, f" {span.text}")
    size = max(span.size for span in spans) * MM
    return Line(
        "".join(span.text for span in apart),
        min(span.left for span in spans),
        base - _ASCENT * size,
        max(span.right for span in spans),
        base + _DESCENT * size,
        tuple(apart),
    )


def _whole(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines, those put together that pdfium parts in the middle, at letters set closer or wider."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None and _continues(waiting, line):
            waiting = _line([*waiting.spans, *line.spans], waiting.bottom - _DESCENT * waiting.size * MM)
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _continues(before: Line, line: Line) -> bool:
    size = max(before.size, line.size) * MM
    gap = line.left - before.right
    return -0.2 * size <= gap <= _GAP_OF_LINES * size and abs(line.bottom - before.bottom) <= 0.1 * size


def _reworded(span: Span, text: str) -> Span:
    return Span(text, span.left, span.right, span.font, span.size, span.bold, span.italic)
