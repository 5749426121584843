"""The styles part, the theme, the settings and the font table of a way."""

from collections.abc import Iterator

from tests.kit.looks import (
    BY_HAND,
    STYLE_NAMES,
    Role,
    defaults,
    direct_everywhere,
    normal,
    style_props,
    without_defaults,
)
from tests.kit.markup import root, tag, val
from tests.kit.numbers import NumberPlan
from tests.kit.options import Fonts, Headings
from tests.kit.properties import PARAGRAPH_ORDER, RUN_ORDER, Props, in_order, paragraph_pieces, run_pieces
from tests.kit.style_ids import CLAUSE_STYLE, style_id
from tests.kit.way import Way

NAMES = {"based heading": "Бөлім тақырыбы", "Title Page": "Титул", "Table Text": "Кесте мәтіні"}
LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
    'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">'
    '<w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/>'
    '<w:lsdException w:name="heading 1" w:uiPriority="9" w:qFormat="1"/>'
    '<w:lsdException w:name="toc 1" w:semiHidden="1" w:uiPriority="39" w:unhideWhenUsed="1"/>'
    "</w:latentStyles>"
)
BORDERS = "".join(
    tag(f"w:{side}", w_val="single", w_sz=4, w_space=0, w_color="auto")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def styles_part(way: Way, language: str, plan: NumberPlan) -> bytes:
    """``styles.xml``."""
    base = defaults(way, language)
    doc_defaults = tag(
        "w:docDefaults",
        tag("w:rPrDefault", tag("w:rPr", _run(base))),
        tag("w:pPrDefault", tag("w:pPr", _paragraph(base))),
    )
    if without_defaults(way):
        doc_defaults = ""
    return root("w:styles", doc_defaults, LATENT, *_styles(way, language, plan))


def _styles(way: Way, language: str, plan: NumberPlan) -> Iterator[str]:
    yield _style("Normal", way, normal(way, language), default=True)
    yield tag(
        "w:style",
        val("w:name", "Default Paragraph Font"),
        w_type="character",
        w_default=1,
        w_styleId=style_id("Default Paragraph Font", way),
    )
    yield tag(
        "w:style",
        val("w:name", "Normal Table"),
        tag(
            "w:tblPr", tag("w:tblCellMar", *(tag(f"w:{s}", w_w=108, w_type="dxa") for s in ("left", "right")))
        ),
        w_type="table",
        w_default=1,
        w_styleId=style_id("Normal Table", way),
    )
    yield tag(
        "w:style",
        val("w:name", "Table Grid"),
        val("w:basedOn", style_id("Normal Table", way)),
        tag("w:tblPr", tag("w:tblBorders", BORDERS)),
        w_type="table",
        w_styleId=style_id("Table Grid", way),
    )
    yield tag(
        "w:style",
        val("w:name", "Hyperlink"),
        tag("w:rPr", val("w:color", "0563C1"), val("w:u", "single")),
        w_type="character",
        w_styleId=style_id("Hyperlink", way),
    )
    yield from _role_styles(way, language, plan)


def _role_styles(way: Way, language: str, plan: NumberPlan) -> Iterator[str]:
    for role in Role:
        props = style_props(role, way, language)
        if props is not None and role is not Role.HEADING:
            yield _style(STYLE_NAMES[role], way, props)
    if way.headings not in BY_HAND:
        props = style_props(Role.HEADING, way, language) or Props()
        yield _style("heading 1", way, props, numbering=plan.heading_style_numbering)
        if way.headings is Headings.BASED:
            yield _style("based heading", way, Props(), based_on="heading 1")
    if plan.clause_style_numbering:
        body = "Body Text" if way.fonts is Fonts.BODY_STYLE and not direct_everywhere(way) else "Normal"
        yield _style(CLAUSE_STYLE, way, Props(), based_on=body, numbering=plan.clause_style_numbering)
    yield _style("TOC Heading", way, Props(bold=True))


def _style(
    name: str,
    way: Way,
    props: Props,
    *,
    based_on: str = "Normal",
    default: bool = False,
    numbering: str = "",
) -> str:
    pieces = paragraph_pieces(props) | ({"w:numPr": numbering} if numbering else {})
    shown = NAMES.get(name, name)
    if name == "heading 1" and way.headings is Headings.LOCAL_NAME:
        shown = "Заголовок 1"
    return tag(
        "w:style",
        val("w:name", shown),
        "" if default else val("w:basedOn", style_id(based_on, way)),
        tag("w:qFormat"),
        tag("w:pPr", in_order(pieces, PARAGRAPH_ORDER)) if pieces else "",
        tag("w:rPr", _run(props)) if run_pieces(props) else "",
        w_type="paragraph",
        w_default=1 if default else None,
        w_styleId=style_id(name, way),
    )


def _run(props: Props) -> str:
    return in_order(run_pieces(props), RUN_ORDER)


def _paragraph(props: Props) -> str:
    return in_order(paragraph_pieces(props), PARAGRAPH_ORDER)
