"""`docctl check` as people and programs meet it: exit codes, output, languages."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT, docctl, environment
from tests.content import samples
from tests.kit.building import build
from tests.kit.way import Way

AS_OF = ("--as-of", "2026-03-01")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a compliant draft and one that ends in its middle."""
    right = samples()["regulation-en"]
    (tmp_path / "right.docx").write_bytes(build(right, Way()))
    (tmp_path / "wrong.docx").write_bytes(build(right[: len(right) // 2], Way()))
    return tmp_path


def test_a_compliant_draft_passes(home: Path) -> None:
    done = docctl("check", *AS_OF, "right.docx", home=home)
    assert (done.code, done.err) == (0, "")
    assert "It can be submitted." in done.out


def test_findings_give_exit_code_1(home: Path) -> None:
    done = docctl("check", *AS_OF, "wrong.docx", home=home)
    assert (done.code, done.err) == (1, "")
    assert "cannot be submitted" in done.out


def test_json_of_the_contract(home: Path) -> None:
    done = docctl("check", *AS_OF, "--format", "json", ".", home=home)
    result = json.loads(done.out)
    assert done.code == 1
    assert list(result) == ["schema", "docctl", "rules", "documents"]
    assert result["schema"] == "docctl/check/1"
    assert [document["path"] for document in result["documents"]] == ["right.docx", "wrong.docx"]
    assert [document["status"] for document in result["documents"]] == ["checked", "checked"]
    assert [bool(document["findings"]) for document in result["documents"]] == [False, True]


def test_the_same_files_give_the_same_bytes(home: Path) -> None:
    calls = [
        docctl("check", *AS_OF, "--format", "json", "--jobs", jobs, ".", home=home, PYTHONHASHSEED=seed)
        for jobs, seed in (("1", "1"), ("2", "2"))
    ]
    assert calls[0] == calls[1]


def test_fail_on_moves_the_threshold(home: Path) -> None:
    assert docctl("check", *AS_OF, "--fail-on", "info", "right.docx", home=home).code == 0
    (home / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert docctl("check", "--fail-on", "error", "old.doc", home=home).code == 1


def test_an_unreadable_draft_does_not_stop_the_others(home: Path) -> None:
    (home / "broken.docx").write_bytes(b"PK\x03\x04")
    result = json.loads(docctl("check", *AS_OF, "--format", "json", ".", home=home).out)
    assert [document["status"] for document in result["documents"]] == ["unreadable", "checked", "checked"]
    assert [finding["rule"] for finding in result["documents"][0]["findings"]] == ["DOC001"]


def test_a_name_in_no_encoding(home: Path) -> None:
    odd = os.fsencode(home) + b"/\xff.docx"
    Path(os.fsdecode(odd)).write_bytes(b"")
    done = docctl("check", "--format", "json", os.fsdecode(b"\xff.docx"), home=home)
    assert done.code == 1
    assert json.loads(done.out)["documents"][0]["path"] == "\ufffd.docx"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "gone.docx"), "no such file"),
        (("check",), "Missing argument"),
        (("check", "--format", "poem", "right.docx"), "'poem'"),
        (("check", "--kind", "poem", "right.docx"), "There is no kind of document “poem”"),
        (("check", "--as-of", "yesterday", "right.docx"), "'yesterday'"),
        (("check", "--jobs", "0", "right.docx"), "0"),
        (("--root", "nowhere", "check", "right.docx"), "no docctl.toml"),
        (("chek",), "'chek'"),
        (("rules", "show", "XXX999"), "There is no rule XXX999"),
    ],
)
def test_wrong_usage_gives_exit_code_2(home: Path, arguments: tuple[str, ...], told: str) -> None:
    done = docctl(*arguments, home=home)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_wrong_workspace_gives_exit_code_2(home: Path) -> None:
    (home / "docctl.toml").write_text("[organisation]\nde = 'x'\n", encoding="utf-8")
    done = docctl("check", "right.docx", home=home)
    assert done.code == 2
    assert "docctl.toml" in done.err
    assert "organisation.de" in done.err


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"DOCCTL_LANG": "ru"}, "Нет такого файла"),
        ({"DOCCTL_LANG": "kk"}, "Мұндай файл"),
        ({"DOCCTL_LANG": "", "LC_ALL": "ru_RU.UTF-8"}, "Нет такого файла"),
        ({"DOCCTL_LANG": "", "LANG": "en_GB.UTF-8"}, "no such file"),
        ({"DOCCTL_LANG": "", "LANG": "de_DE.UTF-8"}, "Мұндай файл"),
        ({"DOCCTL_LANG": ""}, "Мұндай файл"),
    ],
)
def test_the_language_of_messages(home: Path, more: dict[str, str], word: str) -> None:
    assert word in docctl("check", "gone.docx", home=home, **more).err


