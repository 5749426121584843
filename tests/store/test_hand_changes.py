"""A workspace in which people, their settings and their tools have been at work."""

import subprocess
import unicodedata
from pathlib import Path

import pytest

from docctl.errors import Busy, DamagedRecord, RepositoryTrouble, TransitionRefused
from docctl.store.registry import Registry
from docctl.store.verification.problems import Code
from docctl.store.verification.verifying import verify
from tests.kit.registries import document, registration, submission, workspace
from tests.store.soundness import git, sound

IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@b")


@pytest.fixture
def registry(quick_path: Path) -> Registry:
    return workspace(quick_path / "w", ["1", "2"])


def record(registry: Registry, number: str, edition: int = 1) -> str:
    with registry.writing(wait=0.3) as writing:
        return writing.record(registration(number, edition)).commit


@pytest.mark.parametrize("how", ["edited", "deleted", "linked", "folder"])
def test_a_card_changed_by_hand_is_not_overwritten(registry: Registry, how: str) -> None:
    card, head = registry.root / "registry/1.yaml", registry.now().commit
    card.unlink()
    if how == "edited":
        card.write_text("number: mine\n")
    elif how == "linked":
        card.symlink_to("/etc/passwd")
    elif how == "folder":
        card.mkdir()
    with pytest.raises(TransitionRefused, match=r"changed by hand.*git checkout -- 'registry/1\.yaml'"):
        record(registry, "1", 2)
    assert registry.now().commit == head
    assert how != "edited" or card.read_text() == "number: mine\n"
    record(registry, "3")
    if how == "folder":
        card.rmdir()
    git(registry.root, "checkout", "--", "registry/1.yaml")
    record(registry, "1", 2)
    assert sound(registry.root) == 5


def test_a_file_in_the_way_is_not_overwritten(registry: Registry) -> None:
    there = registry.root / "docs_store/3/1/text.md"
    there.parent.mkdir(parents=True)
    there.write_text("mine")
    with pytest.raises(TransitionRefused, match="changed by hand"):
        record(registry, "3")
    assert there.read_text() == "mine"
    there.unlink()
    record(registry, "3")
    assert sound(registry.root) == 4


def test_other_work_is_left_alone(registry: Registry) -> None:
    (registry.root / "rules").mkdir()
    (registry.root / "rules/own.yaml").write_text("x")
    git(registry.root, "add", "rules/own.yaml")
    (registry.root / "docctl.toml").write_text("[organisation]\nen = 'Another'\n")
    record(registry, "3")
    assert git(registry.root, "status", "--porcelain").splitlines() == [" M docctl.toml", "A  rules/own.yaml"]
    git(registry.root, *IDENTITY, "commit", "--quiet", "-am", "rules")
    assert [one.action for one in registry.ledger()] == ["init", "register", "register", "edit"]
    assert sound(registry.root) == 5


@pytest.mark.parametrize("place", ["registry", "docs_store", "docs_store/1", "registry/submissions"])
def test_nothing_is_written_through_a_link(registry: Registry, quick_path: Path, place: str) -> None:
    outside = quick_path / "outside"
    folder = registry.root / place
    folder.rename(outside) if folder.exists() else outside.mkdir()
    folder.symlink_to(outside)
    before = sorted(outside.rglob("*"))
    change = submission(1) if place == "registry/submissions" else registration("1", 2)
    with pytest.raises(RepositoryTrouble, match="link"), registry.writing() as writing:
        writing.record(change)
    assert sorted(outside.rglob("*")) == before
    folder.unlink()
    git(registry.root, "checkout", "--", ".")
    assert sound(registry.root) == 3


