"""The organisation's mark as a picture that Word lets a person exchange."""

from lxml import etree

from docctl.templating.building.xml import EMU_IN_MM, Element, named, w
from docctl.templating.source import Source

RELATION = "rIdMark"
"""Of the header to the picture."""
PIXELS = slice(16, 24)
"""Where the header of a PNG file says width and height."""
NONE = {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}


def picture(source: Source) -> Element:
    """A picture content control with the mark."""
    width = round(source.look.mark_width * EMU_IN_MM)
    extent = {"cx": str(width), "cy": str(round(width * _ratio(source.mark)))}
    names = {"id": "1", "name": source.words.mark, "descr": source.words.mark}
    inline = _element(
        "wp:inline",
        _element("wp:extent", **extent),
        _element("wp:docPr", **names),
        _element("wp:cNvGraphicFramePr", _element("a:graphicFrameLocks", noChangeAspect="1")),
        _element("a:graphic", _element("a:graphicData", _drawn(extent, names), uri=_PICTURE)),
        **NONE,
    )
    properties = w("sdtPr", w("alias", val=source.words.mark), w("tag", val="mark"), w("picture"))
    return w("sdt", properties, w("sdtContent", w("r", w("drawing", inline))))


_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def _drawn(extent: dict[str, str], names: dict[str, str]) -> Element:
    shape = _element("a:xfrm", _element("a:off", x="0", y="0"), _element("a:ext", **extent))
    outline = _element("a:prstGeom", _element("a:avLst"), prst="rect")
    embedded = _element("a:blip")
    embedded.set(named("r", "embed"), RELATION)
    return _element(
        "pic:pic",
        _element("pic:nvPicPr", _element("pic:cNvPr", **names), _element("pic:cNvPicPr")),
        _element("pic:blipFill", embedded, _element("a:stretch", _element("a:fillRect"))),
        _element("pic:spPr", shape, outline),
    )


def _element(name: str, /, *children: Element, **attributes: str) -> Element:
    prefix, _, tag = name.partition(":")
    element = etree.Element(named(prefix, tag), attributes)
    element.extend(children)
    return element


def _ratio(png: bytes) -> float:
    """Height over width."""
    size = png[PIXELS]
    return int.from_bytes(size[4:]) / int.from_bytes(size[:4])
