"""The parser takes what Word writes and refuses what only an attacker does."""

import pytest

from docctl.docx.xml import W, parse
from docctl.errors import UnreadableDraft
from tests.docx.packages import document


def test_parses_into_transitional_names() -> None:
    strict = document().replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert parse(strict.encode()).tag == f"{W}document"


def test_leaves_out_comments_and_instructions_without_splitting_text() -> None:
    root = parse("<a>бір<!-- екі --><?three?> үш</a>".encode())
    assert (root.text, len(root)) == ("бір үш", 0)


def test_nesting_has_a_limit() -> None:
    assert len(parse(b"<a>" * 200 + b"</a>" * 200))
    with pytest.raises(UnreadableDraft, match="deeper than 256 levels"):
        parse(b"<a>" * 5000 + b"</a>" * 5000)


@pytest.mark.parametrize(
    "data", [b"<a>", b"<a></b>", b"<a>\0</a>", b"<a b='1' b='2'/>", b"<a>&b;</a>", b"<a>\xff</a>"]
)
def test_damaged_markup_names_the_line(data: bytes) -> None:
    with pytest.raises(UnreadableDraft, match="damaged in line 1"):
        parse(data)


def test_reads_no_file() -> None:
    with pytest.raises(UnreadableDraft):
        parse(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>')
