"""`docctl watch` as an office meets it: what lies in the folder when it has looked, in one pass."""

import re
from pathlib import Path

import pytest

from docctl.docx.reading import read_docx
from tests.cli.running import Outcome, docctl
from tests.cli.watching import faulty, numbered, pages, refused, whole

ONCE = ("--once", "--settle", "0.2", "--patience", "0.5")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "drop").mkdir()
    return tmp_path


def once(home: Path, *more: object, **environ: str) -> Outcome:
    return docctl("watch", "drop", *ONCE, *map(str, more), home=home, **environ)


def drop(home: Path, name: str, content: bytes) -> Path:
    path = home / "drop" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "title"), [("regulation-kk", "kk"), ("regulation-ru", "ru"), ("regulation-en", "en")]
)
def test_a_draft_gets_a_report_and_a_copy_in_its_language(home: Path, name: str, title: str) -> None:
    draft = drop(home, "draft.docx", faulty(name))
    done = once(home)
    assert done.code == 0
    assert "draft.docx: errors" in done.err
    (page,) = pages(home)
    assert re.fullmatch(r"draft\.[0-9a-f]{12}\.html", page)
    report = home / "drop" / "reports" / page
    assert f'lang="{title}"' in report.read_text("utf-8")
    copy = report.with_suffix(".reviewed.docx")
    assert read_docx(copy.read_bytes(), copy.name).comments
    assert draft.read_bytes() == faulty(name)


def test_the_folder_is_left_as_it_was_but_for_the_answers(home: Path) -> None:
    drop(home, "draft.docx", whole())
    once(home)
    left = {path.name for path in (home / "drop").iterdir()}
    assert left == {"draft.docx", "reports", ".docctl-watch"}
    assert {path.name for path in (home / "drop" / ".docctl-watch").iterdir()} == {"lock", "ledger.sqlite"}


def test_the_same_draft_twice_is_one_report(home: Path) -> None:
    drop(home, "a.docx", whole())
    drop(home, "b.docx", whole())
    drop(home, "unit/a.docx", whole())
    done = once(home)
    assert (done.code, len(pages(home))) == (0, 1)
    assert done.err.count("The same draft has its report already") == 2
    drop(home, "c.docx", whole())
    assert once(home).err.count("The same draft") == 1
    assert once(home).err == ""
    assert len(pages(home)) == 1


def test_a_changed_draft_of_the_same_name_is_another_draft(home: Path) -> None:
    drop(home, "a.docx", faulty())
    once(home)
    drop(home, "a.docx", whole())
    once(home)
    assert len(pages(home)) == 2
    drop(home, "a.docx", faulty())
    once(home)
    assert len(pages(home)) == 2


def test_folders_of_units_have_their_reports_apart(home: Path) -> None:
    drop(home, "library/draft.docx", numbered(1))
    drop(home, "archive/old/draft.docx", numbered(2))
    drop(home, "archive/note.txt", b"note")
    once(home)
    assert [page.rpartition("/")[0] for page in pages(home)] == ["archive/old", "library"]
    assert set(refused(home)) == {"archive/note.txt"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("old.doc", b"not at all", "not what its ending"),
        ("half.docx", whole()[:4000], "damaged"),
        ("empty.docx", b"", "empty"),
        ("table.xlsx", b"PK\x05\x06" + bytes(18), "does not end like a document's"),
        ("note.txt", b"note", "does not end like a document's"),
        ("noending", b"note", "does not end like a document's"),
    ],
)
def test_what_cannot_be_read_is_moved_aside_with_the_reason(
    home: Path, name: str, content: bytes, reason: str
) -> None:
    drop(home, name, content)
    done = once(home)
    assert done.code == 0
    assert not (home / "drop" / name).exists()
    assert (home / "drop" / "refused" / name).read_bytes() == content
    assert reason in refused(home)[name]
    assert reason in done.err
    assert pages(home) == []


def test_reasons_speak_the_language_of_the_call(home: Path) -> None:
    drop(home, "half.docx", whole()[:4000])
    once(home, DOCCTL_LANG="ru")
    assert "Файл невозможно прочитать" in refused(home)["half.docx"]


def test_nothing_is_overwritten_among_the_refused(home: Path) -> None:
    for content in (b"first", b"second", b"third"):
        drop(home, "note.txt", content)
        once(home)
    drop(home, "note.txt.reason.txt", b"a reason of a person's")
    once(home)
    folder = home / "drop" / "refused"
    assert {name: (folder / name).read_bytes() for name in refused_names(folder)} == {
        "note.txt": b"first",
        "note.2.txt": b"second",
        "note.3.txt": b"third",
        "note.txt.reason.2.txt": b"a reason of a person's",
    }


def refused_names(folder: Path) -> set[str]:
    """Without the reasons that docctl wrote: each of those is about the file whose name it begins with."""
    names = {path.name for path in folder.iterdir()}
    return {name for name in names if name.removesuffix(".reason.txt") not in names - {name}}


@pytest.mark.parametrize(
    "name",
    [
        "~$draft.docx",
        ".hidden.docx",
        "~WRL0001.tmp",
        "x.docx.part",
        "x.docx.crdownload",
        "x.docx.filepart",
        ".~lock.a.docx#",
        "Thumbs.db",
        "desktop.ini",
        "1A2B3C4D",
    ],
)
def test_files_of_programs_are_left_alone(home: Path, name: str) -> None:
    file = drop(home, name, b"something")
    done = once(home)
    assert (done.code, done.err) == (0, "")
    assert file.read_bytes() == b"something"


def test_links_are_not_followed(home: Path) -> None:
    outside = home / "outside"
    outside.mkdir()
    (outside / "secret.docx").write_bytes(whole())
    (home / "drop" / "link.docx").symlink_to(outside / "secret.docx")
    (home / "drop" / "folder").symlink_to(outside)
    done = once(home)
    assert (done.code, done.err, pages(home)) == (0, "", [])


def test_nothing_is_written_through_a_link(home: Path) -> None:
    outside = home / "outside"
    outside.mkdir()
    (home / "drop" / "reports").symlink_to(outside)
    drop(home, "a.docx", whole())
    assert once(home).code == 4
    assert list(outside.iterdir()) == []


def test_names_in_no_encoding_and_names_too_long(home: Path) -> None:
    (home / "drop" / "\udcff.docx").write_bytes(numbered(1))
    long = "ұ" * 124 + ".docx"
    drop(home, long, numbered(2))
    drop(home, "ұ" * 125 + ".txt", b"note")
    assert once(home).code == 0
    assert len(pages(home)) == 2
    assert len(list((home / "drop" / "refused").iterdir())) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--submit",), "--unit"),
        (("--unit", "Library"), "--submit"),
        (("--submit", "--unit", "Library", "--once"), "no workspace"),
        (("--kind", "poem", "--once"), "no kind of document"),
    ],
)
def test_wrong_usage(home: Path, arguments: tuple[str, ...], told: str) -> None:
    done = docctl("--as", "A <a@b>", "watch", "drop", *arguments, home=home)
    assert (done.code, told in done.err) == (2, True)


def test_a_folder_that_is_not_there(home: Path) -> None:
    done = docctl("watch", "nowhere", home=home)
    assert done.code == 2
    assert "no such folder" in done.err
