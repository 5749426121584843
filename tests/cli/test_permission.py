"""Who may do what, where a roles file says so; and the registry's facts in the check."""

import subprocess
from pathlib import Path

import pytest

from docctl.store.change import Change, NewFile
from docctl.store.registry import open_registry
from tests.cli.office import LIBRARY, NUMBER, OFFICE, UNIT, Office, draft

ROLES = """\
people:
- name: Office Clerk
  mail: office@example.kz
  roles:
  - role: office
- name: Unit Head
  mail: unit@example.kz
  roles:
  - role: unit
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path).init()
    with open_registry(office.root).writing() as writing:
        file = NewFile("registry/roles.yaml", ROLES.encode())
        writing.record(Change(action="configure", actor=OFFICE, operation="1", files=(file,)))
    return office


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_who_lacks_the_role_is_refused(office: Office, more: tuple[str, ...]) -> None:
    stranger = "Somebody Else <else@example.kz>"
    handed_in = ("submit", office.file(draft()), "--unit", LIBRARY, *more)
    before = office.head
    assert office.call(*handed_in, actor=stranger).code == 2
    assert office.head == before
    assert office.call(*handed_in, actor=UNIT).code == 0
    if not more:
        submission = office.json("inbox")["submissions"][0]["id"]
        refused = office.call("accept", submission, actor=UNIT)
        assert refused.code == 2
        assert "registry/roles.yaml" in refused.err
        assert office.call("accept", submission).code == 0


def test_the_check_knows_the_registry(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    content = draft(2, NUMBER)
    known = office.file(content, "known.docx")
    old = ("--number", NUMBER, "--edition", "2", "--unit", LIBRARY, "--approved", "2024-03-01")
    assert office.call("register", known, *old).code == 0
    assert office.call("check", known).code == 0, "the very file of an edition"
    same = office.call("check", office.file(draft(2, NUMBER, "take"), "same.docx"))
    assert (same.code, "EDN004" in same.out) == (1, True)
    following = office.call("check", office.file(draft(3, NUMBER), "following.docx"))
    assert (following.code, "EDN004" in following.out) == (0, False)


def test_a_workspace_without_a_registry_is_checked_and_told(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    (office.root / ".git" / "shallow").touch()
    done = office.call("check", office.file(draft()))
    assert done.code == 0
    assert "not compared with the registry" in done.err
    assert "git fetch --unshallow" in done.err


def test_what_must_be_signed(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    with (office.root / "docctl.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[signing]\nrequired = true\n")
    handed_in = ("submit", office.file(draft()), "--unit", LIBRARY)
    before = office.head
    unsigned = office.call(*handed_in)
    assert (unsigned.code, office.head) == (2, before)
    assert "--sign-key" in unsigned.err
    assert office.call("--sign-key", key, *handed_in).code == 0
    shown = subprocess.run(
        ["git", "-C", office.root, "cat-file", "commit", "HEAD"], capture_output=True, text=True, check=True
    )
    assert "BEGIN SSH SIGNATURE" in shown.stdout
