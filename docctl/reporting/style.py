"""What every text for a terminal shares: its width, its colours, the names of severities."""

from collections.abc import Callable
from textwrap import wrap

from docctl.domain.finding import Severity
from docctl.wording import N_

Paint = Callable[[str, str], str]
"""Text and the name of its role (a severity, ``title``, ``part``, ``place``, ``hint``) to coloured text."""

WIDTH = 100

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_COMMANDING = dict.fromkeys(_CONTROLS, "\ufffd") | {ord("\t"): " ", ord("\n"): " "}


SEVERITY_NAMES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("note"),
}


def plain(text: str, _: str) -> str:
    """No colour."""
    return text


def harmless(text: str) -> str:
    """The text without characters that could command a terminal or turn the reading direction."""
    return text.translate(_COMMANDING)


def indented(text: str, indent: int, first: int | None = None) -> list[str]:
    """The text in lines of at most `WIDTH` characters; the first may have an indent of its own."""
    return wrap(
        harmless(text),
        WIDTH,
        initial_indent=" " * (indent if first is None else first),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
