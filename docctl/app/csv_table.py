"""A table of documents to take over, as offices keep it: CSV, with headings in three languages."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from docctl.app.intake import read_outside
from docctl.domain.folding import bare, fold
from docctl.errors import UsageError

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "file": ("file", "файл"),
    "number": ("number", "no", "№", "нөмір", "нөмірі", "номер"),
    "edition": ("edition", "басылым", "басылымы", "издание", "редакция"),
    "unit": ("unit", "бөлімше", "құрылымдық бөлімше", "подразделение", "структурное подразделение"),
    "approved": ("approved", "бекітілді", "бекітілген күні", "утверждён", "утверждено", "дата утверждения"),
    "in_force": ("in force", "in force from", "күшіне енген күні", "введён в действие", "действует с"),
    "kind": ("kind", "түрі", "құжат түрі", "вид", "вид документа"),
    "language": ("language", "тілі", "тіл", "язык"),
    "title": ("title", "атауы", "тақырыбы", "название", "наименование"),
    "owner": ("owner", "иесі", "жауапты", "владелец", "ответственный"),
    "order": ("order", "бұйрық", "приказ"),
    "name": ("name", "approver", "бекіткен", "бекіткен тұлға", "утвердил", "кто утвердил"),
    "position": ("position", "лауазымы", "должность"),
    "scan": ("scan", "скан", "көшірмесі"),
    "file_index": ("file index", "іс индексі", "індекс", "индекс", "индекс дела"),
    "retention": ("retention", "сақтау мерзімі", "срок хранения"),
}  # fmt: skip
"""The columns by the names of the options, and how their headings may read."""
SEPARATORS = ";,\t"
REQUIRED = ("file", "number", "edition", "unit", "approved")
ENCODINGS = ("utf-8-sig", "cp1251")
"""Tried in this order: hardly a Russian or Kazakh text in the second is valid in the first."""


class TableRow(Struct, frozen=True):
    """A row that is not empty."""

    line: int
    """Of the file; 1 is the headings'."""
    values: Mapping[str, str]
    """By the name of the option, without spaces around; columns that are empty are left out."""


class Table(Struct, frozen=True):
    """What a file of rows holds."""

    rows: tuple[TableRow, ...]
    encoding: str


def read_table(path: Path) -> Table:
    """The rows of the file.

    Raises UsageError when it cannot be read, lacks a column or has one that is not known; it names the line.
    """
    text, encoding = _decoded(read_outside(path).content, path)
    rows = _rows(text, path)
    header = next(rows, None)
    if header is None:
        raise UsageError("The table is empty.", at=str(path))
    columns = _columns(header[1], path)
    found = tuple(_row(line, cells, columns, path) for line, cells in rows if any(map(str.strip, cells)))
    if not found:
        raise UsageError("The table has headings and no row.", at=str(path))
    return Table(found, encoding)


def _decoded(data: bytes, path: Path) -> tuple[str, str]:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise UsageError("The table is neither in UTF-8 nor in Windows-1251. Save it as CSV UTF-8.", at=str(path))


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The line on which each row begins, and its cells."""
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError("This row cannot be read: {reason}.", at=f"{path}:{line}", reason=error) from error


def _columns(cells: list[str], path: Path) -> tuple[str, ...]:
    known = {bare(fold(heading)): name for name, headings in HEADINGS.items() for heading in headings}
    known |= {name: name for name in HEADINGS} | {"№": "number"}
    columns = tuple(_column(cell, known, path) for cell in cells)
    twice = {name for name in columns if name and columns.count(name) > 1}
    missing = [name for name in REQUIRED if name not in columns]
    if twice or missing:
        raise UsageError(
            "The headings need each of these columns, and no column twice: {columns}. Missing: {missing}.",
            at=f"{path}:1",
            columns=", ".join(REQUIRED),
            missing=", ".join(missing) or "–",
        )
    return columns


def _column(cell: str, known: Mapping[str, str], path: Path) -> str:
    """The option that a heading names; empty for a column without one."""
    written = cell.strip().removeprefix("--").replace("-", " ").replace("_", " ")
    name = known.get(bare(fold(written))) or known.get(written)
    if name is None and written:
        raise UsageError(
            "There is no column “{heading}”; there may be: {known}.",
            at=f"{path}:1",
            heading=cell.strip(),
            known=", ".join(HEADINGS),
        )
    return name or ""


def _row(line: int, cells: list[str], columns: tuple[str, ...], path: Path) -> TableRow:
    if len(cells) > len(columns) and any(map(str.strip, cells[len(columns) :])):
        raise UsageError(
            "This row has {cells} cells, the headings have {columns}.",
            at=f"{path}:{line}",
            cells=len(cells),
            columns=len(columns),
        )
    pairs = zip(columns, cells, strict=False)
    return TableRow(line, {name: cell.strip() for name, cell in pairs if name and cell.strip()})
