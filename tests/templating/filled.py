"""Templates filled in as people do it: first by `new`, then in Word, blank by blank, until signed."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from lxml import etree

from docctl.templating.building.styles import GUIDANCE
from docctl.templating.fields import Fields
from docctl.templating.filling import Template, filled, titled
from tests.content import ROOT

TEMPLATES = ROOT / "templates"
ANSWERS = Path(__file__).with_name("answers.yaml")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = ("word/document.xml", "word/header1.xml")
PROPERTIES = "docProps/core.xml"
SIGNED = {"kk": "қолы қойылды", "ru": "подписано", "en": "signed"}
BLANK_DAY = {"kk": "«____» ____________ ", "ru": "«____» ____________ ", "en": "“____” ____________ "}
DAY = {"kk": "«27» ақпан ", "ru": "«27» февраля ", "en": "“27” February "}
"""Day and month of the approval; the year stands beside them."""
SIGNING_DAY = "25.02.2026"


@cache
def answers(kind: str, language: str) -> Mapping[str, str]:
    """What people write into the blanks of a template, by the tag of the blank."""
    written: Mapping[str, str] = yaml.safe_load(ANSWERS.read_text("utf-8"))[kind][language]
    return written


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drafted(template: Path, fields: Fields) -> bytes:
    """What `new` makes of a template."""
    parts = parts_of(template.read_bytes())
    texts, properties = {name: parts[name] for name in TEXTS}, {PROPERTIES: parts[PROPERTIES]}
    read = Template(str(template), texts, properties)
    return _file({**parts, **filled(read, titled(read, fields))})


def completed(draft: bytes, kind: str, language: str) -> bytes:
    """The draft with every blank filled in, without guidance, dated and signed."""
    parts = parts_of(draft)
    root = etree.fromstring(parts["word/document.xml"])
    for control in root.iter(f"{W}sdt"):
        _answer(control, answers(kind, language))
    for paragraph in list(root.iter(f"{W}p")):
        if _style(paragraph) == _identity(parts["word/styles.xml"], GUIDANCE):
            _parent(paragraph).remove(paragraph)
    _date(root, BLANK_DAY[language], DAY[language])
    _sign(root, SIGNED[language])
    return _file({**parts, "word/document.xml": etree.tostring(root)})


def _answer(control: etree._Element, written: Mapping[str, str]) -> None:
    """Write over the placeholder; as in Word, its grey style goes with it."""
    properties = control.find(f"{W}sdtPr")
    assert properties is not None
    shown = properties.find(f"{W}showingPlcHdr")
    if shown is None:
        return
    tag = properties.find(f"{W}tag")
    assert tag is not None
    properties.remove(shown)
    text = next(control.iter(f"{W}t"))
    text.text = written[tag.get(f"{W}val", "")]
    run = _parent(text)
    for format_ in run.findall(f"{W}rPr"):
        run.remove(format_)


def _date(root: etree._Element, blank: str, written: str) -> None:
    line = next(text for text in root.iter(f"{W}t") if text.text == blank)
    line.text = written


def _sign(root: etree._Element, signed: str) -> None:
    """Signature and day into the last two cells of every row of the signature sheet."""
    sheet = next(root.iter(f"{W}tbl"))
    for row in sheet.findall(f"{W}tr")[1:]:
        for cell, text in zip(row.findall(f"{W}tc")[-2:], (signed, SIGNING_DAY), strict=True):
            paragraph = cell.find(f"{W}p")
            assert paragraph is not None
            run: Any = etree.SubElement(paragraph, f"{W}r")
            etree.SubElement(run, f"{W}t").text = text


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def _identity(styles: bytes, name: str) -> str | None:
    """The id of the style that has this name."""
    named = (s for s in etree.fromstring(styles) if s.find(f"{W}name[@{W}val='{name}']") is not None)
    return next(named).get(f"{W}styleId")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _file(parts: Mapping[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()
