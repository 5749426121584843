"""A drop folder with one of everything, watched once in this process, and what must be so afterwards."""

from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

from docctl.app.examine import Examination
from docctl.app.watching.answering import Bench
from docctl.app.watching.deciding import Patience
from docctl.app.watching.watching import Ended, Watch, watch_once
from docctl.app.workspace import Workspace
from docctl.domain.words import Language
from docctl.wording import N_
from tests.content import ROOT, rulebook
from tests.kit.building import build
from tests.kit.way import Way

EXAMINATION = Examination(rulebook=rulebook(), language=Language.EN, as_of=date(2026, 3, 1))
AT_ONCE = Patience(0.0, 0.0)


def small(number: int) -> bytes:
    """One of many different small drafts."""
    return build(f"=== file name=draft.docx\n1.1. Clause of draft {number}.\n", Way())


DROPS = {
    "a.docx": small(1),
    "b.docx": small(2),
    "same.docx": small(1),
    "unit/a.docx": small(3),
    "unit/half.docx": small(4)[:2000],
    "note.txt": b"note",
}
READABLE, BAD = {small(1), small(2), small(3)}, {small(4)[:2000], b"note"}


class Silence:
    """A voice that nobody hears."""

    def say(self, path: str, sentence: str) -> None:
        """Nothing."""

    def progress(self, done: int, total: int) -> None:
        """Nothing."""


def fill(folder: Path) -> None:
    """Drop one of everything."""
    for name, content in DROPS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def bench_of(folder: Path) -> Bench:
    """By what the drafts there are answered."""
    return Bench(root=folder, workspace=Workspace(ROOT), examination=EXAMINATION)


def looked_after(folder: Path, patience: Patience = AT_ONCE) -> Ended:
    """Watch it once, with one process."""
    asked = Watch(folder=folder, patience=patience)
    return watch_once(asked, bench_of(folder), N_, Silence())


def found(folder: Path, under: str) -> Counter[str]:
    """How many files below a folder have these contents, by the beginning of their SHA-256."""
    files = (path for path in (folder / under).rglob("*") if path.is_file())
    return Counter(sha256(path.read_bytes()).hexdigest()[:12] for path in files)


def refuse_unsound(folder: Path) -> None:
    """Fails unless every draft has one report and one copy, and everything else was given back once."""
    reports = sorted(path.name for path in (folder / "reports").rglob("*"))
    hashes = {sha256(content).hexdigest()[:12] for content in READABLE}
    assert Counter(name.split(".")[1] for name in reports if name.endswith(".html")) == Counter(hashes)
    assert Counter(name.split(".")[1] for name in reports if name.endswith(".docx")) == Counter(hashes)
    assert len(reports) == 2 * len(READABLE) + 1, reports
    refused = {path for path in (folder / "refused").rglob("*") if path.is_file()}
    given = {path for path in refused if not path.name.endswith(".reason.txt")}
    assert {path.read_bytes() for path in given} == BAD
    assert len(given) == len(BAD)
    assert refused - given == {path.with_name(f"{path.name}.reason.txt") for path in given}
    assert all(path.read_bytes() for path in refused - given)
    for name, content in DROPS.items():
        assert content in BAD or (folder / name).read_bytes() == content
    assert {path.name for path in (folder / ".docctl-watch").iterdir()} == {"lock", "ledger.sqlite"}
