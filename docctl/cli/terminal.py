"""What is written where: results to stdout, progress and messages to stderr, colour only on a terminal."""

import os
import sys

from docctl.reporting.style import Paint, plain

COLOURS = {
    "error": "1;31",
    "warning": "33",
    "info": "34",
    "title": "1",
    "part": "4",
    "place": "2",
    "hint": "32",
    "passed": "1;32",
}
"""Codes of ANSI for the roles that texts have."""
WIDTH = 30
"""Of the progress bar."""


def write(text: str) -> None:
    """A result for a person; letters that the terminal does not know are replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def write_json(text: str) -> None:
    """A result for a program: UTF-8 whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def tell(message: str) -> None:
    """A message beside the results."""
    sys.stderr.write(f"{message}\n")


def paint() -> Paint:
    """Colours on a terminal, none elsewhere or where ``$NO_COLOR`` is set."""
    return _painted if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else plain


def _painted(text: str, role: str) -> str:
    return f"\x1b[{COLOURS.get(role, '0')}m{text}\x1b[0m"


def progress(done: int, total: int) -> None:
    """A bar on a terminal while several drafts are checked, gone when they are."""
    if total > 1 and sys.stderr.isatty():
        bar = "█" * (WIDTH * done // total)
        shown = f"\r{bar:·<{WIDTH}} {done}/{total}" if done < total else "\r\x1b[K"
        sys.stderr.write(shown)
        sys.stderr.flush()
