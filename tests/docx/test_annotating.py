"""Comments put into Word files: where they stand, what stays, and that nothing is doubled."""

import pytest
from lxml import etree

from docctl.docx.annotating.own_comments import without_own_comments
from docctl.docx.annotating.proof import Misplaced, TextChanged, prove
from docctl.docx.reading import read_docx
from docctl.domain.words import Language
from docctl.errors import UnreadableDraft
from tests.docx.annotated_files import anchors, faults_of, files_of, paragraph, with_notes
from tests.docx.packages import OFFICE, content_types, document, relationships, word
from tests.kit.markup import made_strict

THREE = "".join(map(paragraph, ("one", "two", "three")))
BOX = (
    "<w:p><w:r><w:t>host</w:t></w:r><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
    f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
DELETED_MARK = (
    "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='A'/></w:rPr></w:pPr><w:r><w:t>joined </w:t></w:r></w:p>"
    + paragraph("paragraph")
)
STRAY = f"<w:tbl><w:tr>{paragraph('stray')}<w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>"
CONTROL = f"<w:sdt><w:sdtContent>{paragraph('controlled')}</w:sdtContent></w:sdt>"
INLINE_CONTROL = "<w:p><w:sdt><w:sdtContent><w:r><w:t>inline</w:t></w:r></w:sdtContent></w:sdt></w:p>"
FIELD = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>1 General</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>2 Tasks</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)
DELETED = "<w:p><w:del w:id='7' w:author='A'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
MERGED = (
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + paragraph("top") + "</w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
)
EMPTY = "<w:p/>"
BODIES = {
    "plain": THREE,
    "text box": BOX,
    "deleted paragraph mark": DELETED_MARK,
    "stray paragraph in a table": STRAY,
    "content control": CONTROL,
    "inline content control": INLINE_CONTROL,
    "field": FIELD,
    "deleted text": DELETED,
    "merged cells": MERGED,
    "empty paragraph": EMPTY,
    "section break": f"<w:p><w:pPr><w:sectPr/></w:pPr></w:p>{THREE}",
}


def made(body: str) -> bytes:
    return word(document=document(body))


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_every_paragraph_of_every_kind_can_hold_comments(body: str) -> None:
    """The proof inside `annotated` compares the readings; here the file itself is looked at."""
    data = made(body + paragraph("last"))
    indexes = [p.index for p in read_docx(data, "d.docx").paragraphs()]
    result = with_notes(data, *indexes, indexes[-1])
    assert faults_of(result) == []
    assert len(anchors(result)) == len(indexes) + 1
    assert anchors(result)[-1][0] == indexes[-1]


def test_other_parts_stay_as_they_are() -> None:
    data = word({"word/media/logo.bin": b"\x00" * 300, "docProps/app.xml": "<Properties/>"})
    before, after = files_of(data), files_of(with_notes(data, 1))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
    }


def test_a_comment_in_a_text_box_stands_at_the_paragraph_around_it() -> None:
    draft = read_docx(made(BOX), "d.docx")
    (boxed,) = [p for p in draft.paragraphs() if p.in_text_box]
    (host,) = [p for p in draft.paragraphs() if not p.in_text_box]
    assert anchors(with_notes(made(BOX), boxed.index))[0][0] == host.index


def test_order_of_comments_at_one_paragraph() -> None:
    result = with_notes(made(THREE), 2, 2, 1)
    main = etree.fromstring(files_of(result)["word/document.xml"])
    starts = [e.get(e.tag.rpartition("}")[0] + "}id") for e in main.iter("{*}commentRangeStart")]
    assert starts == ["2", "0", "1"]


def test_a_strict_file_stays_strict() -> None:
    strict = {name: made_strict(part) for name, part in files_of(made(THREE)).items()}
    data = word(strict)
    assert b"purl.oclc.org" in files_of(data)["word/document.xml"]
    result = with_notes(data, 2)
    after = files_of(result)
    assert faults_of(result) == []
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"purl.oclc.org" in after[name]
        assert b"openxmlformats.org/wordprocessingml" not in after[name]
        assert b"openxmlformats.org/officeDocument" not in after[name]


