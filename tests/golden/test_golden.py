"""What people see has not changed unnoticed."""

from pathlib import Path

import pytest

from tests.golden.sessions import FOLDER, Kept, kept, prepare, seen


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    prepare(folder)
    return folder


@pytest.mark.parametrize("session", kept(), ids=lambda session: session.name)
def test_what_is_seen_is_what_was_accepted(session: Kept, laid: Path) -> None:
    assert seen(session, laid) == session.path.read_text("utf-8"), "look at it, then `make golden`"


def test_no_kept_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {session.path.name for session in kept()}


def test_the_same_file_gives_the_same_bytes(laid: Path) -> None:
    json = next(session for session in kept() if session.name == "check-json")
    assert seen(json, laid) == seen(json, laid)
