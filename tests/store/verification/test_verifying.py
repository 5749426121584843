"""Verification on real repositories: clean ones are clean, and every fault is named."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docctl.errors import RepositoryTrouble
from docctl.store.registry import open_registry
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.verifying import verify
from tests.store.verification.kit import OFFICE, UNIT, approve, codes, git, make_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three editions of two documents."""
    root = make_workspace(tmp_path / "workspace")
    approve(root, "158")
    approve(root, "12/3-н")
    approve(root, "158", 2)
    return root


def named(root: Path, code: Code) -> list[Problem]:
    return [problem for problem in verify(root).problems if problem.code is code]


def test_what_docctl_recorded_is_clean(root: Path) -> None:
    verified = verify(root)
    assert verified.problems == ()
    assert verified.is_clean
    assert (verified.transitions, verified.documents, verified.editions) == (4, 2, 3)
    assert verified.files == 2 + 2 + 3 * 2


def test_packed_and_collected_it_is_clean_too(root: Path) -> None:
    git(root, "gc", "-q")
    assert verify(root).problems == ()


def test_a_clone_is_clean_but_has_seen_nothing_yet(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(root), "copy")
    assert codes(tmp_path / "copy") == {Code.NO_WITNESS}
    assert verify(tmp_path / "copy").is_clean


def commit_by_hand(root: Path, path: str, content: str, actor: str = UNIT) -> str:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(content, "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "by hand", actor=actor)
    return git(root, "rev-parse", "HEAD")


def edit_card(root: Path) -> None:
    card = root / "registry" / "158.yaml"
    commit_by_hand(root, "registry/158.yaml", card.read_text("utf-8").replace("Archive", "Other"))


def change_approved_date(root: Path) -> None:
    card = root / "registry" / "158.yaml"
    commit_by_hand(root, "registry/158.yaml", card.read_text("utf-8").replace("2021-01-10", "2021-01-09", 1))


def overwrite_document(root: Path) -> None:
    commit_by_hand(root, "docs_store/158/1/document.docx", "other")


def overwrite_text(root: Path) -> None:
    commit_by_hand(root, "docs_store/158/1/text.md", "other")


def add_to_edition(root: Path) -> None:
    commit_by_hand(root, "docs_store/158/1/signed.pdf", "other")


def add_foreign_file(root: Path) -> None:
    commit_by_hand(root, "docs_store/notes.txt", "other")


def delete_document(root: Path) -> None:
    (root / "docs_store/158/2/document.docx").unlink()
    git(root, "commit", "-q", "-a", "-m", "gone")


def delete_card(root: Path) -> None:
    (root / "registry/158.yaml").unlink()
    git(root, "commit", "-q", "-a", "-m", "gone")


def break_card(root: Path) -> None:
    commit_by_hand(root, "registry/158.yaml", "number: [")


def rename_card(root: Path) -> None:
    git(root, "mv", "registry/158.yaml", "registry/159.yaml")
    git(root, "commit", "-q", "-m", "renamed")


def add_twin(root: Path) -> None:
    card = (root / "registry" / "12%2F3-н.yaml").read_text("utf-8")
    commit_by_hand(root, "registry/12%2F3-Н.yaml", card.replace("12/3-н", "12/3-Н"))


def add_link(root: Path) -> None:
    (root / "docs_store" / "link").symlink_to("/etc/passwd")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "link")


def move_tag(root: Path) -> None:
    git(root, "tag", "-f", "-a", "-m", "x", "edition/158/1", "HEAD")


def lighten_tag(root: Path) -> None:
    target = git(root, "rev-parse", "edition/158/1^{commit}")
    git(root, "tag", "-f", "edition/158/1", target)


def delete_tag(root: Path) -> None:
    git(root, "tag", "-d", "edition/158/1")


def add_tag(root: Path) -> None:
    git(root, "tag", "-a", "-m", "x", "edition/158/7")


def cut_off(root: Path) -> None:
    git(root, "reset", "-q", "--hard", "HEAD~1")


def rewrite(root: Path) -> None:
    git(root, "reset", "-q", "--hard", "HEAD~1")
    (root / "readme.txt").write_text("x", "utf-8")
    git(root, "add", "readme.txt")
    git(root, "commit", "-q", "-m", "another history")


def amend(root: Path) -> None:
    (root / "docs_store/158/2/document.docx").write_text("forged", "utf-8")
    git(root, "commit", "-q", "-a", "--amend", "--no-edit")


def break_witness(root: Path) -> None:
    (root / ".git" / "docctl" / "witness").write_text("{", "utf-8")


def replace_object(root: Path) -> None:
    blob = git(root, "hash-object", "-w", "docs_store/158/1/document.docx")
    other = git(root, "hash-object", "-w", "docs_store/158/2/document.docx")
    git(root, "replace", blob, other)


def graft(root: Path) -> None:
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "grafts").write_text(git(root, "rev-parse", "HEAD") + "\n", "utf-8")


def borrow_objects(root: Path) -> None:
    (root / ".git" / "objects" / "info").mkdir(exist_ok=True)
    alternates = root / ".git" / "objects" / "info" / "alternates"
    alternates.write_text(str(root / ".git" / "objects") + "\n", "utf-8")


def edit_work_tree(root: Path) -> None:
    (root / "registry" / "158.yaml").write_text("number: 1", "utf-8")


def delete_from_work_tree(root: Path) -> None:
    (root / "registry" / "158.yaml").unlink()


def add_to_work_tree(root: Path) -> None:
    (root / "registry" / os.fsdecode(b"\xff.yaml")).write_text("x", "utf-8")


def stage(root: Path) -> None:
    edit_work_tree(root)
    git(root, "add", "registry")


def truncate_index(root: Path) -> None:
    index = root / ".git" / "index"
    index.write_bytes(index.read_bytes()[:-30])


