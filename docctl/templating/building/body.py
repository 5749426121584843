"""Sections with their guidance and clauses, and the two sheets at the end."""

from collections.abc import Iterator

from docctl.templating.building.front import bookmark
from docctl.templating.building.inline import Writer, run
from docctl.templating.building.paragraphs import (
    guidance,
    heading_row,
    new_page,
    paragraph,
    row,
    table,
    text_cell,
)
from docctl.templating.building.xml import Element, w
from docctl.templating.source import Clause, SectionSource, Sheet, Source

INTRODUCING = ":"
"""A clause that ends so stays on one page with what it introduces."""


def sections(source: Source, writer: Writer) -> Iterator[Element]:
    """All sections; the first begins a page."""
    for ordinal, section in enumerate(source.template.sections, start=1):
        yield heading(ordinal, section.heading, *([new_page()] if ordinal == 1 else []))
        yield from guidance(section.guidance)
        yield from _content(section, writer)


def heading(ordinal: int, text: str, *properties: Element) -> Element:
    """A numbered heading, which the contents find by its bookmark."""
    start = w("bookmarkStart", id=ordinal, name=bookmark(ordinal))
    return paragraph("Heading1", [start, run(text), w("bookmarkEnd", id=ordinal)], *properties)


def _content(section: SectionSource, writer: Writer) -> Iterator[Element]:
    for number, clause in enumerate(section.clauses, start=1):
        yield from _clause(clause, f"{section.role}.{number}", writer)
    for number, entry in enumerate(section.entries, start=1):
        yield paragraph("BodyText", writer.runs(entry, f"{section.role}.{number}"))


def _clause(clause: str | Clause, tag: str, writer: Writer) -> Iterator[Element]:
    if isinstance(clause, str):
        clause = Clause(clause)
    below = [w("keepNext")] if clause.text.endswith(INTRODUCING) else []
    yield paragraph("Clause", writer.runs(clause.text, tag), *below)
    for style, texts in (("Subclause", clause.subclauses), ("ListItem", clause.items)):
        for number, text in enumerate(texts, start=1):
            yield paragraph(style, writer.runs(text, f"{tag}.{number}"))


def sheets(source: Source, writer: Writer) -> Iterator[Element]:
    """The acquaintance sheet and the change sheet, each on a page of its own."""
    first = len(source.template.sections) + 1
    columns = source.look.columns
    yield from _sheet(first, source.words.acquaintance_sheet, columns.acquaintance_sheet, source, writer)
    yield from _sheet(first + 1, source.words.change_sheet, columns.change_sheet, source, writer)


def _sheet(
    ordinal: int, sheet: Sheet, widths: tuple[float, ...], source: Source, writer: Writer
) -> Iterator[Element]:
    yield heading(ordinal, sheet.heading, new_page())
    yield from guidance(sheet.guidance)
    empty = (
        row(source.look.row_height, [text_cell(width, "", "", writer) for width in widths])
        for _ in range(source.look.empty_rows)
    )
    rows = [heading_row(widths, sheet.columns), *empty]
    yield table(widths, rows, "TableGrid", sheet.heading, sheet.description)
