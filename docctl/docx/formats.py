"""The effective format of paragraphs and runs, with its origin (ECMA-376 part 1, 17.7.2 and 17.7.3).

Levels from the weakest to the strongest: document defaults, table style, paragraph style chain, character
style chain, direct. The paragraph properties of a list's level stand right below whatever names the list: the
paragraph itself, or a style of the chain.

    formats = Formats(styles=root, theme=root, numbering=root, settings=root)   # each may be None
    counters = formats.lists.counters()                                          # one per story
    cell = formats.table(tbl.find(W + "tblPr")).cell(row=0, column=0, rows=5, columns=3)
    paragraph = formats.paragraph(p.find(W + "pPr"), cell)                       # OUTSIDE_TABLES by default
    run = formats.run(paragraph, r.find(W + "rPr"))
    label = counters.label(paragraph.item) if paragraph.item else None

Left out: the compatibility setting overrideTableStyleFontSizeAndJustification and Word's habit of letting a
table style's size and alignment win over a default paragraph style that only repeats Word's own defaults;
contextual spacing; the document grid; a style's character units that outlive a direct indent in points.
"""

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.cascade import ParagraphLevel
from docctl.docx.character_cascade import CharacterCascade, RunStyling
from docctl.docx.guidance_style import GUIDANCE, Guidance
from docctl.docx.numbering import DEEPEST, ListDefinitions, ListItem
from docctl.docx.paragraph_cascade import paragraph_format, paragraph_key
from docctl.docx.properties import HALF_POINTS, ParagraphProperties, PropertyReader, measure
from docctl.docx.styles import Style, StyleKind, Styles
from docctl.docx.table_styles import OUTSIDE_TABLES, CellStyling, TableStyles, TableStyling
from docctl.docx.theme import read_theme
from docctl.docx.xml import W
from docctl.domain.formats import Origin, ParagraphFormat

__all__ = ["OUTSIDE_TABLES", "CellStyling", "Formats", "ParagraphStyling", "RunStyling", "TableStyling"]

VAL = W + "val"
STYLE = W + "pStyle"
CHARACTER_WIDTH = 10.0
"""Points of the unit of character indents where no style sets a size."""

Key = tuple[object, ...]


class ParagraphStyling(Struct, frozen=True):
    """What a paragraph looks like; `Formats.run` takes it for its runs."""

    format: ParagraphFormat
    style: str
    """Name of the style, built-in ones in lower-case English; empty when the file defines none."""
    heading_level: int | None
    item: ListItem | None
    """The list it is numbered by."""
    characters: CharacterCascade
    """What its runs begin with."""


class Basis(Struct, frozen=True):
    """What a paragraph style decides, before the paragraph itself speaks."""

    style: Style | None
    heading_level: int | None
    levels: tuple[ParagraphLevel, ...]
    """The chain with the list's level under the style that numbers, the strongest first."""
    list_id: int | None
    list_level: int


