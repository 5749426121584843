"""Drawings: the text boxes in them, and the pictures."""

from lxml.etree import _Element as Element

from docctl.docx.xml import MC, PIC, WPS, A, M, O, V, W

BOX = W + "txbxContent"
ALTERNATE, CHOICE, FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
PICTURES = frozenset({PIC + "pic", V + "imagedata", CHART, DIAGRAM})
SHAPES = frozenset({WPS + "wsp", V + "rect", V + "oval", V + "roundrect", V + "shape"})
"""Drawn shapes. Straight lines are none: they rule a page off as a border does."""
STRAIGHT = frozenset({"line", "straightConnector1"})
UNDERSTOOD = (W, M)


def chosen(alternate: Element) -> Element | None:
    """The branch of mc:AlternateContent that is shown: the first Choice we understand, else the Fallback."""
    choices = list(alternate.iterchildren(CHOICE))
    understood = (c for c in choices if any(str(child.tag).startswith(UNDERSTOOD) for child in c))
    fallback = alternate.find(FALLBACK)
    other = fallback if fallback is not None else next(iter(choices), None)
    return next(understood, other)


def boxes_and_pictures(drawing: Element) -> tuple[list[Element], int]:
    """Contents of the outermost text boxes in order; the number of pictures or drawn shapes beside them."""
    boxes: list[Element] = []
    pictures = shapes = 0
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == BOX:
            boxes.append(element)
            continue
        pictures += element.tag in PICTURES
        shapes += element.tag in SHAPES and not _is_line_or_lettering(element)
        waiting.extend(reversed(_inside(element)))
    return boxes, pictures or (min(shapes, 1) if not boxes else 0)


def _inside(element: Element) -> list[Element]:
    if element.tag != ALTERNATE:
        return list(element)
    branch = chosen_drawing(element)
    return [] if branch is None else list(branch)


def chosen_drawing(alternate: Element) -> Element | None:
    """Inside a drawing every Choice is understood: shapes are what it is made of."""
    return next(alternate.iterchildren(CHOICE, FALLBACK), None)


def _is_line_or_lettering(shape: Element) -> bool:
    """A ruled line, or letters drawn as a shape (a watermark)."""
    geometry = shape.find(f"{WPS}spPr/{A}prstGeom")
    if geometry is not None and geometry.get("prst") in STRAIGHT:
        return True
    return shape.get(O + "hr") in {"t", "true"} or shape.find(V + "textpath") is not None
