"""The signature sheet: who developed, agreed and vetted the document, a row to a person."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.dates import Dates
from docctl.domain.draft import Cell, Row, Table, paragraphs_of
from docctl.domain.parts import Column, DateState, FoundDate, SignatureRow, SignatureSheet
from docctl.domain.place import Part, Place
from docctl.recognition.columns import Headed, headed
from docctl.recognition.lines import Layout, excerpt
from docctl.recognition.names import name_in, written_name
from docctl.recognition.sheets import SheetSpan
from docctl.recognition.vocabulary import Vocabulary

_SAMPLE = 40
"""Rows of a table without column headings that are looked at to tell its columns."""


class _Label(Struct, frozen=True):
    """The label in force for a row, and whether the row itself bears it."""

    text: str
    role: str | None
    own: bool


def signature_sheet_of(layout: Layout, span: SheetSpan, vocabulary: Vocabulary) -> SignatureSheet | None:
    """The signature sheet of a span; None when it has no table."""
    if span.table is None:
        return None
    table = span.table.table
    found = headed(table, vocabulary.signature) or _guessed(table, vocabulary)
    place = layout.lines[span.start].place(Part.SIGNATURE_SHEET)
    reader = _Reader(table, found, vocabulary)
    return SignatureSheet(place, table, found.columns, tuple(reader.rows()))


class _Reader:
    """Reads the rows of a signature table."""

    def __init__(self, table: Table, found: Headed, vocabulary: Vocabulary) -> None:
        self.table, self.found, self.vocabulary = table, found, vocabulary
        self.by_role = {column.role: column.column for column in reversed(found.columns) if column.role}
        self.label = _Label("", None, False)

    def rows(self) -> Iterator[SignatureRow]:
        """The rows of people; captions between them only set the role."""
        offset = len(self.table.rows) - len(self.found.rows)
        for ordinal, row in enumerate(self.found.rows, start=offset + 1):
            self.label = self._label(row)
            if not self._is_caption(row) and (self.label.own or self._is_filled(row)):
                yield self._row(row, ordinal)

    def _label(self, row: Row) -> _Label:
        taken = {self.by_role.get("position"), self.by_role.get("name")} - {None}
        for cell in row.cells:
            role = self.vocabulary.labels.role(cell.text.strip())
            if role and (cell.column not in taken or self._spans(cell, row)):
                return _Label(" ".join(cell.text.split()), role, True)
        if role := self.vocabulary.labels.role(self._leading(row)):
            return _Label(self._leading(row), role, True)
        unknown = self._unknown_label(row)
        return _Label(unknown, None, True) if unknown else _Label(self.label.text, self.label.role, False)

    def _leading(self, row: Row) -> str:
        """A label in front of the position in one cell: «Жасақтаған: бөлім басшысы»."""
        cell = self._cell(row, "position")
        label, colon, _ = cell.text.partition(":") if cell else ("", "", "")
        return " ".join(label.split()) if colon else ""

    def _unknown_label(self, row: Row) -> str:
        """What stands in the column of roles, though no wording of the form."""
        column = self.by_role.get("role", self._first_unheaded())
        cell = next((cell for cell in row.cells if cell.column == column), None)
        text = " ".join(cell.text.split()) if cell else ""
        return text if any(map(str.isalpha, text)) else ""

    def _first_unheaded(self) -> int | None:
        return next((column.column for column in self.found.columns[:2] if column.role is None), None)

    def _spans(self, cell: Cell, row: Row) -> bool:
        return all(other is cell or not other.text.strip() for other in row.cells)

    def _is_caption(self, row: Row) -> bool:
        """A row that is nothing but a role's label over the rows of people."""
        written = [cell for cell in row.cells if cell.text.strip()]
        if len(written) != 1 or self.vocabulary.labels.role(written[0].text.strip()) is None:
            return False
        wide = max((column.column for column in self.found.columns), default=1)
        return written[0].column_span >= max(wide - 1, 2) or len(row.cells) == 1

    def _is_filled(self, row: Row) -> bool:
        number = self.by_role.get("number")
        return any(cell.text.strip() for cell in row.cells if cell.column != number)

    def _text(self, row: Row, role: str) -> str:
        cell = self._cell(row, role)
        return " ".join(cell.text.split()) if cell else ""

    def _cell(self, row: Row, role: str) -> Cell | None:
        column = self.by_role.get(role)
        return next((cell for cell in row.cells if cell.column == column), None)

    def _row(self, row: Row, ordinal: int) -> SignatureRow:
        position = self._text(row, "position")
        if self.label.own and position.startswith(f"{self.label.text}:"):
            position = position.partition(":")[2].strip()
        name = self._text(row, "name")
        if self.by_role.get("name") == self.by_role.get("position") and (match := self._name_in(name)):
            position, name = position.replace(match, " ").strip(" ,;_/"), match
        role = self.vocabulary.labels.of_position(position) if self.label.role != "developed" else None
        return SignatureRow(
            role=role or self.label.role,
            label=self.label.text,
            place=self._place(row, ordinal, ""),
            position=position,
            name=written_name(name, self.vocabulary.speech),
            signature=self._text(row, "signature"),
            date=self._date(row, ordinal),
        )

    def _name_in(self, text: str) -> str:
        """The name in a cell that has the position as well."""
        match = name_in(text, self.vocabulary.speech)
        return match[0] if match else ""

    def _date(self, row: Row, ordinal: int) -> FoundDate | None:
        if "date" not in self.by_role:
            return None
        text = self._text(row, "date")
        return found_date(text, self._place(row, ordinal, "date"), self.vocabulary.speech.dates)

    def _place(self, row: Row, ordinal: int, role: str) -> Place:
        cell = self._cell(row, role) if role else next((c for c in row.cells if c.text.strip()), None)
        paragraph = next(iter(paragraphs_of(cell.blocks)), None) if cell else None
        heading = next((column for column in self.found.columns if column.role == role), None)
        return Place(
            part=Part.SIGNATURE_SHEET,
            paragraph=paragraph.index if paragraph else None,
            table=self.table.index,
            row=ordinal,
            column=(heading.text or str(heading.column)) if heading else None,
            page=paragraph.page if paragraph else None,
            excerpt=excerpt(cell.text) if cell else "",
        )


def found_date(text: str, place: Place, dates: Dates) -> FoundDate:
    """The date that a cell or line holds."""
    reading = dates.read(text)
    return FoundDate(text, place, reading.state, reading.value, reading.year)


def _guessed(table: Table, vocabulary: Vocabulary) -> Headed:
    """Columns of a table without column headings, by what stands in them."""
    cells: dict[int, list[str]] = {}
    for row in table.rows[:_SAMPLE]:
        for cell in row.cells:
            cells.setdefault(cell.column, []).append(cell.text.strip())
    taken: set[str] = set()
    columns: list[Column] = []
    for column, texts in sorted(cells.items()):
        role = _guess([text for text in texts if text], vocabulary)
        role = None if role in taken else role
        taken.add(role or "")
        columns.append(Column(role, "", column))
    return Headed(tuple(columns), 0, table.rows)


def _guess(texts: list[str], vocabulary: Vocabulary) -> str | None:
    speech = vocabulary.speech
    if not texts:
        return "signature"
    if all(map(str.isdecimal, texts)):
        return "number"
    if 2 * sum(vocabulary.labels.role(text) is not None for text in texts) >= len(texts):
        return "role"
    if any(speech.dates.read(text).state is not DateState.UNREADABLE for text in texts):
        return "date"
    named = sum(name_in(text, speech) is not None for text in texts)
    return "name" if named * 2 >= len(texts) else "position"
