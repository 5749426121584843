"""A backup holds everything, proves itself, and is read as if an enemy had written it."""

import io
import json
import tarfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from docctl.errors import DamagedRecord, DiskTrouble, RepositoryTrouble, UsageError
from docctl.store.backup.archive import BUNDLE, MANIFEST, WITNESS
from docctl.store.backup.making import back_up
from docctl.store.backup.restoring import restore
from docctl.store.registry import open_registry
from docctl.store.verification.problems import Code
from docctl.store.verification.verifying import verify
from tests.store.verification.kit import approve, codes, git, make_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three editions of two documents."""
    root = make_workspace(tmp_path / "workspace")
    approve(root, "158")
    approve(root, "12/3-н")
    approve(root, "158", 2)
    return root


@pytest.fixture
def file(root: Path, tmp_path: Path) -> Path:
    """A sound backup."""
    back_up(root, tmp_path / "backup.tar")
    return tmp_path / "backup.tar"


def tree(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def test_what_is_restored_is_what_was_backed_up(root: Path, tmp_path: Path) -> None:
    manifest = back_up(root, tmp_path / "backup.tar")
    restored = restore(tmp_path / "backup.tar", tmp_path / "back")
    assert restored.verified.problems == ()
    assert restored.manifest == manifest
    assert (manifest.sequence, manifest.head) == (4, git(root, "rev-parse", "HEAD"))
    assert tree(tmp_path / "back") == tree(root)
    refs = ("for-each-ref", "--format=%(objectname) %(refname)")
    assert git(tmp_path / "back", *refs) == git(root, *refs)
    assert git(tmp_path / "back", "status", "--porcelain") == ""
    approve(tmp_path / "back", "159")
    assert verify(tmp_path / "back").problems == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["back", "backup.tar", "workspace"]


def test_an_empty_folder_may_be_there(file: Path, tmp_path: Path) -> None:
    (tmp_path / "back").mkdir()
    assert restore(file, tmp_path / "back").verified.is_clean


def test_a_used_folder_is_left_alone(file: Path, root: Path) -> None:
    before = tree(root)
    with pytest.raises(UsageError, match="new or empty"):
        restore(file, root)
    assert tree(root) == before


def test_the_witness_comes_along(root: Path, tmp_path: Path) -> None:
    git(root, "reset", "-q", "--hard", "HEAD~1")
    back_up(root, tmp_path / "backup.tar")
    restored = restore(tmp_path / "backup.tar", tmp_path / "back")
    assert {problem.code for problem in restored.verified.problems} == codes(root)
    assert Code.HISTORY_REWRITTEN in codes(root) or Code.HISTORY_CUT in codes(root)


def test_a_better_backup_takes_the_place_of_an_older_one(file: Path, root: Path) -> None:
    approve(root, "159")
    assert back_up(root, file).sequence == 5


@pytest.mark.parametrize("place", ["workspace/backup.tar", "nowhere/backup.tar", "other.txt", "folder"])
def test_places_that_are_refused(root: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "other.txt").write_text("mine", "utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError):
        back_up(root, tmp_path / place)
    assert (tmp_path / "other.txt").read_text("utf-8") == "mine"


def test_a_damaged_repository_gives_no_backup_and_keeps_the_older_one(file: Path, root: Path) -> None:
    before = file.read_bytes()
    blob = git(root, "rev-parse", "HEAD:docs_store/158/1/document.docx")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises((RepositoryTrouble, DamagedRecord, DiskTrouble)):
        back_up(root, file)
    assert file.read_bytes() == before
    assert sorted(path.name for path in file.parent.iterdir()) == ["backup.tar", "workspace"]


def test_a_backup_while_others_write_is_consistent(root: Path, tmp_path: Path) -> None:
    stop, failures = threading.Event(), list[BaseException]()

    def write() -> None:
        at = 200
        try:
            while not stop.is_set():
                approve(root, str(at))
                at += 1
        except BaseException as error:  # noqa: BLE001  shown by the test
            failures.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for at in range(4):
            manifest = back_up(root, tmp_path / f"{at}.tar")
            restored = restore(tmp_path / f"{at}.tar", tmp_path / f"back-{at}")
            assert restored.verified.problems == ()
            assert restored.verified.transitions == manifest.sequence
    finally:
        stop.set()
        writer.join()
    assert failures == []
    assert len(open_registry(root).ledger()) >= manifest.sequence


Members = list[tuple[tarfile.TarInfo, bytes]]


def members_of(file: Path) -> Members:
    with tarfile.open(file) as archive:
        return [(info, archive.extractfile(info).read()) for info in archive]  # type: ignore[union-attr]


def written(file: Path, members: Members, mode: str = "w") -> None:
    with tarfile.open(file, mode) as archive:  # type: ignore[call-overload]
        for info, content in members:
            archive.addfile(info, io.BytesIO(content))


def plain(name: str, content: bytes = b"x") -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    return info, content


def link(name: str, kind: bytes) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, "/etc/passwd"
    return info, b""


def renamed(members: Members) -> Members:
    members[2][0].name = "../repository.bundle"
    return members


def a_link(members: Members) -> Members:
    return [*members[:2], link(BUNDLE, tarfile.SYMTYPE)]


def a_hard_link(members: Members) -> Members:
    return [*members[:2], link(BUNDLE, tarfile.LNKTYPE)]


def a_device(members: Members) -> Members:
    return [*members[:2], link(BUNDLE, tarfile.CHRTYPE)]


def another_member(members: Members) -> Members:
    return [*members, plain("more")]


def twice(members: Members) -> Members:
    return [*members, members[2]]


def out_of_order(members: Members) -> Members:
    return [members[1], members[0], members[2]]


def too_few(members: Members) -> Members:
    return members[:2]


def a_huge_witness(members: Members) -> Members:
    return [members[0], plain(WITNESS, b" " * (2 << 20)), members[2]]


def another_witness(members: Members) -> Members:
    return [members[0], plain(WITNESS, b"{}"), members[2]]


def a_forged_witness(members: Members) -> Members:
    said = json.loads(members[1][1])
    said["head"]["sequence"] += 1
    return [members[0], plain(WITNESS, json.dumps(said).encode()), members[2]]


def a_flipped_bit(members: Members) -> Members:
    content = bytearray(members[2][1])
    content[len(content) // 2] ^= 1
    return [*members[:2], plain(BUNDLE, bytes(content))]


def no_manifest(members: Members) -> Members:
    return [plain(MANIFEST, b"[]"), *members[1:]]


def another_form(members: Members) -> Members:
    said = json.loads(members[0][1]) | {"format": "docctl/backup/9"}
    return [plain(MANIFEST, json.dumps(said).encode()), *members[1:]]


def other_refs(members: Members) -> Members:
    said = json.loads(members[0][1])
    said["refs"]["refs/heads/other"] = said["head"]
    return [plain(MANIFEST, json.dumps(said).encode()), *members[1:]]


def a_branch_elsewhere(members: Members) -> Members:
    said = json.loads(members[0][1]) | {"branch": "../../x"}
    said["refs"]["../../x"] = said["head"]
    return [plain(MANIFEST, json.dumps(said).encode()), *members[1:]]


HOSTILE = [
    renamed,
    a_link,
    a_hard_link,
    a_device,
    another_member,
    twice,
    out_of_order,
    too_few,
    a_huge_witness,
    another_witness,
    a_forged_witness,
    a_flipped_bit,
    no_manifest,
    another_form,
    other_refs,
    a_branch_elsewhere,
]


@pytest.mark.parametrize("change", HOSTILE, ids=[change.__name__ for change in HOSTILE])
def test_a_damaged_or_hostile_archive_is_refused(
    file: Path, tmp_path: Path, change: Callable[[Members], Members]
) -> None:
    written(file, change(members_of(file)))
    with pytest.raises(DamagedRecord):
        restore(file, tmp_path / "back")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.tar", "workspace"]


@pytest.mark.parametrize("share", [0.0, 0.01, 0.2, 0.5])
def test_a_truncated_archive_is_refused(file: Path, tmp_path: Path, share: float) -> None:
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
    with pytest.raises(DamagedRecord):
        restore(file, tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_a_compressed_archive_is_refused(file: Path, tmp_path: Path) -> None:
    written(file, members_of(file), "w:gz")
    with pytest.raises(DamagedRecord):
        restore(file, tmp_path / "back")


def test_a_repository_with_a_link_in_it_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "rules").symlink_to("/etc")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "link")
    back_up(root, tmp_path / "backup.tar")
    with pytest.raises(DamagedRecord, match="rules"):
        restore(tmp_path / "backup.tar", tmp_path / "back")
    assert not (tmp_path / "back").exists()
