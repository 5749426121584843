"""The effective format of runs: levels laid over one another, toggles combined (ECMA-376 part 1, 17.7.3)."""

from collections.abc import Sequence

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.cascade import CharacterLevel, said, strongest
from docctl.docx.properties import PropertyReader, Typeface
from docctl.docx.styles import StyleKind, Styles
from docctl.docx.xml import W
from docctl.domain.formats import CharFormat, Origin

VAL = W + "val"
STYLE = W + "rStyle"
FORMATTING = (
    "rStyle", "rFonts", "sz", "szCs", "b", "bCs", "i", "iCs", "u", "caps", "vanish", "color",
    "highlight", "shd", "lang", "cs", "rtl",
)  # fmt: skip
SHAPING = frozenset(W + name for name in FORMATTING)
BUILT_IN_FONT = "Times New Roman"
BUILT_IN_SIZE = 10.0
"""What Word shows where the file says nothing at all."""
NO_LANGUAGE = frozenset({"", "x-none"})

Key = tuple[object, ...]


class RunStyling(Struct, frozen=True):
    """What a run looks like."""

    format: CharFormat
    hidden: bool
    """w:vanish: not shown to the reader."""


class CharacterCascade:
    """The levels under the runs of all paragraphs of one style in like cells; remembers their results."""

    def __init__(
        self,
        levels: Sequence[CharacterLevel],
        styles: Styles,
        reader: PropertyReader,
        interned: dict[RunStyling, RunStyling],
    ) -> None:
        """`levels`: paragraph style, table style, defaults, the strongest first.

        `interned`: shared by all cascades of a file, so that equal results are one object.
        """
        self._levels = tuple(levels)
        self._interned = interned
        self._styles = styles
        self._reader = reader
        self._runs: dict[Key, RunStyling] = {}

    def run(self, properties: Element | None) -> RunStyling:
        """The styling of a run by its w:rPr."""
        key = run_key(properties)
        found = self._runs.get(key)
        if found is None:
            resolved = self._resolve(properties)
            found = self._runs[key] = self._interned.setdefault(resolved, resolved)
        return found

    def _resolve(self, properties: Element | None) -> RunStyling:
        direct = self._reader.characters(properties)
        named = properties.find(STYLE) if properties is not None else None
        style = self._styles.style(named.get(VAL), StyleKind.CHARACTER) if named is not None else None
        levels = (
            (Origin.DIRECT, direct),
            (Origin.CHARACTER_STYLE, self._styles.characters(style)),
            *self._levels,
        )
        return resolve(levels)


def run_key(properties: Element | None) -> Key:
    """What of a w:rPr decides about the format, as something to look up by."""
    if properties is None:
        return ()
    key: list[object] = []
    for child in properties:
        tag = child.tag
        if tag in SHAPING:
            key.append(tag)
            key += child.items()
    return tuple(key)


def resolve(levels: Sequence[CharacterLevel]) -> RunStyling:
    """The effective format of characters by all levels, the strongest first, the defaults last."""
    complex_script = said(levels, "complex_script", False) or said(levels, "right_to_left", False)
    prefix = "complex_" if complex_script else ""
    font, font_origin = _font(levels, _slot(levels, bool(complex_script)))
    size, size_origin = strongest(levels, prefix + "size", BUILT_IN_SIZE)
    bold, bold_origin = _toggle(levels, prefix + "bold")
    color = said(levels, "color", "")
    language = said(levels, "language", "")
    effective = CharFormat(
        font=font,
        size=size,
        bold=bold,
        italic=_toggle(levels, prefix + "italic")[0],
        underline=said(levels, "underline", False),
        caps=_toggle(levels, "caps")[0],
        color=None if color in {"", "000000"} else color,
        highlight=said(levels, "highlight", "") or said(levels, "shading", "") or None,
        language=None if language in NO_LANGUAGE else language,
        ascii_font=_font(levels, "ascii")[0],
        font_origin=font_origin,
        size_origin=size_origin,
        bold_origin=bold_origin,
    )
    return RunStyling(effective, hidden=_toggle(levels, "vanish")[0])


def _toggle(levels: Sequence[CharacterLevel], name: str) -> tuple[bool, Origin]:
    """Direct formatting and defaults that are on say the last word; styles that are on cancel one another."""
    said: list[tuple[Origin, bool]] = []
    for origin, properties in levels:
        value: bool | None = getattr(properties, name)
        if value is not None:
            said.append((origin, value))
    if not said:
        return False, Origin.DEFAULTS
    origin, strongest = said[0]
    if origin is Origin.DIRECT:
        return strongest, origin
    if said[-1] == (Origin.DEFAULTS, True):
        return True, Origin.DEFAULTS
    return sum(value for _, value in said) % 2 == 1, origin


def _slot(levels: Sequence[CharacterLevel], complex_script: bool) -> str:
    """The font slot that Cyrillic letters use (17.3.2.26)."""
    if complex_script:
        return "complex"
    east_asian = said(levels, "hint", "") == "eastAsia" and said(levels, "east_asia", None) is not None
    return "east_asia" if east_asian else "h_ansi"


def _font(levels: Sequence[CharacterLevel], slot: str) -> tuple[str, Origin]:
    face, origin = strongest(levels, slot, Typeface(BUILT_IN_FONT))
    if face.themed and origin is Origin.DEFAULTS:
        return face.family, Origin.THEME
    return face.family, origin
