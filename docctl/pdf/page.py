"""A page of a PDF as it is seen: lines of text with their places, ruled lines and pictures.

Lengths are millimetres from the top left corner of the page as it is shown, turned pages turned upright;
sizes of letters are points.
"""

from msgspec import Struct


class Box(Struct, frozen=True, array_like=True):
    """A rectangle on the page: a ruled line (thin), a filled or stroked rectangle, a picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Millimetres."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Millimetres."""
        return self.bottom - self.top


class Span(Struct, frozen=True, array_like=True):
    """Neighbouring letters of a line in one font."""

    text: str
    left: float
    right: float
    font: str
    """Family without the tag of a subset and without the words for weight and slope; "" when unknown."""
    size: float
    """Points; 0.0 when unknown."""
    bold: bool = False
    italic: bool = False


class Line(Struct, frozen=True, array_like=True):
    """Text on one base line between wide gaps: cells side by side are lines of their own."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    spans: tuple[Span, ...]
    """Never empty; their texts, one after another, are the text."""

    @property
    def font(self) -> str:
        """Family of its first letters."""
        return self.spans[0].font

    @property
    def size(self) -> float:
        """Points, of its largest letters."""
        return max(span.size for span in self.spans)

    @property
    def bold(self) -> bool:
        """Every letter of it is bold."""
        lettered = [span for span in self.spans if any(map(str.isalnum, span.text))]
        return bool(lettered) and all(span.bold for span in lettered)


class Page(Struct, frozen=True, array_like=True):
    """A page."""

    number: int
    """Ordinal in the file, from 1."""
    width: float
    height: float
    lines: tuple[Line, ...]
    """In the order of the file, which is that of reading in what word processors write."""
    rules: tuple[Box, ...] = ()
    """Ruled lines and the edges of rectangles, horizontal or vertical."""
    pictures: tuple[Box, ...] = ()
