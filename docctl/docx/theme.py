"""Fonts and colours of the theme part (ECMA-376 part 1, 20.1.6), as Word's references name them."""

import colorsys
from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.xml import A, W

CYRILLIC_LANGUAGES = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"})
SYSTEM_COLORS = {"windowText": "000000", "window": "FFFFFF"}
SCHEME_SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
} | {f"accent{number}": f"accent{number}" for number in range(1, 7)}
"""Names of WordprocessingML → names of DrawingML."""
MAPPED = {
    "text1": ("t1", "dark1"),
    "background1": ("bg1", "light1"),
    "text2": ("t2", "dark2"),
    "background2": ("bg2", "light2"),
}
"""Names that w:clrSchemeMapping may point elsewhere, and where they point by default."""


class Theme(Struct, frozen=True):
    """What theme references stand for."""

    fonts: Mapping[str, str]
    """``minorHAnsi`` → family; references that the theme leaves empty are absent."""
    colors: Mapping[str, str]
    """``accent1``, ``text1`` → RRGGBB."""

    def color(self, name: str, tint: str | None, shade: str | None) -> str | None:
        """The colour of a reference, lightened by `tint` or darkened by `shade` (two hex digits)."""
        color = self.colors.get(name)
        if color is None or not (tint or shade):
            return color
        return _with_luminance(color, _fraction(tint), _fraction(shade))


def read_theme(theme: Element | None, settings: Element | None) -> Theme:
    """The theme with the document's choice of theme languages and its colour mapping."""
    if theme is None:
        return Theme(fonts={}, colors={})
    return Theme(fonts=dict(_fonts(theme, settings)), colors=_colors(theme, settings))


def _fonts(theme: Element, settings: Element | None) -> Iterator[tuple[str, str]]:
    script = _script(settings)
    for scheme in ("major", "minor"):
        fonts = theme.find(f"{A}themeElements/{A}fontScheme/{A}{scheme}Font")
        if fonts is None:
            continue
        latin = _script_font(fonts, script) or _typeface(fonts, "latin")
        for reference, family in (
            ("Ascii", latin),
            ("HAnsi", latin),
            ("EastAsia", _typeface(fonts, "ea")),
            ("Bidi", _typeface(fonts, "cs")),
        ):
            if family:
                yield scheme + reference, family


def _script(settings: Element | None) -> str | None:
    """The script whose own fonts replace the Latin ones: w:themeFontLang (17.15.1.88)."""
    choice = settings.find(W + "themeFontLang") if settings is not None else None
    language = (choice.get(W + "val") or "") if choice is not None else ""
    return "Cyrl" if language.partition("-")[0].lower() in CYRILLIC_LANGUAGES else None


def _script_font(fonts: Element, script: str | None) -> str | None:
    if script is None:
        return None
    return next(
        (font.get("typeface") for font in fonts.iter(A + "font") if font.get("script") == script), None
    )


def _typeface(fonts: Element, slot: str) -> str | None:
    font = fonts.find(A + slot)
    return font.get("typeface") or None if font is not None else None


def _colors(theme: Element, settings: Element | None) -> dict[str, str]:
    scheme = theme.find(f"{A}themeElements/{A}clrScheme")
    if scheme is None:
        return {}
    colors = {}
    for name, slot in SCHEME_SLOTS.items():
        color = _scheme_color(scheme.find(A + slot))
        if color is not None:
            colors[name] = color
    mapping = settings.find(W + "clrSchemeMapping") if settings is not None else None
    for name, (attribute, default) in MAPPED.items():
        target = mapping.get(W + attribute, default) if mapping is not None else default
        if target in colors:
            colors[name] = colors[target]
    return colors


def _scheme_color(slot: Element | None) -> str | None:
    if slot is None or len(slot) == 0:
        return None
    value = slot[0].get("val", "")
    if slot[0].tag == A + "sysClr":
        value = slot[0].get("lastClr") or SYSTEM_COLORS.get(value, "")
    return value.upper() if is_rgb(value) else None


def is_rgb(value: str) -> bool:
    """Six hex digits."""
    return len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value)


def _fraction(hex_byte: str | None) -> float:
    try:
        return max(0, min(int(hex_byte or "FF", 16), 255)) / 255
    except ValueError:
        return 1.0


def _with_luminance(color: str, tint: float, shade: float) -> str:
    """17.3.2.6: a shade scales the luminance down, a tint scales it towards white."""
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, luminance, saturation = colorsys.rgb_to_hls(red, green, blue)
    luminance = luminance * shade * tint + (1 - tint)
    return "".join(
        f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, luminance, saturation)
    )
