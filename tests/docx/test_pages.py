"""Where pages begin, and how many there are."""

import pytest

from docctl.domain.draft import Pages, Paragraph
from tests.docx.drafts import p, paragraphs, r, read, shape, tbl, tc, tr

BREAK = r("<w:br w:type='page'/>")
LAID = r("<w:lastRenderedPageBreak/>")
BEFORE = "<w:pageBreakBefore/>"
LONG = "Басқарма өз қызметін заңнамаға сәйкес жүзеге асырады. " * 8


def sect(kind: str = "nextPage") -> str:
    return f"<w:sectPr><w:type w:val='{kind}'/></w:sectPr>"


def breaks(body: str) -> list[tuple[bool, int, bool]]:
    return [(x.break_before, x.page_breaks, x.break_last) for x in paragraphs(body)]


def pages(body: str) -> list[int | None]:
    return [x.page for x in paragraphs(body)]


def app(count: int, characters: int | None = None) -> str:
    letters = f"<Characters>{characters}</Characters>" if characters is not None else ""
    return f"<Pages>{count}</Pages>{letters}"


NONE = (False, 0, False)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("а"), [NONE]),
        (p(BREAK + r("а")), [(True, 1, False)]),
        (p(r("а") + BREAK) + p("б"), [(False, 1, True), (True, 0, False)]),
        (p(r("а") + BREAK + r("б")) + p("в"), [(False, 1, False), NONE]),
        (p(BREAK + r("а") + BREAK) + p("б"), [(True, 2, True), (True, 0, False)]),
        (p("а") + p(BREAK) + p("б"), [NONE, (False, 1, True), (True, 0, False)]),
        (p(r("а") + BREAK + r(" ")) + p("б"), [(False, 1, True), (True, 0, False)]),
        (p("а") + p("б", BEFORE), [NONE, (True, 0, False)]),
        (p("а", sect()) + p("б") + sect(), [NONE, (True, 0, False)]),
        (p("а", sect()) + p("б") + sect("continuous"), [NONE, NONE]),
        (p("а", sect()) + p("б") + sect("oddPage"), [NONE, (True, 0, False)]),
        (p("а", sect()) + tbl(tr(tc("б"))) + p("в") + sect(), [NONE, (True, 0, False), NONE]),
        (p(r("а") + r("<w:br w:type='column'/>") + r("б")), [NONE]),
        (p(f"<w:del>{BREAK}</w:del>" + r("а")), [NONE]),
        (p(r("<w:br w:type='page'/>", "<w:vanish/>") + r("а")), [NONE]),
    ],
)
def test_page_breaks(body: str, expected: list[tuple[bool, int, bool]]) -> None:
    assert breaks(body) == expected


def test_page_break_parts_the_words_and_adds_nothing_at_the_ends() -> None:
    assert [x.text for x in paragraphs(p(BREAK + r("а") + BREAK + r("б") + BREAK))] == ["а\nб"]


def test_break_of_the_anchor_is_not_taken_by_its_text_box() -> None:
    found = paragraphs(p(r(shape(p("қорап"))) + r("а") + BREAK) + p("б"))
    assert [(x.text, x.break_before, x.page) for x in found] == [
        ("а", False, 1),
        ("қорап", False, 2),
        ("б", True, 2),
    ]


def test_explicit_breaks_count_pages() -> None:
    assert pages(p(r("а") + BREAK) + p("б") + p("в", BEFORE) + p("г", sect()) + p("д") + sect()) == [
        1,
        2,
        3,
        3,
        4,
    ]


def test_breaks_of_words_last_layout() -> None:
    body = p("а") + p(LAID + r("б")) + p(r("в") + LAID + r("г")) + p("ғ")
    assert pages(body) == [1, 2, 2, 3]


def test_an_explicit_break_and_its_mark_are_one_page() -> None:
    assert pages(p(r("а") + BREAK) + p(LAID + r("б")) + p(LAID + r("в"), BEFORE) + p(LAID + r("г"))) == [
        1,
        2,
        3,
        4,
    ]


def test_a_row_over_two_pages_has_words_break_in_every_cell() -> None:
    cell = tc(p(r("а") + LAID + r("б")) + p("в"))
    assert pages(tbl(tr(cell, cell), tr(tc("г"))) + p("ғ")) == [1, 2, 1, 2, 2, 2]
    assert read(tbl(tr(cell, tc("г")))).pages == Pages(2)


def test_page_break_before_at_the_top_of_a_page_adds_none() -> None:
    assert pages(p(r("а") + BREAK) + p("б", BEFORE)) == [1, 2]


def test_volume_of_text_fills_pages() -> None:
    draft = read("".join(p(LONG) for _ in range(60)))
    assert draft.pages is not None
    assert 5 <= draft.pages.value <= 9
    found: list[Paragraph] = list(draft.paragraphs())
    assert found[0].page == 1
    assert found[-1].page == draft.pages.value
    assert [x.page for x in found] == sorted(x.page or 0 for x in found)


def test_cells_of_a_row_stand_side_by_side() -> None:
    column = "".join(p(str(number)) for number in range(40))
    draft = read(tbl(tr(tc(column), tc(column), tc(column))))
    assert draft.pages == Pages(1)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (app(7), 7),
        (app(7, 2), 7),
        (app(1), 2),
        (app(0), 2),
        (app(7, 9000), 2),
        (app(7, 0), 7),
        ("<Pages>x</Pages>", 2),
        ("", 2),
    ],
)
def test_the_stored_number_is_believed_where_the_text_bears_it_out(stored: str, expected: int) -> None:
    assert read(p(r("а") + BREAK) + p("б"), app=stored).pages == Pages(expected)


def test_damaged_properties_do_not_matter() -> None:
    assert read(p("а"), app="<Pages>").pages == Pages(1)


@pytest.mark.parametrize("value", ["0", "-28", "999999999", "x"])
def test_senseless_lengths_do_not_matter(value: str) -> None:
    form = f"<w:spacing w:line='{value}' w:lineRule='exact' w:before='{value}'/><w:ind w:left='{value}'/>"
    page = f"<w:sectPr><w:pgSz w:w='{value}' w:h='{value}'/><w:pgMar w:left='{value}'/></w:sectPr>"
    draft = read(p(r("а", f"<w:sz w:val='{value}'/>"), form) + page)
    assert draft.pages is not None
    assert 1 <= draft.pages.value <= 200
