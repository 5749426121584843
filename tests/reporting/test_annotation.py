"""What comments say."""

from datetime import date

from docctl.domain.finding import NotVerifiable, Severity, Stage
from docctl.domain.place import Part, Place
from docctl.reporting.annotation import LONGEST, said_of, summary
from tests.reporting.reports import HOSTILE, finding, report


def test_rule_fault_and_remedy() -> None:
    said = said_of(finding(), "here", str)
    assert said.heading == "TXT001 · error"
    assert said.lines == ("Wrong.", "How to put it right: Mend it.")


def test_a_fault_where_word_allows_no_comment() -> None:
    place = Place(part=Part.HEADER, section=3, excerpt="Edition {1}")
    last = said_of(finding(place=place), "running", str).lines[-1]
    assert "running header of section 3" in last
    assert last.endswith("“Edition {1}”")
    assert "text box" in said_of(finding(), "text_box", str).lines[-1]


def test_a_fault_of_a_whole_part() -> None:
    said = said_of(finding(place=Place(part=Part.CHANGE_SHEET), hint=""), "part", str)
    assert said.lines == ("Wrong.", "Change sheet")


def test_the_summary() -> None:
    judged = report(
        finding(), finding(severity=Severity.INFO), not_verifiable=(NotVerifiable("HDR006", "No pages."),)
    )
    said = summary(judged, Stage.SUBMISSION, date(2026, 3, 1), 0, str)
    assert "01.03.2026" in said.heading
    assert said.lines[0].startswith("Errors: 1, warnings: 0, notes: 1, not judged: 1.")
    assert "HDR006: No pages." in said.lines
    left = summary(judged, Stage.SUBMISSION, date(2026, 3, 1), 7, str)
    assert any("7 findings have none" in line for line in left.lines)


def test_nothing_that_xml_forbids_and_nothing_endless() -> None:
    said = said_of(finding(message=HOSTILE * 1000), "here", str)
    assert len(said.lines[0]) == LONGEST + 1
    assert not set("\x00\x1b\u202e\ufffe\n") & set("".join((said.heading, *said.lines)))
