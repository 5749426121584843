"""The clauses of a document as text, to be compared and found again: ``text.md`` beside every file.

A paragraph is a line, so that a changed paragraph is a changed line. A clause begins at the margin, with its
number if it has one; its further paragraphs are indented by two spaces. A heading is ``##``, a heading under
it ``###``; ``---`` ends the last section. A line that could be taken for something else begins with a
backslash.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from docctl.domain.patterns import regex

_NUMBERED = regex(r"([0-9]+(?:\.[0-9]+)*)(?: (.*))?", re.DOTALL)
_HEADING = regex(r"(##+) (.*)", re.DOTALL)
_NO_HEADING = "---"
_INDENT = "  "
_MARKS = ("#", "\\", " ", "\t", "`", "~", "<", ">", "[")
"""What Markdown, or this format, gives a meaning to at the beginning of a line."""


class ClauseText(Struct, frozen=True):
    """A clause as a reader sees it."""

    number: str
    """As printed, closing punctuation apart, ``6.23``; empty for text that stands under no number."""
    headings: tuple[str, ...]
    """From the section down to the clause, with their numbers: ``6 Негізгі функциялары``. Each is one line;
    empty for text outside of every section."""
    text: str
    """Without its number, a line to a paragraph or a row of a table."""


def write_text(title: str, clauses: Iterable[ClauseText]) -> str:
    """The clauses as a page of Markdown under the title of the document."""
    blocks = [f"# {' '.join(title.split())}".rstrip()]
    above: tuple[str, ...] = ()
    for clause in clauses:
        blocks += _heading_lines(above, clause.headings)
        blocks += _paragraphs(clause)
        above = clause.headings
    return "\n\n".join(blocks) + "\n"


def read_text(text: str) -> tuple[ClauseText, ...]:
    """The clauses that `write_text` wrote."""
    return tuple(_read(text.removesuffix("\n").split("\n\n")[1:]))


def _heading_lines(above: tuple[str, ...], headings: tuple[str, ...]) -> Iterator[str]:
    """The headings that are new here; the last one again where the text goes back up to it."""
    if above == headings:
        return
    if not headings:
        yield _NO_HEADING
        return
    pairs = enumerate(zip(above, headings, strict=False))
    shared = next((depth for depth, (old, new) in pairs if old != new), len(above))
    for depth in range(min(shared, len(headings) - 1), len(headings)):
        yield f"{'#' * (depth + 2)} {headings[depth]}"


def _paragraphs(clause: ClauseText) -> Iterator[str]:
    first, *more = clause.text.split("\n")
    if clause.number:
        yield f"{clause.number} {first}" if first else clause.number
    else:
        yield _escaped(first, at_margin=True)
    yield from (_INDENT + _escaped(line) for line in more)


def _escaped(line: str, *, at_margin: bool = False) -> str:
    mistaken = not line or line == _NO_HEADING or line.startswith(_MARKS)
    return f"\\{line}" if mistaken or (at_margin and _NUMBERED.fullmatch(line)) else line


def _read(blocks: Iterable[str]) -> Iterator[ClauseText]:
    headings: tuple[str, ...] = ()
    begun: ClauseText | None = None
    more: list[str] = []
    for block in blocks:
        if begun and block.startswith(_INDENT):
            more.append(block.removeprefix(_INDENT).removeprefix("\\"))
            continue
        if begun:
            yield _with_lines(begun, more)
        begun, more = None, []
        if block == _NO_HEADING:
            headings = ()
        elif heading := _HEADING.fullmatch(block):
            headings = (*headings[: len(heading[1]) - 2], heading[2])
        else:
            begun = _begun(block, headings)
    if begun:
        yield _with_lines(begun, more)


def _begun(block: str, headings: tuple[str, ...]) -> ClauseText:
    if numbered := _NUMBERED.fullmatch(block):
        return ClauseText(numbered[1], headings, numbered[2] or "")
    return ClauseText("", headings, block.removeprefix("\\"))


def _with_lines(clause: ClauseText, more: list[str]) -> ClauseText:
    return replace(clause, text="\n".join((clause.text, *more)))
