"""What the paragraphs of each role look like, and what the styles of a way give them already."""

from enum import StrEnum, auto

import msgspec
from msgspec import Struct

from docctl.domain.draft import Paragraph
from docctl.domain.formats import Alignment as Align
from docctl.domain.formats import CharFormat, LineRule, Origin, ParagraphFormat
from tests.kit.options import Alignment, Extra, Flavour, Fonts, Headings, LanguageSet
from tests.kit.properties import Props
from tests.kit.way import Way

FONT = "Times New Roman"
GOOGLE_FONT = "Arial"
"""Google Docs has no theme to take a font from."""
CELL_SIZE = 12.0


class Role(StrEnum):
    """What a paragraph is for."""

    BODY = auto()
    HEADING = auto()
    TITLE = auto()
    CELL = auto()
    RUNNING = auto()
    ENTRY = auto()


STYLE_NAMES = {
    Role.BODY: "Body Text",
    Role.HEADING: "heading 1",
    Role.TITLE: "Title Page",
    Role.CELL: "Table Text",
    Role.RUNNING: "header",
    Role.ENTRY: "toc 1",
}
BY_HAND = (Headings.BOLD, Headings.OUTLINE)


class Look(Struct, frozen=True):
    """What a role's paragraphs shall look like, and what their style gives."""

    wanted: Props
    given: Props
    style: str
    """Name of the style; empty for Normal."""


def wanted(role: Role, way: Way, language: str) -> Props:
    """How paragraphs of the role look in a compliant document."""
    size = CELL_SIZE if role in (Role.CELL, Role.RUNNING) else way.body_size
    single = role in (Role.CELL, Role.RUNNING, Role.TITLE)
    left = role in (Role.CELL, Role.RUNNING, Role.ENTRY)
    return Props(
        font=FONT,
        ascii_font=FONT,
        size=size,
        bold=True if role is Role.HEADING else None,
        language=language,
        alignment=Align.LEFT if left else Align.JUSTIFIED,
        line=1.0 if single else way.line_spacing,
        after=0.0,
        outline=1 if role is Role.HEADING and way.headings is not Headings.BOLD else None,
    )


def direct_everywhere(way: Way) -> bool:
    """Whether nothing comes from defaults and styles."""
    return way.fonts is Fonts.DIRECT or way.flavour is Flavour.GOOGLE


def without_defaults(way: Way) -> bool:
    """Whether the file has no docDefaults; some ways rest on them."""
    by_font = way.fonts in (Fonts.DEFAULTS, Fonts.THEME) and not direct_everywhere(way)
    needed = by_font or way.alignment is Alignment.DEFAULTS or way.language is LanguageSet.DEFAULTS
    return way.extra is Extra.NO_DEFAULTS and not needed


def defaults(way: Way, language: str) -> Props:
    """What docDefaults say."""
    if without_defaults(way):
        return Props()
    plain = GOOGLE_FONT if way.flavour is Flavour.GOOGLE else "@minor"
    props = Props(font=plain, ascii_font=plain, size=11.0, line=1.08, after=8.0)
    if not direct_everywhere(way) and way.fonts in (Fonts.DEFAULTS, Fonts.THEME):
        font = FONT if way.fonts is Fonts.DEFAULTS else "@minor"
        props = Props(font=font, size=way.body_size, line=1.08, after=8.0)
    if way.alignment is Alignment.DEFAULTS:
        props = Props(alignment=Align.JUSTIFIED, line=way.line_spacing, after=0.0).over(props)
    if way.language is LanguageSet.DEFAULTS:
        props = Props(language=language).over(props)
    return props


def normal(way: Way, language: str) -> Props:
    """What the style Normal says."""
    props = Props()
    if way.fonts is Fonts.NORMAL and not direct_everywhere(way):
        props = Props(font=FONT, ascii_font=FONT, size=way.body_size)
    if way.alignment is Alignment.STYLE and way.flavour is not Flavour.GOOGLE:
        props = Props(alignment=Align.JUSTIFIED, line=way.line_spacing, after=0.0).over(props)
    if way.language is LanguageSet.STYLE:
        props = Props(language=language).over(props)
    return props


def style_props(role: Role, way: Way, language: str) -> Props | None:
    """What the role's own style says; None when its paragraphs have none."""
    if role is Role.HEADING and way.headings in BY_HAND:
        return None
    full = wanted(role, way, language)
    plain = msgspec.structs.replace(full, language=None)
    if direct_everywhere(way):
        return Props(bold=full.bold, outline=full.outline) if role in (Role.HEADING, Role.ENTRY) else None
    if role is Role.HEADING:
        return plain
    if way.fonts is Fonts.BODY_STYLE:
        return plain
    return Props(alignment=plain.alignment, line=plain.line) if role is Role.ENTRY else None


def look(role: Role, way: Way, language: str) -> Look:
    """The look of a role in a way."""
    own = style_props(role, way, language)
    below = normal(way, language).over(_resolved(defaults(way, language), way))
    given = below if own is None else own.over(below)
    return Look(wanted(role, way, language), given, "" if own is None else STYLE_NAMES[role])


def _resolved(props: Props, way: Way) -> Props:
    """The theme's font is named, so that it can be compared."""
    if props.font != "@minor":
        return props
    name = FONT if way.fonts is Fonts.THEME and not direct_everywhere(way) else "Calibri"
    return msgspec.structs.replace(props, font=name, ascii_font=name)


LINE_RULES = {LineRule.EXACT: "exact", LineRule.AT_LEAST: "atLeast"}


def paragraph_props(paragraph: Paragraph, base: Props) -> Props:
    """The look of a paragraph: the role's, and what the sketch sets otherwise."""
    own, plain = paragraph.format, ParagraphFormat()
    props = Props(
        alignment=own.alignment if own.alignment_origin is Origin.DIRECT else None,
        before=own.space_before or None,
        after=own.space_after or None,
        first=own.first_line_indent or None,
        left=own.left_indent or None,
        right=own.right_indent or None,
        outline=own.outline_level if not paragraph.heading_level else None,
    )
    if own.spacing_origin is not plain.spacing_origin:
        props = Props(line=own.line_spacing, line_rule=LINE_RULES.get(own.line_rule, "auto")).over(props)
    return props.over(base)


def run_props(own: CharFormat, base: Props, language: str | None) -> Props:
    """The look of a run: the role's, and what the sketch sets otherwise."""
    direct = Origin.DIRECT
    props = Props(
        font=own.font if own.font_origin is direct else None,
        ascii_font=own.ascii_font if own.font_origin is direct or own.ascii_font != own.font else None,
        size=own.size if own.size_origin is direct else None,
        bold=own.bold if own.bold_origin is direct else None,
        italic=own.italic or None,
        underline=own.underline or None,
        caps=own.caps or None,
        color=own.color,
        highlight=own.highlight,
        language=own.language if own.language != language else None,
    )
    return props.over(base)
