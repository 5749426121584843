"""Names of styles, headings, and table styles with their conditional formats."""

import pytest

from docctl.docx.formats import OUTSIDE_TABLES, Formats
from docctl.docx.styles import display_name
from docctl.domain.formats import Alignment, Origin
from tests.docx.parts import formats, part, style


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("heading 1", "heading 1"),
        ("Heading 2", "heading 2"),
        ("HEADING3", "heading 3"),
        ("Заголовок 1", "heading 1"),
        ("Тақырып 2", "heading 2"),
        ("heading 1,Бөлім", "heading 1"),
        ("Оглавление 1", "toc 1"),
        ("toc 2", "toc 2"),
        ("Normal", "normal"),
        ("Title", "title"),
        ("List Paragraph", "list paragraph"),
        ("Table Grid", "table grid"),
        ("Тармақ мәтіні", "Тармақ мәтіні"),
        ("Заголовок 10", "Заголовок 10"),
        ("", ""),
    ],
)
def test_names(name: str, shown: str) -> None:
    assert display_name(name) == shown


class TestHeadings:
    STYLES = (
        style("a", name="Normal", default=True)
        + style("1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', name="heading 1", base="a")
        + style("20", name="Заголовок 2", base="a")
        + style("own", name="Бөлім атауы", base="1")
        + style("out", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', name="Бөлімсіз", base="1")
        + style("ab", name="TOC Heading", base="1")
        + style("ac", name="Title", base="a")
        + style("letters", name="heading 3", kind="character")
    )

    @pytest.mark.parametrize(
        ("style_id", "level"),
        [
            ("1", 1),
            ("20", 2),
            ("own", 1),
            ("out", None),
            ("ab", None),
            ("ac", None),
            ("a", None),
            (None, None),
            ("gone", None),
            ("letters", None),
        ],
    )
    def test_heading_level(self, style_id: str | None, level: int | None) -> None:
        assert formats(self.STYLES).heading_level(style_id) == level

    def test_paragraph_says_style_and_heading(self) -> None:
        found = formats(self.STYLES).paragraph(part("pPr", '<w:pStyle w:val="own"/>'))
        assert (found.style, found.heading_level) == ("Бөлім атауы", 1)

    def test_name_of_the_default_style(self) -> None:
        found = formats(self.STYLES)
        assert [found.style_name(style_id) for style_id in (None, "gone", "20")] == [
            "normal",
            "normal",
            "heading 2",
        ]


def region(kind: str, content: str) -> str:
    return f'<w:tblStylePr w:type="{kind}">{content}</w:tblStylePr>'


def size(half_points: int) -> str:
    return f'<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'


class TestTables:
    STYLES = (
        style("base", '<w:pPr><w:jc w:val="center"/></w:pPr>' + size(20), kind="table")
        + style(
            "t",
            '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
            + region("firstRow", "<w:rPr><w:b/></w:rPr>")
            + region("lastRow", size(22))
            + region("firstCol", size(24))
            + region("lastCol", size(26))
            + region("nwCell", size(28))
            + region("band1Horz", size(30))
            + region("band2Horz", size(32)),
            kind="table",
            base="base",
        )
        + style("loud", size(40), kind="table", default=True)
    )
    ALL = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="1"'

    def sizes(self, look: str, rows: int = 6, columns: int = 3) -> list[list[float]]:
        found = formats(self.STYLES)
        table = found.table(part("tblPr", f'<w:tblStyle w:val="t"/><w:tblLook {look}/>'))
        return [
            [
                self.size(found, table.cell(row=row, column=column, rows=rows, columns=columns))
                for column in range(columns)
            ]
            for row in range(rows)
        ]

    @staticmethod
    def size(found: Formats, cell: object) -> float:
        return found.run(found.paragraph(None, cell), None).format.size  # type: ignore[arg-type]

    def test_no_conditional_format(self) -> None:
        assert self.sizes('w:val="0600"', rows=2, columns=2) == [[10.0, 10.0], [10.0, 10.0]]

    def test_all_conditional_formats(self) -> None:
        assert self.sizes(self.ALL) == [
            [14.0, 10.0, 13.0],
            [12.0, 15.0, 13.0],
            [12.0, 15.0, 13.0],
            [12.0, 16.0, 13.0],
            [12.0, 16.0, 13.0],
            [12.0, 11.0, 13.0],
        ]

    def test_bit_field_of_older_files(self) -> None:
        assert self.sizes('w:val="05E0"') == self.sizes(self.ALL)

    def test_first_row_is_bold(self) -> None:
        found = formats(self.STYLES)
        table = found.table(part("tblPr", '<w:tblStyle w:val="t"/><w:tblLook w:firstRow="1"/>'))
        runs = [
            found.run(found.paragraph(None, table.cell(row=row, column=1, rows=3, columns=3)), None).format
            for row in (0, 1)
        ]
        assert [(run.bold, run.bold_origin) for run in runs] == [
            (True, Origin.TABLE_STYLE),
            (False, Origin.DEFAULTS),
        ]

    def test_alignment_of_the_table_style(self) -> None:
        found = formats(self.STYLES)
        cell = found.table(part("tblPr", '<w:tblStyle w:val="t"/>')).cell(row=0, column=0, rows=1, columns=1)
        paragraph = found.paragraph(None, cell).format
        assert (paragraph.alignment, paragraph.alignment_origin) == (Alignment.CENTER, Origin.TABLE_STYLE)
        assert found.paragraph(None).format.alignment is Alignment.LEFT

    def test_paragraph_style_over_table_style(self) -> None:
        found = formats(self.STYLES + style("a", size(28), default=True))
        cell = found.table(part("tblPr", '<w:tblStyle w:val="t"/>')).cell(row=0, column=0, rows=1, columns=1)
        assert self.size(found, cell) == 14.0

    def test_default_table_style(self) -> None:
        found = formats(self.STYLES)
        assert self.size(found, found.table(None).cell(row=0, column=0, rows=1, columns=1)) == 20.0

    def test_like_cells_are_one_object(self) -> None:
        found = formats(self.STYLES)
        tables = [found.table(part("tblPr", '<w:tblStyle w:val="t"/>')) for _ in range(2)]
        assert tables[0].cell(row=0, column=0, rows=9, columns=9) is tables[1].cell(
            row=4, column=7, rows=9, columns=9
        )

    def test_a_style_that_says_nothing_is_outside_tables(self) -> None:
        found = formats(style("t", kind="table"))
        table = found.table(part("tblPr", '<w:tblStyle w:val="t"/>'))
        assert table.cell(row=0, column=0, rows=1, columns=1) is OUTSIDE_TABLES

    @pytest.mark.parametrize("look", ['w:val="zz"', 'w:val=""', 'w:firstRow="?"', ""])
    def test_nonsense_in_the_look(self, look: str) -> None:
        assert len(self.sizes(look)) == 6
