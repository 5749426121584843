"""Elements of WordprocessingML, their children put into the order that its schema asks for."""

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TWIPS_IN_MM = 1440 / 25.4
EMU_IN_MM = 36000

_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl between bar"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd"
    " tabs suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish webHidden color spacing kern sz"
    " szCs highlight u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit trHeight tblHeader jc",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols vAlign titlePg docGrid",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr"
    " tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr text picture docPartObj",
    "tblBorders": _BORDERS,
    "tcBorders": _BORDERS,
    "pBdr": _BORDERS,
}
"""The order of children by the schema of ISO/IEC 29500-1 transitional, for what templates use."""
_RANKS = {tag: {child: rank for rank, child in enumerate(names.split())} for tag, names in ORDERS.items()}


def w(tag: str, *children: Element | str, **attributes: str | int) -> Element:
    """An element of the main namespace; its attributes are of that namespace too.

    Text is kept with its spaces. Properties are put in the order of the schema; a property that `ORDERS`
    does not know raises KeyError.
    """
    element = etree.Element(named("w", tag), nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(named("w", name.rstrip("_")), str(value))
    for child in _in_order(tag, children):
        if isinstance(child, str):
            element.text = child
            element.set(SPACE, "preserve")
        else:
            element.append(child)
    return element


def named(prefix: str, name: str) -> str:
    """The name with its namespace, as lxml writes it."""
    return f"{{{NAMESPACES[prefix]}}}{name}"


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * TWIPS_IN_MM)


def half_points(points: float) -> int:
    """The unit of font sizes."""
    return round(points * 2)


def part(root: Element) -> bytes:
    """The element as a part of a package."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _in_order(tag: str, children: tuple[Element | str, ...]) -> list[Element | str]:
    ranks = _RANKS.get(tag)
    if ranks is None:
        return list(children)
    return sorted(children, key=lambda child: ranks[etree.QName(child).localname])
