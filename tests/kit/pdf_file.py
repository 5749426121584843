"""Small PDF files written by hand: text in a standard font, pictures, damage."""

from collections.abc import Sequence

from msgspec import Struct

A4 = (595, 842)
"""Points."""


class Placed(Struct, frozen=True):
    """Text at a place: points from the lower left corner of the page."""

    text: str
    x: float
    y: float
    size: float = 12.0
    font: str = "F1"


def pdf(pages: Sequence[str], *, size: tuple[int, int] = A4, catalog: str = "", page: str = "") -> bytes:
    """A file of pages with these contents; `catalog` and `page` are more entries of their dictionaries."""
    count = len(pages)
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        stream("\x7f", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
               "/ColorSpace /DeviceGray"),
    ]  # fmt: skip
    for number, content in enumerate(pages):
        fonts = "/Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im 5 0 R >>"
        box = f"/MediaBox [0 0 {size[0]} {size[1]}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} /Resources << {fonts} >> "
            f"/Contents {7 + 2 * number} 0 R {page} >>"
        )
        objects.append(stream(content))
    return _file(objects)


def stream(content: str, entries: str = "") -> str:
    """A stream object."""
    return f"<< {entries} /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        data += f"{place:010} 00000 n \n".encode()
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def text(*pieces: Placed) -> str:
    """The content of a page with this text."""
    shown = (
        f"/{p.font} {p.size} Tf 1 0 0 1 {p.x} {p.y} Tm ({p.text.replace('(', chr(92) + '(')}) Tj"
        for p in pieces
    )
    return f"BT {' '.join(shown)} ET"


def lines(*texts: str, x: float = 85.0, top: float = 750.0, size: float = 12.0) -> str:
    """The content of a page with these lines one under another."""
    return text(*(Placed(line, x, top - 1.2 * size * n, size) for n, line in enumerate(texts)))


def picture(x: float, y: float, width: float, height: float) -> str:
    """A picture of this size at this place."""
    return f"q {width} 0 0 {height} {x} {y} cm /Im Do Q"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Ruled lines of a table with these edges."""
    across = (f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys)
    down = (f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs)
    return " ".join([*across, *down])
