"""Annotated files opened by LibreOffice: the text is the same, every comment is there."""

import subprocess
import zipfile
from datetime import date
from pathlib import Path

from docctl.app.annotate import Extras, examine_more
from docctl.app.examine import Examination
from docctl.checking.sketch import read_sketch
from docctl.domain.words import Language
from tests.content import rulebook, samples
from tests.docx.annotated_files import paragraph
from tests.docx.conftest import office_text, require_soffice
from tests.docx.packages import document, word
from tests.docx.test_annotating import BODIES
from tests.kit.building import lay_out
from tests.kit.way import random_way

EXAMINATION = Examination(rulebook=rulebook(), language=Language.EN, as_of=date(2026, 3, 1))

BROKEN = ("stray paragraph in a table",)
"""LibreOffice drops comments where no schema allows a paragraph."""


def as_open_document(files: list[Path], folder: Path) -> dict[Path, str]:
    """Each file's content as LibreOffice writes it in its own format."""
    command = [require_soffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "odt", "--outdir", str(folder / "odt"), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    contents = {}
    for file in files:
        with zipfile.ZipFile(folder / "odt" / f"{file.stem}.odt") as archive:
            contents[file] = archive.read("content.xml").decode()
    return contents


def lines(text: str) -> list[str]:
    """Without empty lines: LibreOffice adds one before a table at the start of a file that has comments."""
    return [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]


def drafts(folder: Path) -> list[Path]:
    made = {
        f"{at}-{name}.docx": lay_out(read_sketch(text[: len(text) // 2]), random_way(at)).data()
        for at, (name, text) in enumerate(samples().items())
    }
    for at, (name, body) in enumerate(BODIES.items()):
        if name in BROKEN:
            continue
        made[f"body-{at}.docx"] = word(document=document(body + paragraph("[to be written]")))
    folder.mkdir()
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def test_libreoffice_shows_the_same_text_and_every_comment(tmp_path: Path) -> None:
    require_soffice()
    copies = {draft: tmp_path / "out" / f"{draft.stem}-r.docx" for draft in drafts(tmp_path / "in")}
    made = {draft: examine_more(draft, EXAMINATION, Extras(copies)).made for draft in copies}
    assert all(each.copy for each in made.values())
    texts = office_text([*copies, *copies.values()], tmp_path)
    contents = as_open_document(list(copies.values()), tmp_path)
    for draft, copy in copies.items():
        assert lines(texts[copy]) == lines(texts[draft]), draft.name
        assert contents[copy].count("<office:annotation ") == made[draft].remarks, draft.name
