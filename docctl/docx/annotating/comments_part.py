"""The comments part: written where there is none, added to where there is (ECMA-376 part 1, 17.13.4)."""

import posixpath
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, islice

from lxml import etree
from lxml.etree import _Element as Element
from msgspec import Struct

from docctl.docx.annotating.own_comments import AUTHOR
from docctl.docx.annotating.parts import RELATION, STRICT_RELATION, WordParts
from docctl.docx.package import CONTENT_TYPES, WORD
from docctl.docx.xml import RELS, TYPES
from docctl.domain.words import Language
from docctl.errors import UnreadableDraft

COMMENTS_TYPE = f"{WORD}comments+xml"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
LOCALES = {Language.KK: "kk-KZ", Language.RU: "ru-RU", Language.EN: "en-GB"}
NO_RELATIONS = f'<Relationships xmlns="{RELS[1:-1]}"/>'
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SIZE = "20"
"""Of the letters, in half points: a balloon is narrow, whatever the draft's own style."""


class Remark(Struct, frozen=True):
    """What a comment says: a heading and a paragraph to a line. Text that XML can hold."""

    heading: str
    lines: tuple[str, ...]


def unused_ids(parts: WordParts, wanted: int) -> tuple[int, ...]:
    """The smallest ids that no comment and no anchor of a comment has."""
    w = parts.w
    part = parts.related("comments")
    roots = [parts.tree(parts.main)] + ([parts.tree(part)] if part is not None else [])
    tags = [f"{w}{name}" for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    used = {element.get(f"{w}id", "").strip() for root in roots for element in root.iter(*tags)}
    return tuple(islice((number for number in count() if str(number) not in used), wanted))


def add_comments(
    parts: WordParts, remarks: Sequence[Remark], ids: Sequence[int], day: date, language: Language
) -> None:
    """Add comments dated `day` after those that are there; the part, its type and relation where missing.

    Raises UnreadableDraft when the part that should hold them is none.
    """
    name = parts.related("comments")
    if name is None:
        name = _new_part(parts)
    root = parts.tree(name)
    if root.tag != f"{parts.w}comments":
        raise UnreadableDraft("its markup is damaged in line {line}", line=1)
    for remark, number in zip(remarks, ids, strict=True):
        root.append(_comment(remark, number, day, LOCALES[language], parts))
    parts.change(name)


def _comment(remark: Remark, number: int, day: date, locale: str, parts: WordParts) -> Element:
    w = parts.w
    said = {"id": str(number), "author": AUTHOR, "date": f"{day.isoformat()}T00:00:00Z", "initials": AUTHOR}
    comment = etree.Element(f"{w}comment", {w + name: value for name, value in said.items()})
    heading = _paragraph(comment, parts)
    etree.SubElement(etree.SubElement(heading, f"{w}r"), f"{w}annotationRef")
    _run(heading, remark.heading, ("b",), locale, w)
    for line in remark.lines:
        _run(_paragraph(comment, parts), line, (), locale, w)
    return comment


def _paragraph(comment: Element, parts: WordParts) -> Element:
    """A paragraph at the left edge, however the draft's default style sets its text."""
    w = parts.w
    paragraph = etree.SubElement(comment, f"{w}p")
    properties = etree.SubElement(paragraph, f"{w}pPr")
    spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    etree.SubElement(properties, f"{w}spacing", {w + name: value for name, value in spacing.items()})
    edge = "start" if parts.strict else "left"
    etree.SubElement(properties, f"{w}ind", {w + edge: "0", f"{w}firstLine": "0"})
    etree.SubElement(properties, f"{w}jc", {f"{w}val": edge})
    return paragraph


def _run(paragraph: Element, text: str, toggles: tuple[str, ...], locale: str, w: str) -> None:
    run = etree.SubElement(paragraph, f"{w}r")
    properties = etree.SubElement(run, f"{w}rPr")
    for toggle in toggles:
        etree.SubElement(properties, w + toggle)
    for name, value in (("sz", SIZE), ("szCs", SIZE), ("lang", locale)):
        etree.SubElement(properties, w + name, {f"{w}val": value})
    shown = etree.SubElement(run, f"{w}t", {XML_SPACE: "preserve"})
    shown.text = text


def _new_part(parts: WordParts) -> str:
    """The name of a new, empty comments part; its type is declared and the main document relates to it."""
    folder, main = posixpath.split(parts.main)
    name = next(name for name in _names(folder) if not parts.holds(name))
    parts.change(name, etree.Element(f"{parts.w}comments", nsmap={"w": parts.w[1:-1]}))
    _declare(parts, name, COMMENTS_TYPE)
    _relate(parts, posixpath.join(folder, "_rels", f"{main}.rels"), posixpath.basename(name))
    return name


def _names(folder: str) -> Iterator[str]:
    yield posixpath.join(folder, "comments.xml")
    yield from (posixpath.join(folder, f"comments{number}.xml") for number in count(2))


def _declare(parts: WordParts, name: str, content_type: str) -> None:
    """A part's type; one that was declared for a part that is not there is replaced."""
    root = parts.tree(CONTENT_TYPES)
    for override in list(root.iterchildren(f"{TYPES}Override")):
        if override.get("PartName", "").lower() == f"/{name}".lower():
            root.remove(override)
    etree.SubElement(root, f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": content_type})
    parts.change(CONTENT_TYPES)


def _relate(parts: WordParts, rels: str, target: str) -> None:
    """The main document's relation to its comments; one that led nowhere is replaced."""
    if not parts.holds(rels):
        parts.change(rels, etree.fromstring(NO_RELATIONS))
        if parts.package.content_type(rels) != RELS_TYPE:
            _declare(parts, rels, RELS_TYPE)
    root = parts.tree(rels)
    for relation in list(root):
        if str(relation.get("Type", "")).endswith("/relationships/comments"):
            root.remove(relation)
    used = {relation.get("Id") for relation in root}
    number = next(f"rIdDocctl{at}" for at in count(1) if f"rIdDocctl{at}" not in used)
    kind = (STRICT_RELATION if parts.strict else RELATION) + "comments"
    etree.SubElement(root, f"{RELS}Relationship", {"Id": number, "Type": kind, "Target": target})
    parts.change(rels)
