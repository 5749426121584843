"""Tables of documents as offices keep them: separators, headings, encodings, mistakes."""

from pathlib import Path

import pytest

from docctl.app.csv_table import Table, TableRow, read_table
from docctl.errors import UsageError

ROW = {"file": "a.docx", "number": "158", "edition": "2", "unit": "Сапа бөлімі", "approved": "27.02.2025"}


def table_at(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "documents.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize(
    "headings",
    [
        ("file", "number", "edition", "unit", "approved"),
        ("--file", "Number", "EDITION", "Unit", "approved"),
        ("Файл", "№", "Басылым", "Құрылымдық бөлімше", "Бекітілген күні"),
        ("файл", "Номер", "Издание", "Подразделение", "Дата утверждения"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_separators_headings_and_marks(
    tmp_path: Path, separator: str, headings: tuple[str, ...], encoding: str
) -> None:
    text = separator.join(headings) + "\r\n" + separator.join(ROW.values()) + "\r\n"
    assert read_table(table_at(tmp_path, text, encoding)) == Table((TableRow(2, ROW),), "utf-8-sig")


def test_the_windows_encoding_is_said(tmp_path: Path) -> None:
    text = "файл;номер;издание;подразделение;утверждено\nа.docx;57;1;Отдел кадров;2024-01-09\n"
    table = read_table(table_at(tmp_path, text, "cp1251"))
    assert table.encoding == "cp1251"
    assert table.rows[0].values["unit"] == "Отдел кадров"


def test_quotes_lines_in_cells_empty_rows_and_cells(tmp_path: Path) -> None:
    head = "file,number,edition,unit,approved,title,order\n"
    text = (
        head + 'a.docx, 1 ,1,"Unit, of two\nlines",2024-01-09,"A ""B""",\n,,,,,,\nb.docx,2,1,U,2024-01-09,,\n'
    )
    rows = read_table(table_at(tmp_path, text)).rows
    assert [row.line for row in rows] == [2, 5]
    assert rows[0].values["unit"] == "Unit, of two\nlines"
    assert rows[0].values["number"] == "1"
    assert rows[0].values["title"] == 'A "B"'
    assert "order" not in rows[0].values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("file;number;edition;unit;approved\n", "no row"),
        ("file;number;edition;unit\na;1;1;U\n", "Missing: approved"),
        ("file;number;edition;unit;approved;номер\n", "no column twice"),
        ("file;number;edition;unit;approved;colour\n", "no column “colour”"),
        ("file;number;edition;unit;approved\na;1;1;U;2024-01-09;more\n", "has 6 cells"),
        ('file;number;edition;unit;approved\n"a;1;1;U;2024-01-09\n', "cannot be read"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_table(table_at(tmp_path, text))


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="UTF-8"):
        read_table(table_at(tmp_path, "file;number;edition;unit;approved\n", "utf-16"))