@pytest.mark.parametrize("harm", ["gone", "cut", "empty", "flipped", "version 4", "split", "cached trees"])
def test_an_index_in_any_state(registry: Registry, harm: str) -> None:
    index = registry.root / ".git/index"
    content = index.read_bytes()
    if harm == "gone":
        index.unlink()
    elif harm in ("cut", "empty"):
        index.write_bytes(content[: len(content) // 2 * (harm == "cut")])
    elif harm == "flipped":
        index.write_bytes(content[:100] + bytes([content[100] ^ 1]) + content[101:])
    elif harm == "version 4":
        git(registry.root, "update-index", "--index-version", "4")
    elif harm == "split":
        git(registry.root, "update-index", "--split-index")
    else:
        git(registry.root, "read-tree", "HEAD")
    record(registry, "3")
    assert git(registry.root, "status", "--porcelain") == ""
    assert git(registry.root, "diff-index", "--cached", "HEAD") == ""
    assert sound(registry.root) == 4


def test_git_need_not_read_the_files_again(registry: Registry) -> None:
    """The index knows the state of every file that docctl wrote."""
    record(registry, "3")
    listed = git(registry.root, "ls-files", "--debug", "docs_store/3/1/document.docx")
    state = (registry.root / "docs_store/3/1/document.docx").stat()
    assert f"size: {state.st_size}\t" in listed
    assert f"mtime: {state.st_mtime_ns // 10**9}:{state.st_mtime_ns % 10**9}" in listed


@pytest.mark.parametrize("lock", ["index", "HEAD", "refs/heads/main", "packed-refs"])
def test_locks_that_a_killed_git_left(registry: Registry, lock: str) -> None:
    (registry.root / f".git/{lock}.lock").touch()
    record(registry, "3")
    assert not (registry.root / f".git/{lock}.lock").exists()
    assert sound(registry.root) == 4


def test_a_lock_that_is_held_is_respected(registry: Registry) -> None:
    with (registry.root / ".git/index.lock").open("w") as held:
        program = "import sys; sys.stdin.read()"
        with subprocess.Popen(["python3", "-c", program], stdin=subprocess.PIPE, stdout=held) as holder:
            with pytest.raises(Busy, match="Git is working"):
                record(registry, "3")
            assert holder.stdin is not None
            holder.stdin.close()
    assert sound(registry.root) == 3


def test_the_settings_and_hooks_of_a_user(
    registry: Registry, quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = quick_path / "trace"
    hooks = quick_path / "hooks"
    hooks.mkdir()
    for name in (
        "pre-commit",
        "commit-msg",
        "post-commit",
        "reference-transaction",
        "post-index-change",
        "monitor",
    ):
        (hooks / name).write_text(f"#!/bin/sh\necho {name} >> {trace}\nexit 1\n")
        (hooks / name).chmod(0o755)
        (registry.root / ".git/hooks" / name).parent.mkdir(exist_ok=True)
        (registry.root / ".git/hooks" / name).symlink_to(hooks / name)
    settings = (
        f"[core]\n\tautocrlf = true\n\thooksPath = {hooks}\n\tfsmonitor = {hooks}/monitor\n\teol = crlf\n"
        f"[commit]\n\tgpgSign = true\n[tag]\n\tgpgSign = true\n[gpg]\n\tprogram = {hooks}/monitor\n"
        "[user]\n\tname = Other\n\temail = other@example.org\n[init]\n\tdefaultBranch = other\n"
        f"\ttemplateDir = {hooks}\n"
    )
    (quick_path / ".gitconfig").write_text(settings)
    (quick_path / "more").write_text(settings)
    git(registry.root, "config", "include.path", str(quick_path / "more"))
    monkeypatch.setenv("HOME", str(quick_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(quick_path))
    record(registry, "3")
    other = workspace(quick_path / "other")
    assert not trace.exists()
    assert (other.root / ".git/HEAD").read_text() == "ref: refs/heads/main\n"
    assert registry.now().read("docs_store/3/1/text.md") == registration("3").files[1].content
    assert (registry.root / "docs_store/3/1/text.md").read_bytes() == registration("3").files[1].content
    assert git(registry.root, "log", "-1", "--format=%cn").strip() == "Clerk of the Office"


@pytest.mark.parametrize("at", ["object", "pack", "pack cut"])
def test_damage_is_named_and_never_shown_as_truth(registry: Registry, at: str) -> None:
    path = "docs_store/1/1/document.docx"
    blob = git(registry.root, "rev-parse", f"HEAD:{path}").strip()
    harmed = registry.root / ".git/objects" / blob[:2] / blob[2:]
    if at != "object":
        git(registry.root, "repack", "-a", "-d", "-q")
        [harmed] = (registry.root / ".git/objects/pack").glob("*.pack")
    content = bytearray(harmed.read_bytes())
    content[len(content) // 2] ^= 1
    harmed.chmod(0o644)
    harmed.write_bytes(content if at != "pack cut" else content[: len(content) // 2])
    assert any(problem.code is not Code.SET_ASIDE for problem in verify(registry.root).problems)
    for number in ("1", "2"):
        assert document(f"{number}@1").startswith(shown(registry, f"docs_store/{number}/1/document.docx"))


def shown(registry: Registry, path: str) -> bytes:
    """What is shown of the file: all of it, or nothing and a sentence that says where to look."""
    try:
        content = registry.now().read(path)
    except DamagedRecord as error:
        return b"" if "docctl verify" in str(error) else b"?"
    return content if len(content) > 1000 else b"?"


def test_a_replaced_object_is_not_shown(registry: Registry) -> None:
    path = "docs_store/1/1/document.docx"
    forged = git(registry.root, "hash-object", "-w", "docctl.toml").strip()
    git(registry.root, "replace", f"HEAD:{path}", forged)
    assert registry.now().read(path) == document("1@1")
    record(registry, "1", 2)
    assert registry.now().read(path) == document("1@1")
    assert verify(registry.root).problems != ()


@pytest.mark.parametrize(
    ("there", "new"),
    [("ДН-07", "дн-07"), ("é1", "É1"), ("12/3-Н", "12/3-н"), ("７", "7"), ("STRASSE", "straße"), ("ﬁ", "fi")],
)
def test_twins_by_case_or_form_are_refused(registry: Registry, there: str, new: str) -> None:
    record(registry, there)
    head = registry.now().commit
    with pytest.raises(TransitionRefused, match=f"“{new}” differs from “{there}”"):
        record(registry, new)
    assert registry.now().commit == head
    assert sound(registry.root) == 4


def test_twins_by_composition(registry: Registry) -> None:
    whole, parts = (unicodedata.normalize(form, "Й-1") for form in ("NFC", "NFD"))
    with pytest.raises(TransitionRefused, match="type it again"):
        record(registry, parts)
    record(registry, whole)
    with pytest.raises(TransitionRefused, match="type it again"):
        record(registry, parts, 2)
    assert sound(registry.root) == 4


@pytest.mark.parametrize("number", ["Ж" * 127, "\udcff", "a\u202eb", "", " ", "a\nb"])
def test_numbers_that_cannot_be_names(registry: Registry, number: str) -> None:
    head = registry.now().commit
    with pytest.raises(TransitionRefused):
        record(registry, number)
    assert registry.now().commit == head
    assert sound(registry.root) == 3


def test_the_branch_set_back_is_remembered(registry: Registry) -> None:
    record(registry, "3")
    git(registry.root, "reset", "--quiet", "--hard", "HEAD~1")
    assert verify(registry.root).problems != ()
    record(registry, "4")
    assert verify(registry.root).problems != (), "the next transition does not wipe it away"


def test_a_pull_by_plain_git(registry: Registry, quick_path: Path) -> None:
    """The branch, the files and the index were moved on by Git; tags came along."""
    git(quick_path, "clone", "--quiet", str(registry.root), "clone")
    clone = Registry(quick_path / "clone")
    record(registry, "3")
    git(clone.root, "pull", "--quiet", "--ff-only")
    assert clone.now().card("3") is not None
    assert sound(clone.root) == 4
