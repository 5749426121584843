"""Which files a path stands for."""

from pathlib import Path

import pytest

from docctl.app.drafts import find_drafts
from docctl.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = (
        "b.docx", "a.DOCX", "c/d.docm", "c/a.dotx", "old.doc", "scan.pdf", "e.odt", "f.rtf", "g.dotm",
        "~$b.docx", ".~lock.b.docx#", ".hidden.docx", ".git/x.docx", "notes.txt", "table.xlsx", "c/~$d.docm",
    )  # fmt: skip
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def names(folder: Path, *paths: str) -> list[str]:
    found = find_drafts([str(folder / path) for path in paths])
    return [path.relative_to(folder).as_posix() for path in found]


def test_a_folder_stands_for_its_documents_sorted(folder: Path) -> None:
    documents = [
        "a.DOCX",
        "b.docx",
        "c/a.dotx",
        "c/d.docm",
        "e.odt",
        "f.rtf",
        "g.dotm",
        "old.doc",
        "scan.pdf",
    ]
    assert names(folder, "") == documents


def test_a_named_file_is_always_taken(folder: Path) -> None:
    assert names(folder, "notes.txt", "~$b.docx") == ["notes.txt", "~$b.docx"]


def test_each_file_once_in_the_order_of_the_paths(folder: Path) -> None:
    assert names(folder, "c/d.docm", "c", "c/a.dotx") == ["c/d.docm", "c/a.dotx"]


def test_a_path_that_does_not_exist(folder: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        names(folder, "b.docx", "gone.docx")


def test_a_folder_without_documents(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match="no document"):
        names(folder, "empty")
