"""What a table style says of the text in each cell, conditional formats and all (ECMA-376, 17.7.6)."""

from collections.abc import Iterator

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.properties import (
    NO_CHARACTERS,
    NO_PARAGRAPH,
    OFF,
    CharacterProperties,
    ParagraphProperties,
    PropertyReader,
    overlay,
    whole,
)
from docctl.docx.styles import Style, StyleKind, Styles
from docctl.docx.xml import W

VAL = W + "val"
LOOK_BITS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
CORNERS = (
    ("firstRow", "lastCol", "neCell"),
    ("firstRow", "firstCol", "nwCell"),
    ("lastRow", "lastCol", "seCell"),
    ("lastRow", "firstCol", "swCell"),
)


class CellStyling:
    """What the table's style says of text in one cell. Compared by identity: `TableStyles` interns it."""

    __slots__ = ("characters", "paragraph")

    def __init__(
        self,
        characters: CharacterProperties = NO_CHARACTERS,
        paragraph: ParagraphProperties = NO_PARAGRAPH,
    ) -> None:
        self.characters = characters
        self.paragraph = paragraph


OUTSIDE_TABLES = CellStyling()


class Look(Struct, frozen=True):
    """The conditional formats that a table switches on (w:tblLook); absent means none."""

    switched_on: frozenset[str] = frozenset({"noHBand", "noVBand"})

    def __contains__(self, option: str) -> bool:
        return option in self.switched_on


class TableStyling:
    """The style of one table."""

    def __init__(self, styles: "TableStyles", style: Style | None, look: Look) -> None:
        self._styles = styles
        self._style = style
        self._look = look
        self._bands = styles.band_sizes(style)

    def cell(self, *, row: int, column: int, rows: int, columns: int) -> CellStyling:
        """The styling of a cell: row and column start at 0, the column counts on the grid."""
        if self._style is None:
            return OUTSIDE_TABLES
        return self._styles.styling(self._style, tuple(self._regions(row, column, rows, columns)))

    def _regions(self, row: int, column: int, rows: int, columns: int) -> Iterator[str]:
        """The conditional formats of a cell, the weakest first."""
        edges = {
            "firstRow": "firstRow" in self._look and row == 0,
            "lastRow": "lastRow" in self._look and row == rows - 1 and row > 0,
            "firstCol": "firstColumn" in self._look and column == 0,
            "lastCol": "lastColumn" in self._look and column == columns - 1 and column > 0,
        }
        yield "wholeTable"
        rows_per_band, columns_per_band = self._bands
        if "noVBand" not in self._look and not (edges["firstCol"] or edges["lastCol"]):
            band = (column - ("firstColumn" in self._look)) // columns_per_band
            yield "band2Vert" if band % 2 else "band1Vert"
        if "noHBand" not in self._look and not (edges["firstRow"] or edges["lastRow"]):
            band = (row - ("firstRow" in self._look)) // rows_per_band
            yield "band2Horz" if band % 2 else "band1Horz"
        yield from (edge for edge, holds in edges.items() if holds)
        yield from (corner for one, other, corner in CORNERS if edges[one] and edges[other])


class TableStyles:
    """The table styles of a file."""

    def __init__(self, styles: Styles, reader: PropertyReader) -> None:
        self._styles = styles
        self._reader = reader
        self._stylings: dict[tuple[str, tuple[str, ...]], CellStyling] = {}

    def table(self, properties: Element | None) -> TableStyling:
        """The styling of a table by its w:tblPr."""
        named = properties.find(W + "tblStyle") if properties is not None else None
        style = self._styles.style(named.get(VAL) if named is not None else None, StyleKind.TABLE)
        return TableStyling(
            self, style, _look(properties.find(W + "tblLook") if properties is not None else None)
        )

    def band_sizes(self, style: Style | None) -> tuple[int, int]:
        """Rows and columns in a band."""
        return self._band_size(style, "tblStyleRowBandSize"), self._band_size(style, "tblStyleColBandSize")

    def _band_size(self, style: Style | None, name: str) -> int:
        for link in self._styles.chain(style):
            size = link.definition.find(f"{W}tblPr/{W}{name}")
            if size is not None:
                return max(1, whole(size.get(VAL)) or 1)
        return 1

    def styling(self, style: Style, regions: tuple[str, ...]) -> CellStyling:
        """What the style's chain says of cells that lie in these regions."""
        found = self._stylings.get((style.id, regions))
        if found is None:
            found = self._stylings[style.id, regions] = self._merged(style, regions)
        return found

    def _merged(self, style: Style, regions: tuple[str, ...]) -> CellStyling:
        characters, paragraph = NO_CHARACTERS, NO_PARAGRAPH
        chain = list(self._styles.chain(style))[::-1]
        parts = [link.definition for link in chain]
        conditional = [_conditional(link.definition) for link in chain]
        for region in regions:
            parts += [formats[region] for formats in conditional if region in formats]
        for part in parts:
            characters = overlay(characters, self._reader.characters(part.find(W + "rPr")))
            paragraph = overlay(paragraph, self._reader.paragraph(part.find(W + "pPr")))
        if characters == NO_CHARACTERS and paragraph == NO_PARAGRAPH:
            return OUTSIDE_TABLES
        return CellStyling(characters, paragraph)


def _conditional(definition: Element) -> dict[str, Element]:
    return {part.get(W + "type", ""): part for part in definition.iterchildren(W + "tblStylePr")}


def _look(element: Element | None) -> Look:
    """The switches of a w:tblLook: its attributes, or the bit field of older files."""
    if element is None:
        return Look()
    try:
        bits = int(element.get(VAL, "0")[:8], 16)
    except ValueError:
        bits = 0
    return Look(
        frozenset(name for name, bit in LOOK_BITS.items() if _is_on(element.get(W + name), bits & bit))
    )


def _is_on(value: str | None, bit: int) -> bool:
    return bool(bit) if value is None else value not in OFF
