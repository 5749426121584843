"""Footnotes told from the text: what stands under a short rule, and the raised figures that lead there."""

from collections.abc import Sequence

from msgspec.structs import replace

from docctl.domain.patterns import regex
from docctl.pdf.page import Box, Line, Span

_NARROW, _BROAD = 25.0, 85.0
"""Millimetres of the shortest and longest rule over footnotes."""
_MARK = regex(r"\d{1,3}|\*{1,4}")
_RAISED = 0.8
"""Share of the size of the letters up to which a figure is a mark."""


def without_notes(lines: Sequence[Line], rules: Sequence[Box], height: float) -> tuple[Line, ...]:
    """The lines of a page without its footnotes and the marks that lead to them.

    Args:
        lines: of the body.
        rules: ruled lines of the page.
        height: of the page.
    """
    foot = _rule_over_notes(lines, rules, height)
    if foot is None:
        return tuple(lines)
    above = [line for line in lines if line.top < foot]
    return tuple(
        _unmarked(line)
        for place, line in enumerate(above)
        if not (
            place and _is_mark(line.spans[0], above[place - 1]) and line.left >= above[place - 1].right - 1.0
        )
    )


def _rule_over_notes(lines: Sequence[Line], rules: Sequence[Box], height: float) -> float | None:
    """Where the rule over the footnotes lies; None when the page has no footnotes."""
    left = min((line.left for line in lines), default=0.0)
    short = [
        rule.top
        for rule in rules
        if rule.top > height / 3 and _NARROW <= rule.width <= _BROAD and abs(rule.left - left) < 2.0
    ]
    for foot in sorted(short, reverse=True):
        below = [line for line in lines if line.top >= foot - 1.0]
        if below and _MARK.match(below[0].text) and not any(_spans(line, foot) for line in lines):
            return foot - 1.0
    return None


def _spans(line: Line, foot: float) -> bool:
    """The rule underlines or strikes the line."""
    return line.top < foot - 1.0 and line.bottom > foot


def _unmarked(line: Line) -> Line:
    """The line without the raised figures of its notes."""
    kept = tuple(span for place, span in enumerate(line.spans) if not (place and _is_mark(span, line)))
    if len(kept) == len(line.spans):
        return line
    return replace(line, text="".join(span.text for span in kept), right=kept[-1].right, spans=kept)


def _is_mark(span: Span, line: Line) -> bool:
    return span.size <= _RAISED * line.size and _MARK.fullmatch(span.text.strip()) is not None
