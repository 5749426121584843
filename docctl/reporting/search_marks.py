"""Matches in a text on the terminal: in colour, or in square brackets where there is none."""

from collections.abc import Iterator

from docctl.reporting.style import Paint, harmless, indented
from docctl.search.showing.snippet import Snippet

MATCH = "passed"
"""The role of what matched: bold green."""
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for the marks while lines are broken; the text itself cannot hold them."""
_TAKEN = str.maketrans({_OPEN: "\ufffd", _CLOSE: "\ufffd"})


def highlighted(snippet: Snippet, indent: int, paint: Paint) -> list[str]:
    """The snippet in lines, every match marked, also where a line ends inside it."""
    lines = indented(_with_signs(snippet), indent)
    if paint("x", MATCH) == "x":
        return [line.replace(_OPEN, "[").replace(_CLOSE, "]") for line in lines]
    return list(_painted(lines, paint))


def _with_signs(snippet: Snippet) -> str:
    stretches = ((harmless(s.text.translate(_TAKEN)), s.marked) for s in snippet.stretches)
    text = "".join(f"{_OPEN}{text}{_CLOSE}" if marked else text for text, marked in stretches)
    return f"{'… ' * snippet.begins_inside}{text}{' …' * snippet.ends_inside}"


def _painted(lines: list[str], paint: Paint) -> Iterator[str]:
    inside = False
    for line in lines:
        shown = ""
        bare = line.lstrip()
        for number, piece in enumerate(bare.replace(_CLOSE, _OPEN).split(_OPEN)):
            marked = inside ^ bool(number % 2)
            shown += paint(piece, MATCH) if marked and piece else piece
        inside ^= bool((bare.count(_OPEN) + bare.count(_CLOSE)) % 2)
        yield line[: len(line) - len(bare)] + shown
