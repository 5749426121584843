"""What can act is found by the types of relations and parts; what cannot stays unmentioned."""

import pytest

from docctl.docx.active import active_content
from docctl.docx.package import open_package
from docctl.domain.draft import ActiveKind
from tests.docx.packages import WORD_TYPE, content_types, relationships, word

RELS = "word/_rels/document.xml.rels"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def kinds(*rows: tuple[str, str, bool] | tuple[str, str], fields: tuple[str, ...] = ()) -> list[ActiveKind]:
    package = open_package(word({RELS: relationships(*rows)}), "a.docx")
    return [found.kind for found in active_content(package, fields)]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (
            ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
            ActiveKind.MACROS,
        ),
        (("oleObject", "embeddings/oleObject1.bin"), ActiveKind.EMBEDDED_OBJECT),
        (("oleObject", "file:///C:/book.xlsx", True), ActiveKind.EXTERNAL_DATA),
        (("package", "embeddings/sheet.xlsx"), ActiveKind.EMBEDDED_OBJECT),
        (("aFChunk", "chunk.html"), ActiveKind.EMBEDDED_OBJECT),
        (("control", "activeX/activeX1.xml"), ActiveKind.CONTROL),
        (("attachedTemplate", "https://example.kz/a.dotm", True), ActiveKind.EXTERNAL_TEMPLATE),
        (("attachedTemplate", "file:///\\\\server\\share\\Normal.dotm", True), ActiveKind.EXTERNAL_TEMPLATE),
        (("attachedTemplate", "file:///D:/Templates/order.dotx", True), ActiveKind.EXTERNAL_TEMPLATE),
        (("mailMergeSource", "file:///D:/people.xlsx", True), ActiveKind.EXTERNAL_DATA),
        (("image", "https://example.kz/pixel.png", True), ActiveKind.EXTERNAL_PART),
        (("frame", "other.html", True), ActiveKind.EXTERNAL_PART),
        (("subDocument", "part.docx", True), ActiveKind.EXTERNAL_PART),
        (("https://example.kz/unknown", "thing", True), ActiveKind.EXTERNAL_PART),
    ],
)
def test_active_relations(row: tuple[str, str, bool], kind: ActiveKind) -> None:
    assert kinds(row) == [kind]


@pytest.mark.parametrize(
    "row",
    [
        ("hyperlink", "https://example.kz", True),
        ("hyperlink", "file:///C:/a.docx", True),
        ("image", "NULL", True),
        ("image", "media/image1.png"),
        ("styles", "styles.xml"),
        ("attachedTemplate", "file:///C:\\Users\\a\\AppData\\Normal.dotm", True),
    ],
)
def test_ordinary_relations(row: tuple[str, str, bool]) -> None:
    assert kinds(row) == []


@pytest.mark.parametrize(
    ("instruction", "kind"),
    [
        (' DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"', ActiveKind.DDE_FIELD),
        ("dde Excel book", ActiveKind.DDE_FIELD),
        ('INCLUDETEXT "file.docx"', ActiveKind.EXTERNAL_PART),
        (' INCLUDEPICTURE "https://example.kz/a.png" ', ActiveKind.EXTERNAL_PART),
        ("LINK Excel.Sheet.12 book", ActiveKind.EXTERNAL_DATA),
        ("DATABASE \\d x", ActiveKind.EXTERNAL_DATA),
    ],
)
def test_active_fields(instruction: str, kind: ActiveKind) -> None:
    assert kinds(fields=(instruction,)) == [kind]


@pytest.mark.parametrize(
    "instruction", ["PAGE", "TOC \\o", "HYPERLINK DDE", "", "  ", "MACROBUTTON NoMacro x", "DDES"]
)
def test_ordinary_fields(instruction: str) -> None:
    assert kinds(fields=(instruction,)) == []


def chart(workbook: str, kind: str) -> bytes:
    return word(
        {
            "[Content_Types].xml": content_types(
                {
                    "word/document.xml": WORD_TYPE,
                    "word/charts/chart1.xml": CHART_TYPE,
                    f"word/{workbook}": kind,
                }
            ),
            RELS: relationships(("chart", "charts/chart1.xml")),
            "word/charts/chart1.xml": "<c/>",
            "word/charts/_rels/chart1.xml.rels": relationships(("package", f"../{workbook}")),
            f"word/{workbook}": b"PK",
        }
    )


def test_the_workbook_behind_a_chart_is_its_data() -> None:
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert active_content(open_package(chart("embeddings/data.xlsx", sheet))) == ()


def test_a_workbook_with_macros_behind_a_chart_is_active() -> None:
    sheet = "application/vnd.ms-excel.sheet.macroEnabled.12"
    found = active_content(open_package(chart("embeddings/data.xlsm", sheet)))
    assert [active.kind for active in found] == [ActiveKind.MACROS]


def test_macros_by_type_alone_are_named_once() -> None:
    types = {"word/document.xml": WORD_TYPE, "word/vbaProject.bin": "application/vnd.ms-office.vbaProject"}
    macros: dict[str, bytes | str] = {
        "[Content_Types].xml": content_types(types),
        "word/vbaProject.bin": b"x",
    }
    related = {
        RELS: relationships(
            ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "VBAProject.bin")
        )
    }
    for extra in (macros, {**macros, **related}):
        found = active_content(open_package(word(extra)))
        assert [(active.kind, active.detail) for active in found] == [
            (ActiveKind.MACROS, "word/vbaProject.bin")
        ]
