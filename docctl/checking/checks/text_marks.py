"""Letters, and what is no running text: addresses and file names."""

import re

from docctl.domain.patterns import regex

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af"
"""Latin letters, for use in a class of a regular expression."""
CYRILLIC = "\u0400-\u052f"
"""Cyrillic letters, Kazakh ones among them."""
LETTER = LATIN + CYRILLIC
AROUND = 60
"""Characters on each side of a place in which an address shows itself."""
Span = tuple[int, int]

_ADDRESS = regex(
    r"@|://|www\.|\\|\.(?:com|org|net|kz|ru|edu|gov|info|docx?|pdf|xlsx?)(?![^\W\d_])"
    rf"|[{CYRILLIC}]\.(?:рф|қаз)(?![^\W\d_])",
    re.IGNORECASE,
)


def address_at(text: str, start: int, end: int | None = None) -> bool:
    """Whether ``text[start:end]`` lies within a web address, an e-mail address or a file name."""
    end = start + 1 if end is None else end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    chunk = before.split()[-1] if before and not before[-1].isspace() else ""
    chunk += text[start:end]
    chunk += after.split()[0] if after and not after[0].isspace() else ""
    return _ADDRESS.search(chunk) is not None
