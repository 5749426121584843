"""Drafts written as text become the drafts they describe."""

from typing import Any

import pytest

from docctl.checking.sketch import read_sketch
from docctl.domain.draft import ActiveKind, CellPlace, Draft, Paragraph, RevisionKind, Table, Variant
from docctl.domain.formats import Alignment, LineRule, Origin
from docctl.errors import ConfigurationError


def paragraphs(text: str) -> list[Paragraph]:
    return list(read_sketch(text).paragraphs())


def only(text: str) -> Paragraph:
    (paragraph,) = paragraphs(text)
    return paragraph


def table(draft: Draft) -> Table:
    (found,) = draft.tables()
    return found


def test_a_line_is_a_paragraph_and_empty_lines_are_ignored() -> None:
    assert [(p.index, p.text) for p in paragraphs("one\n\n  \ntwo\n¶\n")] == [(1, "one"), (2, "two"), (3, "")]


def test_defaults_are_those_of_a_compliant_document() -> None:
    paragraph = only("1.1 Осы Ереже міндеттерді белгілейді.")
    (run,) = paragraph.runs
    assert (run.format.font, run.format.ascii_font, run.format.size) == ("Times New Roman",) * 2 + (14,)
    assert paragraph.format.alignment is Alignment.JUSTIFIED
    assert (paragraph.format.line_rule, paragraph.format.line_spacing) == (LineRule.MULTIPLE, 1.0)
    page = read_sketch("x").sections[0].page
    assert (page.left, page.right, page.top, page.bottom) == (30, 15, 20, 20)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Қоғамның ережесі", "kk-KZ"),
        ("Положение об отделе, начальник Ә. Үлгібаев, утверждённое ректором университета", "ru-RU"),
        ("Regulation on the quality office", "en-US"),
        ("Regulation\n=== file language=none", None),
    ],
)
def test_the_language_is_that_of_the_letters(text: str, language: str | None) -> None:
    assert read_sketch(text).default_language == language


@pytest.mark.parametrize(
    ("marks", "field", "value"),
    [
        ("align=center", "alignment", Alignment.CENTER),
        ("spacing=1.5", "line_spacing", 1.5),
        ("spacing=18pt", "line_rule", LineRule.EXACT),
        ("spacing=18pt+", "line_rule", LineRule.AT_LEAST),
        ("before=6", "space_before", 6),
        ("after=12.5", "space_after", 12.5),
        ("first=-10", "first_line_indent", -10),
        ("left=36", "left_indent", 36),
        ("outline=2", "outline_level", 2),
        ("page", "page_break_before", True),
        ("framed", "framed", True),
    ],
)
def test_paragraph_attributes(marks: str, field: str, value: Any) -> None:
    assert getattr(only(f"{{{marks}}} text").format, field) == value


@pytest.mark.parametrize(
    ("marks", "field", "value"),
    [
        ("bold", "bold", True),
        ("italic", "italic", True),
        ("size=11.5", "size", 11.5),
        ("font=Arial", "font", "Arial"),
        ("color=FF0000", "color", "FF0000"),
        ("highlight", "highlight", "yellow"),
        ("lang=kk-KZ", "language", "kk-KZ"),
        ("lang=none", "language", None),
    ],
)
def test_character_attributes_of_a_paragraph_and_of_a_run(marks: str, field: str, value: Any) -> None:
    whole = only(f"{{{marks}}} text")
    part = only(f"before [[{marks}|text]] after")
    assert getattr(whole.runs[0].format, field) == value
    assert [run.text for run in part.runs] == ["before ", "text", " after"]
    assert getattr(part.runs[1].format, field) == value


def test_what_is_set_directly_says_so() -> None:
    paragraph = only("{font=Arial, align=left} text")
    assert paragraph.runs[0].format.font_origin is Origin.DIRECT
    assert paragraph.format.alignment_origin is Origin.DIRECT


def test_a_heading_style_makes_a_bold_heading() -> None:
    paragraph = only("{style=heading 2} 2 Қысқартулар")
    assert (paragraph.style, paragraph.heading_level, paragraph.format.outline_level) == ("heading 2", 2, 2)
    assert paragraph.runs[0].format.bold


def test_automatic_numbers_and_bullets() -> None:
    numbered, bulleted = paragraphs("{num=1.1.} Text\n{bullet, level=1} item")
    assert (numbered.label, numbered.label_level, numbered.printed) == ("1.1.", 1, "1.1. Text")
    assert (bulleted.label, bulleted.label_level, bulleted.bullet) == ("•", 1, True)


def test_tabs_line_breaks_and_plain_text() -> None:
    assert only("a\\tb // c").text == "a\tb\nc"
    assert only("see https://example.org").text == "see https://example.org"
    assert only("\\{bold} stays").text == "{bold} stays"
    assert only("{{unit}} stays").text == "{{unit}} stays"
    assert only("[[unit]] stays").text == "[[unit]] stays"


def test_fields() -> None:
    paragraph = only("[[field=PAGE|2]]-бет, [[field=NUMPAGES \\* Arabic|11]] беттен")
    assert paragraph.text == "2-бет, 11 беттен"
    assert [(f.name, f.instruction, f.result) for f in paragraph.fields] == [
        ("PAGE", "PAGE", "2"),
        ("NUMPAGES", "NUMPAGES \\* Arabic", "11"),
    ]