def other_comments() -> bytes:
    """A file with a comment of a person, and what newer Words keep beside it."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>one</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>' + paragraph("two")
    )
    comment = (
        f'<w:comments {w}><w:comment w:id="0" w:author="A. Author"><w:p><w:r><w:t>why?</w:t></w:r></w:p>'
        "</w:comment></w:comments>"
    )
    types = content_types(
        {
            "word/document.xml": (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            ),
            "word/comments.xml": (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
            ),
        }
    )
    return word(
        {
            "[Content_Types].xml": types,
            "word/comments.xml": comment,
            "word/_rels/document.xml.rels": relationships(
                ("comments", "comments.xml"),
                (
                    "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
                    "commentsExtended.xml",
                ),
                ("http://schemas.microsoft.com/office/2016/09/relationships/commentsIds", "commentsIds.xml"),
            ),
            "word/commentsExtended.xml": '<w15:commentsEx xmlns:w15="urn:x"/>',
            "word/commentsIds.xml": '<w16cid:commentsIds xmlns:w16cid="urn:y"/>',
        },
        document=document(body),
    )


def test_comments_of_others_stay_and_ours_get_other_ids() -> None:
    data = other_comments()
    result = with_notes(data, 1, 2)
    assert faults_of(result) == []
    assert anchors(result)[0] == (1, "why?")
    assert [place for place, _ in anchors(result)] == [1, 1, 2]
    after, before = files_of(result), files_of(data)
    assert after["[Content_Types].xml"] == before["[Content_Types].xml"]
    assert after["word/commentsExtended.xml"] == before["word/commentsExtended.xml"]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_our_comments_are_taken_out_again(body: str) -> None:
    data = made(body + paragraph("last"))
    cleaned = without_own_comments(with_notes(data, 1, 1), "d.docx")
    assert b"comment" not in files_of(cleaned)["word/document.xml"]
    assert read_docx(cleaned, "d.docx") == read_docx(data, "d.docx")


@pytest.mark.parametrize("data", [made(THREE), other_comments()], ids=["none", "others"])
def test_annotating_twice_gives_the_same_bytes(data: bytes) -> None:
    once = with_notes(data, 1, 2)
    assert with_notes(without_own_comments(once, "d.docx"), 1, 2) == once


def test_a_file_without_our_comments_is_left_alone() -> None:
    for data in (made(THREE), other_comments()):
        assert without_own_comments(data, "d.docx") is data


def test_an_answer_to_our_comment_stays_when_ours_goes() -> None:
    """Word saved the file: our comment has paragraph ids, and a person answered it."""
    once = files_of(with_notes(other_comments(), 2))
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    comments = etree.fromstring(once["word/comments.xml"])
    for number, paragraph_ in enumerate(comments.iter("{*}p")):
        paragraph_.set(f"{{{w14}}}paraId", f"0000000{number}")
    ours = [p.get(f"{{{w14}}}paraId") for p in comments[1].iter("{*}p")][-1]
    extended = (
        f'<w15:commentsEx xmlns:w15="urn:x"><w15:commentEx w15:paraId="{ours}"/>'
        f'<w15:commentEx w15:paraId="00000000" w15:paraIdParent="{ours}"/></w15:commentsEx>'
    )
    ids = (
        f'<w16cid:commentsIds xmlns:w16cid="urn:y"><w16cid:commentId w16cid:paraId="{ours}"'
        ' w16cid:durableId="0000AAAA"/></w16cid:commentsIds>'
    )
    saved = word(
        {
            **once,
            "word/comments.xml": etree.tostring(comments),
            "word/commentsExtended.xml": extended,
            "word/commentsIds.xml": ids,
        }
    )
    after = files_of(without_own_comments(saved, "d.docx"))
    assert after["word/commentsExtended.xml"].count(b"<w15:commentEx ") == 1
    assert b"paraIdParent" not in after["word/commentsExtended.xml"]
    assert b"commentId " not in after["word/commentsIds.xml"]
    assert after["word/comments.xml"].count(b"<w:comment ") == 1


def test_the_language_of_the_letters_is_said() -> None:
    comments = files_of(with_notes(made(THREE), 1, language=Language.KK))["word/comments.xml"]
    assert b'w:lang w:val="kk-KZ"' in comments


def test_a_part_that_is_no_comments_part_is_refused() -> None:
    parts = {**files_of(other_comments()), "word/comments.xml": b"<x/>"}
    with pytest.raises(UnreadableDraft):
        with_notes(word(parts), 1)


def test_a_relation_that_leads_nowhere_is_replaced() -> None:
    data = word({"word/_rels/document.xml.rels": relationships(("comments", "gone.xml"))})
    assert faults_of(with_notes(data, 1)) == []
    assert OFFICE.encode() in files_of(with_notes(data, 1))["word/_rels/document.xml.rels"]


def test_the_proof_sees_every_kind_of_difference() -> None:
    plain = read_docx(made(THREE), "d.docx")
    noted = read_docx(with_notes(made(THREE), 2), "d.docx")
    prove(plain, noted, [2])
    with pytest.raises(Misplaced):
        prove(plain, noted, [1])
    with pytest.raises(TextChanged):
        prove(read_docx(made(THREE.replace("two", "too")), "d.docx"), noted, [2])
    with pytest.raises(TextChanged):
        prove(read_docx(other_comments(), "d.docx"), noted, [2])
