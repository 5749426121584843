"""Two people, each with a workspace, and a bare repository between them."""

from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from docctl.errors import RepositoryTrouble, TransitionRefused
from docctl.store.change import NewFile
from docctl.store.registry import open_registry
from docctl.store.sharing.outcome import Synced
from docctl.store.sharing.overlap import Conflict
from docctl.store.sharing.syncing import Joining, UnsoundHistory, sync
from docctl.store.verification.problems import Code
from docctl.store.verification.verifying import verify
from tests.store.verification.kit import OFFICE, UNIT, approval, approve, codes, git, make_workspace


class Pair(Struct):
    """Both workspaces, and the repository that they share."""

    office: Path
    unit: Path
    shared: Path


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Both have one document."""
    shared, office, unit = (tmp_path / name for name in ("shared.git", "office", "unit"))
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(shared))
    make_workspace(office)
    approve(office, "158")
    git(office, "remote", "add", "origin", str(shared))
    share(office)
    git(tmp_path, "clone", "-q", str(shared), str(unit))
    share(unit)
    return Pair(office, unit, shared)


def share(root: Path, actor: str = OFFICE, *, set_aside: bool = False) -> Synced:
    return sync(root, "origin", Joining(actor=actor, set_aside=set_aside))


def head(root: Path) -> str:
    return git(root, "rev-parse", "HEAD")


def same_and_clean(pair: Pair) -> None:
    assert head(pair.office) == head(pair.unit) == git(pair.shared, "rev-parse", "main")
    for root in (pair.office, pair.unit):
        assert verify(root).problems == ()
        assert git(root, "status", "--porcelain") == ""
    assert git(pair.office, "tag") == git(pair.unit, "tag") == git(pair.shared, "tag")
    git(pair.shared, "fsck", "--strict")


def test_nothing_new_changes_nothing(pair: Pair) -> None:
    before = head(pair.office)
    assert share(pair.office) == Synced(head=before)
    same_and_clean(pair)


def test_what_one_records_the_other_gets_files_and_tags_included(pair: Pair) -> None:
    recorded = approve(pair.office, "159")
    given = share(pair.office)
    taken = share(pair.unit)
    assert [one.commit for one in given.given] == [one.commit for one in taken.taken] == [recorded.commit]
    assert (pair.unit / "docs_store" / "159" / "1" / "document.docx").is_file()
    same_and_clean(pair)


def test_different_documents_are_joined_by_a_recorded_merge(pair: Pair) -> None:
    approve(pair.office, "159")
    approve(pair.unit, "160", actor=UNIT)
    share(pair.office)
    joined = share(pair.unit, UNIT)
    assert [one.document for one in joined.taken] == ["159"]
    assert [one.document for one in joined.given] == ["160"]
    last = open_registry(pair.unit).ledger()[-1]
    assert (last.action, last.actor, last.sequence) == ("merge", UNIT, 4)
    share(pair.office)
    same_and_clean(pair)


def test_the_same_document_is_refused_with_all_that_both_did(pair: Pair) -> None:
    ours, theirs = approve(pair.unit, "158", 2, UNIT), approve(pair.office, "158", 2)
    share(pair.office)
    before = head(pair.unit)
    with pytest.raises(Conflict, match=r"158.*--set-aside") as raised:
        share(pair.unit, UNIT)
    (overlap,) = raised.value.overlaps
    assert overlap.subject == "158"
    assert [one.commit for one in overlap.ours] == [ours.commit]
    assert [one.commit for one in overlap.theirs] == [theirs.commit]
    assert [one.actor for one in (*overlap.ours, *overlap.theirs)] == [UNIT, OFFICE]
    assert head(pair.unit) == before
    assert verify(pair.unit).problems == ()


def test_set_aside_takes_theirs_and_keeps_ours(pair: Pair) -> None:
    ours = approve(pair.unit, "158", 2, UNIT)
    approve(pair.office, "158", 2)
    share(pair.office)
    state = share(pair.unit, UNIT, set_aside=True)
    assert [one.commit for one in state.put_aside] == [ours.commit]
    assert git(pair.unit, "rev-parse", state.aside) == ours.commit
    assert codes(pair.unit) == {Code.SET_ASIDE}
    assert verify(pair.unit).is_clean
    git(pair.unit, "update-ref", "-d", state.aside)
    for tag in git(pair.unit, "for-each-ref", "--format=%(refname)", "refs/docctl").split():
        git(pair.unit, "update-ref", "-d", tag)
    approve(pair.unit, "158", 3, UNIT)
    share(pair.unit, UNIT)
    share(pair.office)
    same_and_clean(pair)


def test_numbers_that_are_twins_are_not_joined(pair: Pair) -> None:
    approve(pair.office, "12-н")
    approve(pair.unit, "12-Н", actor=UNIT)
    share(pair.office)
    with pytest.raises(Conflict, match="12-"):
        share(pair.unit, UNIT)
    assert verify(pair.unit).problems == ()


def test_a_real_conflict_by_plain_git_ends_with_a_way_out(pair: Pair) -> None:
    approve(pair.unit, "158", 2, UNIT)
    with open_registry(pair.office).writing() as writing:
        change = approval("158", 2, OFFICE, writing.snapshot.card("158"))
        writing.record(replace(change, ground="Order 2"))
    share(pair.office)
    done = git(pair.unit, "pull", "--no-rebase", "-q", check=False)
    assert (pair.unit / ".git" / "MERGE_HEAD").exists(), done
    with pytest.raises(RepositoryTrouble, match=r"git merge --abort; then docctl sync"):
        open_registry(pair.unit)
    with pytest.raises(RepositoryTrouble, match=r"git merge --abort"):
        verify(pair.unit)
    git(pair.unit, "merge", "--abort")
    with pytest.raises(Conflict):
        share(pair.unit, UNIT)
    share(pair.unit, UNIT, set_aside=True)
    assert verify(pair.unit).is_clean
    assert verify(pair.office).problems == ()
    assert head(pair.unit) == head(pair.office)


def test_a_pull_by_plain_git_is_as_good(pair: Pair) -> None:
    approve(pair.office, "159")
    share(pair.office)
    approve(pair.unit, "160", actor=UNIT)
    git(pair.unit, "pull", "--no-rebase", "-q")
    assert verify(pair.unit).is_clean
    git(pair.unit, "push", "-q")
    share(pair.unit, UNIT)
    share(pair.office)
    same_and_clean(pair)


def test_a_card_edited_by_hand_is_not_taken_over(pair: Pair) -> None:
    card = pair.unit / "registry" / "158.yaml"
    card.write_text(card.read_text("utf-8").replace("Archive", "Other"), "utf-8")
    git(pair.unit, "commit", "-q", "-a", "-m", "by hand")
    git(pair.unit, "push", "-q")
    before = head(pair.office)
    with pytest.raises(UnsoundHistory) as raised:
        share(pair.office)
    assert [problem.code for problem in raised.value.problems] == [Code.NOT_RECORDED]
    assert head(pair.office) == before


def test_a_changed_document_is_not_taken_over(pair: Pair) -> None:
    (pair.unit / "docs_store/158/1/document.docx").write_text("other", "utf-8")
    git(pair.unit, "commit", "-q", "-a", "-m", "by hand")
    git(pair.unit, "push", "-q")
    with pytest.raises(UnsoundHistory) as raised:
        share(pair.office)
    assert Code.EDITION_CHANGED in {problem.code for problem in raised.value.problems}


def test_a_shared_repository_pushed_back_gets_its_history_again(pair: Pair) -> None:
    approve(pair.office, "159")
    share(pair.office)
    git(pair.shared, "update-ref", "refs/heads/main", head(pair.unit))
    share(pair.office)
    share(pair.unit)
    same_and_clean(pair)


def test_a_branch_cut_off_here_comes_back_from_there(pair: Pair) -> None:
    approve(pair.office, "159")
    share(pair.office)
    git(pair.office, "reset", "-q", "--hard", "HEAD~1")
    assert Code.HISTORY_CUT in codes(pair.office)
    share(pair.office)
    share(pair.unit)
    same_and_clean(pair)


def test_a_file_changed_by_hand_is_not_overwritten(pair: Pair) -> None:
    approve(pair.office, "158", 2)
    share(pair.office)
    (pair.unit / "registry" / "158.yaml").write_text("mine", "utf-8")
    before = head(pair.unit)
    with pytest.raises(TransitionRefused, match=r"registry/158\.yaml"):
        share(pair.unit)
    assert head(pair.unit) == before
    assert (pair.unit / "registry" / "158.yaml").read_text("utf-8") == "mine"


def test_another_registry_is_refused(pair: Pair, tmp_path: Path) -> None:
    other = make_workspace(tmp_path / "other", NewFile("rules/own.yaml", b"x: 1\n"))
    approve(other, "7")
    git(other, "remote", "add", "origin", str(pair.shared))
    with pytest.raises(RepositoryTrouble, match="another registry"):
        share(other)


@pytest.mark.parametrize("name", ["nowhere", "--upload-pack=touch x"])
def test_no_such_remote(pair: Pair, name: str) -> None:
    with pytest.raises(RepositoryTrouble, match="git remote add"):
        sync(pair.office, name, Joining(actor=OFFICE))


def test_a_remote_out_of_reach(pair: Pair) -> None:
    git(pair.office, "remote", "set-url", "origin", str(pair.shared) + "-gone")
    with pytest.raises(RepositoryTrouble, match="does not answer"):
        share(pair.office)


def test_a_shared_repository_that_refuses(pair: Pair) -> None:
    hook = pair.shared / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    approve(pair.office, "159")
    with pytest.raises(RepositoryTrouble, match="safe here"):
        share(pair.office)
    hook.unlink()
    share(pair.office)
    share(pair.unit)
    same_and_clean(pair)


QUICKER = """\
#!/bin/sh
# Somebody else's push arrives while this one is under way.
mkdir done 2>/dev/null || exit 0
env -u GIT_QUARANTINE_PATH git update-ref refs/heads/main refs/heads/side
"""


def test_when_somebody_was_quicker_it_is_done_again(pair: Pair) -> None:
    approve(pair.unit, "160", actor=UNIT)
    git(pair.unit, "push", "-q", "origin", "main:side")
    hook = pair.shared / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(QUICKER, "utf-8")
    hook.chmod(0o755)
    approve(pair.office, "159")
    state = share(pair.office)
    assert (pair.shared / "done").is_dir()
    assert [one.document for one in state.taken] == ["160"]
    assert [one.document for one in state.given] == ["159"]
    share(pair.unit)
    same_and_clean(pair)


def test_an_address_that_runs_a_program_is_refused(pair: Pair, tmp_path: Path) -> None:
    git(pair.office, "remote", "set-url", "origin", f"ext::touch {tmp_path}/ran")
    with pytest.raises(RepositoryTrouble, match="not allowed"):
        share(pair.office)
    assert not (tmp_path / "ran").exists()
