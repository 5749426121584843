"""What a level of Word's cascade says of characters and paragraphs, and its XML."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from docctl.domain.formats import Alignment
from tests.kit.markup import tag, val

JC = {
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFIED: "both",
    Alignment.DISTRIBUTED: "distribute",
}
RUN_ORDER = (
    "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:noProof w:vanish w:webHidden w:color w:sz w:szCs "
    "w:highlight w:u w:rtl w:lang"
).split()
PARAGRAPH_ORDER = (
    "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:tabs w:spacing "
    "w:ind w:jc w:outlineLvl w:rPr w:sectPr"
).split()
TWIPS = 20


class Props(Struct, frozen=True, kw_only=True):
    """What one level says; None is nothing. Points, and lines for `line`."""

    font: str | None = None
    """``@minor`` and ``@major`` are the theme's."""
    ascii_font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    color: str | None = None
    highlight: str | None = None
    language: str | None = None
    alignment: Alignment | None = None
    line: float | None = None
    line_rule: str | None = None
    """``auto``, ``exact`` or ``atLeast``; then `line` is in points."""
    before: float | None = None
    after: float | None = None
    first: float | None = None
    left: float | None = None
    right: float | None = None
    outline: int | None = None

    def over(self, under: "Props") -> "Props":
        """Both, this one the stronger."""
        return Props(**(_said(under) | _said(self)))

    def beyond(self, given: "Props") -> "Props":
        """What has to be said in addition, where `given` holds already."""
        known = _said(given)
        said = {name: value for name, value in _said(self).items() if known.get(name) != value}
        if {"line", "line_rule"} & set(said):
            said |= {name: getattr(self, name) for name in ("line", "line_rule")}
        return Props(**said)


def _said(props: Props) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(props).items() if value is not None}


def in_order(pieces: Mapping[str, str], order: list[str]) -> str:
    """The elements in the order that the schema wants."""
    return "".join(pieces[name] for name in sorted(pieces, key=order.index))


def run_pieces(props: Props) -> dict[str, str]:
    """The run properties, by element."""
    pieces = {}
    if props.font:
        pieces["w:rFonts"] = _fonts(props.font, props.ascii_font or props.font)
    for name, on in (("w:b", props.bold), ("w:i", props.italic), ("w:caps", props.caps)):
        if on is not None:
            pieces[name] = tag(name) if on else val(name, "0")
    if props.underline is not None:
        pieces["w:u"] = val("w:u", "single" if props.underline else "none")
    if props.color:
        pieces["w:color"] = val("w:color", props.color)
    if props.size:
        pieces |= {name: val(name, f"{props.size * 2:g}") for name in ("w:sz", "w:szCs")}
    if props.highlight:
        pieces["w:highlight"] = val("w:highlight", props.highlight)
    if props.language:
        pieces["w:lang"] = tag("w:lang", w_val=props.language, w_eastAsia="en-US", w_bidi="ar-SA")
    return pieces


def _fonts(font: str, ascii_font: str) -> str:
    if font.startswith("@"):
        theme = f"{font[1:]}HAnsi"
        return tag("w:rFonts", w_asciiTheme=theme, w_hAnsiTheme=theme, w_cstheme=f"{font[1:]}Bidi")
    return tag("w:rFonts", w_ascii=ascii_font, w_hAnsi=font, w_cs=font)


def paragraph_pieces(props: Props) -> dict[str, str]:
    """The paragraph properties, by element."""
    pieces = {}
    spacing = {
        "w_before": twips(props.before),
        "w_after": twips(props.after),
        "w_line": _line(props),
        "w_lineRule": (props.line_rule or "auto") if props.line else None,
    }
    if any(value is not None for value in spacing.values()):
        pieces["w:spacing"] = tag("w:spacing", **spacing)
    if any(value is not None for value in (props.left, props.right, props.first)):
        pieces["w:ind"] = _indent(props)
    if props.alignment:
        pieces["w:jc"] = val("w:jc", JC[props.alignment])
    if props.outline:
        pieces["w:outlineLvl"] = val("w:outlineLvl", props.outline - 1)
    return pieces


def _indent(props: Props) -> str:
    first = props.first
    return tag(
        "w:ind",
        w_left=twips(props.left),
        w_right=twips(props.right),
        w_hanging=twips(-first) if first is not None and first < 0 else None,
        w_firstLine=twips(first) if first is not None and first >= 0 else None,
    )


def _line(props: Props) -> int | None:
    if props.line is None:
        return None
    return round(props.line * (240 if props.line_rule in (None, "auto") else TWIPS))


def twips(points: float | None) -> int | None:
    """Points as twentieths."""
    return None if points is None else round(points * TWIPS)
