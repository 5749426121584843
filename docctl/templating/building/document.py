"""The main part of a template, and the settings that go with it."""

from docctl.templating.building.body import sections, sheets
from docctl.templating.building.front import contents, signature_sheet, title_page
from docctl.templating.building.inline import Writer
from docctl.templating.building.paragraphs import paragraph
from docctl.templating.building.xml import Element, named, twips, w
from docctl.templating.source import Look, Source

HEADER, NO_HEADER = "rIdHeader", "rIdNoHeader"
COMPATIBILITY = "http://schemas.microsoft.com/office/word"
COMPATIBLE_WITH = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
TAB_STOPS = 12.5
"""Millimetres."""


def document(source: Source, writer: Writer) -> Element:
    """The whole text: the title page is a section of its own, without the running header."""
    return w(
        "document",
        w(
            "body",
            *title_page(source, writer),
            paragraph("Normal", (), section(source.look, NO_HEADER)),
            *signature_sheet(source, writer),
            *contents(source),
            *sections(source, writer),
            *sheets(source, writer),
            paragraph("Normal"),
            section(source.look, HEADER),
        ),
    )


def section(look: Look, header: str) -> Element:
    """The end of a section of Word's: its paper, its margins and the relation to its header."""
    margins = {name: twips(getattr(look.margins, name)) for name in look.margins.__struct_fields__}
    reference = w("headerReference", type="default")
    reference.set(named("r", "id"), header)
    return w(
        "sectPr",
        reference,
        w("pgSz", w=twips(look.width), h=twips(look.height)),
        w("pgMar", **margins, gutter=0),
        w("cols", space=twips(TAB_STOPS)),
    )


def settings(locale: str) -> Element:
    """The settings: the Word of today, nothing recomputed at opening, no macros."""
    modes = (
        w("compatSetting", name=name, uri=COMPATIBILITY, val=value) for name, value in COMPATIBLE_WITH.items()
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=twips(TAB_STOPS)),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *modes),
        w("themeFontLang", val=locale),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
