"""Help ends in examples: every command has some, click takes every line, and in an office they all work."""

import os
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from docctl.cli.examples import EXAMPLES
from docctl.cli.root import COMMANDS, root
from docctl.cli.session import Session
from docctl.domain.words import Language
from tests.cli.office import NUMBER, OFFICE, Office, called, draft
from tests.content import ROOT
from tests.store.soundness import git

WIDTH = 78
STAYS = {"completion": "prints a script", "watch": "goes on until it is stopped"}
"""Commands whose examples are not run here, and why; their own tests do."""
LINES = [
    pytest.param(name, line, id=line[:60])
    for name, examples in EXAMPLES.items()
    for example in examples
    for line in example.line.replace("\\\n", "").splitlines()
]


def arguments_of(line: str) -> list[str]:
    """What docctl is given: without its name and without what is the shell's."""
    program, *arguments = shlex.split(line.replace("S-2026-", f"S-{date.today().year}-"))
    assert program == "docctl"
    return arguments[: arguments.index(">")] if ">" in arguments else arguments


def every_command() -> Iterator[tuple[str, click.Command]]:
    group = root(str)
    assert isinstance(group, click.Group)
    context = click.Context(group, info_name="docctl")
    yield "", group
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        yield name, command
        below = command.commands if isinstance(command, click.Group) else {}
        yield from ((f"{name} {sub}", each) for sub, each in below.items())


def called_by(arguments: list[str]) -> str:
    """The path of the command that click finds; it has taken every argument of it."""
    command: click.Command | None = root(str)
    parent, path = None, "docctl"
    while command is not None:
        context = command.make_context(path.split()[-1], arguments, parent, obj=Session(Language.EN))
        path = context.command_path
        if not isinstance(command, click.Group):
            break
        name, command, arguments = command.resolve_command(context, [*context._protected_args, *context.args])
        parent, path = context, f"{path} {name}"
    return path.partition(" ")[2]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with all the files that the examples name; `workspace` in it is the office's."""
    home = tmp_path_factory.mktemp("examples") / "home"
    home.mkdir()
    office = Office(home).init()
    for name, content in {
        "draft": draft(person="archivist"),
        "corrected": draft(person="archivist", wording="take"),
        "first": draft(number=NUMBER),
        "second": draft(2, wording="take"),
        "second-final": draft(2, number=NUMBER, wording="take", day="2 March 2026"),
        "old": draft(number="70", person="cataloguer", day="1 March 2021"),
    }.items():
        (home / f"{name}.docx").write_bytes(content)
    (home / "drafts").mkdir()
    (home / "drafts" / "draft.docx").write_bytes(draft(person="archivist"))
    (home / "backup").mkdir()
    (home / "templates").symlink_to(ROOT / "templates")
    (home / "old.csv").write_text("file;number;edition;unit;approved\nold.docx;71;1;Archive;01.03.2021\n")
    (home / "organisation.toml").write_text('[organisation]\nen = "University"\n')
    (office.root / "rules" / "SEC001.yaml").write_text("code: SEC001\nseverity: warning\n")
    (home / "rules").symlink_to(office.root / "rules")
    taken = office.call(
        *("register", home / "first.docx", "--number", NUMBER, "--edition", "1"),
        *("--unit", "Research Library", "--approved", "2025-06-09"),
    )
    assert taken.code == 0, taken.err
    git(home, "init", "-q", "--bare", "-b", "main", "shared.git")
    git(office.root, "remote", "add", "origin", "../shared.git")
    before = Path.cwd()
    os.chdir(home)
    yield home
    os.chdir(before)


def test_every_command_has_examples() -> None:
    assert [name for name, _ in every_command()] == list(EXAMPLES)
    assert all(EXAMPLES.values())


@pytest.mark.parametrize(("name", "line"), LINES)
def test_click_takes_the_example(name: str, line: str, here: Path) -> None:
    (here / "backup" / "registry.docctl").touch()  # must be there to be restored
    try:
        assert called_by(arguments_of(line)).startswith(name)  # a group's example calls one of its commands
    finally:
        if not (here / "backup" / "registry.docctl").stat().st_size:
            (here / "backup" / "registry.docctl").unlink()


def test_lines_fit_a_terminal() -> None:
    wide = [
        line
        for examples in EXAMPLES.values()
        for example in examples
        for line in (*example.line.splitlines(), f"# {example.purpose}")
        if len(line) > WIDTH
    ]
    assert not wide


def test_every_example_works_in_an_office(here: Path) -> None:
    """One after the other, as they stand: what an example hands in, a later one approves."""
    environ = {"DOCCTL_ROOT": str(here / "workspace"), "DOCCTL_AS": OFFICE, "DOCCTL_LANG": "en"}
    order = [*(name for name in EXAMPLES if name), ""]  # docctl's own speak of what the others have made
    for name in order:
        for example in EXAMPLES[name]:
            for line in example.line.replace("\\\n", "").splitlines():
                if name in STAYS:
                    continue
                done = called(*arguments_of(line), home=here, environ=environ)
                assert done.code == 0, (line, done)
                assert "Error" not in done.err, (line, done)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", list(EXAMPLES))
def test_help_shows_them(name: str, language: Language, tmp_path: Path) -> None:
    done = called("--lang", language.value, *name.split(), "--help", home=tmp_path)
    assert (done.code, done.err) == (0, "")
    for example in EXAMPLES[name]:
        for line in example.line.splitlines():
            assert f"\n  {line}\n" in done.out
