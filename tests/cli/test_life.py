"""The whole life of a document by commands, and every step out of turn."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.cli.office import LIBRARY, NUMBER, OFFICE, ON_PAPER, RECTOR, UNIT, Office, draft, one_id
from tests.cli.running import environment
from tests.kit.judging import way_of

FIRST = ("2025-06-02", "2025-06-04", "2025-06-05", "2025-06-09")
SECOND = ("2026-02-02", "2026-02-04", "2026-02-05", "2026-03-02")
S1, S2 = (f"S-{date.today().year}-000{ordinal}" for ordinal in (1, 2))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path).init()


def refused(office: Office, *arguments: object, told: str, actor: str = OFFICE) -> None:
    """The command is refused with exit code 2, and nothing has changed."""
    before = office.head
    done = office.call(*arguments, actor=actor)
    assert done.code == 2, done.out
    assert told in done.err
    assert "Traceback" not in done.err
    assert office.head == before


def test_the_whole_life(office: Office) -> None:
    submission = one_id(office.submit(draft(way=way_of("first"))).out)
    assert office.call("return", submission, "--reason", "Clause 4.3 is unclear").code == 0
    again = office.submit(draft(wording="take"))
    assert one_id(again.out) == submission
    assert "round 2" in again.out
    assert office.call("accept", submission).code == 0
    for role, day in zip(("developed", "agreed", "lawyer"), FIRST, strict=False):
        assert office.sign(submission, role, day).code == 0
    final = office.file(draft(number=NUMBER, wording="take", way=way_of("final")), "final.docx")
    scan = office.file(b"%PDF-1.7 signed", "scan.pdf")
    done = office.approve(submission, FIRST[3], "--file", final, "--scan", scan, "--order", "No. 5")
    assert (done.code, done.err) == (0, "")
    assert "No. 64/1, edition 1: in force from 09.06.2025." in done.out
    assert office.head[:12] in done.out
    office.approved(draft(2, wording="take"), SECOND, "--number", NUMBER)
    card = office.json("show", NUMBER)
    assert [one["status"] for one in card["editions"]] == ["superseded", "in_force"]
    assert card["editions"][0]["in_force_to"] == card["editions"][1]["in_force_from"] == SECOND[3]
    assert len(card["editions"][0]["signatures"]) == 3
    assert office.call("withdraw", NUMBER, "--basis", "Order No. 7", "--date", "2026-06-01").code == 0
    assert office.json("show", NUMBER)["status"] == "withdrawn"
    actions = [event["action"] for event in office.json("history", NUMBER)["events"]]
    signed = ["accept", "sign", "sign", "sign", "approve"]
    assert actions == ["submit", "return", "submit", *signed, "submit", *signed, "withdraw"]


def test_what_is_stored_is_what_came(office: Office) -> None:
    scan = b"%PDF-1.7 signed"
    submission = one_id(office.submit(draft()).out)
    office.call("accept", submission)
    for role, day in zip(("developed", "agreed", "lawyer"), FIRST, strict=False):
        office.sign(submission, role, day)
    final = draft(number=NUMBER)
    office.approve(
        submission, FIRST[3], "--file", office.file(final), "--scan", office.file(scan, "scan.pdf")
    )
    folder = office.root / "docs_store" / "64%2F1" / "1"
    assert (folder / "document.docx").read_bytes() == final
    assert (folder / "signed.pdf").read_bytes() == scan
    assert "The lead librarian may attend courses" in (folder / "text.md").read_text("utf-8")
    handed_in = office.root / "docs_store" / "submissions" / submission / "1"
    assert (handed_in / "document.docx").read_bytes() == draft()


def test_every_step_out_of_turn_is_refused(office: Office) -> None:
    sign = ("sign", S1, "--role", "developed", "--name", "N", "--position", "P", "--date", FIRST[0])
    approve = ("approve", S1, "--number", NUMBER, *RECTOR, "--date", FIRST[3], *ON_PAPER)
    accept, give_back = ("accept", S1), ("return", S1, "--reason", "why")
    withdraw = ("withdraw", NUMBER, "--basis", "Order", "--date", "2026-06-01")
    for step in (sign, approve, accept, give_back):
        refused(office, *step, told=f"There is no submission {S1}")
    refused(office, *withdraw, told="There is no document No. 64/1")
    office.submit(draft())
    for step in (sign, approve):
        refused(office, *step, told="is “submitted”")
    office.call(*give_back)
    for step in (sign, approve, accept):
        refused(office, *step, told="is “returned”")
    refused(office, "return", S1, "--reason", "other", told="is “returned”")
    office.submit(draft(wording="take"))
    office.call(*accept)
    refused(office, "accept", S1, "--anyway", "again", told="is “accepted”")
    refused(office, *approve, told="developed")
    for role, day in zip(("developed", "agreed", "lawyer"), FIRST, strict=False):
        office.sign(S1, role, day)
    early = ("approve", S1, "--number", NUMBER, *RECTOR, "--date", "2025-06-04", *ON_PAPER)
    refused(office, *early, told="2025-06-0")
    developer = ("approve", S1, "--number", NUMBER, "--name", "Oralbayeva M.K.", "--position", "P")
    refused(office, *developer, "--date", FIRST[3], told="does not approve it")
    assert office.call(*approve).code == 0
    for step in (accept, give_back, sign):
        refused(office, *step, told="is “approved”")
    office.call(*withdraw)
    refused(office, "withdraw", NUMBER, "--basis", "x", "--date", "2026-07-01", told="is “withdrawn”")
    second = office.file(draft(2), "second.docx")
    refused(office, "submit", second, "--unit", LIBRARY, "--number", NUMBER, told="“withdrawn”", actor=UNIT)


def test_the_check_refuses_and_shows_why(office: Office) -> None:
    before = office.head
    done = office.submit(draft(2))
    assert done.code == 2
    assert "EDN004" in done.out
    assert "The check found errors (1), so nothing was recorded" in done.err
    told = json.loads(office.submit(draft(2), "--format", "json").out)
    assert told["schema"] == "docctl/check/1"
    assert office.head == before
    assert office.submit(draft(2), "--anyway", "The first edition is lost").code == 0
    waiting = office.json("inbox")["submissions"][0]["rounds"][0]
    assert [finding["rule"] for finding in waiting["findings"]] == ["EDN004"]
    assert waiting["anyway"] == "The first edition is lost"
    assert office.call("accept", S1).code == 2
    assert office.call("accept", S1, "--anyway", "Agreed with the unit").code == 0


def test_a_file_that_cannot_be_read(office: Office) -> None:
    before = office.head
    done = office.submit(b"PK\x03\x04 and nothing more", "--anyway", "all the same")
    assert (done.code, office.head) == (2, before)
    assert "DOC001" in done.out


def test_the_final_file_has_the_clauses_that_were_accepted(office: Office) -> None:
    office.submit(draft())
    office.call("accept", S1)
    for role, day in zip(("developed", "agreed", "lawyer"), FIRST, strict=False):
        office.sign(S1, role, day)
    approve = ("approve", S1, *RECTOR, "--file")
    other = office.file(draft(number=NUMBER, wording="skip"), "other.docx")
    refused(office, *approve, other, "--number", NUMBER, "--date", FIRST[3], told="first at clause 4.3")
    final = office.file(draft(number=NUMBER), "final.docx")
    refused(office, *approve, final, "--number", "64/9", "--date", FIRST[3], told="The file says No. 64/1")
    refused(office, *approve, final, "--number", NUMBER, "--date", "2025-06-10", told="2025-06-09")
    blank = office.file(draft(), "blank.docx")
    refused(office, *approve, blank, "--number", NUMBER, "--date", FIRST[3], told="The check found errors")
    assert office.call(*approve, final, "--number", NUMBER, "--date", FIRST[3]).code == 0


def test_a_lost_answer_asked_for_again_changes_nothing(office: Office) -> None:
    submission = office.approved(draft(), FIRST)
    before = office.head
    done = office.approve(submission, FIRST[3])
    assert done.code == 0
    assert f"already recorded as commit {before[:12]}" in done.out
    withdraw = ("withdraw", NUMBER, "--basis", "Order No. 7", "--date", "2026-06-01")
    assert office.call(*withdraw).code == 0
    assert office.json(*withdraw)["changed"] is False
    assert office.head != before


@pytest.mark.parametrize("step", ["submit", "accept", "return", "sign", "approve", "withdraw", "register"])
def test_a_dry_run_writes_nothing(office: Office, step: str) -> None:
    office.approved(draft(), FIRST)
    office.submit(draft(2), "--number", NUMBER)
    if step == "sign":
        office.call("accept", S2)
    if step == "approve":
        office.call("return", S2, "--reason", "later")
        office.submit(draft(2, wording="take"), "--number", NUMBER)
        office.call("accept", S2)
        for role, day in zip(("developed", "agreed", "lawyer"), SECOND, strict=False):
            office.sign(S2, role, day)
    person = office.file(draft(person="senior librarian"), "new.docx")
    said = {
        "submit": ("submit", person, "--unit", LIBRARY),
        "accept": ("accept", S2),
        "return": ("return", S2, "--reason", "why"),
        "sign": ("sign", S2, "--role", "developed", "--name", "N", "--position", "P", "--date", SECOND[0]),
        "approve": ("approve", S2, "--number", NUMBER, *RECTOR, "--date", SECOND[3], *ON_PAPER),
        "withdraw": ("withdraw", NUMBER, "--basis", "Order", "--date", "2026-06-01"),
        "register": (
            "register",
            person,
            "--number",
            "7",
            "--edition",
            1,
            "--unit",
            "U",
            "--approved",
            FIRST[3],
        ),
    }
    before = office.head
    done = office.json(*said[step], "--dry-run")
    assert (done["action"], done["dry_run"], done["changed"], done["commit"]) == (step, True, False, None)
    assert office.head == before
    assert office.call(*said[step]).code == 0
    assert office.head != before


def test_nobody_acts(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    done = office.call("submit", office.file(draft()), "--unit", LIBRARY, actor="")
    assert done.code == 2
    assert "--as" in done.err
    assert "user.email" in done.err


@pytest.mark.parametrize(
    "actor", ["Clerk", "Clerk <>", "<a@b>", "A <a@b> <c@d>", "A\nB <a@b>", "A\u202eB <a@b>"]
)
def test_an_actor_without_name_or_mail(tmp_path: Path, actor: str) -> None:
    office = Office(tmp_path).init()
    before = office.head
    done = office.call("submit", office.file(draft()), "--unit", LIBRARY, actor=actor)
    assert (done.code, office.head) == (2, before)
    assert "Name <mail>" in done.err


def test_drafts_handed_in_at_once_get_numbers_of_their_own(office: Office) -> None:
    people = ("lead librarian", "senior librarian", "junior librarian")
    docctl = [sys.executable, "-m", "docctl", "--root", str(office.root), "--as", UNIT]
    calls = [
        subprocess.Popen(
            [*docctl, "submit", str(office.file(draft(person=one), f"{one}.docx")), "--unit", LIBRARY],
            env=environment(office.home, DOCCTL_LANG="en"),
            stdout=subprocess.PIPE,
            text=True,
        )
        for one in people
    ]
    printed = [call.communicate(timeout=60)[0] for call in calls]
    assert [call.returncode for call in calls] == [0, 0, 0]
    assert len({one_id(out) for out in printed}) == len(people)
    assert len(office.json("inbox")["submissions"]) == len(people)