class Formats:
    """Resolves effective formats. What repeats is resolved once and is the same object."""

    def __init__(
        self,
        *,
        styles: Element | None = None,
        theme: Element | None = None,
        numbering: Element | None = None,
        settings: Element | None = None,
    ) -> None:
        """Takes the root elements of the parts that the file has."""
        self._reader = PropertyReader(read_theme(theme, settings), _character_width(styles))
        self._styles = Styles(styles, self._reader)
        self._tables = TableStyles(self._styles, self._reader)
        self._bases: dict[str | None, Basis] = {}
        self._cascades: dict[tuple[str, CellStyling], CharacterCascade] = {}
        self._paragraphs: dict[tuple[CellStyling, Key], ParagraphStyling] = {}
        self._paragraph_formats: dict[ParagraphFormat, ParagraphFormat] = {}
        self._run_stylings: dict[RunStyling, RunStyling] = {}
        self.guidance = Guidance(self._styles.based_on(GUIDANCE))
        """What of the text is guidance."""
        self.lists = ListDefinitions(numbering, self._reader, self._styles.lists())
        self.default_language = self._styles.default_characters.language or _theme_language(settings)
        """Language of text that no style sets one for."""

    def style_name(self, style_id: str | None) -> str:
        """Name of a paragraph style; that of the default one for None or an unknown id."""
        style = self._basis(style_id).style
        return style.name if style is not None else ""

    def heading_level(self, style_id: str | None) -> int | None:
        """1 to 9 when the paragraph style is a heading by its name or by one that it is based on."""
        return self._basis(style_id).heading_level

    def table(self, properties: Element | None) -> TableStyling:
        """The styling of a table by its w:tblPr."""
        return self._tables.table(properties)

    def paragraph(self, properties: Element | None, cell: CellStyling = OUTSIDE_TABLES) -> ParagraphStyling:
        """The styling of a paragraph by its w:pPr; what tracked changes keep in it is not looked at."""
        key = (cell, paragraph_key(properties))
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._resolve(properties, cell)
        return found

    def run(self, paragraph: ParagraphStyling, properties: Element | None) -> RunStyling:
        """The styling of a run of that paragraph by its w:rPr."""
        return paragraph.characters.run(properties)

    def _resolve(self, properties: Element | None, cell: CellStyling) -> ParagraphStyling:
        named = properties.find(STYLE) if properties is not None else None
        basis = self._basis(named.get(VAL) if named is not None else None)
        direct = self._reader.paragraph(properties)
        item = self._item(direct, basis)
        levels = (
            (Origin.DIRECT, direct),
            *self._styled(direct, basis, item),
            (Origin.TABLE_STYLE, cell.paragraph),
            (Origin.DEFAULTS, self._styles.default_paragraph),
        )
        effective = paragraph_format(levels)
        return ParagraphStyling(
            format=self._paragraph_formats.setdefault(effective, effective),
            style=basis.style.name if basis.style is not None else "",
            heading_level=basis.heading_level,
            item=item,
            characters=self._cascade(basis.style, cell),
        )

    def _item(self, direct: ParagraphProperties, basis: Basis) -> ListItem | None:
        list_id = basis.list_id if direct.list_id is None else direct.list_id
        if not list_id or self.lists.list(list_id) is None:
            return None
        level = basis.list_level if direct.list_level is None else direct.list_level
        return ListItem(list_id, min(max(level, 0), DEEPEST))

    def _styled(
        self, direct: ParagraphProperties, basis: Basis, item: ListItem | None
    ) -> tuple[ParagraphLevel, ...]:
        """The style's levels; a list that the paragraph names itself is above them instead of the style's."""
        if direct.list_id is None and direct.list_level is None:
            return basis.levels
        without = tuple(level for level in basis.levels if level[0] is not Origin.NUMBERING)
        return (self._numbering(item), *without) if item is not None else without

    def _numbering(self, item: ListItem) -> ParagraphLevel:
        found = self.lists.list(item.list_id)
        return Origin.NUMBERING, found.level(
            item.level
        ).paragraph if found is not None else ParagraphProperties()

    def _basis(self, style_id: str | None) -> Basis:
        found = self._bases.get(style_id)
        if found is None:
            found = self._bases[style_id] = self._base(self._styles.style(style_id, StyleKind.PARAGRAPH))
        return found

    def _base(self, style: Style | None) -> Basis:
        chain = list(self._styles.chain(style))
        own = [self._styles.own_paragraph(link) for link in chain]
        list_id = next((said.list_id for said in own if said.list_id is not None), None)
        list_level = self._list_level(list_id, chain, own) if list_id else 0
        levels: list[ParagraphLevel] = [(Origin.PARAGRAPH_STYLE, said) for said in own]
        if list_id and self.lists.list(list_id) is not None:
            numbering = next(place for place, said in enumerate(own) if said.list_id is not None)
            levels.insert(numbering + 1, self._numbering(ListItem(list_id, list_level)))
        return Basis(style, self._styles.heading_level(style), tuple(levels), list_id, list_level)

    def _list_level(self, list_id: int, chain: list[Style], own: list[ParagraphProperties]) -> int:
        """The level that names the style (w:pStyle), else the one that the style names."""
        for style, said in zip(chain, own, strict=True):
            if said.list_id is None and said.list_level is None:
                continue
            linked = self.lists.level_of_style(list_id, style.id)
            level = said.list_level if linked is None else linked
            if level is not None:
                return min(max(level, 0), DEEPEST)
        return 0

    def _cascade(self, style: Style | None, cell: CellStyling) -> CharacterCascade:
        key = (style.id if style is not None else "", cell)
        found = self._cascades.get(key)
        if found is None:
            levels = (
                (Origin.PARAGRAPH_STYLE, self._styles.characters(style)),
                (Origin.TABLE_STYLE, cell.characters),
                (Origin.DEFAULTS, self._styles.default_characters),
            )
            found = CharacterCascade(levels, self._styles, self._reader, self._run_stylings)
            self._cascades[key] = found
        return found


def _character_width(styles: Element | None) -> float:
    """The size of the default paragraph style, else of the defaults (17.3.1.12)."""
    if styles is None:
        return CHARACTER_WIDTH
    for style in styles.iterchildren(W + "style"):
        if style.get(W + "type") == StyleKind.PARAGRAPH and style.get(W + "default"):
            return _size(style) or _size(styles.find(W + "docDefaults")) or CHARACTER_WIDTH
    return _size(styles.find(W + "docDefaults")) or CHARACTER_WIDTH


def _size(ancestor: Element | None) -> float | None:
    size = next(ancestor.iter(W + "sz"), None) if ancestor is not None else None
    return measure(size.get(VAL), HALF_POINTS) if size is not None else None


def _theme_language(settings: Element | None) -> str | None:
    choice = settings.find(W + "themeFontLang") if settings is not None else None
    return choice.get(VAL) or None if choice is not None else None
