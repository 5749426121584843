"""Folded text as one byte a letter: half the size, and searched by C code."""

CODE_PAGE = "ptcp154"
"""Kazakh, Russian and English letters; what it lacks becomes a question mark."""


def coded(text: str) -> bytes:
    """The text in the code page."""
    return text.encode(CODE_PAGE, "replace")
