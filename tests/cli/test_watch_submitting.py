"""`docctl watch --submit`: drafts without errors go into the registry's inbox, each once."""

from pathlib import Path

import pytest

from tests.cli.office import OFFICE, Office
from tests.cli.running import Outcome, docctl
from tests.cli.watching import faulty, pages, whole

ONCE = ("--once", "--settle", "0.2", "--submit", "--unit", "Research Library")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    (tmp_path / "drop").mkdir()
    return Office(tmp_path).init()


def once(office: Office) -> Outcome:
    home = office.root.parent
    return docctl("--as", OFFICE, "watch", "drop", *ONCE, home=home, DOCCTL_ROOT=str(office.root))


def waiting(office: Office) -> list[str]:
    return [word for word in office.call("inbox").out.split() if word.startswith("S-")]


def test_a_clean_draft_is_handed_in_and_its_report_says_so(office: Office) -> None:
    drop = office.root.parent / "drop"
    (drop / "clean.docx").write_bytes(whole("job_description-en"))
    (drop / "faulty.docx").write_bytes(faulty("job_description-en"))
    done = once(office)
    assert done.code == 0, done.err
    (submission,) = waiting(office)
    told = {
        page.partition(".")[0]: submission in (drop / "reports" / page).read_text("utf-8")
        for page in pages(drop.parent)
    }
    assert told == {"clean": True, "faulty": False}


def test_it_is_handed_in_once_whatever_is_forgotten(office: Office) -> None:
    """Stopped after the registry had it and before the folder did: the registry knows its operation."""
    drop = office.root.parent / "drop"
    (drop / "clean.docx").write_bytes(whole("job_description-en"))
    assert once(office).code == 0
    before = waiting(office)
    for page in pages(drop.parent):
        (drop / "reports" / page).unlink()
    for memory in (drop / ".docctl-watch").glob("ledger*"):
        memory.unlink()
    assert once(office).code == 0
    assert waiting(office) == before
    assert len(pages(drop.parent)) == 1
    (drop / "again.docx").write_bytes(whole("job_description-en"))
    assert once(office).code == 0
    assert waiting(office) == before
