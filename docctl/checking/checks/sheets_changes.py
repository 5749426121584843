"""The rows of the change sheet: what was changed, on what ground, when and by whom."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, check, hit
from docctl.checking.places import excerpt
from docctl.domain.dates import DateReading, dates_of
from docctl.domain.draft import Cell, Row
from docctl.domain.parts import Column, DateState, Sheet
from docctl.domain.place import Place


class ChangeRow(Struct, frozen=True):
    """A row of the change sheet with its cells by the role of their column."""

    ordinal: int
    """Of the table's rows, from 1."""
    texts: dict[str, str]
    """Of columns with one role together: pages changed, replaced, new, withdrawn."""
    sheet: Sheet

    def says(self, role: str) -> bool:
        """Whether something is written in the column of this role; dashes are nothing."""
        return any(map(str.isalnum, self.texts.get(role, "")))

    def place(self, role: str) -> Place:
        """The cell of this role."""
        heading = next((c.text or str(c.column) for c in self.sheet.columns if c.role == role), None)
        table = self.sheet.table
        return Place(
            part=self.sheet.place.part,
            clause=self.sheet.place.clause,
            table=table.index if table else None,
            row=self.ordinal,
            column=heading,
            excerpt=excerpt(" | ".join(text for text in self.texts.values() if text.strip())),
        )


class RowParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `change_rows`."""

    filled_by: tuple[str, ...] = ("clauses", "ground", "date", "entered_by")
    """Columns any of which makes a row a change; numbers and signatures may be printed in advance."""
    needed: tuple[str, ...] = ("change", "clauses", "date", "entered_by")
    """Columns that every change fills; the ground has a rule of its own."""


def filled_rows(sheet: Sheet, params: RowParams) -> list[ChangeRow]:
    """The rows that hold a change."""
    return [row for row in _rows(sheet) if any(row.says(role) for role in params.filled_by)]


def _rows(sheet: Sheet) -> Iterator[ChangeRow]:
    if sheet.table is None:
        return
    first = len(sheet.table.rows) - len(sheet.rows) + 1
    above: dict[int, tuple[Cell, int]] = {}
    for ordinal, row in enumerate(sheet.rows, start=first):
        cells = _cells_of(row, ordinal, above)
        texts: dict[str, str] = {}
        for column in sheet.columns:
            if column.role is not None:
                texts[column.role] = f"{texts.get(column.role, '')} {_text(cells, column)}".strip()
        yield ChangeRow(ordinal, texts, sheet)


def _cells_of(row: Row, ordinal: int, above: dict[int, tuple[Cell, int]]) -> list[Cell]:
    """The cells of a row, those merged into it from above among them; `above` is kept from row to row."""
    for cell in row.cells:
        above[cell.column] = (cell, ordinal + cell.row_span)
    return [cell for cell, end in above.values() if ordinal < end]


def _text(cells: list[Cell], column: Column) -> str:
    texts = (c.text for c in cells if c.column <= column.column < c.column + c.column_span)
    return " ".join(" ".join(texts).split())


@check("change_entered", RowParams)
def change_entered(subject: Subject, params: RowParams) -> Iterator[Outcome]:
    """A second or later edition has at least one change entered."""
    sheet, edition = subject.parts.change_sheet, subject.parts.edition
    if sheet is None or sheet.table is None or edition is None or edition < 2:
        return
    if not filled_rows(sheet, params):
        yield hit(sheet.place, edition=edition)


@check("change_rows", RowParams)
def change_rows(subject: Subject, params: RowParams) -> Iterator[Outcome]:
    """Rows that hold a change are complete; their dates go upwards and follow those of their grounds."""
    sheet = subject.parts.change_sheet
    if sheet is None:
        return
    columns = {column.role: column.text for column in reversed(sheet.columns) if column.role in params.needed}
    latest: date | None = None
    for row in filled_rows(sheet, params):
        for role, heading in columns.items():
            if role is not None and not row.says(role):
                yield hit(row.place(role), blank=True, row=row.ordinal, column=heading)
        reading = _date(subject, row)
        if reading is None:
            continue
        if reading.value is None:
            yield hit(row.place("date"), "date", row=row.ordinal, text=excerpt(row.texts["date"]))
        elif latest is not None and reading.value < latest:
            yield hit(row.place("date"), "order", row=row.ordinal, date=reading.value, earlier=latest)
        elif (ground := _ground_date(subject, row)) is not None and reading.value < ground:
            yield hit(row.place("date"), "ground", row=row.ordinal, date=reading.value, earlier=ground)
        latest = max(filter(None, (latest, reading.value)), default=None)


def _date(subject: Subject, row: ChangeRow) -> DateReading | None:
    """The date of the row; None where nothing is written or only a part of it, as on a blank."""
    if not row.says("date"):
        return None
    reading = dates_of(subject.lexicon).read(row.texts["date"])
    return None if reading.state is DateState.BLANK else reading


def _ground_date(subject: Subject, row: ChangeRow) -> date | None:
    """The earliest date that the ground names: an order may name the acts it rests on as well."""
    readings = dates_of(subject.lexicon).find(row.texts.get("ground", ""))
    return min((found.value for found in readings if found.value is not None), default=None)


@check("change_ground", RowParams)
def change_ground(subject: Subject, params: RowParams) -> Iterator[Outcome]:
    """Every change names its ground."""
    sheet = subject.parts.change_sheet
    if sheet is None or not any(column.role == "ground" for column in sheet.columns):
        return
    for row in filled_rows(sheet, params):
        if not row.says("ground"):
            yield hit(row.place("ground"), row=row.ordinal)
