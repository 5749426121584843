"""Git's index changed as bytes: as Git itself would have done it."""

import subprocess
from pathlib import Path

import pygit2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docctl.store.index_bytes import (
    DamagedIndex,
    IndexEntry,
    UnknownIndex,
    index_with,
    trailing_hash,
)
from tests.store.soundness import git

EMPTY = pygit2.hash(b"").raw
names = st.text("abй.-", min_size=1, max_size=9).filter(lambda name: name.strip("."))
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


def entry(path: str, after: str = "", size: int = 0) -> IndexEntry:
    status = (1, 2, 3, 4, 5, 6, 0o100644, 7, 8, size)
    return IndexEntry(path.encode(), EMPTY, status, after.encode())


def made(folder: Path, paths: set[str]) -> bytes:
    """The index as libgit2 writes it, its times zero."""
    file = folder / "index"
    file.unlink(missing_ok=True)
    index = pygit2.Index(str(file))
    for path in paths:
        index.add(pygit2.IndexEntry(path, pygit2.Oid(raw=EMPTY), pygit2.enums.FileMode.BLOB))
    index.write()
    return file.read_bytes()


def listed(folder: Path, data: bytes) -> list[str]:
    (folder / "index").write_bytes(data)
    return [str(one.path) for one in pygit2.Index(str(folder / "index"))]


def free_of_clashes(paths: set[str]) -> set[str]:
    """Without files that stand where another needs a folder."""
    return {path for path in paths if not any(other.startswith(f"{path}/") for other in paths)}


@settings(max_examples=80, deadline=None)
@given(st.sets(paths, max_size=8), st.sets(paths, max_size=6), st.data())
def test_entries_come_into_their_places(
    tmp_path_factory: pytest.TempPathFactory, there: set[str], new: set[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    there, new = there & free_of_clashes(there | new), new & free_of_clashes(there | new)
    hints = ["", *sorted(there), "not there"]
    usable = {path: [hint for hint in hints if hint.encode() < path.encode()] or [""] for path in new}
    entries = [entry(path, data.draw(st.sampled_from(usable[path]))) for path in new]
    once = index_with(made(folder, there), entries)
    assert listed(folder, once) == sorted(there | new, key=str.encode)
    assert listed(folder, made(folder, there | new)) == listed(folder, once)
    assert index_with(once, entries, ours=trailing_hash(once)) == once == index_with(once, entries)


def test_git_reads_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    subprocess.run(["git", "hash-object", "-w", "/dev/null"], cwd=tmp_path, check=True, capture_output=True)
    before = made(tmp_path, {"b", "c/d"})
    (tmp_path / ".git/index").write_bytes(
        index_with(before, [entry("a"), entry("c/e", "c/d", size=9), entry("b")])
    )
    assert git(tmp_path, "ls-files").split() == ["a", "b", "c/d", "c/e"]
    assert "size: 9" in git(tmp_path, "ls-files", "--debug", "c/e")
    git(tmp_path, "fsck", "--strict")


@pytest.mark.parametrize("cut", [0, 5, 31, 40, -1])
def test_a_damaged_one_is_refused(tmp_path: Path, cut: int) -> None:
    with pytest.raises(DamagedIndex):
        index_with(made(tmp_path, {"a", "b"})[:cut], [entry("c")])


def test_every_flipped_bit_is_seen(tmp_path: Path) -> None:
    data = made(tmp_path, {"a", "b"})
    for at in range(len(data)):
        with pytest.raises(DamagedIndex):
            index_with(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :], [entry("c")])


@pytest.mark.parametrize("form", [("--index-version", "4"), ("--split-index",)])
def test_other_forms_are_left_to_a_library(tmp_path: Path, form: tuple[str, ...]) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "a").touch()
    git(tmp_path, "add", "a")
    git(tmp_path, "update-index", *form)
    with pytest.raises(UnknownIndex):
        index_with((tmp_path / ".git/index").read_bytes(), [entry("c")])
