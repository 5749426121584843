"""Guidance: passed over when a file is read, cut out of it when it is handed in."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docctl.docx.annotating.annotated import annotated
from docctl.docx.guidance import without_guidance
from docctl.docx.reading import read_docx
from docctl.domain.draft import Draft
from docctl.domain.words import Language
from docctl.errors import UnreadableDraft
from tests.docx.annotated_files import files_of, note
from tests.docx.guided import PAGE, SECTION, cell, control, hint, table, text, word


def read(data: bytes) -> Draft:
    return read_docx(data, "draft.docx")


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs()]


def main_of(data: bytes) -> str:
    return files_of(data)["word/document.xml"].decode()


def test_is_passed_over_and_the_ordinals_stay_those_of_the_file() -> None:
    draft = read(word(text("A") + hint() + text("B") + text("More", "Own") + text("C")))
    assert [(p.index, p.text) for p in draft.paragraphs()] == [(1, "A"), (3, "B"), (5, "C")]
    assert draft.guidance == 2


def test_the_style_is_known_by_its_name_in_any_case() -> None:
    assert texts(read(word(text("A") + hint(), name="Docctl Guidance"))) == ["A"]
    assert texts(read(word(text("A") + hint("B"), name="docctl guide"))) == ["A", "B"]


def test_a_file_without_guidance_keeps_its_bytes() -> None:
    data = word(text("A"))
    assert without_guidance(data, "draft.docx").data is data


def test_is_cut_out_of_the_file_and_nothing_else_is_touched() -> None:
    data = word(text("A") + hint("Why.") + text("B"))
    cut = without_guidance(data, "draft.docx")
    before, after = files_of(data), files_of(cut.data)
    assert cut.texts == ("Why.",)
    assert "Why." not in main_of(cut.data)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert texts(read(cut.data)) == ["A", "B"]
    assert without_guidance(cut.data, "draft.docx").data is cut.data


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (table(cell(hint()), cell(text("A"))), ["", "A"]),
        (table(cell(text("A"), hint())), ["A"]),
        (table(cell(control(hint()), text("A"))), ["A"]),
        (table(cell(control(hint()))), [""]),
        (table(cell(text("A"))) + hint() + table(cell(text("B"))), ["A", "", "B"]),
        (table(cell(text("A"))) + hint() + hint(), ["A", ""]),
        (hint() + table(cell(text("A"))) + text("B"), ["A", "B"]),
        (text("A") + control(hint(), hint()) + text("B"), ["A", "B"]),
        (text("A") + control(hint(""), text("B")), ["A", "B"]),
        (text("A") + hint(properties=SECTION) + text("B"), ["A", "", "B"]),
        (text("A") + hint(inner=PAGE) + text("B"), ["A", "", "B"]),
        (hint(), [""]),
    ],
    ids=str,
)
def test_where_word_must_have_a_paragraph_an_empty_one_stays(body: str, left: list[str]) -> None:
    data = word(body + SECTION)
    cut = without_guidance(data, "draft.docx").data
    assert texts(read(data)) == texts(read(cut)) == left
    assert "Hint" not in main_of(cut)


def test_the_end_of_a_section_and_of_a_page_outlive_the_guidance_that_holds_them() -> None:
    body = text("A") + hint(properties=SECTION) + text("B") + hint(inner=PAGE) + text("C") + SECTION
    for draft in (read(word(body)), read(without_guidance(word(body), "draft.docx").data)):
        kept = {p.text: p for p in draft.paragraphs() if p.text}
        assert (kept["A"].section, kept["B"].section) == (1, 2)
        assert kept["B"].break_before
        assert kept["C"].break_before


def test_a_paragraph_that_goes_on_in_guidance_is_text() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    data = word(text("My clause. ", properties=deleted) + hint("Hint.") + text("B"))
    assert texts(read(data)) == ["My clause.Hint.", "B"]
    assert without_guidance(data, "draft.docx").data is data


def test_a_bookmark_that_only_ends_in_guidance_is_kept_whole() -> None:
    begin, end = '<w:bookmarkStart w:id="7" w:name="b"/>', '<w:bookmarkEnd w:id="7"/>'
    cut = without_guidance(word(text("A", inner=begin) + hint(inner=end) + text("B")), "draft.docx").data
    body = etree.fromstring(main_of(cut).encode())[0]
    assert [etree.QName(child).localname for child in body] == ["p", "bookmarkEnd", "p"]


def test_a_field_that_begins_in_guidance_is_refused() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    data = word(hint(inner=begin) + text("", inner=end))
    with pytest.raises(UnreadableDraft, match="docctl guidance"):
        without_guidance(data, "draft.docx")


def test_comments_stand_at_their_paragraphs_beside_guidance() -> None:
    data = word(text("A") + hint() + text("B") + text("C"))
    made = annotated(data, read(data), [note(3, "At B.")], date(2026, 3, 1), Language.EN)
    assert [(one.paragraph, one.text.splitlines()[-2]) for one in read(made).comments] == [(3, "At B.")]


PIECES = [text("A"), text("B"), hint(), hint(""), hint(inner=PAGE), hint(properties=SECTION), SECTION]


@st.composite
def bodies(draw: st.DrawFn, depth: int = 2) -> str:
    """Blocks of every kind in any order."""
    pieces: list[str] = []
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.integers(0, 7))
        if kind < 5 or not depth:
            pieces.append(PIECES[draw(st.integers(0, 5 if depth == 2 else 4))])
        elif kind == 5:
            pieces.append(control(draw(bodies(depth - 1)) or text("A")))
        else:
            pieces.append(
                table(
                    *(
                        cell(draw(bodies(depth - 1)), draw(st.sampled_from((hint(), text("")))))
                        for _ in range(2)
                    )
                )
            )
    return "".join(pieces)


@settings(max_examples=150, deadline=None)
@given(bodies())
def test_what_is_stored_reads_as_what_was_checked(body: str) -> None:
    data = word(body + SECTION)
    before, cut = read(data), without_guidance(data, "draft.docx")
    after = read(cut.data)
    assert texts(before) == texts(after)
    assert len(cut.texts) == before.guidance
    assert after.guidance == 0
    assert "Hint" not in main_of(cut.data)
