"""Folders that docctl must not work in: each is told with the way out, and nothing is changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docctl.errors import RepositoryTrouble
from docctl.store.head import read_head, read_ref
from docctl.store.registry import open_registry
from tests.kit.registries import registration, workspace
from tests.store.soundness import git, sound

PROJECT = Path(__file__).parents[2]
IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@b")


def no_repository(root: Path) -> None:
    shutil.rmtree(root / ".git")


def no_workspace(root: Path) -> None:
    (root / "docctl.toml").unlink()


def detached(root: Path) -> None:
    git(root, "checkout", "--quiet", "--detach")


def bare(root: Path) -> None:
    shutil.move(root / ".git", root.parent / "bare")
    shutil.rmtree(root)
    shutil.move(root.parent / "bare", root)


def called_bare(root: Path) -> None:
    git(root, "config", "core.bare", "true")


def shallow(root: Path) -> None:
    shutil.move(root, root.parent / "whole")
    git(root.parent, "clone", "--quiet", "--depth=1", f"file://{root.parent / 'whole'}", str(root))


def partial(root: Path) -> None:
    git(root, "config", "extensions.partialClone", "origin")


def no_commits(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")


def other_hashes(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet", "--object-format=sha256")


def merging(root: Path) -> None:
    for branch, content in (("theirs", "1"), ("main", "2")):
        git(root, "checkout", "--quiet", "-B", branch, "main~0")
        (root / "docctl.toml").write_text(content)
        git(root, *IDENTITY, "commit", "--quiet", "-am", branch)
        git(root, "checkout", "--quiet", "main") if branch == "theirs" else None
    with pytest.raises(subprocess.CalledProcessError):
        git(root, *IDENTITY, "merge", "theirs")


def rebasing(root: Path) -> None:
    (root / ".git/rebase-merge").mkdir()


def linked(root: Path) -> None:
    (root / ".git").rename(root.parent / "elsewhere")
    (root / ".git").symlink_to(root.parent / "elsewhere")


def work_tree_of_another(root: Path) -> None:
    shutil.move(root, root.parent / "whole")
    git(root.parent / "whole", "worktree", "add", "--quiet", "-b", "other", str(root))


def without_head(root: Path) -> None:
    (root / ".git/HEAD").unlink()


def replaced_by_link(root: Path) -> None:
    shutil.move(root / "registry", root.parent / "outside")
    (root / "registry").symlink_to(root.parent / "outside")


def replaced_by_file(root: Path) -> None:
    shutil.rmtree(root / "docs_store")
    (root / "docs_store").write_text("")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (no_repository, "docctl init"),
        (no_workspace, "no docctl.toml"),
        (detached, "git switch main"),
        (bare, "Clone it"),
        (called_bare, "Clone it"),
        (shallow, "git fetch --unshallow"),
        (partial, "clone anew"),
        (no_commits, "docctl init"),
        (other_hashes, "SHA-256"),
        (merging, "git merge --abort; then docctl sync"),
        (rebasing, "git rebase --abort"),
        (linked, "linked work tree"),
        (work_tree_of_another, "linked work tree"),
        (without_head, "no HEAD"),
        (replaced_by_link, "git checkout -- 'registry'"),
        (replaced_by_file, "git checkout -- 'docs_store'"),
    ],
)
def test_trouble_is_told_with_the_way_out(quick_path: Path, harm: Callable[[Path], None], told: str) -> None:
    registry = workspace(quick_path / "w", ["1"])
    harm(registry.root)
    before = content(registry.root)
    with pytest.raises(RepositoryTrouble, match=told) as raised:
        open_registry(registry.root)
    assert raised.value.at.startswith(str(registry.root))
    assert content(registry.root) == before


def content(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("harm", [detached, merging, replaced_by_link])
def test_trouble_that_comes_after_opening(quick_path: Path, harm: Callable[[Path], None]) -> None:
    registry = workspace(quick_path / "w", ["1"])
    harm(registry.root)
    with pytest.raises(RepositoryTrouble), registry.writing():
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="needs the right to give a folder away")
@pytest.mark.parametrize("trusted", [False, True])
def test_a_folder_of_another_user(quick_path: Path, trusted: bool) -> None:
    registry = workspace(quick_path / "w", ["1"])
    for path in (registry.root, *registry.root.rglob("*")):
        os.chown(path, 65534, 65534)
    program = (
        "import sys; from pathlib import Path; from docctl.errors import RepositoryTrouble\n"
        "from docctl.store.registry import open_registry\n"
        "try: print(len(open_registry(Path(sys.argv[1])).now().cards()))\n"
        "except RepositoryTrouble as error: print(error)\n"
    )
    environment = {**os.environ, "HOME": str(quick_path)}
    if trusted:
        (quick_path / ".gitconfig").write_text(f"[safe]\n\tdirectory = {registry.root}\n")
    done = subprocess.run(
        [sys.executable, "-c", program, str(registry.root)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "1" if trusted else "safe.directory" in done.stdout


def test_variables_of_git_do_not_matter(quick_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when docctl is called from a hook of another repository."""
    other = workspace(quick_path / "other")
    registry = workspace(quick_path / "w", ["1"])
    for name, place in (("GIT_DIR", ".git"), ("GIT_INDEX_FILE", ".git/index"), ("GIT_WORK_TREE", ".")):
        monkeypatch.setenv(name, str(other.root / place))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.root / ".git/objects"))
    with registry.writing() as writing:
        writing.record(registration("2"))
    assert [card.number for card in registry.now().cards()] == ["1", "2"]
    assert sound(registry.root) == 4
    assert len(other.ledger()) == 1


def test_head_is_read_as_git_reads_it(quick_path: Path) -> None:
    registry = workspace(quick_path / "w", ["1"])
    folder = registry.root / ".git"
    commit = git(registry.root, "rev-parse", "HEAD").strip()
    assert (read_head(folder).branch, read_head(folder).commit) == ("refs/heads/main", commit)
    git(registry.root, "pack-refs", "--all")
    assert not (folder / "refs/heads/main").exists()
    assert read_head(folder).commit == commit
    assert read_ref(folder, "refs/tags/edition/1/1") == git(registry.root, "rev-parse", "edition/1/1").strip()
    assert read_ref(folder, "refs/tags/edition/1") == ""
    assert sound(registry.root) == 3


def test_another_branch_is_fine(quick_path: Path) -> None:
    registry = workspace(quick_path / "w", ["1"])
    git(registry.root, "switch", "--quiet", "-c", "кеңсе/2026")
    with registry.writing() as writing:
        writing.record(registration("2"))
    assert read_head(registry.root / ".git").branch == "refs/heads/кеңсе/2026"
    assert [card.number for card in registry.now().cards()] == ["1", "2"]
    assert git(registry.root, "rev-parse", "main") != git(registry.root, "rev-parse", "HEAD")
