"""The automatic numbers: one list whose levels are styles, so that a clause moved is a clause renumbered."""

from docctl.templating.building.definitions import LIST
from docctl.templating.building.xml import Element, twips, w
from docctl.templating.source import Look

LEVELS = (("Heading1", "%1"), ("Clause", "%1.%2"), ("Subclause", "%1.%2.%3"), ("ListItem", "%4)"))
"""Style and text of the number; a level begins anew below each number above it."""


def numbering(look: Look) -> Element:
    """The part that defines the list."""
    levels = (_level(depth, style, text, look) for depth, (style, text) in enumerate(LEVELS))
    outline = w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=0)
    return w("numbering", outline, w("num", w("abstractNumId", val=0), numId=LIST))


def _level(depth: int, style: str, text: str, look: Look) -> Element:
    indent, stop = twips(look.indent), twips(look.indent + look.number_width)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        w("pStyle", val=style),
        w("suff", val="tab"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("tabs", w("tab", val="num", pos=stop)), w("ind", left=0, firstLine=indent)),
        ilvl=depth,
    )
