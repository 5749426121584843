"""PDF files read, and refused with the reason."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docctl.domain.draft import ActiveKind, Paragraph, Table
from docctl.errors import ScannedDraft, UnreadableDraft
from docctl.pdf.limits import LIMITS
from docctl.pdf.reading import page_texts, read_pdf
from tests.kit.pdf_file import A4, Placed, lines, pdf, picture, ruled, text

CLAUSE = (
    "1.1 The Library is a unit of the University of this city and it is led by the person whom",
    "the Rector appoints.",
)
WHOLE = (0.0, 0.0, float(A4[0]), float(A4[1]))


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_pdf(data, "draft.pdf").paragraphs()]


def test_lines_are_told_with_their_places_fonts_and_sizes() -> None:
    page = page_texts(pdf([text(Placed("Regulation", 72, 770, 14, "F2"))]))[0]
    (line,) = page.lines
    assert (line.text, line.font, line.size, line.bold) == ("Regulation", "Times New Roman", 14.0, True)
    assert line.left == pytest.approx(25.4, abs=0.2)
    assert page.width == pytest.approx(209.9, abs=0.1)
    assert page.height == pytest.approx(297.0, abs=0.1)
    assert line.top < (842 - 770) * 25.4 / 72 < line.bottom


def test_a_turned_page_is_shown_upright() -> None:
    page = page_texts(pdf([text(Placed("Sheet", 72, 770))], page="/Rotate 90"))[0]
    assert page.width > page.height
    assert read_pdf(pdf([lines("Sheet")], page="/Rotate 90"), "d.pdf").sections[0].page.landscape


def test_a_paragraph_broken_into_lines_is_whole_again() -> None:
    assert texts(pdf([lines(*CLAUSE, "1.2 It keeps books.")])) == [" ".join(CLAUSE), "1.2 It keeps books."]


def test_every_paragraph_has_its_page_and_the_pages_are_counted_exactly() -> None:
    draft = read_pdf(pdf([lines("First."), lines("Second."), lines("Third.")]), "d.pdf")
    assert [(p.text, p.page) for p in draft.paragraphs()] == [("First.", 1), ("Second.", 2), ("Third.", 3)]
    assert draft.pages is not None
    assert (draft.pages.value, draft.pages.estimated) == (3, False)


def test_a_ruled_table_is_a_table() -> None:
    cells = text(Placed("Name", 90, 705), Placed("Date", 205, 705), Placed("A. B.", 90, 685))
    draft = read_pdf(pdf([f"{ruled((85, 200, 300), (720, 700, 680))} {cells}"]), "d.pdf")
    (table,) = draft.blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Name", "Date"], ["A. B.", ""]]


def test_a_running_header_is_no_part_of_the_text() -> None:
    pages = [lines("REGULATION")] + [
        text(Placed(f"Library: page {n} of 4", 85, 800), Placed(said, 85, 700))
        for n, said in enumerate(("Books.", "Readers.", "Loans."), start=2)
    ]
    draft = read_pdf(pdf(pages), "d.pdf")
    assert [p.text for p in draft.paragraphs()] == ["REGULATION", "Books.", "Readers.", "Loans."]
    headers = [story for section in draft.sections for story in section.headers]
    assert [story.text for story in headers] == ["Library: page 2 of 4"]
    assert [field.name for field in headers[0].fields] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no PDF"),
        (b"%PDF-1.4\n", "no PDF"),
        (pdf([lines("a")])[:200], "no PDF"),
        (b"%PDF-" + bytes(LIMITS.file), "larger than 50 MiB"),
        (pdf([]), "no pages|no PDF"),
    ],
    ids=["empty", "head", "cut", "large", "no pages"],
)
def test_a_damaged_file_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDraft, match=reason):
        read_pdf(data, "draft.pdf")


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableDraft, match="more than 2000 pages"):
        read_pdf(pdf(["BT ET"] * (LIMITS.pages + 1)), "draft.pdf")


def test_a_scan_is_told() -> None:
    with pytest.raises(ScannedDraft, match="it is a scan") as caught:
        read_pdf(pdf([picture(*WHOLE)] * 2), "scan.pdf")
    assert caught.value.rule == "DOC007"


def test_scanned_pages_among_others_are_named() -> None:
    words = lines("A page with enough words of its own to be a text.")
    with pytest.raises(ScannedDraft, match="pages 2, 4 are pictures"):
        read_pdf(pdf([words, picture(*WHOLE), words, picture(*WHOLE)]), "hybrid.pdf")


def test_letters_that_are_not_those_that_are_seen_are_told() -> None:
    soup = "Ïîëîæåíèå îá îòäåëå ìåæäóíàðîäíîãî ñîòðóäíè÷åñòâà óíèâåðñèòåòà è åãî çàäà÷àõ"
    with pytest.raises(ScannedDraft, match="cannot be trusted"):
        read_pdf(pdf([lines(soup, soup)]), "soup.pdf")


@pytest.mark.parametrize(
    ("catalog", "kind"),
    [
        ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", ActiveKind.MACROS),
        ("/OpenAction << /S /Launch /F (calc.exe) >>", ActiveKind.CONTROL),
        ("/AA << /WC << /S /SubmitForm /F (http://example.org) >> >>", ActiveKind.EXTERNAL_DATA),
        ("/AcroForm << /XFA (x) /Fields [] >>", ActiveKind.CONTROL),
        ("/Open#41ction << /S /Launch /F (calc.exe) >>", ActiveKind.CONTROL),
        ("/OpenAction [6 0 R /XYZ null null 0]", None),
        ("", None),
    ],
)
def test_what_can_act_is_told(catalog: str, kind: ActiveKind | None) -> None:
    draft = read_pdf(pdf([lines("Text.")], catalog=catalog), "d.pdf")
    assert [content.kind for content in draft.active] == ([kind] if kind else [])


def test_a_link_that_starts_a_program_is_told() -> None:
    link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (a.exe) >> >>]"
    draft = read_pdf(pdf([lines("Text.")], page=link), "d.pdf")
    assert [content.kind for content in draft.active] == [ActiveKind.CONTROL]


def test_an_empty_page_stays_a_page() -> None:
    draft = read_pdf(pdf([lines("One."), "BT ET", lines("Three.")]), "d.pdf")
    blank = [p for p in draft.blocks if isinstance(p, Paragraph) and not p.text]
    assert [(p.page, p.break_before) for p in blank] == [(2, True)]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_damage_ends_in_anything_but_a_draft_or_a_reason(data: st.DataObject) -> None:
    whole = bytearray(pdf([lines(*CLAUSE)], catalog="/OpenAction << /S /Launch >>"))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableDraft):
        assert read_pdf(bytes(whole), "d.pdf").pages
