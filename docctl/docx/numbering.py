"""Numbers of automatic lists, as Word displays them (ECMA-376 part 1, 17.9).

The definitions are fixed; the counts are not: `ListDefinitions.counters` gives one `Counters` per story,
which is asked for the label of every numbered paragraph in reading order.
"""

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from docctl.docx.number_formats import spell
from docctl.docx.properties import (
    NO_CHARACTERS,
    NO_PARAGRAPH,
    CharacterProperties,
    ParagraphProperties,
    PropertyReader,
    switched,
    whole,
)
from docctl.docx.xml import MC, W
from docctl.domain.patterns import regex

VAL = W + "val"
DEEPEST = 8
"""Levels go from 0 to 8."""
BULLET = "•"
SYMBOL_FONTS = regex(r"symbol|wingdings.*|webdings|marlett|zapfdingbats|monotype sorts", re.IGNORECASE)
PLACEHOLDER = regex(r"%([1-9])")
LONGEST_TEXT = 1000
"""Characters of a level's text that are looked at."""


class ListItem(Struct, frozen=True):
    """The list and level that a paragraph belongs to."""

    list_id: int
    """w:numId, never 0."""
    level: int
    """0 to 8."""


class Label(Struct, frozen=True):
    """The number or bullet of a paragraph as displayed."""

    text: str
    """``1.1``, ``5.11.``, ``а)``, ``•``: never empty."""
    level: int
    """0 to 8."""
    bullet: bool = False


class Level(Struct, frozen=True):
    """A level of a list as defined."""

    start: int = 0
    """Zero where the file is silent (17.9.25)."""
    number_format: str = "decimal"
    sample: str = ""
    """w:format of a custom number format."""
    text: str = ""
    """Pattern: ``%1.%2.``"""
    restart: int | None = None
    """Restarts after a paragraph of this level (1 is the first) or a higher one; 0 never; None after any."""
    legal: bool = False
    """All numbers in its label are decimal (w:isLgl)."""
    style: str | None = None
    """Id of the paragraph style that this level numbers."""
    paragraph: ParagraphProperties = NO_PARAGRAPH
    characters: CharacterProperties = NO_CHARACTERS
    picture: bool = False
    """The bullet is a picture."""


UNDEFINED = Level()
Levels = Mapping[int, Level]


class List(Struct, frozen=True):
    """A list that paragraphs refer to (w:num) with its own changes of the shared definition."""

    family: int
    """w:abstractNumId: lists of one family count together."""
    levels: Levels
    starts: Mapping[int, int]
    """w:startOverride of levels."""

    def level(self, level: int) -> Level:
        """The definition of a level; an undefined one shows nothing."""
        return self.levels.get(level, UNDEFINED)

    def start(self, level: int) -> int:
        """The first count of a level in this list."""
        return self.starts.get(level, self.level(level).start)


class ListDefinitions:
    """The numbering part."""

    def __init__(
        self, root: Element | None, reader: PropertyReader, list_of_style: Mapping[str, int]
    ) -> None:
        """`list_of_style`: the w:numId of every numbering style, by style id."""
        self._reader = reader
        self._list_of_style = list_of_style
        self._families = _by_id(root, "abstractNum", "abstractNumId")
        self._lists = _by_id(root, "num", "numId")
        self._resolved: dict[int, List | None] = {}
        self._family_levels: dict[int, Levels] = {}

    def counters(self) -> "Counters":
        """Fresh counters for one story."""
        return Counters(self)

    def list(self, list_id: int) -> List | None:
        """The list of a w:numId; None when the file does not define it."""
        if list_id not in self._resolved:
            self._resolved[list_id] = self._resolve(list_id)
        return self._resolved[list_id]

    def level_of_style(self, list_id: int, style_id: str) -> int | None:
        """The level of the list that numbers paragraphs of a style (w:pStyle)."""
        found = self.list(list_id)
        levels = found.levels.items() if found is not None else ()
        return next((level for level, definition in levels if definition.style == style_id), None)

    def _resolve(self, list_id: int) -> List | None:
        element = self._lists.get(list_id)
        family = self._family(element) if element is not None else None
        if element is None or family is None:
            return None
        levels = dict(self._levels(family))
        starts = {}
        for override in element.iterchildren(W + "lvlOverride"):
            level = whole(override.get(W + "ilvl")) or 0
            definition = override.find(W + "lvl")
            if definition is not None:
                # Word heeds no restart that an override gives ([MS-OI29500], lvlRestart).
                levels[level] = replace(self._level(definition), restart=None)
            start = override.find(W + "startOverride")
            if start is not None:
                starts[level] = whole(start.get(VAL)) or 0
        return List(family, levels, starts)

    def _family(self, element: Element) -> int | None:
        """The family whose levels count: lists may borrow theirs from a numbering style (w:numStyleLink)."""
        seen: set[int] = set()
        family = _number(element, "abstractNumId")
        while family is not None and family in self._families and family not in seen:
            seen.add(family)
            borrowed = self._families[family].find(W + "numStyleLink")
            lender = self._list_of_style.get(borrowed.get(VAL) or "") if borrowed is not None else None
            if lender is None or lender not in self._lists:
                return family
            family = _number(self._lists[lender], "abstractNumId")
        return None

    def _levels(self, family: int) -> Levels:
        found = self._family_levels.get(family)
        if found is None:
            definitions = self._families[family].iterchildren(W + "lvl")
            found = {whole(level.get(W + "ilvl")) or 0: self._level(level) for level in definitions}
            self._family_levels[family] = found
        return found

    def _level(self, element: Element) -> Level:
        number_format, sample = _number_format(element)
        start, text = _number(element, "start"), element.find(W + "lvlText")
        style = element.find(W + "pStyle")
        return Level(
            start=start or 0,
            number_format=number_format,
            sample=sample,
            text=(text.get(VAL) or "")[:LONGEST_TEXT] if text is not None else "",
            restart=_number(element, "lvlRestart"),
            legal=switched(element.find(W + "isLgl")) or False,
            style=style.get(VAL) if style is not None else None,
            paragraph=self._reader.paragraph(element.find(W + "pPr")),
            characters=self._reader.characters(element.find(W + "rPr")),
            picture=element.find(W + "lvlPicBulletId") is not None,
        )


