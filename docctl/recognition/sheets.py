"""The sheets: which headings and tables of a draft are the signature, acquaintance and change sheet."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.parts import Sheet
from docctl.domain.place import Part
from docctl.recognition.columns import ColumnNames, Headed, headed
from docctl.recognition.contents import ContentsSpan
from docctl.recognition.landmarks import Landmark
from docctl.recognition.lines import Layout, TableSpan
from docctl.recognition.vocabulary import ACQUAINTANCE, CHANGE, SHEETS, SIGNATURE, Vocabulary

_TELLING = 3
"""Recognised columns by which a table without a heading is taken for a sheet."""
_TELLING_CHANGE = frozenset({"clauses", "ground", "total", "entered_by"})
PARTS = {SIGNATURE: Part.SIGNATURE_SHEET, ACQUAINTANCE: Part.ACQUAINTANCE_SHEET, CHANGE: Part.CHANGE_SHEET}


class SheetSpan(Struct, frozen=True):
    """The lines of a sheet."""

    role: str
    start: int
    stop: int
    mark: Landmark | None
    """Its heading; None when only the table tells."""
    table: TableSpan | None


def captions_of(layout: Layout, vocabulary: Vocabulary) -> Iterator[Landmark]:
    """Headings of sheets that stand in the first row of their own table."""
    for span in layout.tables:
        cells = span.table.rows[0].cells if span.table.rows else ()
        written = [cell for cell in cells if cell.text.strip()]
        if len(written) == 1 and len(written[0].text) <= 200:
            text = " ".join(written[0].text.split())
            number = vocabulary.speech.numbering.typed(text)
            title, match = vocabulary.heading(number.rest if number else text)
            if match and match.certain and match.role in SHEETS and len(span.table.rows) > 1:
                yield Landmark(span.start, match.role, match.exact, title)


def spans_of(
    layout: Layout, vocabulary: Vocabulary, marks: tuple[Landmark, ...], contents: ContentsSpan | None
) -> tuple[SheetSpan, ...]:
    """The sheets of the draft, those with a heading first."""
    found: dict[str, SheetSpan] = {}
    for ordinal, mark in enumerate(marks):
        if mark.role in SHEETS:
            following = marks[ordinal + 1].position if ordinal + 1 < len(marks) else len(layout.lines)
            stop = _stop(mark.position, following, contents)
            span = SheetSpan(
                mark.role, mark.position, stop, mark, _table_between(layout, mark.position, stop)
            )
            known = found.get(mark.role)
            if known is None or (known.table is None and span.table is not None):
                found[mark.role] = span
    if SIGNATURE in found and found[SIGNATURE].table is None:
        del found[SIGNATURE]
    taken = {span.table.start for span in found.values() if span.table}
    for span in _headless(layout, vocabulary, marks, contents):
        if span.role not in found and span.start not in taken:
            found[span.role] = span
            taken.add(span.start)
    return tuple(sorted(found.values(), key=lambda span: span.start))


def sheet_of(layout: Layout, span: SheetSpan, names: ColumnNames) -> Sheet:
    """The acquaintance or change sheet of a span."""
    first = layout.lines[span.start]
    table = span.table.table if span.table else None
    columns = headed(table, names) if table else None
    rows = columns.rows if columns else table.rows[_captions(span) :] if table else ()
    return Sheet(
        place=first.place(PARTS[span.role]),
        heading=span.mark.title if span.mark else "",
        table=table,
        columns=columns.columns if columns else (),
        rows=rows,
        number=first.number.text if span.mark and first.number else "",
    )


def _captions(span: SheetSpan) -> int:
    """Rows of the table that its own heading takes."""
    return int(bool(span.table and span.mark and span.mark.position == span.table.start))


def _stop(start: int, following: int, contents: ContentsSpan | None) -> int:
    inside = contents is not None and start < contents.start < following
    return contents.start if contents and inside else following


def _table_between(layout: Layout, start: int, stop: int) -> TableSpan | None:
    return next((span for span in layout.tables if start <= span.start < stop), None)


def _headless(
    layout: Layout, vocabulary: Vocabulary, marks: tuple[Landmark, ...], contents: ContentsSpan | None
) -> Iterator[SheetSpan]:
    """Tables that are sheets by their columns."""
    body = next((mark.position for mark in marks if mark.role not in SHEETS), len(layout.lines))
    for span in layout.tables:
        if contents and contents.start <= span.start < contents.stop:
            continue
        if role := _role_of(span, vocabulary, body):
            yield SheetSpan(role, span.start, span.stop, None, span)


def _role_of(span: TableSpan, vocabulary: Vocabulary, body: int) -> str | None:
    signature = headed(span.table, vocabulary.signature)
    if _is_signature(span, signature, vocabulary, in_front=span.start < body):
        return SIGNATURE
    change = headed(span.table, vocabulary.change)
    if change and len(change.roles) >= _TELLING and len(change.roles & _TELLING_CHANGE) > 1:
        return CHANGE
    acquaintance = headed(span.table, vocabulary.acquaintance)
    enough = acquaintance and len(acquaintance.roles) >= _TELLING
    if enough and acquaintance and {"name", "signature"} <= acquaintance.roles and span.start > body:
        return ACQUAINTANCE
    return None


def _is_signature(span: TableSpan, columns: Headed | None, vocabulary: Vocabulary, *, in_front: bool) -> bool:
    labelled = _labelled_rows(span, vocabulary)
    if columns and labelled:
        return True
    if columns and in_front:
        return len(columns.roles & {"position", "name", "signature", "date"}) >= _TELLING
    return labelled > 1 and len(span.table.rows) > 1


def _labelled_rows(span: TableSpan, vocabulary: Vocabulary) -> int:
    """Rows with a cell that is a role's label: Жасақтаған, Согласовано."""
    labels = vocabulary.labels
    return sum(any(labels.role(cell.text) for cell in row.cells) for row in span.table.rows[:60])
