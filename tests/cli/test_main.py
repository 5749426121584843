"""The one error boundary: what each kind of failure costs, and that none shows a traceback."""

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from docctl.cli.main import bounded, main
from docctl.errors import ConfigurationError, UsageError
from docctl.faults import Fault, guarded
from tests.cli.running import docctl


def raising(error: BaseException) -> Callable[[], int]:
    def action() -> int:
        raise error

    return action


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where log files go."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "docctl"


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (UsageError("There is no rule {code}.", code="X"), 2, "docctl: There is no rule X."),
        (
            ConfigurationError("“{key}” is missing.", at="rules/a.yaml:3", key="code"),
            2,
            "rules/a.yaml:3: “code”",
        ),
        (click.UsageError("not so"), 2, "Error: not so"),
        (OSError(errno.ENOSPC, "full"), 4, "No space left on device"),
        (PermissionError(errno.EACCES, "no"), 4, "Permission denied"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
    ],
)
def test_exit_codes(
    error: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str], own_state: Path
) -> None:
    assert bounded(raising(error), str) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(told) or told in err
    assert "Traceback" not in err
    assert not own_state.exists()


@pytest.mark.parametrize(
    "error", [ValueError("deep inside"), RecursionError("deep inside"), MemoryError("deep inside")]
)
def test_a_fault_names_its_log(error: Exception, capsys: pytest.CaptureFixture[str], own_state: Path) -> None:
    assert bounded(raising(error), str) == 3
    (log,) = own_state.iterdir()
    out, err = capsys.readouterr()
    assert str(log) in err
    assert "Traceback" not in err + out
    text = log.read_text("utf-8")
    assert "deep inside" in text
    assert sys.version in text


def test_a_result_passes() -> None:
    assert bounded(lambda: 1, str) == 1


def test_a_fault_without_any_folder_for_logs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "file"))
    assert guarded(raising(ValueError()), ()) == Fault("")


def test_what_is_expected_passes_through() -> None:
    with pytest.raises(KeyError):
        guarded(raising(KeyError()), (KeyError,))


def test_main_takes_arguments(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    assert main(["--lang", "en", "--version"]) == 0
    assert capsys.readouterr().out.startswith("docctl ")
    assert main(["--lang", "en"]) == 2


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    listed = docctl("rules", "list", home=tmp_path, DOCCTL_LANG="ru")
    assert (listed.code, listed.err) == (0, "")
    assert "SEC001" in listed.out
    assert "ошибка" in listed.out
    shown = docctl("rules", "show", "sec001", home=tmp_path, DOCCTL_LANG="kk")
    assert (shown.code, shown.err) == (0, "")
    assert "Не үшін маңызды" in shown.out


def test_rules_keep_to_their_examples(tmp_path: Path) -> None:
    tested = docctl("rules", "test", home=tmp_path)
    assert (tested.code, tested.err) == (0, "")
    assert "failed: 0" in tested.out


def test_a_rule_file_is_tested(tmp_path: Path) -> None:
    (tmp_path / "docctl.toml").touch()
    rules = tmp_path / "rules"
    rules.mkdir()
    own = rules / "SEC001.yaml"
    own.write_text(
        "code: SEC001\nexample:\n  wrong: |\n    A line without anything wrong for this rule.\n", "utf-8"
    )
    tested = docctl("rules", "test", own, home=tmp_path)
    assert "Tests: 1" in tested.out
    assert tested.code in (0, 1)
    foreign = tmp_path / "other.yaml"
    foreign.write_text("code: OWN001\n", "utf-8")
    refused = docctl("rules", "test", foreign, home=tmp_path)
    assert refused.code == 2
    assert "other.yaml" in refused.err
