import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docctl.errors import DiskTrouble
from docctl.search.clause import DocumentClauses
from docctl.search.index import places
from docctl.search.index.index import Index
from docctl.search.index.manifest import current_manifest, orphans
from docctl.search.index.opening import open_index, rebuild_index
from docctl.search.index.places import Folder
from docctl.search.request import Filters, Request, Word
from tests.search.index.shelf import TEXTS, Shelf, clause, full_shelf

EVERYTHING = Request(filters=Filters(all_editions=True))
ASKED = ("тізілім", "бөлім", "қызметкер", "кітап", "заң")


def answers(index: Index) -> list[list[str]]:
    requests = [EVERYTHING, *(Request(wanted=((Word(word),),)) for word in ASKED)]
    return [[hit.clause.text for hit in index.find(request, 10).hits] for request in requests]


def is_clean(folder: Path) -> bool:
    manifest = current_manifest(Folder(folder))
    return manifest is not None and not orphans(Folder(folder), manifest)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index"


def test_a_new_index_is_private_and_answers(folder: Path) -> None:
    index = open_index(folder, full_shelf())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(answers(index)[0]) == len(TEXTS)


def test_a_current_index_is_not_built_again(folder: Path) -> None:
    shelf = full_shelf()
    first = answers(open_index(folder, shelf))
    assert answers(open_index(folder, shelf)) == first
    assert shelf.asked == [None]


def test_what_changed_is_caught_up_with(folder: Path) -> None:
    shelf = full_shelf()
    open_index(folder, shelf)
    shelf.put(clause("1", "Өзгерген мәтін"))
    shelf.drop("2")
    shelf.put(clause("6", "Қосылған мәтін"))
    index = open_index(folder, shelf)
    assert set(answers(index)[0]) == {"Өзгерген мәтін", "Қосылған мәтін", *TEXTS[2:]}
    assert shelf.asked == [None, "1"]
    assert index.contents().documents == 5


def test_many_small_changes_are_joined(folder: Path) -> None:
    shelf = full_shelf()
    for round_ in range(20):
        shelf.put(clause("1", f"Мәтін {round_}"))
        index = open_index(folder, shelf)
    assert set(answers(index)[0]) == {"Мәтін 19", *TEXTS[1:]}
    assert len(list(folder.iterdir())) < 25
    assert is_clean(folder)


def test_an_unknown_past_is_built_anew(folder: Path) -> None:
    shelf = full_shelf()
    shelf.head = lambda: "elsewhere"  # type: ignore[method-assign]
    open_index(folder, shelf)
    other = Shelf(clause(text="Басқа жинақ"))
    assert answers(open_index(folder, other))[0] == ["Басқа жинақ"]


def test_an_index_of_another_version_is_built_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = full_shelf()
    open_index(folder, shelf)
    monkeypatch.setattr("docctl.search.index.manifest.VERSION", "next")
    monkeypatch.setattr("docctl.search.index.updating.VERSION", "next")
    open_index(folder, shelf)
    assert shelf.asked == [None, None]
    assert is_clean(folder)


def test_a_deleted_folder_is_built_anew(folder: Path) -> None:
    shelf = full_shelf()
    expected = answers(open_index(folder, shelf))
    shutil.rmtree(folder)
    assert answers(open_index(folder, shelf)) == expected


def test_rebuilding_asks_for_everything(folder: Path) -> None:
    shelf = full_shelf()
    open_index(folder, shelf)
    rebuild_index(folder, shelf)
    assert shelf.asked == [None, None]
    assert is_clean(folder)


