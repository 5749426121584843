"""Small registries for the tests of verification, backup and sharing, made by docctl itself."""

import hashlib
import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from docctl.domain.registry.card import Card, Edition, Titles
from docctl.domain.words import Language
from docctl.store.change import Change, NewFile, Recorded
from docctl.store.commits import Sign
from docctl.store.creating import create_repository
from docctl.store.paths import edition_folder
from docctl.store.registry import open_registry
from docctl.store.verification.problems import Code
from docctl.store.verification.verifying import verify

OFFICE = "Office Clerk <office@example.org>"
UNIT = "Unit Head <unit@example.org>"
RECTOR = "Chair <rector@example.org>"
READER = "Reader <reader@example.org>"
MOMENT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SETTINGS = b'[city]\nen = "Astana"\n'
START = (
    NewFile("docctl.toml", SETTINGS),
    NewFile(".gitattributes", b"* -text\n*.docx binary\n"),
    NewFile("registry/README.md", b"Cards\n"),
    NewFile("docs_store/README.md", b"Documents\n"),
)


def make_workspace(root: Path, *more: NewFile) -> Path:
    """A workspace with a first transition, and these files besides."""
    files = {file.path: file for file in (*START, *more)}
    create_repository(root, tuple(files.values()), OFFICE, clock=lambda: MOMENT)
    return root


def edition_of(number: str, edition: int, content: bytes, ends: date | None = None) -> Edition:
    """An edition with a document of that content."""
    day = date(2020 + edition, 1, 10)
    return Edition(
        edition=edition,
        approved=day,
        in_force_from=day,
        in_force_to=ends,
        language=Language.EN,
        file=f"{edition_folder(number, edition)}/document.docx",
        sha256=hashlib.sha256(content).hexdigest(),
    )


def card_of(number: str, *editions: Edition, unit: str = "Archive") -> Card:
    """A card with these editions."""
    title = Titles(en=f"Regulation {number}")
    return Card(
        number=number, kind="regulation", language=Language.EN, title=title, unit=unit, editions=editions
    )


def approval(number: str, edition: int = 1, actor: str = OFFICE, earlier: Card | None = None) -> Change:
    """The approval of an edition; `earlier` is the card so far."""
    content = f"document {number} edition {edition}".encode()
    new = edition_of(number, edition, content)
    before = () if earlier is None else tuple(_ended(one, new.in_force_from) for one in earlier.editions)
    folder = edition_folder(number, edition)
    return Change(
        action="approve",
        actor=actor,
        operation=hashlib.sha256(f"{number}/{edition}/{actor}".encode()).hexdigest(),
        document=number,
        edition=edition,
        ground="Order 1",
        cards=(card_of(number, *before, new),),
        files=(NewFile(f"{folder}/document.docx", content), NewFile(f"{folder}/text.md", b"# Text\n")),
    )


def _ended(edition: Edition, day: date) -> Edition:
    content = f"document {edition.file.split('/')[1]} edition {edition.edition}".encode()
    return edition_of(edition.file.split("/")[1], edition.edition, content, edition.in_force_to or day)


def approve(
    root: Path, number: str, edition: int = 1, actor: str = OFFICE, sign: Sign | None = None
) -> Recorded:
    """Record an approval."""
    with open_registry(root).writing(sign=sign) as writing:
        return writing.record(approval(number, edition, actor, writing.snapshot.card(number)))


def codes(root: Path) -> set[Code]:
    """The kinds of problem that verification finds."""
    return {problem.code for problem in verify(root).problems}


def git(root: Path, *arguments: str, actor: str = UNIT, check: bool = True) -> str:
    """Plain Git, as a person would use it; what it writes."""
    name, _, mail = actor.rstrip(">").partition(" <")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(root),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": mail,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": mail,
        "GIT_MERGE_AUTOEDIT": "no",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert not check or done.returncode == 0, done.stderr
    return done.stdout.strip()
