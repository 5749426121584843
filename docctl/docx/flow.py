"""What the flow of pages depends on, gathered while paragraphs are read."""

from msgspec import Struct

from docctl.domain.draft import Paragraph

TEXT, PAGE_BREAK, LAID_OUT_BREAK = "T", "B", "R"
"""Visible content, an explicit break, the place where Word last began a page: the letters of `Laid.flow`."""


class Laid(Struct, frozen=True):
    """A paragraph and what the page estimate needs to know of it."""

    paragraph: Paragraph
    flow: str
    """Its content and page breaks in order, in the letters above."""
    width: float | None
    """Of the table cell around it, in points; None outside tables or where it is not said."""
