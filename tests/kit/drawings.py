"""Pictures and text boxes."""

import base64

from tests.kit.markup import tag
from tests.kit.options import Conformance, Logo
from tests.kit.way import Way

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURE_ID = "rIdLogo"
SIDE = 540000
"""Width and height of the logo, in EMU: 15 mm."""
BOX_WIDTH = 3240000
BOX_HEIGHT = 1620000


def logo(way: Way, number: int) -> str:
    """A run with the logo; empty where the way has none."""
    match way.logo:
        case Logo.NONE:
            return ""
        case Logo.VML if way.conformance is Conformance.TRANSITIONAL:
            image = tag("v:imagedata", r_id=PICTURE_ID, o_title="logo")
            shape = tag("v:shape", image, id=f"logo{number}", style="width:42pt;height:42pt")
            return tag("w:r", tag("w:pict", shape))
        case Logo.FLOATING:
            return tag("w:r", tag("w:drawing", _anchor(_picture(number), number, SIDE, SIDE)))
    extent = tag("wp:extent", cx=SIDE, cy=SIDE)
    inline = tag("wp:inline", extent, tag("wp:docPr", id=number, name="Logo"), _picture(number))
    return tag("w:r", tag("w:drawing", inline))


def _picture(number: int) -> str:
    picture = tag(
        "pic:pic",
        tag("pic:nvPicPr", tag("pic:cNvPr", id=number, name="logo.png"), "<pic:cNvPicPr/>"),
        tag("pic:blipFill", tag("a:blip", r_embed=PICTURE_ID), "<a:stretch><a:fillRect/></a:stretch>"),
        tag("pic:spPr", _box(SIDE, SIDE), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return tag("a:graphic", tag("a:graphicData", picture, uri=uri))


def _box(width: int, height: int) -> str:
    return tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", cx=width, cy=height))


def _anchor(graphic: str, number: int, width: int, height: int) -> str:
    position = "<wp:posOffset>0</wp:posOffset>"
    return tag(
        "wp:anchor",
        tag("wp:simplePos", x=0, y=0),
        tag("wp:positionH", position, relativeFrom="column"),
        tag("wp:positionV", position, relativeFrom="paragraph"),
        tag("wp:extent", cx=width, cy=height),
        tag("wp:wrapSquare", wrapText="bothSides"),
        tag("wp:docPr", id=number, name=f"Box {number}"),
        graphic,
        distT=0,
        distB=0,
        distL=114300,
        distR=114300,
        simplePos=0,
        relativeHeight=251659264 + number,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )


def text_box(paragraphs: str, number: int, way: Way) -> str:
    """A run with a text box, and for older programs the same box as VML."""
    content = tag("w:txbxContent", paragraphs)
    shape = tag(
        "wps:wsp",
        '<wps:cNvSpPr txBox="1"/>',
        tag("wps:spPr", _box(BOX_WIDTH, BOX_HEIGHT), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
        tag("wps:txbx", content),
        "<wps:bodyPr/>",
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    graphic = tag("a:graphic", tag("a:graphicData", shape, uri=uri))
    drawing = tag("w:drawing", _anchor(graphic, number, BOX_WIDTH, BOX_HEIGHT))
    choice = tag("mc:Choice", drawing, Requires="wps")
    if way.conformance is Conformance.STRICT:
        return tag("w:r", tag("mc:AlternateContent", choice))
    box = tag("v:textbox", content)
    old = tag("v:shape", box, id=f"box{number}", type="#_x0000_t202", style="width:255pt;height:127pt")
    return tag("w:r", tag("mc:AlternateContent", choice, tag("mc:Fallback", tag("w:pict", old))))