def test_the_option_decides_the_language(home: Path) -> None:
    assert "Нет такого файла" in docctl("--lang", "ru", "check", "gone.docx", home=home).err
    assert "Мұндай файл" in docctl("--lang=kk", "check", "gone.docx", home=home, DOCCTL_LANG="ru").err


def test_a_variable_with_another_language(home: Path) -> None:
    done = docctl("rules", "list", home=home, DOCCTL_LANG="fr")
    assert done.code == 2
    assert "DOCCTL_LANG" in done.err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ("Параметрлер", "тексереді")),
        ("ru", ("Параметры", "Проверяет")),
        ("en", ("Options", "Check drafts")),
    ],
)
@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("check", "-h")])
def test_help_speaks_the_language(
    home: Path, arguments: tuple[str, ...], language: str, words: tuple[str, ...]
) -> None:
    done = docctl("--lang", language, *arguments, home=home)
    assert (done.code, done.err) == (0, "")
    assert all(word in done.out for word in words)


def test_complaints_of_click_speak_the_language(home: Path) -> None:
    done = docctl("--lang", "ru", "check", "--bad", home=home)
    assert done.code == 2
    assert "Ошибка" in done.err
    assert "Использование" in done.err


def started(*arguments: str, home: Path) -> subprocess.Popen[str]:
    """A docctl that hears interrupts, also where the tests run in the background and ignore them."""
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "docctl", *arguments],
            cwd=home,
            env=environment(home, DOCCTL_LANG="en"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )
    finally:
        signal.signal(signal.SIGINT, heard)


def writing_end(pipe: Path, call: subprocess.Popen[str]) -> int:
    """Opened as soon as docctl has opened the other end; fails when docctl ends before that."""
    while call.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.01)
    raise AssertionError(call.communicate())


@pytest.mark.parametrize("others", [0, 1])
def test_an_interrupt_ends_quietly(home: Path, others: int) -> None:
    """The first draft is a pipe that nobody writes to: reading it waits for ever."""
    os.mkfifo(home / "pipe.docx")
    call = started("check", *["pipe.docx", "right.docx"][: 1 + others], home=home)
    writer = writing_end(home / "pipe.docx", call)
    os.killpg(call.pid, signal.SIGINT)
    out, err = call.communicate(timeout=30)
    os.close(writer)
    assert (call.returncode, out, err) == (130, "", "")


def test_nobody_listens_any_more(home: Path) -> None:
    call = started("rules", "list", "--format", "json", home=home)
    assert call.stdout is not None
    assert call.stdout.read(10)
    call.stdout.close()
    assert call.stderr is not None
    assert call.stderr.read() == ""
    call.stderr.close()
    assert call.wait(timeout=30) == 0


def test_progress_is_shown_on_a_terminal_only(home: Path) -> None:
    terminal, end = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "docctl", "check", *AS_OF, "."],
        cwd=home,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=end,
        timeout=60,
        check=False,
    )
    os.close(end)
    time.sleep(0.05)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert done.returncode == 1
    assert "0/2" in shown
    assert shown.endswith("\r\x1b[K")
    assert b"\x1b" not in done.stdout


def loaded(*arguments: str, home: Path) -> set[str]:
    """The modules that a call has loaded when it ends."""
    program = (
        "import sys; from docctl.cli.main import main; main(sys.argv[1:]);"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=home,
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return {module.partition(".")[0] for module in done.stderr.split()} | set(done.stderr.split())


def test_help_loads_nothing_slow(home: Path) -> None:
    slow = {
        "lxml",
        "yaml",
        "docctl.docx",
        "docctl.rulebook",
        "docctl.recognition",
        "docctl.checking",
        "tomllib",
    }
    assert loaded("--help", home=home) & slow == set()


def test_the_check_loads_only_what_it_needs(home: Path) -> None:
    slow = {
        "git",
        "whoosh",
        "pypdf",
        "pypdfium2",
        "docx",
        "jinja2",
        "multiprocessing",
        "concurrent",
        "zipfile",
        "rich",
    }
    assert loaded("check", "right.docx", home=home) & slow == set()


def test_a_second_check_reads_no_rule_file_again(home: Path) -> None:
    docctl("check", "right.docx", home=home)
    assert loaded("check", "right.docx", home=home) & {"yaml", "docctl.rulebook.reading", "tempfile"} == set()


def test_python_m_is_the_same_command(home: Path) -> None:
    assert docctl("--version", home=home).out.startswith("docctl ")
    script = Path(sys.executable).with_name("docctl")
    assert not script.exists() or "docctl.cli.main" in script.read_text("utf-8")
    assert (ROOT / "docctl" / "__main__.py").exists()
