"""XML is recoded, its declarations refused and its size counted on the bytes."""

import pytest
from msgspec.structs import replace

from docctl.docx import markup
from docctl.docx.limits import LIMITS, MIB
from docctl.errors import UnreadableDraft


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableDraft) as error:
        markup.utf8(data, replace(LIMITS, **limits))
    return str(error.value)


@pytest.mark.parametrize(
    "data",
    [
        "<a>ә</a>".encode(),
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<a>ә</a>".encode(),
        '\ufeff<?xml version="1.0" encoding="utf-8"?><a>ә</a>'.encode(),
        '<?xml version="1.0" encoding="UTF-16"?><a>ә</a>'.encode("utf-16"),
        "\ufeff<a>ә</a>".encode("utf-16-be"),
        "<a>ә</a>".encode("utf-16-le"),
        "<a>ә</a>".encode("utf-16-be"),
        "\n <a>ә</a>".encode(),
    ],
)
def test_becomes_utf8_without_declaration(data: bytes) -> None:
    assert markup.utf8(data) == "<a>ә</a>".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0' encoding='windows-1251'?><a/>",
        b"<?xml version='1.0' encoding='UTF-7'?><a/>",
        b"<?xml version='1.0' encoding='utf-16'?><a/>",
        "<?xml version='1.0'?><a/>".encode("cp500"),
        "<a/>".encode("utf-32-be"),
        b"\xff\xfe<\0a\0/\0>",
        b"plain text",
        b"",
    ],
)
def test_other_encodings_are_refused(data: bytes) -> None:
    assert "encoding" in refused(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("declaration", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY b "c">]>'])
def test_document_types_are_refused_in_every_encoding(declaration: str, encoding: str) -> None:
    assert "document type" in refused(f"{declaration}<a/>".encode(encoding))


def test_a_part_has_a_size_limit_also_when_recoded() -> None:
    assert LIMITS.part == 20 * MIB
    assert "larger than 1 MiB" in refused(b"<a>" + b" " * MIB, part=MIB)
    euros = f"<a>{'€' * (MIB // 2 - 9)}".encode("utf-16")
    assert len(euros) < MIB
    assert "larger than 1 MiB" in refused(euros, part=MIB)


def test_counts_paragraphs_by_any_prefix() -> None:
    data = b'<w:p/><w:p></w:p><w:p w:rsid="1"/><p>1</p><ns0:p\n a="1"/><w:pPr/><w:pict/><p1:x/></w:p>'
    assert markup.paragraphs(data) == 5
    assert markup.elements(data) == 8


@pytest.mark.parametrize(
    ("strict", "transitional"),
    [
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/relationships/styles", "officeDocument/2006/relationships/styles"),
        ("officeDocument/extendedProperties", "officeDocument/2006/extended-properties"),
    ],
)
def test_strict_names_become_transitional(strict: str, transitional: str) -> None:
    data = f'<a xmlns="http://purl.oclc.org/ooxml/{strict}"/>'.encode()
    assert markup.utf8(data).decode() == f'<a xmlns="http://schemas.openxmlformats.org/{transitional}"/>'
