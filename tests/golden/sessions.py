"""The commands whose output is kept, and how it is had."""

import os
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from tests.content import ROOT
from tests.golden.registry import SPOKEN, lay_registry, steady
from tests.kit.demo import bad_draft

FOLDER = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en")
AS_OF = "2026-03-01"


class Kept(Struct, frozen=True):
    """A command and the file that holds what it prints."""

    name: str
    arguments: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The file."""
        return FOLDER / f"{self.name}.txt"


def kept() -> list[Kept]:
    """Every command that is kept, in three languages where a person reads it."""
    spoken = {
        "help": ("--help",),
        "check-help": ("check", "--help"),
        "check": ("check", "draft.docx", "--as-of", AS_OF),
        "check-draft-stage": ("check", "draft.docx", "--as-of", AS_OF, "--stage", "draft"),
        "check-unreadable": ("check", "broken.docx"),
        "check-missing": ("check", "missing.docx"),
        "rules-list": ("rules", "list"),
        "rules-show": ("rules", "show", "HDR004"),
        "rules-show-unknown": ("rules", "show", "HDR999"),
        **SPOKEN,
    }
    sessions = [
        Kept(f"{name}.{language}", ("--lang", language, *arguments))
        for name, arguments in spoken.items()
        for language in LANGUAGES
    ]
    json = ("--lang", "en", "check", "draft.docx", "--as-of", AS_OF, "--format", "json")
    return [*sessions, Kept("check-json", json)]


def prepare(folder: Path) -> None:
    """Lay the files that the commands name."""
    (folder / "draft.docx").write_bytes(bad_draft())
    lay_registry(folder)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and nothing more")


def seen(session: Kept, folder: Path) -> str:
    """What a person sees of the command: results, then messages, then the exit code."""
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "docctl", *session.arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**environment, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    shown = "".join(part for part in (done.stdout, done.stderr) if part)
    shown = steady(shown) if session.name.rpartition(".")[0] in SPOKEN else shown
    return f"$ docctl {' '.join(session.arguments)}\n{shown}[exit code {done.returncode}]\n"