FAULTS: list[tuple[Callable[[Path], None], set[Code]]] = [
    (edit_card, {Code.NOT_RECORDED}),
    (change_approved_date, {Code.NOT_RECORDED, Code.FACTS_CHANGED}),
    (overwrite_document, {Code.NOT_RECORDED, Code.EDITION_CHANGED, Code.HASH_DIFFERS}),
    (overwrite_text, {Code.NOT_RECORDED, Code.EDITION_CHANGED}),
    (add_to_edition, {Code.NOT_RECORDED, Code.EDITION_CHANGED, Code.FILE_FOREIGN}),
    (add_foreign_file, {Code.NOT_RECORDED, Code.FILE_FOREIGN}),
    (delete_document, {Code.NOT_RECORDED, Code.EDITION_CHANGED, Code.FILE_MISSING}),
    (delete_card, {Code.NOT_RECORDED, Code.FACTS_CHANGED, Code.FILE_FOREIGN}),
    (break_card, {Code.NOT_RECORDED, Code.CARD_UNREADABLE, Code.FILE_FOREIGN}),
    (rename_card, {Code.NOT_RECORDED, Code.FACTS_CHANGED, Code.NAME_DIFFERS}),
    (add_twin, {Code.NOT_RECORDED, Code.TWINS, Code.CARD_INCONSISTENT}),
    (add_link, {Code.NOT_RECORDED, Code.NOT_A_FILE, Code.WORK_TREE_CHANGED}),
    (move_tag, {Code.TAG_MOVED}),
    (lighten_tag, {Code.TAG_LIGHT}),
    (delete_tag, {Code.TAG_MISSING}),
    (add_tag, {Code.TAG_FOREIGN}),
    (cut_off, {Code.HISTORY_CUT, Code.TAG_FOREIGN}),
    (rewrite, {Code.HISTORY_REWRITTEN, Code.TAG_FOREIGN}),
    (amend, {Code.HISTORY_REWRITTEN, Code.CHAIN_BROKEN, Code.HASH_DIFFERS, Code.TAG_MOVED}),
    (break_witness, {Code.WITNESS_DAMAGED}),
    (replace_object, {Code.OBJECT_REPLACED}),
    (graft, {Code.GRAFT}),
    (borrow_objects, {Code.ALTERNATES}),
    (edit_work_tree, {Code.WORK_TREE_CHANGED}),
    (delete_from_work_tree, {Code.WORK_TREE_MISSING}),
    (add_to_work_tree, {Code.WORK_TREE_FOREIGN}),
    (stage, {Code.WORK_TREE_CHANGED, Code.INDEX_DIFFERS}),
    (truncate_index, {Code.INDEX_DIFFERS}),
]


@pytest.mark.parametrize(("fault", "expected"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_a_fault_is_named(root: Path, fault: Callable[[Path], None], expected: set[Code]) -> None:
    fault(root)
    assert codes(root) == expected
    assert not verify(root).is_clean


def test_what_was_seen_at_the_end_is_told_after_further_transitions_too(root: Path) -> None:
    seen = git(root, "rev-parse", "HEAD")
    cut_off(root)
    approve(root, "159")
    (lost,) = named(root, Code.HISTORY_REWRITTEN)
    assert lost.expected.startswith(seen)


def test_a_commit_by_hand_may_be_taken_back(root: Path) -> None:
    edit_card(root)
    with open_registry(root).writing():
        pass
    assert codes(root) == {Code.NOT_RECORDED}
    git(root, "reset", "-q", "--keep", "HEAD~1")
    assert verify(root).problems == ()
    approve(root, "159")
    assert verify(root).problems == ()


def test_tags_are_set_again_as_the_text_says(root: Path) -> None:
    delete_tag(root)
    (missing,) = named(root, Code.TAG_MISSING)
    message = f"--message={missing.where}"
    git(root, "tag", "--force", "--annotate", message, missing.where, missing.expected)
    assert verify(root).problems == ()


def test_a_forged_trailer_breaks_the_chain(root: Path) -> None:
    message = git(root, "log", "-1", "--format=%B").replace("Ground: Order 1", "Ground: Order 2")
    git(root, "commit", "-q", "--amend", "-m", message, actor=OFFICE)
    assert {Code.CHAIN_BROKEN, Code.HISTORY_REWRITTEN} <= codes(root)


def test_a_commit_beside_the_registry_is_nobodys_business(root: Path) -> None:
    commit_by_hand(root, "rules/notes.md", "own rules")
    commit_by_hand(root, "registry/README.md", "about cards")
    approve(root, "159")
    assert verify(root).problems == ()


def test_a_merge_by_plain_git_is_accepted_when_it_invents_nothing(root: Path) -> None:
    git(root, "branch", "side")
    approve(root, "159")
    git(root, "switch", "-q", "side")
    commit_by_hand(root, "rules/notes.md", "own rules")
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "side")
    assert verify(root).is_clean
    approve(root, "160")
    assert verify(root).problems == ()


def test_a_merge_that_invents_a_card_is_not(root: Path) -> None:
    git(root, "branch", "side")
    approve(root, "159")
    git(root, "switch", "-q", "side")
    commit_by_hand(root, "rules/notes.md", "own rules")
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-commit", "side")
    edit_work_tree(root)
    git(root, "add", "--all")
    git(root, "commit", "-q", "--no-edit")
    assert Code.MERGE_INVENTED in codes(root)


def test_a_shallow_clone_is_refused_with_the_way_out(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "shallow")
    with pytest.raises(RepositoryTrouble, match="--unshallow"):
        open_registry(tmp_path / "shallow")
    with pytest.raises(RepositoryTrouble, match="--unshallow"):
        verify(tmp_path / "shallow")
