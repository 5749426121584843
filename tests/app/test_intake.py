"""Files from outside are read once, whole, within limits."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from docctl.app.intake import read_outside, read_scan
from docctl.docx.limits import LIMITS
from docctl.errors import UsageError


def test_the_hash_is_of_the_bytes_that_were_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"first")
    incoming = read_outside(file)
    file.write_bytes(b"second")
    assert (incoming.content, incoming.sha256) == (b"first", sha256(b"first").hexdigest())


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer is let in between the first look at the file and the last."""
    file = tmp_path / "a.docx"
    file.write_bytes(b"half")
    look, looks = os.fstat, []

    def looking(descriptor: int) -> os.stat_result:
        looks.append(descriptor)
        if len(looks) == 2:
            with file.open("ab") as writer:
                writer.write(b" and more")
        return look(descriptor)

    monkeypatch.setattr(os, "fstat", looking)
    with pytest.raises(UsageError, match="still being written"):
        read_outside(file)


def test_too_large(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with file.open("wb") as writer:
        writer.truncate(LIMITS.file + 1)
    with pytest.raises(UsageError, match="larger than 50 MiB"):
        read_outside(file)


def test_what_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.docx", Path(os.devnull)):
        with pytest.raises(UsageError):
            read_outside(path)


def test_a_scan_is_a_pdf(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"\n%PDF-1.7\n")
    assert read_scan(scan).content.endswith(b"1.7\n")
    scan.write_bytes(b"\x89PNG")
    with pytest.raises(UsageError, match="no PDF"):
        read_scan(scan)
