"""JUnit XML: the order of elements and the attributes that the schema of Ant's reports asks for."""

from datetime import date

from hypothesis import given
from lxml import etree
from lxml.etree import _Element as Element

from docctl.domain.finding import DocumentReport, NotVerifiable, Severity, Status
from docctl.domain.place import Part, Place
from docctl.domain.words import Language
from docctl.reporting.junit import JunitSettings, render
from tests.reporting.reports import WORDS, finding, hostile, report, rules

SUITE = {
    *("id", "package", "name", "hostname", "timestamp", "time"),
    *("tests", "failures", "errors", "skipped"),
}


def suites(*reports: DocumentReport, fail_on: Severity = Severity.ERROR) -> list[Element]:
    settings = JunitSettings(rules(), fail_on, date(2026, 3, 1), Language.EN, str)
    root = etree.fromstring(render(reports, settings).encode())
    assert root.tag == "testsuites"
    assert [suite.get("id") for suite in root] == [str(at) for at in range(len(reports))]
    return list(root)


def assert_valid(suite: Element) -> None:
    assert set(suite.attrib) == SUITE
    tags = [str(child.tag) for child in suite]
    assert tags == ["properties", *["testcase"] * (len(tags) - 3), "system-out", "system-err"]
    outcomes = [str(outcome.tag) for case in suite.iter("testcase") for outcome in case]
    assert int(suite.get("tests", "")) == len(tags) - 3
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.get(name, "")) == outcomes.count(tag)
    for case in suite.iter("testcase"):
        assert set(case.attrib) == {"name", "classname", "time"}
        assert len(case) <= 1
        for outcome in case:
            assert set(outcome.attrib) == (set() if outcome.tag == "skipped" else {"message", "type"})
            assert len(outcome) == 0


def case_of(suite: Element, code: str) -> Element:
    (case,) = [case for case in suite.iter("testcase") if str(case.get("name")).startswith(code)]
    return case


def test_a_case_to_every_rule_that_had_something_to_judge() -> None:
    skipped = rules().rules[0].code
    (suite,) = suites(report(not_applicable=(skipped,)))
    assert_valid(suite)
    names = [str(case.get("name")).partition(" ")[0] for case in suite.iter("testcase")]
    assert names == [rule.code for rule in rules().rules[1:]]
    assert suite.get("timestamp") == "2026-03-01T00:00:00"


def test_findings_of_a_rule_are_one_failure() -> None:
    (suite,) = suites(report(finding(), finding(message="Wrong again.")))
    assert_valid(suite)
    (failure,) = case_of(suite, "TXT001")
    assert failure.get("message") == "Wrong."
    assert str(failure.text).count("\n") == 1
    assert "clause 6.23" in str(failure.text)
    assert case_of(suite, "TXT001").get("classname") == "docctl.TXT"


def test_what_is_below_the_threshold_passes_and_is_told() -> None:
    (suite,) = suites(report(finding(severity=Severity.WARNING)))
    assert len(case_of(suite, "TXT001")) == 0
    assert "TXT001" in str(suite.findtext("system-out"))
    (strict,) = suites(report(finding(severity=Severity.WARNING)), fail_on=Severity.WARNING)
    assert case_of(strict, "TXT001")[0].tag == "failure"
    assert not strict.findtext("system-out")


def test_what_could_not_be_judged_is_skipped() -> None:
    (suite,) = suites(report(not_verifiable=(NotVerifiable("HDR006", "No pages."),)))
    assert_valid(suite)
    assert case_of(suite, "HDR006")[0].text == "No pages."


def test_an_unreadable_file_is_an_error() -> None:
    broken = report(finding("DOC001", place=Place(part=Part.FILE)), status=Status.UNREADABLE, language=None)
    (suite,) = suites(broken)
    assert_valid(suite)
    assert (suite.get("tests"), suite.get("errors")) == ("1", "1")


@given(WORDS)
def test_whatever_a_draft_says(text: str) -> None:
    """A parser that stops at every fault reads it, so no control and no noncharacter is left."""
    for suite in suites(hostile(text), report(finding("OWN001"))):
        assert_valid(suite)
