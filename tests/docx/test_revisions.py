"""Tracked changes: the accepted view is read, the original one kept beside it, every change told."""

import pytest

from docctl.domain.draft import Paragraph, Revision, RevisionKind
from tests.docx.drafts import only, p, paragraphs, r, read, shape, tbl, tc, tr

INSERTION, DELETION, MOVE, FORMAT = RevisionKind


def removed(text: str) -> str:
    return f"<w:del>{r(f'<w:delText>{text}</w:delText>')}</w:del>"


def added(text: str) -> str:
    return f"<w:ins>{r(text)}</w:ins>"


def mark(kind: str) -> str:
    return f"<w:rPr><w:{kind} w:id='1'/></w:rPr>"


def views(paragraph: Paragraph) -> tuple[str, str | None]:
    return paragraph.text, paragraph.original_text


def revisions(body: str) -> tuple[Revision, ...]:
    return read(body).revisions


def test_insertion_and_deletion() -> None:
    body = p("алдыңғы") + p(r("а") + removed("бв") + added("гд"))
    assert views(paragraphs(body)[1]) == ("агд", "абв")
    assert revisions(body) == (Revision(DELETION, 2, "бв"), Revision(INSERTION, 2, "гд"))


def test_text_without_changes_has_no_original() -> None:
    assert only(p("а")).original_text is None


def test_moves() -> None:
    body = p(f"<w:moveFrom>{r('а')}</w:moveFrom>{r('б')}<w:moveTo>{r('в')}</w:moveTo>")
    assert views(only(body)) == ("бв", "аб")
    assert revisions(body) == (Revision(MOVE, 1, "а"), Revision(MOVE, 1, "в"))


def test_inserted_and_then_deleted_is_in_neither_view() -> None:
    body = p(r("а") + f"<w:ins>{removed('б')}</w:ins>")
    assert views(only(body)) == ("а", None)
    assert {revision.kind for revision in revisions(body)} == {INSERTION, DELETION}


def test_one_change_over_many_runs_is_one() -> None:
    assert revisions(p(added("а") + added("б") + added("в"))) == (Revision(INSERTION, 1, "абв"),)


def test_deleted_paragraph_goes() -> None:
    body = p("бірінші") + p(removed("жойылған"), mark("del")) + p("үшінші")
    assert [views(x) for x in paragraphs(body)] == [("бірінші", None), ("үшінші", "жойылған\nүшінші")]
    assert revisions(body) == (Revision(DELETION, 2, "жойылған"),)


def test_deleted_mark_joins_two_paragraphs_under_the_second_style() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='h'><w:name w:val='heading 1'/></w:style>"
    body = p("бір ", mark("del")) + p("екі", "<w:pStyle w:val='h'/>")
    joined = only(body, styles=styles)
    assert (views(joined), joined.style) == (("бір екі", "бір \nекі"), "heading 1")


def test_moved_mark_joins_as_well() -> None:
    assert [x.text for x in paragraphs(p("а", mark("moveFrom")) + p("б"))] == ["аб"]


def test_inserted_mark_separates() -> None:
    body = p("бір", mark("ins")) + p("екі")
    assert [views(x) for x in paragraphs(body)] == [("бір", None), ("екі", None)]
    assert revisions(body) == (Revision(INSERTION, 1, ""),)


def test_inserted_paragraph() -> None:
    body = p(added("жаңа"), mark("ins"))
    assert views(only(body)) == ("жаңа", "")
    assert revisions(body) == (Revision(INSERTION, 1, "жаңа"),)


def test_deleted_last_paragraph_of_a_cell_and_before_a_table() -> None:
    gone = p(removed("а"), mark("del"))
    assert [x.text for x in paragraphs(tbl(tr(tc(gone))))] == [""]
    assert [x.text for x in paragraphs(p("бар") + gone + tbl(tr(tc("кесте"))))] == ["бар", "кесте"]
    assert [x.text for x in paragraphs(p("қалған", mark("del")) + tbl(tr(tc("кесте"))))] == [
        "қалған",
        "кесте",
    ]


def test_deleted_section_break_joins_the_sections() -> None:
    body = p("а", f"{mark('del')}<w:sectPr/>") + p("б") + "<w:sectPr/>"
    assert (len(read(body).sections), only(body).section) == (1, 1)


def test_rows() -> None:
    body = tbl(
        tr(tc("ескі"), properties="<w:del w:id='1'/>"),
        tr(tc("жаңа"), properties="<w:ins w:id='2'/>"),
        tr(tc("бар")),
    )
    assert [(x.text, x.cell.row) for x in paragraphs(body) if x.cell] == [("жаңа", 1), ("бар", 2)]
    assert revisions(body) == (Revision(DELETION, 1, "ескі"), Revision(INSERTION, 2, "жаңа"))


def test_table_deleted_as_a_whole() -> None:
    draft = read(p("а") + tbl(tr(tc("б"), properties="<w:del/>")))
    assert [table.index for table in draft.tables()] == []
    assert draft.revisions == (Revision(DELETION, 1, "б"),)


def test_cells() -> None:
    body = tbl(tr(tc("а"), tc("б", "<w:cellDel/>"), tc("в")))
    assert [x.text for x in paragraphs(body)] == ["а", "в"]
    assert revisions(body) == (Revision(DELETION, 1, "б"),)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(r("а", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>")), "а"),
        (p("а", "<w:jc w:val='left'/><w:pPrChange><w:pPr/></w:pPrChange>"), "а"),
        (p("а") + "<w:sectPr><w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>", ""),
        (tbl(tr(tc("а", "<w:tcPrChange><w:tcPr/></w:tcPrChange>"))), ""),
    ],
)
def test_changes_of_format(body: str, text: str) -> None:
    assert revisions(body) == (Revision(FORMAT, 1, text),)


def test_changed_format_of_a_run_does_not_show_the_old_one() -> None:
    run = r("а", "<w:i/><w:rPrChange><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>")
    form = only(p(run)).runs[0].format
    assert (form.bold, form.italic) == (False, True)


def test_changes_in_other_stories_have_no_paragraph() -> None:
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>"
    draft = read(
        p("а") + section, header1=p(added("б")), footnotes=f"<w:footnote>{p(removed('в'))}</w:footnote>"
    )
    assert draft.revisions == (Revision(INSERTION, None, "б"), Revision(DELETION, None, "в"))


def test_text_box_in_deleted_text_goes() -> None:
    assert [x.text for x in paragraphs(p(f"<w:del>{r(shape(p('қорап')))}</w:del>"))] == [""]


def test_blocks_wrapped_in_tracked_changes() -> None:
    body = f"<w:ins>{p('жаңа')}</w:ins><w:del>{p('ескі')}</w:del>"
    assert [x.text for x in paragraphs(body)] == ["жаңа", ""]
