"""Documents approved before docctl are taken over, one by one and by the table."""

import json
from pathlib import Path

import pytest

from tests.cli.office import LIBRARY, NUMBER, Office, draft
from tests.cli.running import Outcome

HEAD = "file;number;edition;unit;approved;in-force;order;name;position;file-index;retention\n"
OLD = ("--unit", LIBRARY, "--approved", "2020-03-01")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path).init()


def taken(office: Office, content: bytes, number: str, edition: int, *more: object) -> Outcome:
    file = office.file(content, f"old-{edition}.docx")
    return office.call("register", file, "--number", number, "--edition", edition, *more)


def test_a_document_with_all_that_is_known_of_it(office: Office) -> None:
    scan = office.file(b"%PDF-1.4", "scan.pdf")
    more = (
        "--owner",
        "Head of library",
        "--order",
        "No. 3",
        "--name",
        "A.B. Ulgibayev",
        "--position",
        "Rector",
    )
    kept = ("--file-index", "01-07", "--retention", "permanent", "--in-force", "2020-04-01", "--scan", scan)
    done = taken(office, draft(number=NUMBER), NUMBER, 1, *OLD, *more, *kept)
    assert (done.code, done.err) == (0, "")
    assert "No. 64/1, edition 1: in force from 01.04.2020." in done.out
    card = office.json("show", NUMBER)
    assert (card["owner"], card["file_index"], card["retention"]) == ("Head of library", "01-07", "permanent")
    assert card["title"]["en"] == "Job description of the lead librarian of the Research Library"
    edition = card["editions"][0]
    assert edition["approver"] == {"name": "A.B. Ulgibayev", "position": "Rector"}
    assert edition["scan"]["file"] == "docs_store/64%2F1/1/signed.pdf"


def test_older_editions_after_newer_ones_with_a_gap(office: Office) -> None:
    assert taken(office, draft(4, NUMBER), NUMBER, 4, "--unit", LIBRARY, "--approved", "2024-03-01").code == 0
    assert taken(office, draft(1, NUMBER), NUMBER, 1, *OLD).code == 0
    editions = office.json("show", NUMBER)["editions"]
    assert [(one["edition"], one["in_force_to"]) for one in editions] == [(1, "2024-03-01"), (4, None)]
    before = office.head
    late = ("--unit", LIBRARY, "--approved", "2024-05-01")
    assert taken(office, draft(2, NUMBER), NUMBER, 2, *late).code == 2
    assert taken(office, draft(4, NUMBER, "take"), NUMBER, 4, *late).code == 2
    assert office.head == before


def test_errors_of_an_old_document_are_kept_not_held_against_it(office: Office) -> None:
    assert taken(office, draft(), NUMBER, 1, *OLD).code == 0
    findings = office.json("show", NUMBER)["editions"][0]["findings"]
    assert "TTL007" in {finding["rule"] for finding in findings}


def test_what_must_be_said(office: Office) -> None:
    file = office.file(draft())
    for arguments, told in (
        (("register",), "Name a file"),
        (("register", file, "--csv", file), "Name a file"),
        (("register", file, "--number", "1", "--edition", "1"), "--approved"),
        (("register", file, "--number", " ", "--edition", "1", *OLD), "--number"),
        (("register", file, "--number", "1", "--edition", "0", *OLD), "0"),
        (("register", file, "--number", "1", "--edition", "1", *OLD, "--kind", "poem"), "poem"),
    ):
        done = office.call(*arguments)
        assert done.code == 2
        assert told in done.err


def table(office: Office, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    office.file(draft(1, NUMBER), "one.docx")
    office.file(draft(2, NUMBER), "two.docx")
    return office.file((head + "".join(f"{row}\n" for row in rows)).encode(encoding), "table.csv")


def test_a_table_is_one_commit(office: Office) -> None:
    path = table(
        office,
        "two.docx;64/1;2;Research Library;2024-03-01;;;;;;",
        "one.docx;64/1;1;Research Library;01.03.2020;01.04.2020;No. 3;A.B. Ulgibayev;Rector;01-07;permanent",
        "one.docx;12;1;Archive;2021-01-11;;;;;;",
    )
    done = office.call("register", "--csv", path)
    assert (done.code, done.err) == (0, "")
    assert "Documents taken over: 2." in done.out
    assert office.json("history", "12")["events"][0]["sequence"] == 2
    assert [one["edition"] for one in office.json("show", NUMBER)["editions"]] == [1, 2]
    again = office.call("register", "--csv", path)
    assert (again.code, "nothing was changed" in again.out) == (0, True)


def test_a_table_with_wrong_rows_is_not_taken_over(office: Office) -> None:
    path = table(
        office,
        "one.docx;64/1;1;Research Library;2020-03-01;;;;;;",
        "gone.docx;12;1;Archive;2021-01-11;;;;;;",
        "one.docx;64/1;1;Research Library;2020-03-01;;;;;;",
        "two.docx;13;1;Archive;2099-01-11;;;;;;",
    )
    before = office.head
    done = office.call("register", "--csv", path)
    assert (done.code, office.head) == (2, before)
    lines = [line.partition(":")[0] for line in done.out.splitlines()]
    assert lines == ["line 3", "line 4", "line 5"]
    assert "3 of 4" in done.err
    told = json.loads(office.call("register", "--csv", path, "--format", "json").out)
    assert [row["line"] for row in told["refused"]] == [3, 4, 5]


def test_a_wrong_row_is_told_beside_one_that_was_taken_over_before(office: Office) -> None:
    path = table(office, "one.docx;12;1;Archive;2021-01-11;;;;;;", "gone.docx;13;1;Archive;2021-01-11;;;;;;")
    one = ("--number", "12", "--edition", "1", "--unit", "Archive", "--approved", "2021-01-11")
    assert office.call("register", office.home / "one.docx", *one).code == 0
    assert office.call("register", "--csv", path).code == 2


def test_rows_that_say_too_little(office: Office) -> None:
    path = table(
        office,
        "one.docx;64/1;first;Research Library;2020-03-01;;;;;;",
        "one.docx;;1;Research Library;2020-03-01;;;;;;",
        "one.docx;7;1;Research Library;yesterday;;;;;;",
    )
    done = office.call("register", "--csv", path)
    assert done.code == 2
    assert "line 2: “first” is no number of an edition." in done.out
    assert "line 3: The row does not say: number." in done.out
    assert "line 4: “yesterday” in the column approved" in done.out


def test_russian_headings_in_the_windows_encoding(office: Office) -> None:
    head = "Файл;№;Издание;Подразделение;Дата утверждения\n"
    path = table(office, "one.docx;57;1;Отдел кадров;09.01.2024", head=head, encoding="cp1251")
    done = office.call("register", "--csv", path)
    assert done.code == 0
    assert "cp1251" in done.err
    assert office.json("show", "57")["unit"] == "Отдел кадров"
