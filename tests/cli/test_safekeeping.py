"""`docctl verify`, `backup`, `restore` and `sync` as people call them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import docctl
from tests.store.verification.kit import OFFICE, UNIT, approve, git, make_workspace


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Holds a workspace with one document."""
    make_workspace(tmp_path / "office")
    approve(tmp_path / "office", "158")
    return tmp_path


def test_verify_is_content_with_what_docctl_recorded(home: Path) -> None:
    done = docctl("--root", "office", "verify", home=home)
    assert (done.code, done.err) == (0, "")
    assert "2 transitions, 1 documents, 1 editions" in done.out
    assert "Everything is as it was recorded." in done.out


def test_verify_names_damage_and_gives_exit_code_1(home: Path) -> None:
    (home / "office" / "registry" / "158.yaml").write_text("number: 1", "utf-8")
    done = docctl("--root", "office", "verify", home=home)
    assert (done.code, done.err) == (1, "")
    assert "damage: work-tree-changed\n  registry/158.yaml\n" in done.out
    result = json.loads(docctl("--root", "office", "verify", "--format", "json", home=home).out)
    assert [problem["code"] for problem in result["problems"]] == ["work-tree-changed"]


def test_verify_outside_of_a_workspace(home: Path) -> None:
    assert docctl("verify", home=home).code == 2


def test_a_backup_and_back(home: Path) -> None:
    made = docctl("--root", "office", "backup", "backup.tar", home=home)
    assert (made.code, made.err) == (0, "")
    assert "up to transition 2" in made.out
    back = docctl("restore", "backup.tar", "back", home=home)
    assert (back.code, back.err) == (0, "")
    assert "Everything is as it was recorded." in back.out
    assert (home / "back" / "docs_store" / "158" / "1" / "document.docx").is_file()
    assert docctl("--root", "back", "verify", home=home).code == 0


def test_a_backup_of_damage_comes_back_and_says_so(home: Path) -> None:
    card = home / "office" / "registry" / "158.yaml"
    card.write_text(card.read_text("utf-8").replace("Archive", "Other"), "utf-8")
    git(home / "office", "commit", "-q", "-a", "-m", "by hand")
    assert docctl("--root", "office", "backup", "backup.tar", home=home).code == 0
    back = docctl("restore", "backup.tar", "back", home=home)
    assert back.code == 1
    assert "not-recorded" in back.out
    assert (home / "back" / "registry" / "158.yaml").read_bytes() == card.read_bytes()


def test_wrong_calls_give_exit_code_2(home: Path) -> None:
    (home / "text").write_text("no backup", "utf-8")
    assert docctl("restore", "gone.tar", "back", home=home).code == 2
    assert "no backup" in docctl("restore", "text", "back", home=home).err
    assert docctl("--root", "office", "backup", "office/backup.tar", home=home).code == 2
    assert not (home / "back").exists()


@pytest.fixture
def shared(home: Path) -> Path:
    """Two workspaces on one shared repository."""
    git(home, "init", "-q", "--bare", "-b", "main", "shared.git")
    git(home / "office", "remote", "add", "origin", "../shared.git")
    first = docctl("--root", "office", "--as", OFFICE, "sync", home=home)
    assert (first.code, first.err) == (0, "")
    git(home, "clone", "-q", "shared.git", "unit")
    return home


def test_what_one_recorded_the_other_is_told(shared: Path) -> None:
    approve(shared / "office", "159")
    given = docctl("--root", "office", "--as", OFFICE, "sync", home=shared)
    taken = docctl("--root", "unit", "--as", UNIT, "sync", "origin", home=shared)
    assert "Handed over to the others:" in given.out
    assert "Taken over from the others:" in taken.out
    for told in (given, taken):
        assert "approve 159 edition 1 (Order 1)  Office Clerk <office@example.org>" in told.out
    assert docctl("--root", "unit", "verify", home=shared).out.endswith("recorded.\n")


def test_a_conflict_shows_both_sides_and_the_way_out(shared: Path) -> None:
    docctl("--root", "unit", "--as", UNIT, "sync", home=shared)
    approve(shared / "unit", "158", 2, UNIT)
    approve(shared / "office", "158", 2)
    docctl("--root", "office", "--as", OFFICE, "sync", home=shared)
    refused = docctl("--root", "unit", "--as", UNIT, "sync", home=shared)
    assert (refused.code, refused.out) == (2, "")
    for told in ("here:", "there:", "Unit Head <unit@example.org>", "Office Clerk <office@example.org>"):
        assert told in refused.err
    assert "docctl sync --set-aside" in refused.err
    aside = docctl("--root", "unit", "--as", UNIT, "sync", "--set-aside", home=shared)
    assert (aside.code, aside.err) == (0, "")
    assert "refs/docctl/set-aside/" in aside.out
    assert "approve 158 edition 2 (Order 1)  Unit Head <unit@example.org>" in aside.out
    verified = docctl("--root", "unit", "verify", home=shared)
    assert verified.code == 0
    assert "note: set-aside" in verified.out


def test_an_unsound_history_is_shown_and_not_taken(shared: Path) -> None:
    card = shared / "unit" / "registry" / "158.yaml"
    card.write_text(card.read_text("utf-8").replace("Archive", "Other"), "utf-8")
    git(shared / "unit", "commit", "-q", "-a", "-m", "by hand")
    git(shared / "unit", "push", "-q")
    refused = docctl("--root", "office", "--as", OFFICE, "sync", home=shared)
    assert (refused.code, refused.out) == (2, "")
    assert "not-recorded" in refused.err
