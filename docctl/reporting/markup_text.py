"""Text of untrusted drafts as XML and HTML can carry it."""

from html import escape

from docctl.reporting.style import harmless

_UNSTORABLE = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")


def storable(text: str) -> str:
    """One line of text without controls, surrogates and noncharacters, which XML forbids."""
    return harmless(text).translate(_UNSTORABLE)


def escaped(text: str) -> str:
    """One line of text for the inside of an element or of a quoted attribute."""
    return escape(storable(text))
