"""The tutorial's commands do what it says, as they stand on the page."""

import os
import shlex
from datetime import date
from pathlib import Path

import pytest

from tests.cli.office import NUMBER, called, draft
from tests.content import ROOT

PAGE = ROOT / "docs" / "tutorial" / "life-of-a-document.md"
YEAR = "S-2026-"
"""The page was written in that year; a submission is numbered in the year of its day."""


def commands() -> list[list[str]]:
    blocks = PAGE.read_text("utf-8").split("```\n")[1::2]
    lines = "".join(blocks).replace(YEAR, f"S-{date.today().year}-").splitlines()
    return [shlex.split(line) for line in lines]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a reader begins, with the drafts that the page speaks of."""
    drafts = {
        "draft": draft(),
        "corrected": draft(wording="take"),
        "final": draft(number=NUMBER, wording="take"),
        "second": draft(2, wording="take"),
        "second-final": draft(2, number=NUMBER, wording="take", day="2 March 2026"),
    }
    for name, content in drafts.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_works(here: Path) -> None:
    environ = {"DOCCTL_LANG": "en", "DOCCTL_ROOT": ""}
    printed = {}
    for program, *arguments in commands():
        if program == "cd":
            os.chdir(arguments[0])
        elif program == "export":
            name, _, value = arguments[0].partition("=")
            environ[name] = value
        else:
            assert program == "docctl"
            done = called(*arguments, home=here, environ=environ)
            assert (done.code, done.err) == (0, ""), arguments
            printed[" ".join(arguments)] = done.out
    assert "superseded" in printed["show 64/1@1"]
    assert "may take courses" in printed["text 64/1 --as-of 2025-12-31"]
    assert "withdrawn" in printed["list"]
