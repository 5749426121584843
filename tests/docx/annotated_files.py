"""What every annotated file must keep to, and small files to annotate."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

from lxml import etree

from docctl.docx.annotating.annotated import Note, annotated
from docctl.docx.annotating.comments_part import Remark
from docctl.docx.reading import read_docx
from docctl.domain.words import Language

DAY = date(2026, 3, 1)
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def files_of(data: bytes) -> dict[str, bytes]:
    """The parts by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def note(paragraph: int, text: str = "Fault.") -> Note:
    """A note at a paragraph."""
    return Note(paragraph, Remark("TXT001 · error", (text, "How to put it right: mend it.")))


def with_notes(data: bytes, *paragraphs: int, language: Language = Language.EN) -> bytes:
    """The file with a note at each of the paragraphs."""
    return annotated(data, read_docx(data, "d.docx"), [note(index) for index in paragraphs], DAY, language)


def anchors(data: bytes) -> list[tuple[int | None, str]]:
    """Paragraph and text of every comment, in the order of the comments part."""
    return [(comment.paragraph, comment.text) for comment in read_docx(data, "d.docx").comments]


def faults_of(data: bytes, comments: str = "word/comments.xml") -> Sequence[str]:
    """Where the comments of a file break the rules of its format; nothing when they do not."""
    parts = files_of(data)
    main, own = etree.fromstring(parts["word/document.xml"]), etree.fromstring(parts[comments])
    w = f"{{{etree.QName(main).namespace}}}"
    ids = [comment.get(f"{w}id") for comment in own]
    found = [] if len(ids) == len(set(ids)) else ["two comments share an id"]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        said = [element.get(f"{w}id") for element in main.iter(f"{w}{name}")]
        if sorted(map(str, said)) != sorted(map(str, ids)):
            found.append(f"{name}: {said} for {ids}")
    for properties in main.iter(f"{w}pPr"):
        parent = properties.getparent()
        if parent is not None and parent.index(properties) != 0:
            found.append("pPr is not first")
    boxes = main.iter(f"{w}txbxContent")
    if any(next(box.iter(f"{w}commentReference"), None) is not None for box in boxes):
        found.append("a comment in a text box")
    if f'PartName="/{comments}" ContentType="{COMMENTS_TYPE}"'.encode() not in parts["[Content_Types].xml"]:
        found.append("no content type")
    if parts["word/_rels/document.xml.rels"].count(b'relationships/comments"') != 1:
        found.append("not one relationship")
    return found


def paragraph(text: str, inner: str = "") -> str:
    """A w:p with a run."""
    return f"<w:p>{inner}<w:r><w:t>{text}</w:t></w:r></w:p>"
