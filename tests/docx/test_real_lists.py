"""Labels in real drafts, which stay outside the project, against LibreOffice's."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docctl.docx.reading import read_docx
from tests.docx.conftest import office_text

REAL = Path(__file__).parents[3] / "shared" / "real" / "drafts"
LARGEST = 200_000
"""Bytes: a larger one has no lists and takes LibreOffice long."""
BLANK = re.compile(r"\s+")


def squeezed(text: str) -> str:
    return BLANK.sub("", text)


def numbered_lines(file: Path) -> Iterator[str]:
    """First lines of paragraphs with a number, the number before them."""
    for paragraph in read_docx(file.read_bytes(), file.name).paragraphs():
        if paragraph.label and not paragraph.bullet and paragraph.text.strip():
            yield squeezed(paragraph.printed.split("\n")[0])


@pytest.mark.skipif(not REAL.is_dir(), reason="the real drafts are not beside the checkout")
def test_labels_of_real_drafts(tmp_path: Path) -> None:
    files = [file for file in sorted(REAL.glob("*.docx")) if file.stat().st_size < LARGEST]
    texts = office_text(files, tmp_path)
    assert len(texts) == len(files)
    missing = {
        (file.name, line)
        for file in files
        for line in numbered_lines(file)
        if line not in squeezed(texts[file])
    }
    assert not missing
