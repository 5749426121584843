"""Template files built from sources: valid, always the same, and their mistakes told with file and line."""

from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docctl.errors import ConfigurationError
from docctl.templating.building import build
from docctl.templating.building.inline import control, run
from docctl.templating.building.xml import ORDERS, named, w
from docctl.templating.fields import quoted
from docctl.templating.source import Source, read_source, sources
from tests.templating.filled import TEMPLATES, parts_of

PATHS = sources(TEMPLATES)
W = named("w", "")


def source(path: Path) -> Source:
    """A shipped source."""
    return read_source(path, [TEMPLATES])


def text_of(element: etree._Element) -> str:
    """The text of an element as it reads."""
    return "".join("-" if e.tag == f"{W}noBreakHyphen" else e.text or "" for e in element.iter())


@pytest.mark.parametrize("path", PATHS)
def test_properties_stand_in_the_order_of_the_schema(path: Path) -> None:
    parts = parts_of(build(source(path)))
    for name in (part for part in parts if part.startswith("word/") and part.endswith(".xml")):
        for element in etree.fromstring(parts[name]).iter(*(f"{W}{tag}" for tag in ORDERS)):
            order = ORDERS[etree.QName(element).localname].split()
            ranks = [order.index(etree.QName(child).localname) for child in element]
            assert ranks == sorted(ranks), etree.tostring(element)


@pytest.mark.parametrize("path", PATHS)
def test_every_style_and_part_that_is_named_is_there(path: Path) -> None:
    parts = parts_of(build(source(path)))
    styles = etree.fromstring(parts["word/styles.xml"])
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for name in ("word/document.xml", "word/header1.xml", "word/styles.xml", "word/numbering.xml"):
        root = etree.fromstring(parts[name])
        used = root.iter(*(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")))
        assert {style.get(f"{W}val") for style in used} <= defined
    rels = etree.fromstring(parts["word/_rels/document.xml.rels"])
    assert all(f"word/{relation.get('Target')}" in parts for relation in rels)
    assert all("TargetMode" not in relation.attrib for relation in rels)


@pytest.mark.parametrize("path", PATHS)
def test_python_docx_opens_it_and_finds_what_the_source_says(path: Path) -> None:
    read, opened = source(path), docx.Document(BytesIO(build(source(path))))
    headings = [p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    sheets = read.words.acquaintance_sheet.heading, read.words.change_sheet.heading
    assert headings == [*(section.heading for section in read.template.sections), *sheets]
    assert opened.core_properties.title == read.template.title
    assert opened.core_properties.language == read.words.locale


@pytest.mark.parametrize("path", PATHS)
def test_columns_fill_the_width_of_the_text(path: Path) -> None:
    look = source(path).look
    for widths in (getattr(look.columns, name) for name in look.columns.__struct_fields__):
        assert sum(widths) == look.text_width


def test_the_same_source_gives_the_same_bytes_whenever_it_is_built() -> None:
    data = build(source(PATHS[0]))
    assert data == build(source(PATHS[0]))
    with ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def changed(folder: Path, old: str, new: str) -> Path:
    """A source whose text was changed, among copies of all that it shares."""
    path = copytree(TEMPLATES, folder / "templates") / "regulation" / "kk" / "source.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind_line:", "kindline:", "source.yaml:5"),
        ("pages: [4, ", "pages: [", "source.yaml:7"),
        ("pages: [4, ", "pages: [four, ", "source.yaml:7"),
        ("language: kk", "language: de", "source.yaml:3"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(old: str, new: str, told: str, tmp_path: Path) -> None:
    path = changed(tmp_path, old, new)
    with pytest.raises(ConfigurationError) as caught:
        read_source(path, [path.parents[2]])
    assert told in str(caught.value)


def test_what_is_shared_comes_from_the_first_folder_that_has_it(tmp_path: Path) -> None:
    text = (TEMPLATES / "page.yaml").read_text("utf-8")
    (tmp_path / "page.yaml").write_text(text.replace("body: 14", "body: 13"), "utf-8")
    assert read_source(PATHS[0], [tmp_path, TEMPLATES]).look.sizes.body == 13
    assert source(PATHS[0]).look.sizes.body == 14


def test_a_folder_without_what_is_shared_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"page\.yaml"):
        read_source(PATHS[0], [tmp_path])
    folder = changed(tmp_path, "ЕРЕЖЕ", "ЕРЕЖЕ").parents[2]
    (folder / "mark.png").unlink()
    with pytest.raises(ConfigurationError, match=r"mark\.png"):
        read_source(PATHS[0], [folder])


def test_the_number_of_an_act_stays_on_one_line() -> None:
    made = run("Law No. 94-V of 2013, part-time")
    assert text_of(made) == "Law No.\u00a094-V of 2013, part-time"
    assert len(made.findall(f"{W}noBreakHyphen")) == 1


def test_a_property_that_the_order_does_not_know_is_refused() -> None:
    with pytest.raises(KeyError):
        w("pPr", w("rFonts"))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1))
def test_a_control_shows_its_whole_prompt_and_has_a_title_that_word_takes(prompt: str) -> None:
    made = control(prompt, "rights.1")
    assert "".join(t.text or "" for t in made.iter(f"{W}t")) == prompt
    alias = made.find(f"{W}sdtPr/{W}alias")
    assert alias is not None
    assert len(alias.attrib[f"{W}val"]) <= 64


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [
        ("Юридический отдел", "ru", "«Юридический отдел»"),
        ("Центр «Болашак»", "ru", "«Центр „Болашак“»"),
        ("Research Library", "en", "“Research Library”"),
        ("“Bolashak” Centre", "en", "“Bolashak” Centre"),
    ],
)
def test_names_in_quotes(name: str, language: str, shown: str) -> None:
    assert quoted(name, language) == shown