def places_of(size: int, count: int) -> Iterator[int]:
    yield from sorted({size * at // count for at in range(count)} | {size - 1})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def put_back(folder: Path, kept: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    folder.mkdir(mode=0o700)
    for name, content in kept.items():
        (folder / name).write_bytes(content)


def test_a_file_truncated_anywhere_is_built_anew(folder: Path) -> None:
    shelf = full_shelf()
    expected = answers(open_index(folder, shelf))
    kept = contents(folder)
    for name in (name for name, content in kept.items() if content):
        for size in places_of(len(kept[name]), 12):
            put_back(folder, kept)
            os.truncate(folder / name, size)
            assert answers(open_index(folder, shelf)) == expected, (name, size)
            assert is_clean(folder)


def test_a_byte_flipped_anywhere_never_shows(folder: Path) -> None:
    shelf = full_shelf()
    expected = answers(open_index(folder, shelf))
    kept = contents(folder)
    for name in (name for name, content in kept.items() if content):
        for at in places_of(len(kept[name]), 40):
            put_back(folder, kept)
            damaged = bytearray(kept[name])
            damaged[at] ^= 0x41
            (folder / name).write_bytes(damaged)
            assert answers(open_index(folder, shelf)) == expected, (name, at)


def test_a_missing_file_is_built_anew(folder: Path) -> None:
    shelf = full_shelf()
    expected = answers(open_index(folder, shelf))
    next(folder.glob("*.clauses")).unlink()
    assert answers(open_index(folder, shelf)) == expected


def test_what_a_killed_writer_left_is_taken_away(folder: Path) -> None:
    shelf = full_shelf()
    open_index(folder, shelf)
    (folder / "0123.table").write_bytes(b"half")
    open_index(folder, shelf)
    assert is_clean(folder)


def test_damage_that_comes_while_it_is_open_is_repaired(folder: Path) -> None:
    shelf = full_shelf()
    index = open_index(folder, shelf)
    path = next(folder.glob("*.clauses"))
    with path.open("r+b") as file:
        file.write(b"\xff" * path.stat().st_size)
    assert len(answers(index)[0]) == len(TEXTS)
    assert index.vocabulary().has("тізілімін")


class Full:
    """A file on a disk that has no room."""

    def write(self, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        pass


def test_a_full_disk_is_made_up_for_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = answers(open_index(folder.with_name("other"), full_shelf()))
    monkeypatch.setattr(places.Folder, "create", lambda self, name: Full())
    assert answers(open_index(folder, full_shelf())) == expected
    assert [path.name for path in folder.iterdir()] == ["lock"]


def test_no_room_at_all_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places.Folder, "create", lambda self, name: Full())
    monkeypatch.setattr(places.Memory, "create", lambda self, name: Full())
    with pytest.raises(DiskTrouble) as caught:
        open_index(folder, full_shelf())
    assert caught.value.exit_code == 4


class Endless(Shelf):
    """A source that tells when the writing has begun, and then takes its time."""

    def changes(self, since: str | None) -> Iterator[DocumentClauses]:
        yield DocumentClauses("1", (clause(),))
        print("writing", flush=True)
        sys.stdin.read()
        yield DocumentClauses("2", (clause("2"),))


WRITER = """
import sys
from pathlib import Path
from docctl.search.index.opening import open_index
from tests.search.index.test_opening import Endless
from tests.search.index.shelf import clause
open_index(Path(sys.argv[1]), Endless(clause(), clause("2")))
"""


def writer(folder: Path) -> "subprocess.Popen[bytes]":
    """A process that has begun to write, holds the lock and waits for its input to end."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"writing\n"
    return process


@pytest.mark.parametrize("round_", range(3))
def test_a_killed_writer_leaves_nothing_that_matters(folder: Path, round_: int) -> None:
    with writer(folder) as process:
        process.send_signal(signal.SIGKILL)
    shelf = full_shelf()
    assert len(answers(open_index(folder, shelf))[0]) == len(TEXTS)
    assert is_clean(folder)


def test_a_searcher_waits_for_the_writer_when_the_index_is_not_current(folder: Path) -> None:
    with writer(folder) as first:
        second = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        assert first.stdin is not None
        first.stdin.close()
        out, _ = second.communicate(timeout=60)
        assert first.wait(60) == second.returncode == 0
    assert out == b""
    assert is_clean(folder)


def test_a_searcher_that_finds_the_index_current_does_not_wait(folder: Path) -> None:
    shelf = Shelf(clause())
    open_index(folder, shelf)
    head = shelf.head
    shelf.head = lambda: "old"  # type: ignore[method-assign]
    rebuild_index(folder, shelf)
    with writer(folder) as process:
        assert answers(open_index(folder, shelf))[0] == [TEXTS[0]]
        assert process.poll() is None
        process.kill()
    assert head() == "1"
