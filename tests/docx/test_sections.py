"""Sections: paper, margins, and which header shows on which pages."""

import pytest

from docctl.domain.draft import PageSetup, Section, Story, Variant
from tests.docx.drafts import p, read, tbl, tc, tr

DEFAULT, FIRST, EVEN = Variant
A4 = "<w:pgSz w:w='11906' w:h='16838'/>"
TITLE = "<w:titlePg/>"
EVEN_AND_ODD = "<w:evenAndOddHeaders/>"


def ref(variant: str, part: str, kind: str = "header") -> str:
    return f"<w:{kind}Reference w:type='{variant}' r:id='{part}'/>"


def sect(*content: str) -> str:
    return f"<w:sectPr>{''.join(content)}</w:sectPr>"


def sections(*said: str, **parts: str) -> tuple[Section, ...]:
    """Sections of one paragraph each; all but the last end in their paragraph."""
    body = "".join(p("мәтін", one) for one in said[:-1]) + p("соңғы") + said[-1]
    return read(body, **parts).sections


def shown(section: Section) -> list[tuple[Variant, str, bool]]:
    return [(story.variant, story.text, story.inherited) for story in section.headers]


def test_paper_and_margins_in_millimetres() -> None:
    margins = (
        "<w:pgMar w:left='1134' w:right='567' w:top='-851' w:bottom='1134' w:gutter='284'"
        " w:header='709' w:footer='0'/>"
    )
    assert sections(sect(A4, margins))[0].page == PageSetup(
        width=210.01,
        height=297.0,
        left=20.0,
        right=10.0,
        top=15.01,
        bottom=20.0,
        gutter=5.01,
        header=12.51,
        footer=0.0,
    )


def test_lengths_with_units() -> None:
    page = sections(sect("<w:pgSz w:w='21cm' w:h='297mm'/>", "<w:pgMar w:left='1in' w:top='36pt'/>"))[0].page
    assert (page.width, page.height, page.left, page.top) == (210.0, 297.0, 25.4, 12.7)


@pytest.mark.parametrize(
    ("size", "landscape"),
    [
        ("<w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/>", True),
        ("<w:pgSz w:w='16838' w:h='11906'/>", True),
        ("<w:pgSz w:w='11906' w:h='16838' w:orient='landscape'/>", False),
        (A4, False),
    ],
)
def test_how_the_paper_lies_is_told_by_its_sides(size: str, landscape: bool) -> None:
    assert sections(sect(size))[0].page.landscape is landscape


@pytest.mark.parametrize("said", [sect(), "", sect("<w:pgSz w:w='abc'/><w:pgMar w:left=''/>")])
def test_what_is_not_said_is_as_word_takes_it(said: str) -> None:
    page = sections(said)[0].page
    assert (page.width, page.height, page.left, page.top, page.header) == (215.9, 279.4, 31.75, 25.4, 12.7)


def test_sections_end_in_paragraphs_the_last_one_in_the_body() -> None:
    draft = read(p("а") + p("б", sect()) + tbl(tr(tc("в"))) + p("г", sect()) + p("д") + sect())
    assert [x.section for x in draft.paragraphs()] == [1, 1, 2, 2, 3]
    assert [table.section for table in draft.tables()] == [2]
    assert [section.number for section in draft.sections] == [1, 2, 3]


def test_section_that_ends_in_the_last_paragraph() -> None:
    assert len(read(p("а", sect())).sections) == 1


def test_text_after_the_last_section_has_one_of_its_own() -> None:
    draft = read(p("а", sect()) + p("б"))
    assert [x.section for x in draft.paragraphs()] == [1, 2]
    assert len(draft.sections) == 2


def test_section_properties_inside_cells_mean_nothing() -> None:
    assert len(read(tbl(tr(tc(p("а", sect())))) + p("б") + sect()).sections) == 1


def test_kinds_of_start_and_page_numbers() -> None:
    found = sections(
        sect("<w:type w:val='continuous'/>", "<w:pgNumType w:start='3'/>"),
        sect("<w:type w:val='oddPage'/>"),
        sect("<w:type w:val='nonsense'/>", "<w:pgNumType w:start='x'/>"),
    )
    assert [section.start for section in found] == ["continuous", "oddPage", "nextPage"]
    assert [section.page_start for section in found] == [3, None, None]


def test_header_of_its_own() -> None:
    (section,) = sections(sect(ref("default", "header1")), header1=p("колонтитул"))
    assert shown(section) == [(DEFAULT, "колонтитул", False)]


def test_headers_are_inherited_until_another_one() -> None:
    one, two, three = sections(
        sect(ref("default", "header1")),
        sect(),
        sect(ref("default", "header2")),
        header1=p("а"),
        header2=p("б"),
    )
    assert [shown(section) for section in (one, two, three)] == [
        [(DEFAULT, "а", False)],
        [(DEFAULT, "а", True)],
        [(DEFAULT, "б", False)],
    ]


def test_first_page_counts_only_when_switched_on() -> None:
    references = ref("default", "header1") + ref("first", "header2")
    off, on = sections(sect(references), sect(TITLE), header1=p("а"), header2=p("б"))
    assert shown(off) == [(DEFAULT, "а", False)]
    assert shown(on) == [(DEFAULT, "а", True), (FIRST, "б", True)]
    assert (off.different_first, on.different_first) == (False, True)


def test_even_pages_count_only_when_the_file_tells_them_apart() -> None:
    said = sect(ref("default", "header1") + ref("even", "header2"))
    parts = {"header1": p("а"), "header2": p("б")}
    assert [v for v, _, _ in shown(sections(said, **parts)[0])] == [DEFAULT]
    assert [v for v, _, _ in shown(sections(said, settings=EVEN_AND_ODD, **parts)[0])] == [DEFAULT, EVEN]


def test_first_page_without_a_header_shows_an_empty_one() -> None:
    (section,) = sections(sect(ref("default", "header1"), TITLE), header1=p("а"))
    assert section.headers[1] == Story(FIRST, ())


def test_switched_off_in_so_many_words() -> None:
    (section,) = sections(
        sect(ref("default", "header1"), "<w:titlePg w:val='0'/>"),
        settings="<w:evenAndOddHeaders w:val='false'/>",
        header1=p("а"),
    )
    assert len(section.headers) == 1


def test_no_header_at_all() -> None:
    assert sections(sect(TITLE))[0].headers == ()


def test_footers() -> None:
    (section,) = sections(sect(ref("default", "footer1", "footer")), footer1=p("төменгі"))
    assert [story.text for story in section.footers] == ["төменгі"]
    assert section.headers == ()


def test_dangling_reference_is_an_empty_header() -> None:
    assert sections(sect(ref("default", "rId404")))[0].headers == (Story(DEFAULT, ()),)


def test_header_tables_count_by_themselves() -> None:
    (section,) = sections(sect(ref("default", "header1")), header1=tbl(tr(tc("а"))) + p("б"))
    (story,) = section.headers
    assert story.text == "а\nб"
    assert [getattr(block, "index", 0) for block in story.blocks] == [1, 2]


def test_settings_of_the_file() -> None:
    draft = read(p("а"), settings="<w:mirrorMargins/><w:updateFields w:val='true'/>")
    assert (draft.mirror_margins, draft.update_fields) == (True, True)
    plain = read(p("а"))
    assert (plain.mirror_margins, plain.update_fields) == (False, False)
