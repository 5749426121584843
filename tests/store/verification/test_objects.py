"""Damage to Git's own files: a flipped bit anywhere is seen."""

import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from docctl.errors import RepositoryTrouble
from docctl.store.verification.held import verify_held
from docctl.store.verification.problems import Code
from docctl.store.verification.verifying import verify
from tests.store.verification.kit import approve, codes, git, make_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two editions of a document."""
    root = make_workspace(tmp_path / "workspace")
    approve(root, "158")
    approve(root, "158", 2)
    return root


def damage(root: Path, name: str, content: bytes) -> None:
    (root / ".git" / name).write_bytes(content)


@pytest.mark.parametrize("content", [b"garbage\n", b"0" * 40 + b"\n", b"1" * 40 + b"\n"])
def test_a_branch_that_leads_nowhere_is_seen(root: Path, content: bytes) -> None:
    damage(root, "refs/heads/main", content)
    assert Code.OBJECT_DAMAGED in {problem.code for problem in verify_held(root).problems}


@pytest.mark.parametrize("content", [b"garbage", b"2" * 40 + b"\n"])
def test_a_tag_that_leads_nowhere_is_seen(root: Path, content: bytes) -> None:
    damage(root, "refs/tags/edition/158/1", content)
    assert {Code.OBJECT_DAMAGED, Code.TAG_MISSING} <= {one.code for one in verify_held(root).problems}


@pytest.mark.parametrize(("name", "content"), [("packed-refs", b"\xff\n"), ("config", b"[x")])
def test_a_repository_that_cannot_be_opened_is_told_with_the_way_out(
    root: Path, name: str, content: bytes
) -> None:
    damage(root, name, content)
    with pytest.raises(RepositoryTrouble, match="docctl restore"):
        verify_held(root)


def objects(root: Path) -> list[Path]:
    folder = root / ".git" / "objects"
    return sorted(path for path in folder.rglob("*") if path.is_file() and len(path.parent.name) == 2)


def flip_content(file: Path) -> None:
    """Change a letter inside the compressed object, so that only its hash tells."""
    content = bytearray(zlib.decompress(file.read_bytes()))
    content[-1] ^= 1
    file.chmod(0o600)
    file.write_bytes(zlib.compress(bytes(content)))


def test_a_flipped_bit_in_any_object_is_seen(root: Path) -> None:
    files = objects(root)
    assert len(files) > 20
    for file in files:
        sound = file.read_bytes()
        flip_content(file)
        assert Code.OBJECT_DAMAGED in codes(root), file
        file.write_bytes(sound)
    assert verify(root).problems == ()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_flipped_bit_in_a_pack_is_seen(root: Path, share: float) -> None:
    git(root, "gc", "-q")
    (pack,) = (root / ".git" / "objects" / "pack").glob("*.pack")
    content = bytearray(pack.read_bytes())
    content[int(len(content) * share)] ^= 4
    pack.chmod(0o600)
    pack.write_bytes(content)
    assert Code.OBJECT_DAMAGED in codes(root)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_flipped_bit_in_the_index_of_a_pack_is_seen(root: Path, share: float) -> None:
    git(root, "gc", "-q")
    (index,) = (root / ".git" / "objects" / "pack").glob("*.idx")
    content = bytearray(index.read_bytes())
    content[int(len(content) * share)] ^= 4
    index.chmod(0o600)
    index.write_bytes(content)
    with suppress(RepositoryTrouble):
        assert Code.OBJECT_DAMAGED in codes(root)


def test_a_pack_without_its_index_is_seen(root: Path) -> None:
    git(root, "gc", "-q")
    (pack,) = (root / ".git" / "objects" / "pack").glob("*.pack")
    (pack.with_name("pack-" + "0" * 40 + ".pack")).write_bytes(pack.read_bytes())
    assert Code.OBJECT_DAMAGED in codes(root)


def test_a_truncated_pack_is_seen(root: Path) -> None:
    git(root, "gc", "-q")
    (pack,) = (root / ".git" / "objects" / "pack").glob("*.pack")
    pack.chmod(0o600)
    pack.write_bytes(pack.read_bytes()[: pack.stat().st_size // 2])
    assert Code.OBJECT_DAMAGED in codes(root)


def test_a_missing_object_is_seen(root: Path) -> None:
    blob = git(root, "rev-parse", "HEAD:docs_store/158/1/document.docx")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert Code.OBJECT_DAMAGED in codes(root)
