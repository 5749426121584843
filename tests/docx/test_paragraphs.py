"""What a paragraph shows: every element that holds text, and none that does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docx.drafts import PICTURE, only, p, paragraphs, r, read, sdt, shape, t, texts

BOLD = "<w:b/>"


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        '<w:hyperlink r:id="rId99">{}</w:hyperlink>',
        "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
        "<w:smartTag><w:smartTag>{}</w:smartTag></w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:fldSimple w:instr='DATE'>{}</w:fldSimple>",
        "<w:dir>{}</w:dir>",
        "<w:bdo>{}</w:bdo>",
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:t>no</w:t></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice>"
        "<mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Choice Requires='x'><x:y xmlns:x='urn:x'/></mc:Choice>"
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        sdt("{}"),
        sdt(sdt("{}")),
        "<w:proofErr w:type='spellStart'/>{}<w:bookmarkStart w:id='1' w:name='a'/>",
        "<w:unknown/>{}",
    ],
)
def test_wrappers_show_what_they_hold(wrapped: str) -> None:
    assert only(p(r("алды ") + wrapped.format(r("ортасы")) + r(" соңы"))).text == "алды ортасы соңы"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<w:tab/>", "\t"),
        ("<w:ptab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:br w:type='textWrapping' w:clear='all'/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", ""),
        ("<w:footnoteReference w:id='2'/>", ""),
        ("<w:sym w:font='Symbol' w:char='F0B0'/>", "°"),
        ("<w:sym w:font='Symbol' w:char='62'/>", "β"),
        ("<w:sym w:font='Wingdings' w:char='F0FE'/>", "☑"),
        ("<w:sym w:font='Wingdings' w:char='F021'/>", "✏"),
        ("<w:sym w:font='Wingdings 2' w:char='F0EE'/>", "•"),
        ("<w:sym w:font='Arial' w:char='2116'/>", "№"),
        ("<w:sym w:font='Arial' w:char='D800'/>", ""),
        ("<w:sym w:font='Arial' w:char='zz'/>", ""),
        ("<w:sym/>", ""),
        ("<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath>", "x=1"),
        ("<w:t>де\xadфис</w:t>", "дефис"),
        ("<w:t xml:space='preserve'>бір\n екі</w:t>", "бір  екі"),
        ("<w:t>\uf0a7</w:t>", "•"),
    ],
)
def test_signs(markup: str, shown: str) -> None:
    assert only(p(r("а") + f"<w:r>{markup}</w:r>" + r("б"))).text == f"а{shown}б"


def test_spaces_at_the_ends_are_kept_only_where_the_file_says_so() -> None:
    trimmed, kept, outer = " <w:t> a </w:t>", t(" b "), "<w:r xml:space='preserve'><w:t> c </w:t></w:r>"
    assert only(p(f"<w:r>{trimmed}</w:r><w:r>{kept}</w:r>{outer}")).text == "a b  c "


def test_private_characters_take_the_look_of_their_font() -> None:
    fonts = "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"
    assert only(p(r("\uf0fc иә", fonts))).text == "✓ иә"


def test_hidden_text_is_kept_apart() -> None:
    paragraph = only(p(r("көрінеді") + r(" жасырын", "<w:vanish/>") + r(".")))
    assert (paragraph.text, paragraph.hidden_text) == ("көрінеді.", " жасырын")


def test_hidden_by_style_and_shown_again() -> None:
    styles = (
        "<w:style w:type='character' w:styleId='h'><w:name w:val='h'/><w:rPr><w:vanish/></w:rPr></w:style>"
    )
    hidden = r("а", "<w:rStyle w:val='h'/>") + r("б", "<w:rStyle w:val='h'/><w:vanish w:val='0'/>")
    paragraph = only(p(hidden), styles=styles)
    assert (paragraph.text, paragraph.hidden_text) == ("б", "а")


def test_text_only_hidden_on_the_web_is_shown() -> None:
    assert only(p(r("12", "<w:webHidden/>"))).text == "12"


def test_text_box_is_read_once_after_its_paragraph() -> None:
    found = paragraphs(p(r("негізгі") + r(shape(p("қорапша") + p("екінші")))) + p("келесі"))
    assert [(x.text, x.in_text_box, x.index) for x in found] == [
        ("негізгі", False, 1),
        ("қорапша", True, 2),
        ("екінші", True, 3),
        ("келесі", False, 4),
    ]
    assert [x.pictures for x in found] == [0, 0, 0, 0]


def test_old_text_box() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{p('ескі')}</w:txbxContent></v:textbox></w:pict>"
    assert texts(p(r(box))) == ["", "ескі"]


def test_text_box_in_a_text_box() -> None:
    assert texts(p(r(shape(p(r("сыртқы") + r(shape(p("ішкі")))))))) == ["", "сыртқы", "ішкі"]


def test_fields_of_a_text_box_are_its_own() -> None:
    open_field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    assert texts(p(r(shape(p(open_field)))) + p("келесі")) == ["", "", "келесі"]


@pytest.mark.parametrize(
    ("drawing", "pictures"),
    [
        (PICTURE, 1),
        (PICTURE * 2, 2),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", 1),
        ("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>", 1),
        ("<w:drawing><wps:wsp/></w:drawing>", 1),
        ("<w:drawing><wps:wsp><wps:spPr><a:prstGeom prst='line'/></wps:spPr></wps:wsp></w:drawing>", 0),
        ("<w:pict><v:rect o:hr='t'/></w:pict>", 0),
        ("<w:pict><v:shape><v:textpath string='DRAFT'/></v:shape></w:pict>", 0),
        ("<w:pict/>", 0),
    ],
)
def test_pictures(drawing: str, pictures: int) -> None:
    assert only(p(f"<w:r>{drawing}</w:r>")).pictures == pictures


def test_placeholder_of_a_content_control() -> None:
    showing = "<w:showingPlcHdr/>"
    inline, block, filled, off = paragraphs(
        p(sdt(r("мәтін"), showing))
        + sdt(p("мәтін"), showing)
        + p(sdt(r("мәтін"), "<w:date/>"))
        + p(sdt(r("мәтін"), "<w:showingPlcHdr w:val='0'/>"))
    )
    assert [x.placeholder for x in (inline, block, filled, off)] == [True, True, False, False]


def test_an_empty_placeholder_shows_nothing() -> None:
    assert not only(sdt(p(), "<w:showingPlcHdr/>")).placeholder


def test_misplaced_blocks_are_read_after_their_paragraph() -> None:
    assert texts(f"<w:p>{r('бір')}{p('екі')}</w:p>" + p("үш")) == ["бір", "екі", "үш"]


def test_neighbours_of_one_format_are_one_run() -> None:
    split = r("Бас") + "<w:proofErr w:type='spellEnd'/>" + r("қар") + r("ма", BOLD) + r(" 1", BOLD)
    runs = only(p(split)).runs
    assert [(run.text, run.format.bold) for run in runs] == [("Басқар", False), ("ма 1", True)]


@given(st.text(alphabet="Әліппе 12.\tx", min_size=1, max_size=12), st.data())
def test_where_runs_are_split_does_not_matter(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    bounds = [0, *cuts, len(text)]
    pieces = [text[a:b] for a, b in pairwise(bounds)]
    split = "<w:bookmarkEnd w:id='1'/>".join(r(t(piece), "<w:i/>") for piece in pieces)
    assert read(p(split)) == read(p(r(t(text), "<w:i/>")))