class Counters:
    """The counts of all lists of one story (the body, one header …), in reading order."""

    def __init__(self, definitions: ListDefinitions) -> None:
        self._definitions = definitions
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[int] = set()
        """Lists whose w:startOverride has restarted the count, which it does once."""

    def label(self, item: ListItem) -> Label | None:
        """Count the paragraph; its label, None when it shows none: list unknown, number hidden or empty."""
        found = self._definitions.list(item.list_id)
        if found is None:
            return None
        counts = self._counts.setdefault(found.family, [None] * (DEEPEST + 1))
        self._count(item, found, counts)
        return _label(found, item.level, counts)

    def _count(self, item: ListItem, found: List, counts: list[int | None]) -> None:
        level = item.level
        for parent in range(level):
            if counts[parent] is None:
                counts[parent] = found.level(parent).start
        count = counts[level]
        overridden = level in found.starts and item.list_id not in self._begun
        if overridden:
            self._begun.add(item.list_id)
        counts[level] = found.start(level) if count is None or overridden else count + 1
        for deeper in range(level + 1, DEEPEST + 1):
            restart = found.level(deeper).restart
            if restart is None or level < restart:
                counts[deeper] = None


def _label(found: List, level: int, counts: list[int | None]) -> Label | None:
    definition = found.level(level)
    if definition.characters.vanish:
        return None
    if definition.number_format == "bullet":
        text = BULLET if definition.picture else _bullet(definition)
        return Label(text, level, bullet=True) if text else None
    text = PLACEHOLDER.sub(
        lambda match: _spelt(found, definition, int(match[1]) - 1, counts), definition.text
    )
    return Label(text.strip(), level) if text.strip() else None


def _spelt(found: List, shown_in: Level, level: int, counts: list[int | None]) -> str:
    count = counts[level]
    if count is None:
        return ""
    definition = found.level(level)
    if shown_in.legal and definition.number_format not in {"none", "decimalZero"}:
        return str(count)
    return spell(count, definition.number_format, definition.sample)


def _bullet(level: Level) -> str:
    """The bullet's text; characters of symbol fonts mean nothing elsewhere and become a plain bullet."""
    text = level.text.strip()
    face = level.characters.ascii or level.characters.h_ansi
    if face is not None and SYMBOL_FONTS.fullmatch(face.family):
        return BULLET if text else ""
    return "".join(BULLET if "\ue000" <= character <= "\uf8ff" else character for character in text)


def _by_id(root: Element | None, tag: str, attribute: str) -> dict[int, Element]:
    elements = root.iterchildren(W + tag) if root is not None else ()
    found: dict[int, Element] = {}
    for element in elements:
        number = whole(element.get(W + attribute))
        if number is not None:
            found.setdefault(number, element)
    return found


def _number(element: Element, name: str) -> int | None:
    child = element.find(W + name)
    return whole(child.get(VAL)) if child is not None else None


def _number_format(level: Element) -> tuple[str, str]:
    """Name and sample of the number format; newer ones stand in the choice of an mc:AlternateContent."""
    element = level.find(W + "numFmt")
    if element is None:
        element = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if element is None:
        return "decimal", ""
    return element.get(VAL) or "decimal", element.get(W + "format") or ""
