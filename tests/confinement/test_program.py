"""Programs run confined: their output, their end, their limits."""

import os
import sys
from pathlib import Path

import pytest

from docctl.confinement import Confinement, run_confined
from docctl.confinement.limits import MIB
from docctl.errors import UnreadableDraft

LIMITS = Confinement(seconds=20, computing=10, memory=1024 * MIB, written=2 * MIB)


def python(code: str, folder: Path, limits: Confinement = LIMITS) -> bytes:
    """What the Python program prints."""
    return run_confined([os.path.realpath(sys.executable), "-Ic", code], limits, folder)


def test_what_it_prints_comes_back(tmp_path: Path) -> None:
    assert python("print('done', end='')", tmp_path) == b"done"


def test_it_starts_in_the_folder_with_an_environment_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "word")
    said = run_confined(["/usr/bin/env"], LIMITS, tmp_path, {"OMP_THREAD_LIMIT": "1"}).decode().splitlines()
    assert f"HOME={tmp_path}" in said
    assert "OMP_THREAD_LIMIT=1" in said
    assert not [line for line in said if "SECRET" in line]
    assert python("import os; print(os.getcwd(), end='')", tmp_path) == os.fsencode(tmp_path)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; sys.exit(3)", "cannot work on it"),
        ("import os; os.abort()", "died"),
        ("import time; time.sleep(600)", "longer than 1 seconds"),
        ("import os, time; os.close(1); time.sleep(600)", "longer than 1 seconds"),
        ("bytes(4 << 30)", "cannot work on it"),
        ("print('x' * (3 << 20))", "larger than 2 MiB"),
        ("open('flood', 'wb').write(bytes(3 << 20))", "cannot work on it"),
        ("import os; os.fork()", "cannot work on it"),
        ("import socket; socket.create_connection(('127.0.0.1', 1))", "cannot work on it"),
    ],
)
def test_what_goes_wrong_is_said(code: str, reason: str, tmp_path: Path) -> None:
    limits = Confinement(seconds=1 if "sleep" in code else 20, memory=1024 * MIB, written=2 * MIB)
    with pytest.raises(UnreadableDraft, match=reason):
        python(code, tmp_path, limits)


def test_computing_is_limited(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDraft, match="longer than 1 seconds"):
        python("while True: pass", tmp_path, Confinement(seconds=60, computing=1))


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDraft, match="nothing cannot work on it"):
        run_confined([str(tmp_path / "nothing")], LIMITS, tmp_path)
