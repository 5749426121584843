"""Whole files: every part in its place, broken ones as far as they go, hostile ones within limits."""

import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docctl.docx.reading import read_docx
from docctl.docx.xml import W_NAMESPACE
from docctl.domain.draft import ActiveKind, Comment, Draft
from docctl.errors import UnreadableDraft
from tests.docx.drafts import char, field, instr, p, r, read, sdt, shape, tbl, tc, texts, tr, word_file
from tests.docx.packages import packed, word
from tests.docx.parts import family, level, list_of, numbered

REAL = Path(__file__).parents[3] / "shared" / "real"
SECONDS = 20


def test_smallest_file() -> None:
    draft = read_docx(word(), "ереже.docx")
    assert (draft.name, draft.format, [x.text for x in draft.paragraphs()]) == (
        "ереже.docx",
        "docx",
        ["Мәтін"],
    )
    assert len(draft.sections) == 1


def test_strict_file_reads_like_a_transitional_one() -> None:
    data = word_file(p("а", "<w:jc w:val='center'/>"), styles="")
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert read_docx(replaced(data, W_NAMESPACE.encode(), strict), "a.docx") == read_docx(data, "a.docx")


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """The file with bytes replaced in all its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: archive.read(name).replace(old, new) for name in archive.namelist()})


def test_paragraphs_are_counted_through_tables_and_boxes() -> None:
    body = p("а") + tbl(tr(tc("б"), tc(p("в") + p("г")))) + p(r(shape(p("ғ")))) + p("д")
    found = list(read(body).paragraphs())
    assert [x.index for x in found] == list(range(1, 8))
    assert [x.text for x in found] == ["а", "б", "в", "г", "", "ғ", "д"]


def test_automatic_numbers_count_through_cells_and_boxes() -> None:
    numbering = family(0, level(0, "%1."), level(1, "%1.%2.")) + list_of(1, 0)
    one, two = numbered(1, 0), numbered(1, 1)
    body = p("а", one) + tbl(tr(tc(p("б", two)), tc(p("в", two)))) + p("г", two) + p("ғ", one)
    found = list(read(body, numbering=numbering).paragraphs())
    assert [(x.label, x.label_level, x.bullet) for x in found] == [
        ("1.", 0, False), ("1.1.", 1, False), ("1.2.", 1, False), ("1.3.", 1, False), ("2.", 0, False),
    ]  # fmt: skip
    assert found[1].printed == "1.1. б"


def test_paragraph_hidden_with_its_mark_is_not_counted() -> None:
    numbering = family(0, level(0, "%1.")) + list_of(1, 0)
    hidden = p(r("жасырын", "<w:vanish/>"), numbered(1, 0) + "<w:rPr><w:vanish/></w:rPr>")
    found = read(p("а", numbered(1, 0)) + hidden + p("б", numbered(1, 0)), numbering=numbering).paragraphs()
    assert [x.label for x in found] == ["1.", "", "2."]


def test_headings() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>"
    (found,) = read(p("Жалпы ережелер", "<w:pStyle w:val='1'/>"), styles=styles).paragraphs()
    assert (found.style, found.heading_level) == ("heading 1", 1)


def test_comments_know_their_paragraph() -> None:
    notes = "".join(f"<w:comment w:id='{n}'>{p(f'ескерту {n}')}{p('екі')}</w:comment>" for n in (1, 2, 3))
    body = p("а") + p("<w:commentRangeStart w:id='2'/>" + r("б") + r("<w:commentReference w:id='2'/>"))
    draft = read(body + p(r("<w:commentReference w:id='1'/>")), comments=notes)
    assert draft.comments == (
        Comment(3, "ескерту 1\nекі"), Comment(2, "ескерту 2\nекі"), Comment(None, "ескерту 3\nекі"),
    )  # fmt: skip


def test_default_language() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='kk-KZ'/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    assert read(p("а"), styles=styles).default_language == "kk-KZ"
    assert read(p("а")).default_language is None


@pytest.mark.parametrize(
    "body",
    [
        p(field("DDEAUTO excel a b", r("1"))),
        tbl(tr(tc(p("<w:fldSimple w:instr='dde x y'/>")))),
        p("а") + "<w:sectPr><w:footerReference w:type='default' r:id='footer1'/></w:sectPr>",
    ],
)
def test_dynamic_data_is_active_content(body: str) -> None:
    draft = read(body, footer1=p(char("begin") + instr("DDE a b") + char("end")))
    assert [active.kind for active in draft.active] == [ActiveKind.DDE_FIELD]


def test_body_longer_than_what_is_parsed_at_once() -> None:
    found = texts("".join(p(f"абзац {number} " + "x" * 50) for number in range(3000)))
    assert found == [f"абзац {number} " + "x" * 50 for number in range(3000)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<w:sectPr/>",
        "<w:p/>",
        "<w:unknown><w:p/></w:unknown><w:p/>",
        r("мәтін"),
        p("<w:r><w:rPr/></w:r>"),
        p("", "<w:pStyle w:val='404'/><w:numPr><w:numId w:val='77'/></w:numPr>"),
        p(r("а", "<w:sz w:val='abc'/><w:rFonts/><w:color w:val='???'/>")),
        p(
            r("а", "<w:sz w:val='12.5'/>"),
            "<w:ind w:left='2cm' w:firstLine=''/><w:spacing w:line='-9999999999'/>",
        ),
        p("<w:hyperlink r:id='404'/>"),
        p("<mc:AlternateContent/>"),
        tbl(tr(tc("<w:tcPr/>"))),
        sdt(""),
        "<w:sdt/>",
        p(char("nonsense") + r("<w:fldChar/>") + r("<w:br w:type='?'/>")),
    ],
)
def test_broken_markup_is_tolerated(body: str) -> None:
    assert isinstance(read(body, styles="", numbering=""), Draft)


def test_missing_and_damaged_parts() -> None:
    assert read(p("а")).blocks
    with pytest.raises(UnreadableDraft, match="damaged"):
        read(p("а"), styles="<w:style>")
    with pytest.raises(UnreadableDraft, match="damaged"):
        read("<w:p>")


CONTAINERS = (
    "w:p w:r w:tbl w:tr w:tc w:sdt w:sdtContent w:ins w:del w:txbxContent w:drawing w:tcPr w:pPr w:hyperlink "
    "mc:AlternateContent mc:Choice w:fldSimple w:ruby"
).split()
MARKUP = st.recursive(
    st.sampled_from(
        [
            "<w:t>а</w:t>",
            "<w:br w:type='page'/>",
            "<w:instrText>TOC</w:instrText>",
            "<w:sectPr/>",
            "<w:pPr/>",
            "<w:tab/>",
        ]
        + [f"<w:fldChar w:fldCharType='{kind}'/>" for kind in ("begin", "separate", "end")]
        + ["<w:vMerge/>", "<w:rPr><w:del/><w:vanish/></w:rPr>", "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"]
    ),
    lambda inner: st.builds(
        lambda name, content: f"<{name}>{''.join(content)}</{name}>",
        st.sampled_from(CONTAINERS),
        st.lists(inner, max_size=5),
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=6))
def test_any_markup_is_read(blocks: list[str]) -> None:
    draft = read("".join(blocks))
    assert [x.index for x in draft.paragraphs()] == list(range(1, len(list(draft.paragraphs())) + 1))
    assert max((x.section for x in draft.paragraphs()), default=1) <= len(draft.sections)


def many(count: int) -> bytes:
    form = "<w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/><w:sz w:val='28'/>"
    runs = "".join(r(f"Басқарманың міндеттері {n} ", form + "<w:b/>" * (n % 2)) for n in range(3))
    return word_file(p(runs, "<w:jc w:val='both'/><w:ind w:firstLine='709'/>") * count)


def test_three_hundred_pages_take_little_memory() -> None:
    data = many(6000)
    tracemalloc.start()
    draft = read_docx(data, "long.docx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(len(x.runs) for x in draft.paragraphs()) == 18_000
    assert peak < 60_000_000


def test_time_is_linear() -> None:
    times = []
    for count in (500, 4000):
        data = many(count)
        began = time.perf_counter()
        read_docx(data, "long.docx")
        times.append(time.perf_counter() - began)
    assert times[1] < times[0] * 8 * 3


@pytest.mark.parametrize(
    "body",
    [
        p("".join(f"<w:ins>{r('а')}</w:ins>" for _ in range(20_000))),
        p(r("<w:br w:type='page'/>") * 50_000),
        p(char("begin") * 20_000),
        p(char("end") * 20_000),
        p(char("begin") + (char("begin") + char("separate")) * 10_000 + r("а", "<w:b/>") * 10_000),
        p((char("begin") + instr("IF") + char("separate")) * 10_000) + p("а") * 10_000,
        p(r("<w:t>" + "а " * 500_000 + "</w:t>")),
        p("", "<w:rPr><w:del/></w:rPr>") * 20_000,
        tbl(tr(tc("а") * 20_000)),
        tbl(tr(*[tc("", "<w:gridSpan w:val='5000000'/><w:vMerge/>")] * 2000) * 5),
        p(char("begin") + instr("TOC " + "x" * 100_000) + char("separate")) + p("а") * 5000,
    ],
)
def test_hostile_bodies_cost_little(body: str) -> None:
    data = word_file(body)
    began = time.perf_counter()
    read_docx(data, "hostile.docx")
    assert time.perf_counter() - began < 5


@pytest.mark.skipif(not REAL.exists(), reason="the real files lie beside the checkout only here")
def test_every_real_file_is_read_or_refused_in_time() -> None:
    files = [x for x in REAL.rglob("*") if x.suffix in {".docx", ".docm", ".dotx"}]
    for file in files:
        began = time.perf_counter()
        draft = read_or_none(file)
        assert time.perf_counter() - began < SECONDS
        if draft is not None:
            count = len(list(draft.paragraphs()))
            assert [x.index for x in draft.paragraphs()] == list(range(1, count + 1))


def read_or_none(file: Path) -> Draft | None:
    """The draft, None when the file is refused."""
    try:
        return read_docx(file.read_bytes(), file.name)
    except UnreadableDraft:
        return None
