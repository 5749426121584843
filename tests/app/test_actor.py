"""Who acts: the option, the variable, Git's settings, in this order."""

import os
from pathlib import Path

import pytest

from docctl.app.actor import acting
from docctl.errors import UsageError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".gitconfig").write_text("[user]\nname = Жансая Қ.\nemail = git@example.kz\n", "utf-8")
    return tmp_path


def environ(home: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(home), **more}


@pytest.mark.parametrize(
    ("option", "variable", "expected"),
    [
        ("A <a@example.kz>", "B <b@example.kz>", "A <a@example.kz>"),
        (None, "  B  <b@example.kz> ", "B <b@example.kz>"),
        (None, "", "Жансая Қ. <git@example.kz>"),
    ],
)
def test_the_order(home: Path, option: str | None, variable: str, expected: str) -> None:
    assert acting(option, environ(home, DOCCTL_AS=variable), home) == expected


def test_variables_of_git_do_not_point_elsewhere(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("[user]\nname = Other\nemail = other@example.kz\n", "utf-8")
    assert acting(None, environ(home, GIT_CONFIG_GLOBAL=str(other)), home) == "Жансая Қ. <git@example.kz>"


@pytest.mark.parametrize("settings", [b"", b"[user]\nname = Only\n", b"[user]\nname = \xff\nemail = a@b\n"])
def test_nobody_or_no_text(tmp_path: Path, settings: bytes) -> None:
    (tmp_path / ".gitconfig").write_bytes(settings)
    with pytest.raises(UsageError):
        acting(None, environ(tmp_path), tmp_path)


def test_without_git(home: Path) -> None:
    with pytest.raises(UsageError, match="--as"):
        acting(None, {**environ(home), "PATH": "/nowhere"}, home / "gone")
