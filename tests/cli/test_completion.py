"""Tab completes commands, options, files and what the workspace holds, in the shells themselves."""

from pathlib import Path

import pytest

from docctl.cli.completion import VARIABLE
from docctl.cli.suggesting import FILES, FOLDERS, FREE, VALUES
from tests.cli.office import LIBRARY, Office, called, draft
from tests.cli.shell_at_work import ShellAtWork
from tests.cli.test_examples import every_command

ARCHIVE = "Archive «Ғылым», R&D $5"
"""A name in which every shell finds something special."""
SHELLS = ("bash", "zsh", "fish")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Two documents, one of two editions, and a draft on its way."""
    office = Office(tmp_path_factory.mktemp("completion")).init()
    for edition in (1, 2):
        office.file(draft(edition), f"library-{edition}.docx")
    office.file(draft(person="archivist"), "archive.docx")
    rows = (
        f"library-1.docx;64/1;1;{LIBRARY};01.03.2018",
        f"library-2.docx;64/1;2;{LIBRARY};01.03.2021",
        f"archive.docx;12/3-н;1;{ARCHIVE};01.03.2021",
    )
    table = office.home / "old.csv"
    table.write_text("\n".join(("file;number;edition;unit;approved", *rows)), "utf-8")
    assert office.call("register", "--csv", table).code == 0
    assert office.submit(draft(person="typist")).code == 0
    (office.root / "my draft.docx").write_bytes(b"")
    return office


@pytest.fixture
def shell(request: pytest.FixtureRequest, office: Office, tmp_path: Path) -> ShellAtWork:
    return ShellAtWork(request.param, tmp_path / "home", office.root)


def asked(office: Office, line: str, word: str | None = None, language: str = "en") -> list[str]:
    """What bash is told that completes the line."""
    environ = {
        "DOCCTL_ROOT": str(office.root),
        "DOCCTL_LANG": language,
        VARIABLE: "bash_complete",
        "COMP_LINE": f"docctl {line}",
        "COMP_WORD": f" {line}".rpartition(" ")[2] if word is None else word,
    }
    done = called(home=office.home, environ=environ)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("sy", ["plain,sync"]),
        ("--la", ["plain,--lang"]),
        ("check --fail-on ", ["plain,error", "plain,warning", "plain,info"]),
        ("check --fail-on=w", ["plain,--fail-on=warning"]),
        ("check --kind ", ["plain,job_description", "plain,regulation"]),
        ("show ", ["plain,12/3-н", "plain,64/1"]),
        ("show 64/1@", ["plain,64/1@1", "plain,64/1@2"]),
        ("show 99@", [""]),
        ("withdraw 6", ["plain,64/1"]),
        ("rules show hdr00", [f"plain,HDR00{last}" for last in range(1, 9)]),
        ("list --unit r", [r"plain,Research\ Library"]),
        ("list --unit 'r", ["plain,'Research Library"]),
        ("rules ", ["plain,list", "plain,show", "plain,test"]),
        ("check ", ["file,"]),
        ("check --annotate ", ["dir,"]),
        ("return S-1 --reason ", [""]),
        ("show 'unfinished", [""]),
    ],
)
def test_what_may_be_typed(office: Office, line: str, values: list[str]) -> None:
    assert asked(office, line)[: len(values)] == values


def test_what_bash_replaces(office: Office) -> None:
    """Bash replaces only what follows the last sign that it breaks words at."""
    assert asked(office, "show 64/1@", "@") == ["plain,@1", "plain,@2"]
    assert asked(office, "show 64/1@2", "2") == ["plain,2"]
    assert asked(office, 'list --unit "Res', "Res") == ["plain,Research Library"]
    assert asked(office, "list --unit=Res", "Res") == [r"plain,Research\ Library"]
    assert asked(office, "list --unit=", "=") == [
        r"plain,=Archive\ «Ғылым»,\ R\&D\ \$5",
        r"plain,=Research\ Library",
    ]


def test_drafts_on_their_way(office: Office) -> None:
    (identity,) = asked(office, "accept s-")
    assert identity.startswith("plain,S-")
    assert asked(office, "history ") == ["plain,12/3-н", "plain,64/1", identity]


def test_a_workspace_named_on_the_line(office: Office, tmp_path: Path) -> None:
    other = Office(tmp_path).init()
    assert asked(other, "show ") == [""]
    assert asked(other, f"--root {office.root} show ") == ["plain,12/3-н", "plain,64/1"]


@pytest.mark.parametrize(
    "instruction", ["", "bash", "bash_source", "tcsh_complete", "zsh_complete", "bash_complete"]
)
def test_trouble_is_silent(tmp_path: Path, instruction: str) -> None:
    """No line is handed over, the workspace is none, the language unknown: nothing is said."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "docctl.toml").write_text("not = [ toml")
    for more in (
        {},
        {"COMP_LINE": "docctl show ", "COMP_WORD": "", "COMP_WORDS": "docctl show", "COMP_CWORD": "x"},
    ):
        for language in ("en", "tlh"):
            environ = {VARIABLE: instruction, "DOCCTL_ROOT": str(broken), "DOCCTL_LANG": language, **more}
            done = called("init", "made", home=tmp_path, environ=environ)
            assert (done.code, done.out, done.err) == (0, "", "")
    assert not (tmp_path / "made").exists()


def test_every_parameter_is_known() -> None:
    """A new metavar is either completed or said to be free."""
    known = {*VALUES, *FOLDERS, *FILES, *FREE}
    strange = {
        (name, str(parameter.metavar))
        for name, command in every_command()
        for parameter in command.params
        if parameter.metavar not in known
    }
    assert not strange


@pytest.mark.parametrize("shell", SHELLS[:2], indirect=True)
@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("docctl sy\t", ["sync"]),
        ("docctl show 6\t", ["show", "64/1"]),
        ("docctl show 64/1@2\t", ["show", "64/1@2"]),
        ("docctl list --unit Res\t --format js\t", ["list", "--unit", LIBRARY, "--format", "json"]),
        ("docctl list --unit=Res\t", ["list", f"--unit={LIBRARY}"]),
        ("docctl list --unit 'Arc\t", ["list", "--unit", ARCHIVE]),
        ("docctl list --unit Arc\t", ["list", "--unit", ARCHIVE]),
        ("docctl check my\t", ["check", "my draft.docx"]),
        ("docctl check --annotate docs\t", ["check", "--annotate", "docs_store"]),
    ],
)
def test_typed_into_a_shell(shell: ShellAtWork, line: str, given: list[str]) -> None:
    assert [word.rstrip("/") for word in shell.typed(line)] == given  # zsh takes its slash away


