"""The clauses of a recognised document, in reading order: nothing is lost that stands in the body.

Who only reads or writes `text.md` takes `clause_markdown` instead, which loads faster.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from docctl.domain.draft import Paragraph, Table, paragraphs_of
from docctl.domain.folding import bare, fold
from docctl.domain.parts import Clause, Parts, SectionPart
from docctl.domain.registry.clause_markdown import ClauseText, read_text, write_text

__all__ = ["ClauseText", "clause_texts", "read_text", "write_text"]

_HEADING_REACH = 8
"""Paragraphs after a heading's first one in which the rest of it may stand."""
_SENTENCE_ENDS = (".", ":", ";", ",")
"""A clause that ends so is no heading, whatever its style."""


class _Piece(Struct, frozen=True):
    """A stretch of text with where it stands."""

    index: int
    """`Paragraph.index` of its first paragraph."""
    text: str
    begins: ClauseText | None = None
    """The clause that begins here, its first paragraph apart; None for what goes on with the one before."""


def clause_texts(parts: Parts) -> tuple[ClauseText, ...]:
    """Every clause with its headings, the loose paragraphs, the tables: what a reader reads in the body.

    A table goes to the clause that it stands under, a line to a row. The sheets are left out, and so are
    tables outside of every section, which `Parts` does not hold.
    """
    pieces = [piece for section in parts.sections for piece in _pieces(section)]
    pieces += _outside(parts)
    return tuple(_joined(sorted(pieces, key=attrgetter("index"))))


def _joined(pieces: Iterable[_Piece]) -> Iterator[ClauseText]:
    begun: ClauseText | None = None
    lines: list[str] = []
    for piece in pieces:
        if piece.begins is not None:
            if begun is not None and not (_is_bare_heading(begun, piece.begins) and not lines):
                yield replace(begun, text="\n".join(lines))
            begun, lines = piece.begins, []
        if piece.text:
            begun = begun or ClauseText("", (), "")
            lines.append(piece.text)
    if begun is not None:
        yield replace(begun, text="\n".join(lines))


def _is_bare_heading(clause: ClauseText, following: ClauseText) -> bool:
    """A heading whose clauses follow: they name it."""
    return not clause.number and following.headings[: len(clause.headings)] == clause.headings


def _pieces(section: SectionPart) -> Iterator[_Piece]:
    headings = (_one_line(f"{section.number} {section.title}"),)
    yield _Piece(section.heading.index, "", ClauseText("", headings, ""))
    inner = _inner_headings(_clauses(section))
    for clause in _clauses(section):
        yield _clause(clause, headings, inner)
    yield from map(_paragraph, _unnumbered(section))
    for table in section.tables:
        first = next(paragraphs_of((table,)), None)
        if first is not None:
            yield _Piece(first.index, _rows(table))


def _clause(clause: Clause, headings: tuple[str, ...], inner: Mapping[tuple[int, ...], Clause]) -> _Piece:
    """The piece of a clause, or of a heading among the clauses, under the headings it stands below."""
    steps = (inner.get(clause.path[:depth]) for depth in range(1, len(clause.path) + 1))
    above = [_one_line(f"{one.number} {one.text}") for one in steps if one]
    if inner.get(clause.path) is clause:
        return _Piece(clause.paragraph.index, "", ClauseText("", (*headings, *above), ""))
    begins = ClauseText(clause.number, (*headings, *above), "")
    return _Piece(clause.paragraph.index, _lines(clause.text), begins)


def _inner_headings(clauses: tuple[Clause, ...]) -> Mapping[tuple[int, ...], Clause]:
    """The numbered headings inside a section by their path: «6.2 Құжаттарды тексеру» over 6.2.1, 6.2.2."""
    parents = {one.path[:depth] for one in clauses for depth in range(1, len(one.path))}
    return {one.path: one for one in clauses if one.path in parents and _looks_like_heading(one)}


def _looks_like_heading(clause: Clause) -> bool:
    text = clause.text.strip()
    return clause.paragraph.heading_level is not None and bool(text) and not text.endswith(_SENTENCE_ENDS)


def _clauses(section: SectionPart) -> tuple[Clause, ...]:
    return (*section.clauses, *section.orphans)


def _unnumbered(section: SectionPart) -> Iterator[Paragraph]:
    yield from section.loose
    for clause in _clauses(section):
        yield from clause.body


def _outside(parts: Parts) -> Iterator[_Piece]:
    """Paragraphs of the body that no section has: before the first heading, or where no form is known."""
    held = {paragraph.index for section in parts.sections for paragraph in _unnumbered(section)}
    for section in parts.sections:
        held |= {clause.paragraph.index for clause in _clauses(section)}
    headed = {section.heading.index: section for section in parts.sections}
    for paragraph in parts.body:
        if paragraph.index not in held and not _in_heading(paragraph, headed):
            yield _paragraph(paragraph)


def _in_heading(paragraph: Paragraph, headed: Mapping[int, SectionPart]) -> bool:
    """A line of a section's heading, which may run over lines or have its number above it."""
    words = bare(fold(paragraph.printed))
    places = range(paragraph.index - _HEADING_REACH, paragraph.index + 2)
    near = (headed[place] for place in places if place in headed)
    return any(words in bare(fold(f"{one.printed_number} {one.title}")) for one in near)


def _paragraph(paragraph: Paragraph) -> _Piece:
    return _Piece(paragraph.index, _lines(paragraph.printed))


def _lines(text: str) -> str:
    """The lines that say something, without the spaces around them."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _rows(table: Table) -> str:
    rows = (" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in table.rows)
    return "\n".join(row for row in rows if row.strip(" |"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
