"""The HTML report: complete by itself, safe whatever a draft says, usable without a script."""

import re

import pytest
from hypothesis import given
from lxml import html as lxml_html
from lxml.html import HtmlElement

from docctl.domain.finding import DocumentReport, Severity, Stage, Status
from docctl.domain.place import Part, Place
from docctl.domain.words import Language
from docctl.messages import translator
from docctl.reporting.document_text import DocumentText
from docctl.reporting.html import render
from docctl.reporting.html_style import SCRIPT, STYLE
from tests.reporting.reports import HOSTILE, WORDS, finding, hostile, report, rules, text_with

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "table", "tr"),
    *("th", "td", "p", "input", "label", "main", "article", "section", "ul", "li", "span", "mark", "div"),
    *("br", "pre", "details", "summary", "footer", "script"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "href", "class", "id", "type", "checked"),
    *("for", "scope", "tabindex"),
}


def page(*reports: DocumentReport, text: DocumentText | None = None, language: Language = Language.EN) -> str:
    texts = [text] * len(reports)
    return render(reports, texts, rules(), Stage.SUBMISSION, language, translator(language))


def parsed(source: str) -> HtmlElement:
    return lxml_html.document_fromstring(source)


def words(element: HtmlElement) -> str:
    return str(element.text_content())


def assert_harmless(root: HtmlElement) -> None:
    assert {element.tag for element in root.iter()} <= TAGS
    assert {str(name) for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert [words(script) for script in root.iter("script")] == [SCRIPT]
    assert [words(style) for style in root.iter("style")] == [STYLE]
    assert all(str(link.get("href")).startswith("#") for link in root.iter("a"))


def test_a_hostile_draft_is_shown_and_not_obeyed() -> None:
    root = parsed(page(hostile(), text=text_with()))
    assert_harmless(root)
    assert words(root).count("<script>alert(1)</script>") >= 10


@given(WORDS)
def test_no_text_becomes_markup(text: str) -> None:
    assert_harmless(parsed(page(hostile(text), text=text_with(text))))


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_fetched_and_no_control_is_left(language: Language) -> None:
    source = page(hostile(), text=text_with(), language=language)
    assert re.search(r"https?:|src=|url\(|@import", source) is None
    assert "default-src 'none'" in parsed(source).xpath("//meta/@content")[0]
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufffe]", source) is None
    assert parsed(source).get("lang") == language.value


def test_every_finding_stands_below_its_line_and_marks_it() -> None:
    root = parsed(page(report(finding()), text=text_with("x")))
    (mark,) = root.iter("mark")
    assert (words(mark), mark.get("class")) == ("two  spaces", "error")
    line = mark.getparent()
    assert line is not None
    assert line.get("lang") == "kk"
    (link,) = line.iter("a")
    following = line.getnext()
    assert following is not None
    (card,) = following.iter("li")
    assert link.get("href") == f"#{card.get('id')}"
    assert "TXT001 · error" in words(card)
    assert "Mend it." in words(card)


def test_overlapping_excerpts_mark_the_text_once() -> None:
    places = [
        Place(part=Part.BODY, paragraph=2, excerpt=excerpt) for excerpt in ("before two", "two  spaces")
    ]
    found = [
        finding(place=place, severity=severity) for place, severity in zip(places, Severity, strict=False)
    ]
    root = parsed(page(report(*found), text=text_with("x")))
    assert [words(mark) for mark in root.iter("mark")] == ["before two", "  spaces"]


def test_findings_of_a_row_stand_below_their_table() -> None:
    place = Place(part=Part.CHANGE_SHEET, table=1, row=2)
    root = parsed(page(report(finding(place=place)), text=text_with("x")))
    (card,) = root.xpath("//li[contains(@class, 'finding')]")
    before = card.getparent().getprevious()
    assert before.tag == "table"
    assert [link.text for link in before.iter("a")] == ["TXT001"]


def test_findings_about_nothing_that_is_shown_come_first() -> None:
    place = Place(part=Part.HEADER, section=1, excerpt="x")
    root = parsed(page(report(finding(place=place)), text=text_with("x")))
    (card,) = root.xpath("//li[contains(@class, 'finding')]")
    section = card.getparent().getparent()
    assert words(section[0]) == "The document as a whole"


def test_filters_work_without_a_script() -> None:
    """Each check box stands before the main part as its sibling, and a style rule hides what it says."""
    root = parsed(page(report(finding())))
    (main,) = root.iter("main")
    boxes = [box for box in root.iter("input") if box.getparent() is main.getparent()]
    assert [box.get("id") for box in boxes] == [f"show-{severity.value}" for severity in Severity]
    for box in boxes:
        assert box.get("checked") is not None
        assert root.xpath(f"//label[@for='{box.get('id')}']")
        assert f"#{box.get('id')}:not(:checked)~main .finding" in STYLE


def test_every_link_leads_somewhere_and_no_id_comes_twice() -> None:
    found = [finding(), finding("SEC001"), finding("TXT001")]
    root = parsed(page(report(*found), report(*found, path="e.docx"), text=text_with("x")))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in root.xpath("//@href")} <= set(ids)


def test_rules_are_explained_on_demand() -> None:
    rule = rules().rule("SEC001")
    assert rule is not None
    root = parsed(page(report(finding("SEC001"), finding("SEC001"))))
    (details,) = root.iter("details")
    assert details.get("open") is None
    assert rule.why.in_language(Language.EN) in words(details)
    assert len(list(details.iter("pre"))) == 2


def test_paper_shows_what_the_screen_folds() -> None:
    assert "@media print" in STYLE
    assert "details::details-content" in STYLE.partition("@media print")[2]


def test_an_unreadable_file_has_its_reason() -> None:
    place = Place(part=Part.FILE)
    broken = report(
        finding("DOC001", place=place, message="Damaged."), status=Status.UNREADABLE, language=None
    )
    assert "Damaged." in words(parsed(page(broken)))


def test_the_same_reports_give_the_same_page() -> None:
    assert page(hostile(), text=text_with()) == page(hostile(), text=text_with())
    assert HOSTILE not in page(hostile(), text=text_with())
