"""Fields: the result is shown under the field's name, the instruction never."""

import pytest

from docctl.domain.draft import Field
from tests.docx.drafts import char, field, instr, only, p, paragraphs, r, read, sdt, t, tbl, tc, tr

CHECKBOX = "<w:ffData><w:checkBox><w:default w:val='{}'/></w:checkBox></w:ffData>"
DROPDOWN = (
    "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='бір'/>"
    "<w:listEntry w:val='екі'/></w:ddList></w:ffData>"
)


def shown(body: str) -> list[tuple[str, str]]:
    return [(run.text, run.field) for run in only(body).runs]


def test_complex_field() -> None:
    body = p(r("бет ") + field(" PAGE \\* MERGEFORMAT ", r("2")) + r(" / ") + field("NUMPAGES", r("11")))
    assert shown(body) == [("бет ", ""), ("2", "PAGE"), (" / ", ""), ("11", "NUMPAGES")]
    assert only(body).fields == (
        Field("PAGE", "PAGE \\* MERGEFORMAT", "2"),
        Field("NUMPAGES", "NUMPAGES", "11"),
    )


def test_simple_field() -> None:
    body = p("<w:fldSimple w:instr=' page ' w:dirty='1'>" + r("2") + "</w:fldSimple>")
    assert only(body).fields == (Field("PAGE", "page", "2", dirty=True),)
    assert shown(body) == [("2", "PAGE")]


def test_all_of_a_field_in_one_run() -> None:
    run = r(
        "<w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
        "<w:fldChar w:fldCharType='separate'/>" + t("3") + "<w:fldChar w:fldCharType='end'/>" + t(" бет")
    )
    assert shown(p(run)) == [("3", "PAGE"), (" бет", "")]


def test_instruction_split_over_runs_and_tracked_changes() -> None:
    body = p(
        char("begin")
        + instr(" NUM")
        + f"<w:ins>{instr('PAGES ')}</w:ins>"
        + char("separate")
        + r("7")
        + char("end")
    )
    assert only(body).fields == (Field("NUMPAGES", "NUMPAGES", "7"),)


@pytest.mark.parametrize(
    "markup",
    [
        char("begin") + instr("PAGE") + char("end"),
        char("begin") + instr("PAGE") + char("separate") + char("end"),
        "<w:fldSimple w:instr='PAGE'/>",
        r("<w:pgNum/>"),
    ],
)
def test_field_without_a_result_is_still_a_field(markup: str) -> None:
    paragraph = only(p(markup + r("!")))
    assert paragraph.fields == (Field("PAGE", "PAGE", ""),)
    assert [(run.text, run.field) for run in paragraph.runs] == [("!", "")]


def test_field_in_a_header_without_a_result() -> None:
    sections = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>"
    draft = read(p("а") + sections, header1=tbl(tr(tc(p(char("begin") + instr("PAGE") + char("end"))))))
    assert [f.name for f in draft.sections[0].headers[0].fields] == ["PAGE"]


def test_nested_instruction_is_not_shown() -> None:
    body = p(
        char("begin") + instr(" IF ") + field("PAGE", r("1")) + instr(' > 1 "бет" ""') + char("separate")
        + r("нәтиже") + char("end")
    )  # fmt: skip
    paragraph = only(body)
    assert paragraph.text == "нәтиже"
    assert paragraph.fields == (Field("IF", 'IF 1 > 1 "бет" ""', "нәтиже"), Field("PAGE", "PAGE", "1"))


def test_nested_result_is_shown_under_the_inner_name() -> None:
    inner = r("а") + field("PAGE", r("2")) + r("б")
    body = p(field("QUOTE", inner))
    assert shown(body) == [("а", "QUOTE"), ("2", "PAGE"), ("б", "QUOTE")]
    assert [f.result for f in only(body).fields] == ["а2б", "2"]


