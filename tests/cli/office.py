"""An office at work: a workspace, drafts as Word files, and docctl called in this process."""

import io
import json
import os
import re
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

from docctl.cli.main import main
from docctl.store.head import read_head
from tests.cli.running import Outcome
from tests.content import samples
from tests.kit.building import build
from tests.kit.way import WORD_DEFAULT, Way

OFFICE, UNIT = "Office Clerk <office@example.kz>", "Unit Head <unit@example.kz>"
LIBRARY = "Research Library"
NUMBER = "64/1"
BASE = "job_description-en"
RECTOR = ("--name", "A.B. Ulgibayev", "--position", "Rector")
SIGNERS = {
    "developed": ("M.K. Oralbayeva", "Head of the Research Library"),
    "agreed": ("I.P. Sosnovsky", "Vice-Rector for Research"),
    "lawyer": ("K.A. Mukhtarov", "Head of the Legal Department"),
}
ON_PAPER = ("--anyway", "Number and dates stand on the signed paper")
"""How a draft whose blanks were filled in by hand becomes an edition."""
NO_CHANGES = "| | | | | | |\n| | | | | | |"
_CHANGE = "| 1 | 6.4 | Order No. 12 of 12.01.2025 | 01.06.2025 | M.K. Oralbayeva | |\n| | | | | | |"


@cache
def draft(
    edition: int = 1,
    number: str = "____",
    wording: str = "attend",
    person: str = "lead librarian",
    way: Way = WORD_DEFAULT,
    day: str = "9 June 2025",
) -> bytes:
    """A compliant job description; before approval it has neither number nor day."""
    text = samples()[BASE].replace("Edition 1", f"Edition {edition}").replace(NUMBER, number)
    text = text.replace("lead librarian", person).replace("LEAD LIBRARIAN", person.upper())
    text = text.replace("Lead librarian", person.capitalize()).replace("may attend", f"may {wording}")
    text = text.replace("9 June 2025", "«__» ________ 2025" if number == "____" else day)
    if edition > 1:
        text = text.replace(NO_CHANGES, _CHANGE)
    return build(text, way)


class Office:
    """A workspace and what people do in it."""

    def __init__(self, home: Path) -> None:
        self.home, self.root = home, home / "workspace"

    def call(self, *arguments: object, actor: str = OFFICE, language: str = "en") -> Outcome:
        """Run a command as people do; what it prints."""
        options = ("--root", str(self.root), "--lang", language, "--as", actor)
        return called(*options, *map(str, arguments), home=self.home)

    def json(self, *arguments: object) -> Any:
        """What a command prints for programs."""
        done = self.call(*arguments, "--format", "json")
        assert done.code == 0, done.err
        return json.loads(done.out)

    def init(self, *more: str) -> "Office":
        """Make the workspace."""
        done = called("--lang", "en", "--as", OFFICE, "init", str(self.root), *more, home=self.home)
        assert done.code == 0, done.err
        return self

    def file(self, content: bytes, name: str = "draft.docx") -> Path:
        """Lay a file as it comes from outside."""
        path = self.home / name
        path.write_bytes(content)
        return path

    def submit(self, content: bytes, *more: object) -> Outcome:
        """The unit hands a draft in."""
        return self.call("submit", self.file(content), "--unit", LIBRARY, *more, actor=UNIT)

    def sign(self, submission: str, role: str, date: str) -> Outcome:
        """The person whose role it is signs."""
        name, position = SIGNERS[role]
        person = ("--name", name, "--position", position)
        return self.call("sign", submission, "--role", role, *person, "--date", date)

    def approve(self, submission: str, date: str, *more: object, number: str = NUMBER) -> Outcome:
        """The rector's approval is recorded; without a final file the paper alone is complete."""
        paper = () if "--file" in more else ON_PAPER
        return self.call("approve", submission, "--number", number, *RECTOR, "--date", date, *more, *paper)

    def approved(self, content: bytes, dates: tuple[str, str, str, str], *more: object) -> str:
        """From the draft to the edition in force; the submission's id."""
        submission = one_id(self.submit(content, *more).out)
        steps = [self.call("accept", submission)]
        steps += [self.sign(submission, role, date) for role, date in zip(SIGNERS, dates, strict=False)]
        steps.append(self.approve(submission, dates[-1]))
        assert [(step.code, step.err) for step in steps] == [(0, "")] * 5
        return submission

    @property
    def head(self) -> str:
        """The commit of the branch."""
        return read_head(self.root / ".git").commit


def one_id(printed: str) -> str:
    """The submission that a command names first."""
    found = re.match(r"S-\d{4}-\d{4}\n", printed)
    assert found, printed
    return found[0].strip()


def called(*arguments: str, home: Path, environ: Mapping[str, str] | None = None) -> Outcome:
    """docctl in this process, with an environment of its own."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", errors, write_through=True)
        for errors in ("strict", "backslashreplace")  # as Python has them
    )
    before = dict(os.environ)
    os.environ.update({"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), **(environ or {})})
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(arguments)
    finally:
        os.environ.clear()
        os.environ.update(before)
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return Outcome(code, *texts)
