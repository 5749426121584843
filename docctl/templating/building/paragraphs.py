"""Paragraphs and tables, formatted by named styles alone."""

from collections.abc import Iterable, Sequence

from docctl.templating.building.inline import Writer, run
from docctl.templating.building.xml import Element, twips, w


def paragraph(style: str, runs: Iterable[Element] = (), *properties: Element) -> Element:
    """A paragraph of the style; `properties` are what it has beside it."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *runs)


def guidance(texts: Sequence[str]) -> list[Element]:
    """Paragraphs that explain to the author what belongs here."""
    return [paragraph("Guidance", [run(text)]) for text in texts]


def new_page() -> Element:
    """The property of a paragraph that begins a page."""
    return w("pageBreakBefore")


def table(
    widths: Sequence[float], rows: Iterable[Element], style: str, caption: str, description: str
) -> Element:
    """A table as wide as the text, its columns in millimetres, with a name and what it is for."""
    columns = [twips(width) for width in widths]
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(columns), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=caption),
        w("tblDescription", val=description),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in columns)), *rows)


def cell(width: float, *blocks: Element, merge: str | None = None, middle: bool = False) -> Element:
    """A cell; `merge` is ``restart`` or ``continue`` where cells under one another are one."""
    properties = [w("tcW", w=twips(width), type="dxa")]
    if merge is not None:
        properties.append(w("vMerge", val=merge))
    if middle:
        properties.append(w("vAlign", val="center"))
    return w("tc", w("tcPr", *properties), *blocks)


def heading_row(widths: Sequence[float], headings: Sequence[str]) -> Element:
    """The row of column headings, repeated on every page that the table runs over."""
    cells = (
        cell(width, paragraph("TableHeading", [run(heading)] if heading else []), middle=True)
        for width, heading in zip(widths, headings, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def row(height: float, cells: Iterable[Element]) -> Element:
    """A row at least so high, never parted by a page."""
    return w("tr", w("trPr", w("cantSplit"), w("trHeight", val=twips(height), hRule="atLeast")), *cells)


def text_cell(width: float, text: str, tag: str, writer: Writer) -> Element:
    """A cell with one paragraph of table text."""
    return cell(width, paragraph("TableText", writer.runs(text, tag)))
