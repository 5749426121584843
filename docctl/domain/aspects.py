"""What some kinds of files cannot say of a draft, however well they are read.

A PDF shows letters at places: it knows fonts, sizes and pages, and nothing of styles or tracked changes. A
rule that needs what the file does not say is *not verifiable* there, never passed.
"""

from enum import StrEnum


class Aspect(StrEnum):
    """Something about a draft that a reader of the right file can be told."""

    FONTS = "fonts"
    """Family, size and weight of the text."""
    COLOURS = "colours"
    """Colour and highlighting of the text."""
    PAPER = "paper"
    """Size and orientation of the pages."""
    MARGINS = "margins"
    """Margins and gutter as they were set, not as the text happens to leave them."""
    PARAGRAPHS = "paragraphs"
    """Line spacing, alignment, indents, empty paragraphs, tabs: how paragraphs were set."""
    STYLES = "styles"
    """Named styles, headings by style among them."""
    FIELDS = "fields"
    """Which text is computed by Word and which was typed."""
    AUTOMATIC_NUMBERS = "automatic_numbers"
    """Which numbers are automatic and which were typed."""
    REVISIONS = "revisions"
    """Tracked changes."""
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    LANGUAGE = "language"
    """The language that the text is marked with."""
    PAGE_NUMBERS = "page_numbers"
    """On which page each paragraph stands, and how many pages there are: known only after layout."""