@pytest.mark.parametrize("shell", ["bash"], indirect=True)
def test_bash_by_its_own_variables(shell: ShellAtWork) -> None:
    printed = shell.answers(
        "complete -p docctl\n"
        "COMP_WORDS=(docctl list --unit R) COMP_CWORD=3\n"
        'COMP_LINE="docctl list --unit R and more" COMP_POINT=20\n'
        '_docctl_completion docctl R --unit\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
        'compgen -W "${COMPREPLY[*]}" -- Res'
    )
    assert printed.splitlines() == [
        "complete -o nosort -F _docctl_completion docctl",
        r"Research\ Library",
        LIBRARY,
    ]


@pytest.mark.parametrize("shell", ["fish"], indirect=True)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("docctl sy", ["sync\tExchange transitions with another copy of the registry."]),
        ("docctl show 64/1@", ["64/1@1\t2018-03-01", "64/1@2\t2021-03-01"]),
        ("docctl list --unit ", [ARCHIVE, LIBRARY]),
        ("docctl list --unit=Res", [f"--unit={LIBRARY}"]),
        ("docctl check my", ["my draft.docx"]),
        ("docctl approve S-1 --scan=my", ["--scan=my draft.docx"]),
        ("docctl check --annotate docs", ["docs_store/"]),
    ],
)
def test_fish(shell: ShellAtWork, line: str, offered: list[str]) -> None:
    printed = shell.answers(f"complete --do-complete '{line}'").splitlines()
    assert sorted(one.rstrip("\t") for one in printed) == offered


@pytest.mark.parametrize("shell", SHELLS, indirect=True)
def test_no_shell_hears_of_trouble(shell: ShellAtWork) -> None:
    (shell.home / "bin" / "docctl").write_text("#!/bin/sh\necho broken >&2\nexit 3\n")
    asking = {
        "bash": 'COMP_LINE="docctl s" COMP_POINT=8; _docctl_completion docctl s\necho "${#COMPREPLY[@]}"',
        "zsh": "compdef() { :; }; words=(docctl s) CURRENT=2; compset() { :; }; _docctl_completion; echo 0",
        "fish": "complete --do-complete 'docctl s'; echo 0",
    }
    if shell.shell == "zsh":
        shell.script.write_text(f"compdef() {{ :; }}\n{shell.script.read_text()}")
    assert shell.answers(asking[shell.shell]) == "0\n"