def test_contents_field_begins_once() -> None:
    first, second, after = paragraphs("{toc, dirty} 1\\tA\\t3\n{toc} 2\\tB\\t4\ntext")
    assert [f.name for f in first.fields] == ["TOC"]
    assert first.fields[0].dirty
    assert (second.fields, second.in_field, second.style, after.in_field) == ((), "TOC", "toc 1", "")


def test_things_that_are_not_seen() -> None:
    draft = read_sketch(
        "{original=old, comment=Why?} new\n"
        "ab[[hidden|secret]]\n"
        "{placeholder, picture, textbox, breaks=2, on=4} x"
    )
    changed, hidden, odd = draft.paragraphs()
    assert changed.original_text == "old"
    assert [r.kind for r in draft.revisions] == [RevisionKind.DELETION, RevisionKind.INSERTION]
    assert [(c.paragraph, c.text) for c in draft.comments] == [(1, "Why?")]
    assert (hidden.text, hidden.hidden_text) == ("ab", "secret")
    assert (odd.placeholder, odd.pictures, odd.in_text_box, odd.page_breaks, odd.page) == (
        True,
        1,
        True,
        2,
        4,
    )


def test_a_table() -> None:
    draft = read_sketch("before\n|! Role | Name |\n| {bold} Agreed | A [[italic|b]] // c |\n\nafter")
    found = table(draft)
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["Role", "Name"],
        ["Agreed", "A b\nc"],
    ]
    assert [row.repeated_header for row in found.rows] == [True, False]
    cells = [p for p in draft.paragraphs() if p.cell]
    assert [p.index for p in cells] == [2, 3, 4, 5, 6]
    assert cells[-1].cell == CellPlace(1, 2, 2)
    assert cells[0].runs[0].format.size == 12
    assert cells[0].format.alignment is Alignment.LEFT


def test_an_empty_line_ends_a_table() -> None:
    assert [t.index for t in read_sketch("| a |\n\n| b |").tables()] == [1, 2]


def test_merged_cells_come_once() -> None:
    found = table(read_sketch("| a | < | b |\n| ^ | c | ^ |\n| ^ |  | d |"))
    spans = [(c.text, c.row, c.column, c.row_span, c.column_span) for row in found.rows for c in row.cells]
    assert spans == [
        ("a", 1, 1, 3, 2),
        ("b", 1, 3, 2, 1),
        ("c", 2, 2, 1, 1),
        ("", 3, 2, 1, 1),
        ("d", 3, 3, 1, 1),
    ]


def test_page_breaks() -> None:
    one, two, empty, three = paragraphs("one\n=== page\ntwo\n=== page\n=== page\nthree")
    assert [p.break_before for p in (one, two, empty, three)] == [False, True, True, True]
    assert empty.text == ""


def test_sections_and_their_headers() -> None:
    draft = read_sketch(
        "=== section first left=25\n=== header\nA\\t[[field=PAGE|2]]\n=== header first\n=== body\ntitle\n"
        "=== section landscape start=5\nwide\n=== section continuous\n=== header\nB\n=== body\nlast"
    )
    first, wide, last = draft.sections
    assert (first.page.left, first.different_first) == (25, True)
    assert [(h.variant, h.text) for h in first.headers] == [(Variant.DEFAULT, "A\t2"), (Variant.FIRST, "")]
    assert (wide.page.width, wide.page.height, wide.page.landscape, wide.page_start) == (297, 210, True, 5)
    assert [(h.text, h.inherited) for h in wide.headers] == [("A\t2", True)]
    assert [(h.text, h.inherited) for h in last.headers] == [("B", False)]
    assert [(p.section, p.break_before) for p in draft.paragraphs()] == [(1, False), (2, True), (3, False)]


def test_the_file() -> None:
    draft = read_sketch(
        'text\n=== file macros dde comments=2 revisions="deletion:text" mirror update pages=9 '
        "name=№-158.docm format=docm"
    )
    assert [a.kind for a in draft.active] == [ActiveKind.MACROS, ActiveKind.DDE_FIELD]
    assert (draft.mirror_margins, draft.update_fields, draft.name) == (True, True, "№-158.docm")
    assert draft.pages is not None
    assert (draft.format, draft.pages.value) == ("docm", 9)
    assert len(draft.comments) == 2
    assert [(r.kind, r.paragraph, r.text) for r in draft.revisions] == [(RevisionKind.DELETION, 1, "text")]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("ok\n{colour=red} x", 2, "“colour” is not known here"),
        ("{size=big} x", 1, "float"),
        ("{spacing=wide} x", 1, "spacing=wide"),
        ("{bold x", 1, "not closed"),
        ("{bold italic} x", 1, "no list"),
        ("a [[bald|b]]", 1, "“bald” is not known here"),
        ("=== chapter", 1, "=== chapter"),
        ("=== section wide", 1, "“wide” is not known here"),
        ("=== header odd", 1, "“odd” is none of"),
        ("=== file revisions=rewrite:x", 1, "rewrite"),
        ("x\n\n| ^ | a |", 3, "“^” joins"),
        ("| < | a |", 1, "“<” joins"),
    ],
)
def test_mistakes_name_the_line(text: str, line: int, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_sketch(text, "SEC001.yaml")
    assert str(caught.value).startswith(f"SEC001.yaml:{line}: ")
    assert said in str(caught.value)
