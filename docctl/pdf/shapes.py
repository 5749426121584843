"""Ruled lines and pictures of a page."""

import ctypes
from collections.abc import Iterator
from typing import Any

from docctl.pdf.limits import LIMITS
from docctl.pdf.page import Box
from docctl.pdf.placing import Placing

TEXT, PATH, PICTURE, FORM = 1, 2, 3, 5
"""Kinds of page objects: FPDF_PAGEOBJ_*."""
_THIN = 1.2
"""Millimetres of the thickest ruled line."""
_CORNERS = 8
"""Segments of the most intricate path that is a frame."""
_SHORT = 2.0
"""Millimetres of the shortest ruled line."""


def shapes_of(
    pdfium: Any, page: Any, seen: set[int], placing: Placing
) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Ruled lines, and pictures.

    Args:
        pdfium: the library.
        page: the open page.
        seen: addresses of objects known to be text: where there are no others, none is looked at.
        placing: where things stand on the page.
    """
    rules: list[Box] = []
    pictures: list[Box] = []
    count = min(pdfium.FPDFPage_CountObjects(page), LIMITS.objects)
    if count <= len(seen):
        return (), ()
    bounds = tuple(ctypes.c_float() for _ in range(4))
    for index in range(count):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if not shape or ctypes.addressof(shape.contents) in seen or len(rules) >= LIMITS.boxes:
            continue
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind in (PATH, PICTURE, FORM) and pdfium.FPDFPageObj_GetBounds(shape, *bounds):
            left, bottom, right, top = (bound.value for bound in bounds)
            box = Box(*placing.box(left, top, right, bottom))
            if kind != PATH or _is_drawing(pdfium, shape, box):
                pictures.append(box)
            elif _is_thin(box) or _is_drawn(pdfium, shape):
                rules += _ruled(box)
    return tuple(rules), tuple(pictures)


def _is_thin(box: Box) -> bool:
    return min(box.width, box.height) <= _THIN


def _is_drawing(pdfium: Any, path: Any, box: Box) -> bool:
    """Whether the path is more than a line or rectangle: a mark drawn in curves."""
    return not _is_thin(box) and pdfium.FPDFPath_CountSegments(path) > _CORNERS


def _is_drawn(pdfium: Any, path: Any) -> bool:
    """Whether the path is drawn as a line; one that is only filled lies behind text."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value)


def _ruled(box: Box) -> Iterator[Box]:
    """A thin box is a line; of a wide one every edge may be ruled."""
    if _is_thin(box):
        if max(box.width, box.height) >= _SHORT:
            yield box
        return
    yield Box(box.left, box.top, box.right, box.top)
    yield Box(box.left, box.bottom, box.right, box.bottom)
    yield Box(box.left, box.top, box.left, box.bottom)
    yield Box(box.right, box.top, box.right, box.bottom)
