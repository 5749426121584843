"""Marks laid over the formats that a compliant document has."""

from typing import Any

import msgspec

from docctl.checking.sketch.marks import Marks, Spot
from docctl.domain.formats import Alignment, CharFormat, LineRule, Origin, ParagraphFormat
from docctl.domain.patterns import regex

TEXT = ParagraphFormat(alignment=Alignment.JUSTIFIED)
ASIDE = ParagraphFormat(alignment=Alignment.LEFT)
"""Cells, headers and footers."""

_HEADING = regex(r"heading ([1-9])\Z")
_POINTS = regex(r"(\d+(?:\.\d+)?)pt(\+?)\Z")
_LINES = regex(r"\d+(?:\.\d+)?\Z")
_INDENTS = {
    "before": "space_before",
    "after": "space_after",
    "first": "first_line_indent",
    "left": "left_indent",
    "right": "right_indent",
    "outline": "outline_level",
}


def heading_level(style: str) -> int | None:
    """The level of a heading style's name."""
    found = _HEADING.match(style)
    return int(found[1]) if found else None


def char_format(marks: Marks, under: CharFormat) -> CharFormat:
    """The format of characters with these marks, over the format they would have without."""
    changes: dict[str, Any] = {}
    for name in ("bold", "italic", "underline", "caps", "size", "font", "color", "highlight"):
        if (value := getattr(marks, name)) is not None:
            changes[name] = value
            if name in ("bold", "size", "font"):
                changes[f"{name}_origin"] = Origin.DIRECT
    if marks.lang is not None:
        changes["language"] = None if marks.lang == "none" else marks.lang
    if marks.ascii or marks.font:
        changes["ascii_font"] = marks.ascii or marks.font
    return msgspec.structs.replace(under, **changes)


def style_format(style: str, under: CharFormat) -> CharFormat:
    """What a paragraph style gives its characters: headings are bold."""
    if heading_level(style) is None:
        return under
    return msgspec.structs.replace(under, bold=True, bold_origin=Origin.PARAGRAPH_STYLE)


def paragraph_format(marks: Marks, under: ParagraphFormat, spot: Spot) -> ParagraphFormat:
    """The format of a paragraph with these marks."""
    changes: dict[str, Any] = {field: getattr(marks, name) for name, field in _INDENTS.items()}
    changes = {field: value for field, value in changes.items() if value is not None}
    if marks.outline is None and marks.style and (level := heading_level(marks.style)):
        changes["outline_level"] = level
    if marks.align is not None:
        changes |= {"alignment": marks.align, "alignment_origin": Origin.DIRECT}
    if marks.spacing is not None:
        changes |= _spacing(marks.spacing, spot)
    changes |= {"page_break_before": marks.page, "framed": marks.framed}
    return msgspec.structs.replace(under, **changes)


def _spacing(text: str, spot: Spot) -> dict[str, Any]:
    if _LINES.match(text):
        rule, value = LineRule.MULTIPLE, float(text)
    elif points := _POINTS.match(text):
        rule, value = LineRule.AT_LEAST if points[2] else LineRule.EXACT, float(points[1])
    else:
        spot.wrong("“spacing={value}” is none of 1.5, 18pt, 18pt+.", value=text)
    return {"line_rule": rule, "line_spacing": value, "spacing_origin": Origin.DIRECT}
