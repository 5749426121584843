"""Tables: every cell once, at its place on the grid, whatever is wrapped around it or merged into it."""

import time

import pytest

from docctl.domain.draft import CellPlace, Table
from docctl.errors import UnreadableDraft
from tests.docx.drafts import p, paragraphs, r, read, sdt, shape, tbl, tc, texts, tr

Shape = list[list[tuple[str, int, int, int]]]


def table(body: str) -> Table:
    (found,) = read(body).tables()
    return found


def cells(body: str) -> Shape:
    """Rows of (text, column, columns spanned, rows spanned)."""
    return [[(c.text, c.column, c.column_span, c.row_span) for c in row.cells] for row in table(body).rows]


def span(columns: object) -> str:
    return f"<w:gridSpan w:val='{columns}'/>"


RESTART, CONTINUE = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def test_plain_table() -> None:
    body = tbl(tr(tc("а"), tc("б"), properties="<w:tblHeader/>"), tr(tc("в"), tc("г")))
    assert cells(body) == [[("а", 1, 1, 1), ("б", 2, 1, 1)], [("в", 1, 1, 1), ("г", 2, 1, 1)]]
    assert [row.repeated_header for row in table(body).rows] == [True, False]
    assert [x.cell for x in paragraphs(body)][2] == CellPlace(1, 2, 1)


def test_spans_and_empty_beginnings() -> None:
    body = tbl(tr(tc("а", span(2)), tc("б")), tr(tc("в"), tc("г"), properties="<w:gridBefore w:val='1'/>"))
    assert cells(body) == [[("а", 1, 2, 1), ("б", 3, 1, 1)], [("в", 2, 1, 1), ("г", 3, 1, 1)]]


def test_cells_merged_downwards_come_once() -> None:
    body = tbl(
        tr(tc("а", RESTART), tc("б")), tr(tc("", CONTINUE), tc("в")), tr(tc("", CONTINUE), tc("г", RESTART))
    )
    assert cells(body) == [[("а", 1, 1, 3), ("б", 2, 1, 1)], [("в", 2, 1, 1)], [("г", 2, 1, 1)]]
    assert [x.index for x in paragraphs(body)] == [1, 2, 3, 4]


def test_merged_with_nothing_above_is_a_cell() -> None:
    assert cells(tbl(tr(tc("а", CONTINUE)), tr(tc("б", CONTINUE)))) == [[("а", 1, 1, 1)], [("б", 1, 1, 1)]]


def test_merge_ends_with_a_cell_of_its_own() -> None:
    body = tbl(tr(tc("а", RESTART)), tr(tc("б")), tr(tc("в", CONTINUE)))
    assert [row[0][3] for row in cells(body)] == [1, 1, 1]


def test_old_merging_to_the_right() -> None:
    first, second = "<w:hMerge w:val='restart'/>", "<w:hMerge/>"
    assert cells(tbl(tr(tc("а", first), tc("", second), tc("б")))) == [[("а", 1, 2, 1), ("б", 3, 1, 1)]]
    assert cells(tbl(tr(tc("а", first), tc("ә", second)))) == [[("а\nә", 1, 2, 1)]]


@pytest.mark.parametrize("columns", [5_000_000, 999_999_999_999, -3, "abc", "1.5", ""])
def test_senseless_spans_cost_nothing(columns: object) -> None:
    began = time.perf_counter()
    ((first, second),) = cells(
        tbl(tr(tc("а", span(columns)), tc("б"), properties=f"<w:gridBefore w:val='{columns}'/>"))
    )
    assert (first[0], second[0]) == ("а", "б")
    assert second[1] <= 600
    assert time.perf_counter() - began < 1


def test_nested_tables_are_counted_where_they_begin() -> None:
    inner = tbl(tr(tc("ішкі")))
    body = tbl(tr(tc(p("а") + inner + p("б")), tc("в"))) + tbl(tr(tc("г")))
    assert [(x.text, x.cell.table) for x in paragraphs(body) if x.cell] == [
        ("а", 1), ("ішкі", 2), ("б", 1), ("в", 1), ("г", 3),
    ]  # fmt: skip
    assert [found.index for found in read(body).tables()] == [1, 3]


@pytest.mark.parametrize(
    "body",
    [
        tbl(sdt(tr(tc("а"), tc("б")))),
        tbl(tr(sdt(tc("а") + tc("б")))),
        tbl(tr(tc("а"), sdt(sdt(tc("б"))))),
        tbl(f"<w:customXml>{tr(tc('а'), tc('б'))}</w:customXml>"),
        tbl(tr(tc(sdt(p("а"))), tc("б"))),
        sdt(tbl(tr(tc("а"), tc("б")))),
        f"<w:customXml>{sdt(tbl(tr(tc('а'), tc('б'))))}</w:customXml>",
        tbl(
            "<mc:AlternateContent><mc:Choice Requires='w14'>"
            + tr(tc("а"), tc("б"))
            + "</mc:Choice></mc:AlternateContent>"
        ),
    ],
)
def test_wrappers_around_rows_cells_and_blocks(body: str) -> None:
    assert cells(body) == [[("а", 1, 1, 1), ("б", 2, 1, 1)]]


def test_placeholder_around_a_cell() -> None:
    body = tbl(tr(tc("а"), sdt(tc("Күні"), "<w:showingPlcHdr/>")))
    assert [x.placeholder for x in paragraphs(body)] == [False, True]


def test_text_box_in_a_cell() -> None:
    body = tbl(tr(tc(p(r(shape(p("қорап")))))))
    assert [(x.text, x.in_text_box, x.cell) for x in paragraphs(body)] == [
        ("", False, CellPlace(1, 1, 1)),
        ("қорап", True, CellPlace(1, 1, 1)),
    ]


def test_table_in_a_text_box() -> None:
    found = read(p(r(shape(tbl(tr(tc("а"))) + p("соңы"))))).blocks
    assert [(type(block).__name__, block.in_text_box) for block in found] == [
        ("Paragraph", False),
        ("Table", True),
        ("Paragraph", True),
    ]


def test_empty_tables_rows_and_cells() -> None:
    assert cells(tbl()) == []
    assert cells(tbl("<w:tr/>")) == [[]]
    assert cells(tbl("<w:tr><w:tc/></w:tr>")) == [[("", 1, 1, 1)]]


def test_blocks_outside_cells_are_not_lost() -> None:
    assert texts(f"<w:tbl>{p('кестеде')}<w:tr>{p('қатарда')}{tc('ұяшықта')}</w:tr></w:tbl>") == [
        "ұяшықта", "кестеде", "қатарда",
    ]  # fmt: skip


def test_tables_nested_without_measure_are_refused() -> None:
    body = p("терең")
    for _ in range(25):
        body = tbl(tr(tc(body)))
    assert texts(body) == ["терең"]
    for _ in range(25):
        body = tbl(tr(tc(body)))
    with pytest.raises(UnreadableDraft, match="nested deeper than 30"):
        read(body)


def test_wrappers_nested_without_measure_are_refused() -> None:
    with pytest.raises(UnreadableDraft, match="nested deeper"):
        read(p("<w:smartTag>" * 200 + r("а") + "</w:smartTag>" * 200))
    with pytest.raises(UnreadableDraft, match="nested deeper"):
        read("<w:customXml>" * 200 + p("а") + "</w:customXml>" * 200)
