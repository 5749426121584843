"""The effective format of a paragraph from the levels that speak of it."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from docctl.docx.cascade import ParagraphLevel, said, strongest
from docctl.docx.properties import AUTO_SPACE
from docctl.docx.styles import BODY_TEXT
from docctl.docx.xml import W
from docctl.domain.formats import Alignment, LineRule, Origin, ParagraphFormat

NUMBERING = W + "numPr"
FORMATTING = ("pStyle", "numPr", "jc", "spacing", "ind", "outlineLvl", "pageBreakBefore", "framePr", "bidi")
SHAPING = frozenset(W + name for name in FORMATTING)
ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "lowKashida": Alignment.JUSTIFIED,
    "mediumKashida": Alignment.JUSTIFIED,
    "highKashida": Alignment.JUSTIFIED,
    "thaiDistribute": Alignment.JUSTIFIED,
    "distribute": Alignment.DISTRIBUTED,
}
OPPOSITE = {Alignment.LEFT: Alignment.RIGHT, Alignment.RIGHT: Alignment.LEFT}
RULES = {"auto": LineRule.MULTIPLE, "exact": LineRule.EXACT, "atLeast": LineRule.AT_LEAST}
SINGLE = ("auto", 1.0)

Key = tuple[object, ...]


def paragraph_key(properties: Element | None) -> Key:
    """What of a w:pPr decides about the format and the list, as something to look up by."""
    if properties is None:
        return ()
    key: list[object] = []
    for child in properties:
        tag = child.tag
        if tag in SHAPING:
            key.append(tag)
            key += child.items()
            if tag == NUMBERING:
                for part in child:
                    key.append(part.tag)
                    key += part.items()
    return tuple(key)


def paragraph_format(levels: Sequence[ParagraphLevel]) -> ParagraphFormat:
    """The effective format by all levels, the strongest first."""
    alignment, alignment_origin = _alignment(levels)
    (rule, line_spacing), spacing_origin = strongest(levels, "line", SINGLE)
    left, right = said(levels, "left", 0.0), said(levels, "right", 0.0)
    if said(levels, "right_to_left", False):
        left, right = right, left
    outline = said(levels, "outline", BODY_TEXT)
    return ParagraphFormat(
        alignment=alignment,
        line_rule=RULES[rule],
        line_spacing=line_spacing,
        space_before=_space(levels, "before"),
        space_after=_space(levels, "after"),
        first_line_indent=said(levels, "first", 0.0),
        left_indent=left,
        right_indent=right,
        outline_level=None if outline == BODY_TEXT else outline,
        page_break_before=said(levels, "page_break", False),
        alignment_origin=alignment_origin,
        spacing_origin=spacing_origin,
        framed=said(levels, "framed", False),
    )


def _alignment(levels: Sequence[ParagraphLevel]) -> tuple[Alignment, Origin]:
    """In paragraphs that run from the right, left means the leading side, which is the right one."""
    name, origin = strongest(levels, "alignment", "left")
    alignment = ALIGNMENTS.get(name, Alignment.LEFT)
    if said(levels, "right_to_left", False):
        alignment = OPPOSITE.get(alignment, alignment)
    return alignment, origin


def _space(levels: Sequence[ParagraphLevel], side: str) -> float:
    if said(levels, "auto_" + side, False):
        return AUTO_SPACE
    return said(levels, side, 0.0)
