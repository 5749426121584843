"""Effective formats: what Word's cascade of defaults, styles and direct settings comes to, and from where.

Lengths in points.
"""

from enum import StrEnum

from msgspec import Struct


class Origin(StrEnum):
    """The level of Word's cascade that an effective property comes from."""

    DEFAULTS = "defaults"
    THEME = "theme"
    TABLE_STYLE = "table_style"
    PARAGRAPH_STYLE = "paragraph_style"
    NUMBERING = "numbering"
    CHARACTER_STYLE = "character_style"
    DIRECT = "direct"


class CharFormat(Struct, frozen=True):
    """The effective format of a run's characters."""

    font: str
    """The family that Cyrillic letters of the run are shown in."""
    size: float
    """Points."""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    color: str | None = None
    """RRGGBB of the text, None when automatic."""
    highlight: str | None = None
    """Name of the highlight or RRGGBB of the run's shading, None when there is none."""
    language: str | None = None
    """BCP 47 tag of the text, None when nowhere set."""
    ascii_font: str = ""
    """The family that Latin letters and digits are shown in."""
    font_origin: Origin = Origin.DEFAULTS
    size_origin: Origin = Origin.DEFAULTS
    bold_origin: Origin = Origin.DEFAULTS


class Alignment(StrEnum):
    """How the lines of a paragraph are aligned."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFIED = "justified"
    DISTRIBUTED = "distributed"


class LineRule(StrEnum):
    """What the number of a line spacing means."""

    MULTIPLE = "multiple"
    """Lines: 1.0 is single."""
    EXACT = "exact"
    """Points."""
    AT_LEAST = "at_least"
    """Points."""


class ParagraphFormat(Struct, frozen=True):
    """The effective format of a paragraph. Indents and spaces in points."""

    alignment: Alignment = Alignment.LEFT
    line_rule: LineRule = LineRule.MULTIPLE
    line_spacing: float = 1.0
    space_before: float = 0.0
    space_after: float = 0.0
    first_line_indent: float = 0.0
    """Negative when hanging."""
    left_indent: float = 0.0
    right_indent: float = 0.0
    outline_level: int | None = None
    """1 to 9; None is body text."""
    page_break_before: bool = False
    alignment_origin: Origin = Origin.DEFAULTS
    spacing_origin: Origin = Origin.DEFAULTS
    framed: bool = False
    """A frame (w:framePr) puts the paragraph beside the text."""
