"""The order in which people expect numbers of documents: «2» before «10», «12/3-н» before «12/10-н»."""

import re

from docctl.domain.patterns import regex

NaturalKey = tuple[tuple[int, int, str], ...]
_PIECES = regex(r"([0-9]+)|[^0-9]+")


def natural_key(number: str) -> tuple[NaturalKey, str]:
    """The key to sort numbers by; figures come before letters, case counts only between equals."""
    return tuple(map(_piece, _PIECES.finditer(number.casefold()))), number


def _piece(match: re.Match[str]) -> tuple[int, int, str]:
    if match[1] is None:
        return 1, 0, match[0]
    # Compared by length, then figure by figure: no number of digits is too much.
    figures = match[1].lstrip("0")
    return 0, len(figures), figures