def test_contents_over_paragraphs() -> None:
    body = (
        p("Мазмұны")
        + p(char("begin") + instr('TOC \\o "1-2"') + char("separate") + field("PAGEREF _1 \\h", r("3")))
        + p(r("2 Екінші ") + field("PAGEREF _2 \\h", r("4")))
        + p(char("end"))
        + p("Мәтін")
    )
    found = paragraphs(body)
    assert [x.in_field for x in found] == ["", "TOC", "TOC", "", ""]
    assert [f.name for f in found[1].fields] == ["TOC", "PAGEREF"]
    assert [(run.text, run.field) for run in found[2].runs] == [("2 Екінші ", "TOC"), ("4", "PAGEREF")]


def test_contents_that_end_in_the_paragraph_of_the_next_heading() -> None:
    body = p(char("begin") + instr("TOC") + char("separate") + r("1")) + p(char("end") + r("Мәтін"))
    assert [x.in_field for x in paragraphs(body)] == ["TOC", ""]


def test_contents_of_one_line_inside_a_content_control() -> None:
    assert only(sdt(p(field("TOC", r("жоқ"))))).in_field == "TOC"


def test_contents_that_never_end_do_not_take_the_rest() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='o1'><w:name w:val='toc 1'/></w:style>"
    listed = "<w:pStyle w:val='o1'/>"
    begin = char("begin") + instr("TOC") + char("separate")
    found = paragraphs(p(begin + r("а"), listed) + p("ә", listed) + p("мәтін"), styles=styles)
    assert [x.in_field for x in found] == ["TOC", "TOC", ""]


def test_instruction_that_never_ends_does_not_swallow_the_next_paragraphs() -> None:
    found = paragraphs(p(char("begin") + instr("PAGE") + r("жоғалған")) + p("бар") + p("тағы"))
    assert [x.text for x in found] == ["", "бар", "тағы"]
    assert [run.field for x in found for run in x.runs] == ["", ""]


def test_page_field_left_open_ends_with_its_paragraph() -> None:
    found = paragraphs(p(char("begin") + instr("PAGE") + char("separate") + r("2")) + p("мәтін"))
    assert [[(run.text, run.field) for run in x.runs] for x in found] == [[("2", "PAGE")], [("мәтін", "")]]


def test_ends_without_a_beginning_are_ignored() -> None:
    assert only(p(char("end") + char("separate") + instr("X") + r("мәтін"))).text == "мәтін"


@pytest.mark.parametrize(
    ("instruction", "data", "text"),
    [
        ("FORMCHECKBOX", CHECKBOX.format(1), "☒"),
        ("FORMCHECKBOX", CHECKBOX.format(0), "☐"),
        ("FORMCHECKBOX", "", "☐"),
        ("FORMDROPDOWN", DROPDOWN, "екі"),
        ("FORMDROPDOWN", "<w:ffData><w:ddList/></w:ffData>", ""),
        ("FORMDROPDOWN", DROPDOWN.replace("'1'", "'9'"), ""),
        ("MACROBUTTON NoMacro [атауы осында]", "", "[атауы осында]"),
        ("FORMTEXT", "", ""),
    ],
)
def test_fields_shown_without_a_stored_result(instruction: str, data: str, text: str) -> None:
    begin = r(f"<w:fldChar w:fldCharType='begin'>{data}</w:fldChar>")
    assert only(p(begin + instr(instruction) + char("end"))).text == text


def test_form_text() -> None:
    assert shown(p(field("FORMTEXT", r("А.Б. Үлгібаев")))) == [("А.Б. Үлгібаев", "FORMTEXT")]


def test_dirty_field() -> None:
    dirty = char("begin", " w:dirty='true'") + instr("TOC") + char("separate") + r("а") + char("end")
    assert only(p(dirty)).fields[0].dirty


def test_deleted_field_is_none() -> None:
    deleted = char("begin") + r("<w:delInstrText>PAGE</w:delInstrText>") + char("separate")
    body = p(f"<w:del>{deleted}{r('<w:delText>2</w:delText>')}{char('end')}</w:del>" + r("бет"))
    assert (only(body).fields, only(body).text, only(body).original_text) == ((), "бет", "2бет")


def test_fields_nested_without_end_cost_little() -> None:
    deep = (char("begin") + instr("IF") + char("separate")) * 3000
    paragraph = only(p(deep + r("а") + char("end") * 3000))
    assert (paragraph.text, len(paragraph.fields)) == ("а", 20)
