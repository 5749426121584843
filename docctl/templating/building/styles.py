"""The named styles of a template: all that makes its text look as it does."""

from docctl.templating.building.definitions import (
    bold,
    centred,
    character_style,
    normal,
    numbered,
    paragraph_style,
    size,
    spacing,
    table_style,
)
from docctl.templating.building.inline import PLACEHOLDER_STYLE
from docctl.templating.building.xml import Element, twips, w
from docctl.templating.source import Look, Sizes

GUIDANCE = "docctl guidance"
"""Name of the style by which `check` and `submit` know guidance."""
GREY, PALE = "595959", "A6A6A6"
APPROVAL_INDENT = 90
"""Millimetres: the approval block stands at the right."""
CONTENTS_NUMBER = 12
"""Millimetres kept in the contents for the number."""


def styles(look: Look, locale: str) -> Element:
    """The part that defines the styles."""
    sizes = look.sizes
    return w(
        "styles",
        _defaults(look, locale),
        *_running_text(look),
        *_title_page(look),
        *_contents(look),
        *_tables(sizes),
        *_for_authors(sizes),
    )


def _defaults(look: Look, locale: str) -> Element:
    font = w("rFonts", ascii=look.font, hAnsi=look.font, eastAsia=look.font, cs=look.font)
    letters = w("rPr", font, *size(look.sizes.body), w("lang", val=locale, eastAsia=locale, bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", w("pPr", spacing(before=0, after=0))))


def _running_text(look: Look) -> list[Element]:
    heading = [
        w("keepNext"),
        w("keepLines"),
        numbered(0),
        spacing(before=18, after=8),
        w("outlineLvl", val=0),
    ]
    body = [spacing(lines=look.line_spacing), w("ind", firstLine=twips(look.indent)), w("jc", val="both")]
    return [
        normal(),
        character_style("DefaultParagraphFont", "Default Paragraph Font", default=True),
        paragraph_style("Heading1", "heading 1", heading, bold(look.sizes.heading), following="Clause"),
        paragraph_style("BodyText", "Body Text", body),
        paragraph_style("Clause", "Clause", [numbered(1)], base="BodyText"),
        paragraph_style("Subclause", "Subclause", [numbered(2)], base="BodyText"),
        paragraph_style("ListItem", "List item", [numbered(3)], base="BodyText"),
    ]


def _title_page(look: Look) -> list[Element]:
    large, capitals = look.sizes.title, w("caps")
    approval = [w("ind", left=twips(APPROVAL_INDENT)), spacing(after=4)]
    return [
        paragraph_style("TitleOrganisation", "Title organisation", [centred()], bold(look.sizes.body)),
        paragraph_style("TitleKind", "Title kind", [spacing(before=30, after=30), centred()], bold(large)),
        paragraph_style("Approval", "Approval block", approval),
        paragraph_style(
            "Title", "Title", [spacing(before=110, after=18), centred()], [*bold(large), capitals]
        ),
        paragraph_style("TitleNumber", "Title number", [centred()]),
        paragraph_style("TitleCity", "Title city", [centred()]),
    ]


def _contents(look: Look) -> list[Element]:
    tabs = w(
        "tabs",
        w("tab", val="left", pos=twips(CONTENTS_NUMBER)),
        w("tab", val="right", leader="dot", pos=twips(look.text_width)),
    )
    hanging = w("ind", left=twips(CONTENTS_NUMBER), hanging=twips(CONTENTS_NUMBER))
    heading = [w("keepNext"), spacing(after=12), centred()]
    return [
        paragraph_style("SheetHeading", "Sheet heading", heading, bold(look.sizes.heading)),
        paragraph_style("TOCHeading", "TOC Heading", base="SheetHeading"),
        paragraph_style("TOC1", "toc 1", [tabs, spacing(after=6), hanging]),
        character_style("Hyperlink", "Hyperlink"),
    ]


def _tables(sizes: Sizes) -> list[Element]:
    heading = [w("keepNext"), centred()]
    return [
        paragraph_style("TableText", "Table text", [], size(sizes.table)),
        paragraph_style("TableHeading", "Table heading", heading, [w("b"), w("bCs")], base="TableText"),
        paragraph_style("Header", "header", [centred()], size(sizes.running)),
        table_style("TableNormal", "Normal Table", [_cell_margins()], default=True),
        table_style("TableGrid", "Table Grid", [_lines()], base="TableNormal"),
    ]


def _cell_margins() -> Element:
    sides = {"top": 0.5, "left": 1.9, "bottom": 0.5, "right": 1.9}
    return w("tblCellMar", *(w(side, w=twips(room), type="dxa") for side, room in sides.items()))


def _lines() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w("tblBorders", *(w(side, val="single", sz=4, space=0, color="auto") for side in sides))


def _for_authors(sizes: Sizes) -> list[Element]:
    edge = w("pBdr", w("left", val="single", sz=12, space=8, color=PALE))
    form = [w("keepNext"), w("keepLines"), edge, spacing(before=4, after=6), w("ind", left=twips(6))]
    letters = [w("i"), w("iCs"), w("color", val=GREY), *size(sizes.guidance)]
    return [
        paragraph_style("Guidance", GUIDANCE, form, letters),
        character_style(PLACEHOLDER_STYLE, "Placeholder Text", [w("color", val=GREY)]),
    ]
