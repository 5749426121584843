"""The scanned regulation that the project began with, laid out in Word: what a careful reader finds is found.

Its text stays outside the project; where it is not beside the checkout these tests have nothing to read.
"""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from docctl.checking.sketch import read_sketch
from docctl.domain.finding import DocumentReport, Finding
from tests.content import ROOT
from tests.kit.building import lay_out
from tests.kit.judging import report_of
from tests.kit.scan import sketch_of_scan
from tests.kit.way import WORD_DEFAULT

TEXT = ROOT.parent / "shared" / "source" / "regulation-158.txt"
DAY = date(2026, 3, 1)

pytestmark = pytest.mark.skipif(not TEXT.exists(), reason=f"{TEXT} is not here")


@cache
def report() -> DocumentReport:
    sketch = sketch_of_scan(TEXT.read_text("utf-8"))
    with TemporaryDirectory() as folder:
        return report_of(lay_out(read_sketch(sketch), WORD_DEFAULT), Path(folder), as_of=DAY)


def findings(rule: str) -> list[Finding]:
    return [finding for finding in report().findings if finding.rule == rule]


def told(rule: str) -> str:
    return "\n".join(f"{finding.place.excerpt} {finding.message}" for finding in findings(rule))


def test_it_is_recognised() -> None:
    assert (report().kind, report().number, report().edition) == ("regulation", "158", 2)
    assert report().language == "kk"


def test_header_titles_that_differ_from_page_to_page() -> None:
    assert [finding.place.section for finding in findings("HDR004")] == [4, 5, 6]


def test_organisation_misspelt_in_one_header() -> None:
    (finding,) = findings("HDR002")
    assert finding.place.section == 6
    assert "КсАҚ" in finding.place.excerpt + finding.message


def test_contents_that_differ_from_the_headings() -> None:
    listed = [finding.place.excerpt for finding in findings("TOC004")]
    assert [entry.split()[0] for entry in listed] == ["3", "5", "7", "8"]


def test_contents_promise_sheets_that_are_not_there() -> None:
    assert len(findings("ACQ001")) == 1
    assert len(findings("CHG001")) == 1


def test_number_with_a_stop_among_numbers_without() -> None:
    assert [finding.place.clause for finding in findings("NUM004")] == ["5.11"]


@pytest.mark.parametrize("abbreviation", ["ОӘК", "ҚР", "МЖМБС"])
def test_abbreviations_used_and_not_declared(abbreviation: str) -> None:
    assert f"“{abbreviation}”" in told("ABR001")


@pytest.mark.parametrize("abbreviation", ["АУ", "АқМЖП"])
def test_abbreviations_declared_and_not_used(abbreviation: str) -> None:
    assert f"“{abbreviation}”" in told("ABR002")


@pytest.mark.parametrize("abbreviation", ["ЖОО", "СМК", "ПОҚ", "ҚББ"])
def test_abbreviations_declared_and_used(abbreviation: str) -> None:
    assert f"“{abbreviation}”" not in told("ABR002")


def test_approval_day_that_cannot_be_read() -> None:
    (finding,) = findings("TTL005")
    assert "*Ол*" in finding.place.excerpt


@pytest.mark.parametrize("excerpt", ["жылғы№319", "сәуірдегі№152", "болжау.Білім", "тізбесі.Қазақстан"])
def test_missing_spaces(excerpt: str) -> None:
    assert excerpt in told("TXT002")


def test_what_is_in_order_is_not_found_fault_with() -> None:
    found = {finding.rule for finding in report().findings if finding.severity != "info"}
    assert not found & SOUND, "\n".join(
        f"{finding.rule} {finding.message} {finding.place}"
        for finding in report().findings
        if finding.rule in SOUND
    )


SOUND = {
    *("DOC001", "DOC003", "DOC004", "DOC008", "PAGE001", "PAGE002", "PAGE003", "PAGE005", "FMT001", "FMT002"),
    *("TTL001", "TTL002", "TTL003", "TTL004", "TTL006", "TTL007", "TTL008", "TTL009", "TTL010"),
    *("HDR001", "HDR003", "EDN001", "EDN002", "EDN003", "SIG001", "SIG002", "SIG003", "SIG004", "SIG005"),
    *("SIG006", "SIG007", "SIG009", "TOC001", "TOC002", "SEC001", "SEC002", "SEC003", "SEC005", "SEC007"),
    *("NUM001", "NUM002", "NUM003", "NUM005", "NUM008", "ABR003", "REF004", "REF006", "TXT001", "TXT004"),
}
