"""Points of a page's own space as millimetres on the page as it is shown."""

import ctypes
from typing import Any

from msgspec import Struct

MM = 25.4 / 72
"""Millimetres in a point."""
_FINE = 100
"""Steps in a point."""


class Placing(Struct, frozen=True):
    """The map from a page's space to the page as shown: turned, and its box cut out."""

    width: float
    height: float
    """Millimetres, as shown."""
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @staticmethod
    def of(pdfium: Any, page: Any) -> "Placing":
        """The map of an open page."""
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        origin, right, up = (_shown(pdfium, page, width, height, at) for at in ((0, 0), (100, 0), (0, 100)))
        return Placing(
            width * MM,
            height * MM,
            (right[0] - origin[0]) / 100,
            (right[1] - origin[1]) / 100,
            (up[0] - origin[0]) / 100,
            (up[1] - origin[1]) / 100,
            *origin,
        )

    def box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """A rectangle as left, top, right, bottom on the page as shown."""
        x, y = self.a * left + self.c * top + self.e, self.b * left + self.d * top + self.f
        u, v = self.a * right + self.c * bottom + self.e, self.b * right + self.d * bottom + self.f
        return (x, y, u, v) if x <= u and y <= v else (min(x, u), min(y, v), max(x, u), max(y, v))


def _shown(
    pdfium: Any, page: Any, width: float, height: float, at: tuple[float, float]
) -> tuple[float, float]:
    x, y = ctypes.c_int(), ctypes.c_int()
    size = max(int(width * _FINE), 1), max(int(height * _FINE), 1)
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, *at, x, y)
    return x.value / _FINE * MM, y.value / _FINE * MM
