"""`check --annotate` as a use case: what the copy says, in which language, what keeps it from being made."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from docctl.app.annotate import Extras, examine_more
from docctl.app.examine import Examination, Examined, examine
from docctl.checking.sketch import read_sketch
from docctl.docx.reading import read_docx
from docctl.domain.finding import Severity, Status
from docctl.domain.words import Language
from docctl.reporting.document_text import text_of
from tests.content import THOROUGH, portion, rulebook, samples
from tests.docx.annotated_files import anchors, faults_of, files_of
from tests.docx.packages import document, word
from tests.kit.building import build, lay_out
from tests.kit.way import Way, random_way

EXAMINATION = Examination(rulebook=rulebook(), language=Language.EN, as_of=date(2026, 3, 1))
SEEDS = range(60 if THOROUGH else 8)


def half(name: str) -> str:
    """A draft that ends in its middle: with findings about the whole, the header and its clauses."""
    text = samples()[name]
    return text[: len(text) // 2]


def annotate(path: Path, copy: Path, examination: Examination = EXAMINATION) -> Examined:
    return examine_more(path, examination, Extras({path: copy}))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(build(half("regulation-kk"), Way()))
    return path


def test_a_comment_at_every_finding_and_a_summary_first(draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out" / "draft.reviewed.docx"
    examined = annotate(draft, copy)
    assert examined.report == examine(draft, EXAMINATION).report
    assert examined.made.copy == str(copy)
    assert examined.made.remarks == len(examined.report.findings) + 1
    said = anchors(copy.read_bytes())
    assert said[0][0] == 1
    assert "01.03.2026" in said[0][1]
    for finding, (_, text) in zip(examined.report.findings, said[1:], strict=True):
        assert text.startswith(finding.rule)
    assert faults_of(copy.read_bytes()) == []


def test_comments_speak_the_language_of_the_draft(draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    examined = annotate(draft, copy)
    in_kazakh = examine(draft, replace(EXAMINATION, language=Language.KK)).report
    texts = [text for _, text in anchors(copy.read_bytes())]
    assert all(f.message in texts[at] for at, f in enumerate(in_kazakh.findings, 1))
    assert examined.report.findings[0].message not in texts[1]


def test_findings_of_headers_say_where_they_are(tmp_path: Path) -> None:
    path, copy = tmp_path / "d.docx", tmp_path / "copy.docx"
    path.write_bytes(
        build(
            samples()["regulation-en"].replace(
                "Regulation on the Research Library | page", "Regulation on the Reserch Library | page"
            ),
            Way(),
        )
    )
    examined = annotate(path, copy)
    headers = [finding for finding in examined.report.findings if finding.place.part == "header"]
    assert headers
    told = [text for _, text in anchors(copy.read_bytes()) if "Word allows no comments there" in text]
    assert len(told) == len(headers)


def test_annotating_the_copy_again_gives_the_same_copy(draft: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first" / draft.name, tmp_path / "second" / draft.name
    once = annotate(draft, first)
    again = annotate(first, second)
    assert second.read_bytes() == first.read_bytes()
    assert again.report.findings == once.report.findings
    assert again.report.sha256 != once.report.sha256


def test_without_a_copy_comments_of_docctl_are_findings(draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    annotate(draft, copy)
    left = [finding for finding in examine(copy, EXAMINATION).report.findings if finding.rule == "DOC005"]
    assert len(left) == len(anchors(copy.read_bytes()))


@pytest.mark.parametrize("name", sorted(samples()))
def test_a_draft_without_findings_gets_the_summary_alone(name: str, tmp_path: Path) -> None:
    path, copy = tmp_path / "d.docx", tmp_path / "copy.docx"
    path.write_bytes(build(samples()[name], Way()))
    examined = annotate(path, copy)
    assert [f for f in examined.report.findings if f.severity is Severity.ERROR] == []
    assert examined.made.remarks == len(examined.report.findings) + 1
    assert faults_of(copy.read_bytes()) == []


@pytest.mark.parametrize("seed", portion(list(SEEDS), 1))
@pytest.mark.parametrize("name", ["regulation-ru", "job_description-kk"])
def test_files_made_in_any_way(name: str, seed: int, tmp_path: Path) -> None:
    path, copy = tmp_path / "d.docx", tmp_path / "copy.docx"
    path.write_bytes(lay_out(read_sketch(half(name)), random_way(seed)).data())
    examined = annotate(path, copy)
    assert (examined.made.refused, examined.fault) == ("", None)
    assert faults_of(copy.read_bytes()) == []
    before, after = files_of(path.read_bytes()), files_of(copy.read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}


def test_an_unreadable_draft_has_no_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "d.docx", tmp_path / "copy.docx"
    path.write_bytes(b"PK\x03\x04")
    examined = annotate(path, copy)
    assert examined.report.status is Status.UNREADABLE
    assert examined.made.refused
    assert not copy.exists()


def test_a_draft_without_paragraphs_has_no_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "d.docx", tmp_path / "copy.docx"
    path.write_bytes(word(document=document("")))
    assert "no paragraph" in annotate(path, copy).made.refused
    assert not copy.exists()


def test_a_folder_that_takes_no_files(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    made = annotate(draft, tmp_path / "file" / "copy.docx").made
    assert (made.copy, bool(made.unwritten)) == ("", True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.docx", "file"]


def test_hostile_text_in_comments(tmp_path: Path) -> None:
    """Letters that turn the reading direction and markup are shown, not obeyed."""
    path, copy = tmp_path / "d.docx", tmp_path / "copy.docx"
    text = "&lt;w:p/&gt;\u202e [to be written] ]]&gt;  two"
    path.write_bytes(word(document=document(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")))
    assert annotate(path, copy).made.remarks > 1
    assert "\u202e".encode() not in files_of(copy.read_bytes())["word/comments.xml"]
    assert read_docx(copy.read_bytes(), "d.docx").blocks == read_docx(path.read_bytes(), "d.docx").blocks


def test_the_text_is_taken_down_when_it_is_wanted(draft: Path) -> None:
    examined = examine_more(draft, EXAMINATION, Extras(text=text_of))
    assert examined.made.text is not None
    assert examined.made.text.language is Language.KK
    read = read_docx(draft.read_bytes(), draft.name)
    assert [line.text for line in examined.made.text.lines] == [p.text for p in read.paragraphs()]
    assert examined.made.text.running
