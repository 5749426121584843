"""The content decides what a file is; an ending that says something else is an error of its own."""

import pytest

from docctl.docx.kinds import FileKind, kind_of
from docctl.docx.package import open_package
from docctl.errors import UnacceptedFormat, UnreadableDraft
from tests.docx.packages import content_types, packed, parts, relationships, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OLD_WORD = OLE + "WordDocument".encode("utf-16-le")
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le")
ODT = packed({"mimetype": "application/vnd.oasis.opendocument.text"}, method=0)
WORKBOOK = packed(
    {
        "[Content_Types].xml": content_types(
            {"xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}
        ),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": "<workbook/>",
    }
)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word(), FileKind.OFFICE),
        (OLD_WORD, FileKind.OLD_WORD),
        (ENCRYPTED, FileKind.ENCRYPTED),
        (OLE, FileKind.OLD_OFFICE),
        (ODT, FileKind.OPEN_DOCUMENT),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\xef\xbb\xbf junk %PDF-1.4", FileKind.PDF),
        (b"{\\rtf1\\ansi", FileKind.RTF),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", FileKind.WORD_XML),
        (b"<html xmlns:o='urn:schemas-microsoft-com:office:office'>", FileKind.HTML),
        (b"plain text", FileKind.UNKNOWN),
    ],
)
def test_kind_by_content(data: bytes, kind: FileKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (OLD_WORD, "ереже.doc"),
        (OLD_WORD, "no ending"),
        (OLE, "letter.msg"),
        (ODT, "a.odt"),
        (b"%PDF-1.7", "A.PDF"),
        (b"{\\rtf1", "a.rtf"),
        (WORKBOOK, "a.xlsx"),
        (packed({"a.txt": "text"}), "a.zip"),
        (b"plain text", "a.txt"),
    ],
)
def test_honest_files_of_other_kinds_are_not_accepted(data: bytes, name: str) -> None:
    with pytest.raises(UnacceptedFormat) as error:
        open_package(data, name)
    assert error.value.rule == "DOC002"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "a.docx"),
        (OLD_WORD, "a.docx"),
        (ODT, "a.docx"),
        (WORKBOOK, "a.docx"),
        (packed({"a.txt": "text"}), "a.docx"),
        (word(), "a.doc"),
        (word(), "a.pdf"),
        (b"plain text", "a.docx"),
        (ENCRYPTED, "a.docx"),
        (b"", "a.docx"),
        (b"PK\x03\x04", "a.docx"),
        (packed({name: part for name, part in parts().items() if "document" not in name}), "a.docx"),
    ],
)
def test_disguised_or_damaged_files_cannot_be_read(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableDraft) as error:
        open_package(data, name)
    assert error.value.rule == "DOC001"


def test_a_password_is_named() -> None:
    with pytest.raises(UnreadableDraft, match="password"):
        open_package(ENCRYPTED, "a.docx")
