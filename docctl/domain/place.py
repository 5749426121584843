"""Where in a document something stands."""

from enum import StrEnum

from msgspec import Struct


class Part(StrEnum):
    """A part of a document, in the order in which a reader meets them."""

    FILE = "file"
    TITLE = "title"
    HEADER = "header"
    FOOTER = "footer"
    SIGNATURE_SHEET = "signature_sheet"
    CONTENTS = "contents"
    BODY = "body"
    ACQUAINTANCE_SHEET = "acquaintance_sheet"
    CHANGE_SHEET = "change_sheet"


class Place(Struct, frozen=True, kw_only=True):
    """A place as a reader would name it. Every count starts at 1; None is "does not apply"."""

    part: Part
    section: int | None = None
    """Word section: for headers, footers and page setup."""
    clause: str | None = None
    """The number of the clause or section of the document as printed, e.g. ``6.23``."""
    paragraph: int | None = None
    """Ordinal of the paragraph in its story (`Paragraph.index`)."""
    table: int | None = None
    row: int | None = None
    column: str | None = None
    """The column's heading as printed, else its ordinal."""
    page: int | None = None
    """Page, estimated unless a layout gave it."""
    excerpt: str = ""
