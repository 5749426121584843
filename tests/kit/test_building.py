"""The kit's Word files are what they claim: whole packages that say what their sketches say."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import docx
import msgspec
import pytest
from lxml import etree

from docctl.checking.sketch import read_sketch
from docctl.docx.reading import read_docx
from docctl.domain.draft import Draft
from tests.content import samples
from tests.kit.building import build
from tests.kit.options import ChangeHeading, Conformance, Contents, Extra, Groups, TitleBlock
from tests.kit.way import Way, random_way, single_ways

SINGLE = dict(single_ways())
WORDS = re.compile(r"[^\s.•–]+")
HYPHENS = {0x2011: "-", 0xAD: None}
LIBREOFFICE_SEEDS = range(8)
ADDS_WORDS = {ChangeHeading.NUMBERED, ChangeHeading.TWO_ROWS, Groups.REPEATED, Contents.HEADED_TABLE}


def adds_words(way: Way) -> bool:
    return bool(ADDS_WORDS & {way.change_heading, way.groups, way.contents})


def words(draft: Draft) -> list[str]:
    text = " ".join(paragraph.printed for paragraph in draft.paragraphs())
    return WORDS.findall(text.translate(HYPHENS))


@pytest.mark.parametrize("label", SINGLE)
def test_every_part_is_xml_and_every_relationship_leads_somewhere(label: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(build(samples()["regulation-kk"], SINGLE[label])))
    names = set(archive.namelist())
    for name in names:
        if name.endswith((".xml", ".rels")):
            tree = etree.fromstring(archive.read(name))
            targets = [item.get("Target") or "" for item in tree if name.endswith(".rels")]
            folder = name.partition("_rels")[0]
            assert {os.path.normpath(folder + target) for target in targets} <= names


@pytest.mark.parametrize("label", [label for label, way in SINGLE.items() if not adds_words(way)])
def test_it_reads_as_the_sketch_reads(label: str) -> None:
    name = sorted(samples())[len(label) % len(samples())]
    draft = read_docx(build(samples()[name], SINGLE[label]), "draft.docx")
    assert words(draft) == words(read_sketch(samples()[name]))


@pytest.mark.parametrize("label", [label for label, way in SINGLE.items() if way.conformance != "strict"])
def test_python_docx_opens_it(label: str) -> None:
    document = docx.Document(io.BytesIO(build(samples()["regulation-ru"], SINGLE[label])))
    assert document.sections


def test_the_same_way_makes_the_same_bytes() -> None:
    text = samples()["regulation-en"]
    assert build(text, random_way(7)) == build(text, random_way(7))


@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)
def test_libreoffice_reads_the_same_words_and_numbers(tmp_path: Path) -> None:
    ways = {seed: _for_text_export(random_way(seed)) for seed in LIBREOFFICE_SEEDS}
    names = sorted(samples())
    for seed, way in ways.items():
        (tmp_path / f"{seed}.docx").write_bytes(build(samples()[names[seed % len(names)]], way))
    _export_text(tmp_path)
    for seed in ways:
        said = WORDS.findall((tmp_path / f"{seed}.txt").read_text("utf-8-sig").translate(HYPHENS))
        read = words(read_docx((tmp_path / f"{seed}.docx").read_bytes(), "draft.docx"))
        assert Counter(said) == Counter(read)


def _for_text_export(way: Way) -> Way:
    """LibreOffice leaves text boxes and frames out of a text export, and puts the numbers of notes in."""
    return msgspec.structs.replace(
        way,
        title_block=TitleBlock.TABLE,
        conformance=Conformance.TRANSITIONAL,
        extra=Extra.NOTHING,
    )


def _export_text(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(file) for file in sorted(folder.glob("*.docx"))]
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"]
    subprocess.run([*command, str(folder), *files], check=True, capture_output=True, timeout=120)
