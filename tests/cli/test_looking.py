"""The commands that look at the registry: what was in force when, what was known when."""

import json
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.cli.office import LIBRARY, NUMBER, Office, called, draft
from tests.cli.test_check import loaded

FIRST = ("2025-06-02", "2025-06-04", "2025-06-05", "2025-06-09")
SECOND = ("2026-02-02", "2026-02-04", "2026-02-05", "2026-03-02")
MISSING = "9999"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Two editions of one document, another one withdrawn, a draft in the office."""
    office = Office(tmp_path_factory.mktemp("office")).init()
    office.approved(draft(), FIRST)
    office.approved(draft(2, wording="take"), SECOND, "--number", NUMBER)
    old = ("--edition", "3", "--unit", "Archive", "--approved", "2019-02-01")
    old_file = office.file(draft(3, "12", person="archivist"))
    assert office.call("register", old_file, "--number", "12", *old).code == 0
    assert office.call("withdraw", "12", "--basis", "Order No. 7", "--date", "2024-01-01").code == 0
    assert office.submit(draft(person="senior librarian")).code == 0
    return office


def numbers(office: Office, *arguments: object) -> list[tuple[str, int, str]]:
    documents = office.json("list", *arguments)["documents"]
    return [(one["number"], one["edition"], one["status"]) for one in documents]


def test_the_list_of_today(office: Office) -> None:
    assert numbers(office) == [("12", 3, "withdrawn"), (NUMBER, 2, "in_force")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-12-31", []),
        ("2019-02-01", [("12", 3, "in_force")]),
        ("2023-12-31", [("12", 3, "in_force")]),
        ("2024-01-01", []),
        ("2025-06-08", []),
        ("2025-06-09", [(NUMBER, 1, "in_force")]),
        ("2026-03-01", [(NUMBER, 1, "in_force")]),
        ("02.03.2026", [(NUMBER, 2, "in_force")]),
    ],
)
def test_what_was_in_force_on_a_day(office: Office, day: str, expected: list[tuple[str, int, str]]) -> None:
    assert numbers(office, "--as-of", day) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--status", "superseded"), [(NUMBER, 1, "superseded")]),
        (("--status", "withdrawn"), [("12", 3, "withdrawn")]),
        (("--status", "pending", "--as-of", "2026-03-01"), [(NUMBER, 2, "pending")]),
        (("--unit", "research"), [(NUMBER, 2, "in_force")]),
        (("--kind", "regulation"), []),
    ],
)
def test_choosing(office: Office, arguments: tuple[str, ...], expected: list[tuple[str, int, str]]) -> None:
    assert numbers(office, *arguments) == expected


def test_what_was_known_when(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    before = datetime.now(UTC).replace(microsecond=0)
    while datetime.now(UTC).replace(microsecond=0) == before:
        time.sleep(0.01)  # history counts in seconds; the next one begins
    old = ("--number", "7", "--edition", "1", "--unit", LIBRARY, "--approved", "2019-02-01")
    assert office.call("register", office.file(draft()), *old).code == 0
    assert numbers(office, "--known-at", before.isoformat()) == []
    assert numbers(office, "--known-at", "2001-01-01") == []
    now = datetime.now(UTC).isoformat()
    assert numbers(office, "--known-at", now) == [("7", 1, "in_force")]
    assert office.call("show", "7", "--known-at", "2001-01-01").code == 2
    for moment in ("yesterday", "9999-12-31", "0001-01-01", ""):
        assert office.call("list", "--known-at", moment).code in (0, 2)
    assert "is no moment" in office.call("list", "--known-at", "yesterday").err


def test_the_card_of_the_contract(office: Office) -> None:
    card = office.json("show", NUMBER)
    fields = "number kind language title unit owner status editions review_due file_index retention"
    assert set(fields.split()) <= set(card)
    edition = "edition approved in_force_from in_force_to approver order signatures file sha256 pages change"
    assert all(set(edition.split()) <= set(one) for one in card["editions"])
    assert set(card["title"]) == {"kk", "ru", "en"}
    assert office.json("list")["documents"][1]["editions"] == card["editions"]
    assert card["review_due"] == "2029-03-02"


@pytest.mark.parametrize(
    ("asked", "edition"),
    [((NUMBER,), 2), ((f"{NUMBER}@1",), 1), ((NUMBER, "--as-of", "2025-12-31"), 1), (("12",), 3)],
)
def test_one_edition(office: Office, asked: tuple[str, ...], edition: int) -> None:
    assert office.json("show", *asked)["edition"] == edition
    assert office.json("text", *asked)["edition"] == edition


def test_the_text_of_an_edition(office: Office) -> None:
    assert "may take courses" in office.call("text", NUMBER).out
    assert "may attend courses" in office.call("text", NUMBER, "--as-of", "2025-12-31").out


@pytest.mark.parametrize("command", ["show", "text", "history"])
def test_a_number_that_is_not_there(office: Office, command: str) -> None:
    done = office.call(command, "64/11")
    assert (done.code, done.out) == (2, "")
    assert "Near: 64/1" in done.err
    assert "docctl list" in office.call(command, MISSING).err
    if command != "history":
        assert "it has: 1, 2" in office.call(command, f"{NUMBER}@7").err


def test_history_tells_old_and_new_values(office: Office) -> None:
    events = office.json("history", NUMBER)["events"]
    approved = events[-1]
    assert (approved["action"], approved["document"], approved["edition"]) == ("approve", NUMBER, 2)
    changes = {one["field"]: (one["old"], one["new"]) for one in approved["changes"]}
    assert changes["editions[1].in_force_to"] == (None, "2026-03-02")
    assert changes["review_due"] == ("2028-06-09", "2029-03-02")
    submission = office.json("history", f"S-{date.today().year}-0001")["events"]
    assert [event["action"] for event in submission] == ["submit", "accept", *["sign"] * 3, "approve"]


def test_status_counts(office: Office) -> None:
    status = office.json("status")
    assert status["commit"] == office.head
    assert status["documents"] == {"pending": 0, "in_force": 1, "superseded": 0, "withdrawn": 1}
    assert (status["editions"], status["submissions"]) == (3, {"submitted": 1})


@pytest.mark.parametrize("command", ["list", "inbox", "status"])
def test_outside_a_workspace(tmp_path: Path, command: str) -> None:
    done = called("--lang", "en", command, home=tmp_path, environ={"DOCCTL_ROOT": ""})
    assert done.code == 2
    assert "docctl init" in done.err or "--root" in done.err


@pytest.fixture
def warm(office: Office) -> str:
    """The workspace, its derived cache current."""
    office.call("list")
    return str(office.root)


def test_listing_loads_nothing_slow(warm: str, tmp_path: Path) -> None:
    slow = {"lxml", "yaml", "git", "pygit2", "docctl.rulebook", "docctl.checking", "docctl.recognition"}
    slow |= {"docctl.docx", "tomllib", "difflib", "whoosh", "csv", "docctl.app.settings"}
    for command in ("list", "inbox", "status"):
        assert loaded("--root", warm, command, home=tmp_path) & slow == set()


def test_the_same_registry_gives_the_same_bytes(office: Office) -> None:
    texts = [office.call("list", "--as-of", "2026-03-02", "--format", "json").out for _ in range(2)]
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["schema"] == "docctl/list/1"
