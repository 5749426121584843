"""The rows of a table as documents to be taken over."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from docctl.app.csv_table import REQUIRED, TableRow, read_table
from docctl.app.registering import Registering, Row, RowRefused, TableRefused
from docctl.domain.words import Language
from docctl.errors import DocctlError, UsageError

DAYS = ("%Y-%m-%d", "%d.%m.%Y")
TEXTS = ("number", "unit", "kind", "title", "owner", "order", "name", "position", "file_index", "retention")


class Documents(Struct, frozen=True):
    """What a table asks for."""

    rows: tuple[Row, ...]
    encoding: str


def rows_of(path: Path) -> Documents:
    """The documents of a table, whose files are named from its folder.

    Raises UsageError for a table that cannot be read, TableRefused naming every row that says too little or
    what cannot be.
    """
    table = read_table(path)
    rows: list[Row] = []
    refused: list[RowRefused] = []
    for row in table.rows:
        try:
            rows.append(Row(row.line, _registering(row, path.parent)))
        except DocctlError as error:
            refused.append(RowRefused(row.line, error))
    if refused:
        raise TableRefused(refused, len(table.rows))
    return Documents(tuple(rows), table.encoding)


def _registering(row: TableRow, folder: Path) -> Registering:
    said = row.values
    missing = [name for name in REQUIRED if name not in said]
    if missing:
        raise UsageError("The row does not say: {missing}.", missing=", ".join(missing))
    return Registering(
        **{name: said[name] for name in TEXTS if name in said},
        file=folder / said["file"],
        scan=folder / said["scan"] if "scan" in said else None,
        edition=_edition(said["edition"]),
        approved=_day(said, "approved"),
        in_force=_day(said, "in_force") if "in_force" in said else None,
        language=_language(said["language"]) if "language" in said else None,
    )


def _edition(said: str) -> int:
    if said.isdecimal() and len(said) <= len("9999") and int(said) > 0:
        return int(said)
    raise UsageError("“{said}” is no number of an edition.", said=said)


def _day(said: Mapping[str, str], column: str) -> date:
    for form in DAYS:
        try:
            return datetime.strptime(said[column], form).date()
        except ValueError:
            continue
    raise UsageError(
        "“{said}” in the column {column} is no day; write it like 2026-03-01 or 01.03.2026.",
        said=said[column],
        column=column,
    )


def _language(said: str) -> Language:
    try:
        return Language(said.casefold())
    except ValueError as error:
        raise UsageError("“{said}” is no language; expected kk, ru or en.", said=said) from error
