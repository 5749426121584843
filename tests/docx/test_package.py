"""A package opens whatever oddities Word and other programs left in it, and only within the limits."""

import pytest
from msgspec.structs import replace

from docctl.docx.limits import LIMITS, MIB, Limits
from docctl.docx.package import ROOT, open_package
from docctl.errors import UnreadableDraft
from tests.docx.packages import WORD_TYPE, content_types, document, packed, parts, relationships, word

MAIN = "word/document.xml"
RELS = "word/_rels/document.xml.rels"


def main_part(data: bytes, limits: Limits) -> bytes | None:
    package = open_package(data, "a.docx", limits)
    return package.part(package.main)


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableDraft) as error:
        main_part(data, replace(LIMITS, **limits))
    return str(error.value)


@pytest.mark.parametrize(
    "kind",
    [
        WORD_TYPE,
        WORD_TYPE.replace("document.main", "template.main"),
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a.dotm", "a", "a.DOCX", "a.tmp"])
def test_word_files_of_every_type(kind: str, name: str) -> None:
    data = word({"[Content_Types].xml": content_types({MAIN: kind})})
    assert open_package(data, name).main == MAIN


def test_main_part_under_another_name() -> None:
    contents = {
        "[Content_Types].xml": content_types({"word/document2.xml": WORD_TYPE}),
        "_rels/.rels": relationships(("officeDocument", "/word/document2.xml")),
        "word/document2.xml": document(),
    }
    assert open_package(packed(contents), "a.docx").main == "word/document2.xml"


@pytest.mark.parametrize("missing", ["_rels/.rels", "[Content_Types].xml"])
def test_main_part_without_its_relation_or_type(missing: str) -> None:
    contents = parts()
    del contents[missing]
    assert open_package(packed(contents), "a.docx").main == MAIN


def test_main_part_of_a_strict_file() -> None:
    rels = relationships(("http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", MAIN))
    assert open_package(word({"_rels/.rels": rels}), "a.docx").main == MAIN


def test_parts_are_found_in_another_case() -> None:
    package = open_package(
        word({"word/Styles.xml": "<a/>", RELS: relationships(("styles", "STYLES.xml"))}), "a.docx"
    )
    assert package.related(MAIN, "styles") == "word/Styles.xml"
    assert package.part("WORD/styles.XML") == b"<a/>"


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("media/image 1.png", "word/media/image 1.png"),
        ("media/image%201.png", "word/media/image 1.png"),
        ("/word/media/image 1.png", "word/media/image 1.png"),
        ("../word/media/image 1.png", "word/media/image 1.png"),
        ("../../../word/media/image 1.png", "word/media/image 1.png"),
        ("media\\image 1.png", "word/media/image 1.png"),
        ("./media/image 1.png#top", "word/media/image 1.png"),
        ("media/%D3%99.png", "word/media/ә.png"),
        ("media/gone.png", "word/media/gone.png"),
    ],
)
def test_targets_in_every_spelling(target: str, part: str) -> None:
    extra: dict[str, bytes | str] = {
        "word/media/image 1.png": b"1",
        "word/media/ә.png": b"2",
        RELS: relationships(("image", target)),
    }
    assert open_package(word(extra), "a.docx").relationships(MAIN)["rId1"].target == part


def test_a_target_that_is_missing_is_no_part() -> None:
    package = open_package(word({RELS: relationships(("header", "header1.xml"))}), "a.docx")
    assert package.relationships(MAIN)["rId1"].target == "word/header1.xml"
    assert package.part("word/header1.xml") is None
    assert package.related(MAIN, "header") is None


def test_external_targets_stay_as_written() -> None:
    package = open_package(
        word({RELS: relationships(("hyperlink", "https://example.kz/a%20b", True))}), "a.docx"
    )
    relationship = package.relationships(MAIN)["rId1"]
    assert (relationship.target, relationship.external, relationship.role) == (
        "https://example.kz/a%20b",
        True,
        "hyperlink",
    )


def test_a_part_without_relations_has_none() -> None:
    package = open_package(word(), "a.docx")
    assert package.relationships(MAIN) == {}
    assert package.relationships(ROOT)["rId1"].target == MAIN


def test_media_are_inflated_only_when_asked_for() -> None:
    data = word({"word/media/image1.bin": b"x" * 1000})
    at = data.index(b"word/media/image1.bin") + len("word/media/image1.bin")
    damaged = data[:at] + b"\xff\xff" + data[at + 2 :]
    package = open_package(damaged, "a.docx")
    assert package.part(package.main)
    with pytest.raises(UnreadableDraft):
        package.part("word/media/image1.bin")


class TestLimits:
    def test_file(self) -> None:
        assert LIMITS.file == 50 * MIB
        assert "larger than 0 MiB" in refused(word(), file=100)

    def test_part_by_its_declared_size(self) -> None:
        data = packed({**parts(), "word/comments.xml": b" " * (MIB + 1)}, method=0)
        assert "larger than 1 MiB" in refused(data, part=MIB)

    def test_paragraphs(self) -> None:
        assert LIMITS.paragraphs == 200_000
        assert "more than 10 paragraphs" in refused(word(document=document("<w:p/>" * 11)), paragraphs=10)

    def test_paragraphs_of_the_whole_limit(self) -> None:
        data = packed(parts(document=document("<w:p/>" * 200_001)), method=0)
        assert "more than 200000 paragraphs" in refused(data)

    def test_paragraphs_of_all_parts_together(self) -> None:
        data = word({"word/header1.xml": document("<w:p/>" * 6)}, document=document("<w:p/>" * 6))
        package = open_package(data, "a.docx", replace(LIMITS, paragraphs=11))
        package.part(MAIN)
        package.part(MAIN)
        with pytest.raises(UnreadableDraft, match="more than 11 paragraphs"):
            package.part("word/header1.xml")

    def test_elements(self) -> None:
        assert "more than 50 elements" in refused(word(document=document("<w:r/>" * 51)), elements=50)

    def test_attributes(self) -> None:
        many = document("<w:p " + " ".join(f'a{n}="1"' for n in range(51)) + "/>")
        assert "more than 50 attributes" in refused(word(document=many), attributes=50)

    def test_document_type(self) -> None:
        assert "document type" in refused(word(document="<!DOCTYPE a>" + document()))
        assert "document type" in refused(word({"_rels/.rels": "<!DOCTYPE a><a/>"}))
