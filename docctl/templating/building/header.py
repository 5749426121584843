"""The running header: mark, organisation, title, edition and page of pages, in a table."""

from docctl.domain.patterns import regex
from docctl.templating.building.inline import Writer, field, run
from docctl.templating.building.paragraphs import cell, paragraph, row, table
from docctl.templating.building.picture import picture
from docctl.templating.building.xml import Element, w
from docctl.templating.source import Source

LEAST_HEIGHT = 10.0
"""Millimetres: room for a title of two lines, so that most documents begin their pages at one height."""
_COUNTS = regex(r"(\{pages?\})")


def running_header(source: Source, writer: Writer) -> Element:
    """The header of every page from the second on."""
    words, widths = source.words, source.look.columns.header
    mark, named, counted = widths
    logo = paragraph("Header", [picture(source)])
    organisation = paragraph("Header", writer.runs("{{ organisation }}", "organisation"))
    title = paragraph("Header", [run("{{ title }}")])
    edition = paragraph("Header", [run(words.edition)])
    rows = (
        row(
            LEAST_HEIGHT / 2,
            [_cell(mark, logo, "restart"), _cell(named, organisation), _cell(counted, edition)],
        ),
        row(
            LEAST_HEIGHT,
            [
                _cell(mark, paragraph("Header"), "continue"),
                _cell(named, title),
                _cell(counted, paragraph("Header", page_of_pages(source))),
            ],
        ),
    )
    return w("hdr", table(widths, rows, "TableGrid", words.header, words.header), paragraph("Header"))


def no_header() -> Element:
    """The header of the title page."""
    return w("hdr", paragraph("Header"))


def page_of_pages(source: Source) -> list[Element]:
    """«2- бет, 11 беттен тұрады», counted by Word."""
    shown = {"{page}": ("PAGE", "2"), "{pages}": ("NUMPAGES", str(source.template.pages[-1]))}
    pieces = [piece for piece in _COUNTS.split(source.words.page_of_pages) if piece]
    return [made for piece in pieces for made in (field(*shown[piece]) if piece in shown else [run(piece)])]


def _cell(width: float, content: Element, merge: str | None = None) -> Element:
    return cell(width, content, merge=merge, middle=True)
