"""The styles part: names, chains, and what the chains say (ECMA-376 part 1, 17.7)."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

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
)
from docctl.docx.xml import W
from docctl.domain.patterns import regex

VAL = W + "val"
LONGEST_CHAIN = 100
"""Styles based on one another beyond this depth are not followed."""

BUILT_IN = regex(
    r"(?:heading|toc|index|list|list (?:bullet|number|continue)|body text(?: indent)?) ?[1-9]"
    r"|normal(?: \(web\)| indent| table)?|title|subtitle|caption|header|footer|page number|toc heading"
    r"|list(?: bullet| number| continue| paragraph)?|body text(?: indent| first indent)?|no spacing"
    r"|plain text|table of figures|footnote text|endnote text|annotation text|balloon text"
    r"|table grid|hyperlink|strong"
)
LOCALISED = {"заголовок": "heading", "тақырып": "heading", "оглавление": "toc", "мазмұны": "toc"}
NUMBERED_NAME = regex(r"([^\W\d]+) ?([1-9])")


class StyleKind(StrEnum):
    """What a style is for."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"
    NUMBERING = "numbering"


class Style(Struct, frozen=True):
    """A style as its own definition says, without what it is based on."""

    id: str
    kind: str
    name: str
    """As `display_name` gives it."""
    based_on: str | None
    link: str | None
    definition: Element


class Styles:
    """All styles of a file. Unknown ids, wrong kinds and circular chains are tolerated, as Word does."""

    def __init__(self, root: Element | None, reader: PropertyReader) -> None:
        self._reader = reader
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._characters: dict[str, CharacterProperties] = {}
        self._paragraphs: dict[str, ParagraphProperties] = {}
        self.default_characters = NO_CHARACTERS
        self.default_paragraph = NO_PARAGRAPH
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            characters, paragraph = W + "rPrDefault/" + W + "rPr", W + "pPrDefault/" + W + "pPr"
            self.default_characters = self._reader.characters(defaults.find(characters))
            self.default_paragraph = self._reader.paragraph(defaults.find(paragraph))
        for definition in root.iterchildren(W + "style"):
            style = _style(definition)
            self._styles.setdefault(style.id, style)
            if definition.get(W + "default", "0") not in OFF:
                self._defaults.setdefault(style.kind, style.id)

    def style(self, style_id: str | None, kind: StyleKind) -> Style | None:
        """The style of that kind: by its id, by the link of a style of another kind, else the default one.

        Only paragraphs and tables without a (known) style take the default style.
        """
        named = self._styles.get(style_id) if style_id else None
        if named is not None and named.kind != kind:
            named = self._styles.get(named.link) if named.link else None
        if named is not None and named.kind == kind:
            return named
        if kind is StyleKind.CHARACTER:
            return None
        return self._styles.get(self._defaults.get(kind, ""))

    def chain(self, style: Style | None) -> Iterator[Style]:
        """The style, the one it is based on, and so on; the furthest comes last."""
        seen: set[str] = set()
        while style is not None and style.id not in seen and len(seen) < LONGEST_CHAIN:
            yield style
            seen.add(style.id)
            base = self._styles.get(style.based_on) if style.based_on else None
            style = base if base is not None and base.kind == style.kind else None

    def based_on(self, name: str) -> frozenset[str]:
        """Ids of the paragraph styles with this name, in any case, and of those based on them."""
        paragraphs = [style for style in self._styles.values() if style.kind == StyleKind.PARAGRAPH]
        if all(style.name.casefold() != name for style in paragraphs):
            return frozenset()
        return frozenset(
            style.id
            for style in paragraphs
            if any(link.name.casefold() == name for link in self.chain(style))
        )

    def own_paragraph(self, style: Style) -> ParagraphProperties:
        """What the style itself says of paragraphs."""
        found = self._paragraphs.get(style.id)
        if found is None:
            found = self._paragraphs[style.id] = self._reader.paragraph(style.definition.find(W + "pPr"))
        return found

    def characters(self, style: Style | None) -> CharacterProperties:
        """What the style's chain says of characters."""
        said = NO_CHARACTERS
        for link in reversed(list(self.chain(style))):
            said = overlay(said, self._own_characters(link))
        return said

    def _own_characters(self, style: Style) -> CharacterProperties:
        found = self._characters.get(style.id)
        if found is None:
            found = self._characters[style.id] = self._reader.characters(style.definition.find(W + "rPr"))
        return found

    def lists(self) -> Mapping[str, int]:
        """The w:numId of every numbering style, by style id."""
        named = (style for style in self._styles.values() if style.kind == StyleKind.NUMBERING)
        said = ((style.id, self.own_paragraph(style).list_id) for style in named)
        return {style_id: list_id for style_id, list_id in said if list_id}

    def heading_level(self, style: Style | None) -> int | None:
        """1 to 9 when the style is a built-in heading or based on one without leaving the outline."""
        outline: int | None = None
        for link in self.chain(style):
            if link.name == "toc heading":
                return None
            if outline is None:
                outline = self.own_paragraph(link).outline
            if link.name.startswith("heading ") and link.name[8:].isdigit():
                return None if outline == BODY_TEXT else int(link.name[8:])
        return None


BODY_TEXT = 10
"""`ParagraphProperties.outline` of a paragraph that stands outside the outline."""


def _style(definition: Element) -> Style:
    name = definition.find(W + "name")
    style_id = definition.get(W + "styleId") or ""
    return Style(
        id=style_id,
        kind=definition.get(W + "type", StyleKind.PARAGRAPH),
        name=display_name(name.get(VAL) or "" if name is not None else style_id),
        based_on=_value(definition, "basedOn"),
        link=_value(definition, "link"),
        definition=definition,
    )


def _value(definition: Element, name: str) -> str | None:
    element = definition.find(W + name)
    return element.get(VAL) if element is not None else None


def display_name(name: str) -> str:
    """The name as the rest of docctl knows it: built-in names in lower-case English, aliases dropped."""
    name = name.partition(",")[0].strip()
    lower = name.lower()
    numbered = NUMBERED_NAME.fullmatch(lower)
    if numbered is not None and (numbered[1] in LOCALISED or numbered[1] in {"heading", "toc"}):
        return f"{LOCALISED.get(numbered[1], numbered[1])} {numbered[2]}"
    return lower if BUILT_IN.fullmatch(lower) else name
