"""What one level of Word's cascade says of characters and paragraphs: w:rPr and w:pPr taken apart.

Every field is None where the level is silent, so that levels can be laid over one another.
"""

from collections.abc import Mapping
from typing import TypeVar

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from docctl.docx.theme import Theme, is_rgb
from docctl.docx.xml import W
from docctl.domain.patterns import regex

VAL = W + "val"
MEASURE = regex(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(pt|mm|cm|in|pc|pi)?")
POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
TWIPS = 20
"""Twentieths of a point in a point."""
HALF_POINTS = 2
OFF = frozenset({"0", "false", "off"})
AUTO_SPACE = 14.0
"""Points that Word leaves where spacing before or after is automatic, as in HTML."""
LINE_UNIT = 12.0
"""Points of a line in beforeLines and afterLines where no document grid says otherwise."""
AUTOMATIC = ""
"""A colour, highlight or shading that is said to be none."""


class Typeface(Struct, frozen=True):
    """A font family, and whether the theme gave it."""

    family: str
    themed: bool = False


class CharacterProperties(Struct, frozen=True):
    """What a level says of characters."""

    ascii: Typeface | None = None
    h_ansi: Typeface | None = None
    complex: Typeface | None = None
    east_asia: Typeface | None = None
    hint: str | None = None
    size: float | None = None
    """Points."""
    complex_size: float | None = None
    bold: bool | None = None
    complex_bold: bool | None = None
    italic: bool | None = None
    complex_italic: bool | None = None
    caps: bool | None = None
    vanish: bool | None = None
    underline: bool | None = None
    color: str | None = None
    """RRGGBB or AUTOMATIC."""
    highlight: str | None = None
    shading: str | None = None
    language: str | None = None
    complex_script: bool | None = None
    right_to_left: bool | None = None


class ParagraphProperties(Struct, frozen=True):
    """What a level says of a paragraph. Points, except lines of a multiple."""

    alignment: str | None = None
    line: tuple[str, float] | None = None
    """Rule and amount belong together: (``auto``, lines), (``exact`` or ``atLeast``, points)."""
    before: float | None = None
    after: float | None = None
    auto_before: bool | None = None
    auto_after: bool | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    outline: int | None = None
    """1 to 9, 10 for body text."""
    page_break: bool | None = None
    framed: bool | None = None
    right_to_left: bool | None = None
    list_id: int | None = None
    """w:numId, 0 to take a number away."""
    list_level: int | None = None


Properties = TypeVar("Properties", CharacterProperties, ParagraphProperties)

NO_CHARACTERS = CharacterProperties()
NO_PARAGRAPH = ParagraphProperties()


def overlay(lower: Properties, upper: Properties) -> Properties:
    """Both levels as one: what `upper` says, else what `lower` says."""
    said = {name: value for name in upper.__struct_fields__ if (value := getattr(upper, name)) is not None}
    return replace(lower, **said) if said else lower


def measure(value: str | None, units_per_point: int) -> float | None:
    """A length in points: a number of units, or a number with its own unit (``14pt``, strict files)."""
    match = MEASURE.fullmatch(value) if value else None
    if match is None:
        return None
    number = float(match[1])
    return number * POINTS[match[2]] if match[2] else number / units_per_point


def whole(value: str | None) -> int | None:
    """A whole number of at most nine digits."""
    number = measure(value, 1)
    return int(number) if number is not None else None


def switched(element: Element | None) -> bool | None:
    """An on/off element: present means on unless its value says off; None when absent."""
    return None if element is None else element.get(VAL) not in OFF


class PropertyReader:
    """Takes w:rPr and w:pPr apart; it knows what the theme's references stand for."""

    def __init__(self, theme: Theme, character_width: float = 10.0) -> None:
        """`character_width`: points of the unit of firstLineChars and its like."""
        self._theme = theme
        self._character_width = character_width

    def characters(self, properties: Element | None) -> CharacterProperties:
        """What a w:rPr says."""
        if properties is None or len(properties) == 0:
            return NO_CHARACTERS
        found = {child.tag: child for child in properties}
        fonts = found.get(W + "rFonts")
        language = found.get(W + "lang")
        return CharacterProperties(
            ascii=self._typeface(fonts, "ascii", "asciiTheme"),
            h_ansi=self._typeface(fonts, "hAnsi", "hAnsiTheme"),
            complex=self._typeface(fonts, "cs", "cstheme"),
            east_asia=self._typeface(fonts, "eastAsia", "eastAsiaTheme"),
            hint=fonts.get(W + "hint") if fonts is not None else None,
            size=_measured(found, "sz", HALF_POINTS),
            complex_size=_measured(found, "szCs", HALF_POINTS),
            bold=switched(found.get(W + "b")),
            complex_bold=switched(found.get(W + "bCs")),
            italic=switched(found.get(W + "i")),
            complex_italic=switched(found.get(W + "iCs")),
            caps=switched(found.get(W + "caps")),
            vanish=switched(found.get(W + "vanish")),
            underline=_underline(found.get(W + "u")),
            color=self._color(found.get(W + "color"), "val", "theme"),
            highlight=_highlight(found.get(W + "highlight")),
            shading=self._shading(found.get(W + "shd")),
            language=language.get(VAL) if language is not None else None,
            complex_script=switched(found.get(W + "cs")),
            right_to_left=switched(found.get(W + "rtl")),
        )

    def paragraph(self, properties: Element | None) -> ParagraphProperties:
        """What a w:pPr says."""
        if properties is None or len(properties) == 0:
            return NO_PARAGRAPH
        found = {child.tag: child for child in properties}
        spacing = found.get(W + "spacing")
        indents = found.get(W + "ind")
        numbering = found.get(W + "numPr")
        alignment = found.get(W + "jc")
        outline = found.get(W + "outlineLvl")
        return ParagraphProperties(
            alignment=alignment.get(VAL) if alignment is not None else None,
            line=_line(spacing),
            before=_space(spacing, "before"),
            after=_space(spacing, "after"),
            auto_before=_auto_space(spacing, "before"),
            auto_after=_auto_space(spacing, "after"),
            left=self._indent(indents, "start") if indents is not None else None,
            right=self._indent(indents, "end") if indents is not None else None,
            first=self._first_line(indents),
            outline=_outline(outline.get(VAL)) if outline is not None else None,
            page_break=switched(found.get(W + "pageBreakBefore")),
            framed=True if W + "framePr" in found else None,
            right_to_left=switched(found.get(W + "bidi")),
            list_id=_number(numbering, "numId"),
            list_level=_number(numbering, "ilvl"),
        )

    def _typeface(self, fonts: Element | None, plain: str, themed: str) -> Typeface | None:
        if fonts is None:
            return None
        reference = fonts.get(W + themed)
        family = self._theme.fonts.get(reference) if reference else None
        if family:
            return Typeface(family, themed=True)
        name = fonts.get(W + plain)
        return Typeface(name) if name else None

    def _color(self, element: Element | None, value: str, prefix: str) -> str | None:
        """The colour that an element's attributes name; those of the theme win over the plain one."""
        if element is None:
            return None
        reference = element.get(f"{W}{prefix}" + ("Color" if prefix == "theme" else ""))
        tint, shade = element.get(f"{W}{prefix}Tint"), element.get(f"{W}{prefix}Shade")
        plain = (element.get(W + value) or "").upper()
        themed = self._theme.color(reference, tint, shade) if reference else None
        color = themed or (plain if is_rgb(plain) else AUTOMATIC)
        return AUTOMATIC if color == "000000" and prefix == "theme" else color

    def _shading(self, element: Element | None) -> str | None:
        if element is None:
            return None
        pattern = element.get(VAL)
        if pattern == "nil":
            return AUTOMATIC
        if pattern == "solid":
            return self._color(element, "color", "theme") or "000000"
        fill = self._color(element, "fill", "themeFill")
        return AUTOMATIC if fill == "FFFFFF" else fill

    def _indent(self, indents: Element, side: str) -> float | None:
        """`side` is start or end; transitional files call them left and right."""
        transitional = {"start": "left", "end": "right"}[side]
        for name in (side, transitional):
            twips = measure(indents.get(W + name), TWIPS)
            if twips is not None:
                return twips
        return self._characters(indents, side + "Chars", transitional + "Chars")

    def _first_line(self, indents: Element | None) -> float | None:
        """Hanging wins over first line; lengths over the character units that Word computed them from."""
        if indents is None:
            return None
        for name, sign in (("hanging", -1.0), ("firstLine", 1.0)):
            length = measure(indents.get(W + name), TWIPS)
            if length is None:
                length = self._characters(indents, name + "Chars")
            if length is not None:
                return sign * length
        return None

    def _characters(self, indents: Element, *names: str) -> float | None:
        hundredths = (measure(indents.get(W + name), 100) for name in names)
        return next((count * self._character_width for count in hundredths if count is not None), None)


def _measured(found: Mapping[str, Element], name: str, units_per_point: int) -> float | None:
    element = found.get(W + name)
    return measure(element.get(VAL), units_per_point) if element is not None else None


def _number(numbering: Element | None, name: str) -> int | None:
    element = numbering.find(W + name) if numbering is not None else None
    return whole(element.get(VAL)) if element is not None else None


def _underline(element: Element | None) -> bool | None:
    return None if element is None else element.get(VAL, "none") != "none"


def _highlight(element: Element | None) -> str | None:
    if element is None:
        return None
    name = element.get(VAL, "none")
    return AUTOMATIC if name in {"none", "white"} else name


def _line(spacing: Element | None) -> tuple[str, float] | None:
    amount = measure(spacing.get(W + "line"), TWIPS) if spacing is not None else None
    if spacing is None or amount is None:
        return None
    rule = spacing.get(W + "lineRule", "auto")
    if rule in {"exact", "atLeast"}:
        return rule, abs(amount)
    return "auto", amount / 12 if amount > 0 else 1.0


def _space(spacing: Element | None, side: str) -> float | None:
    if spacing is None:
        return None
    lines = measure(spacing.get(f"{W}{side}Lines"), 100)
    return lines * LINE_UNIT if lines else measure(spacing.get(W + side), TWIPS)


def _auto_space(spacing: Element | None, side: str) -> bool | None:
    value = spacing.get(f"{W}{side}Autospacing") if spacing is not None else None
    return None if value is None else value not in OFF


def _outline(value: str | None) -> int | None:
    level = whole(value)
    return level + 1 if level is not None and 0 <= level <= 9 else None
