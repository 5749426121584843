"""SARIF and JUnit against the schemas of those who wrote them, whatever a draft says."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree

from docctl.domain.finding import DocumentReport, NotVerifiable, Severity, Status
from docctl.domain.place import Part, Place
from docctl.domain.words import Language
from docctl.reporting import junit, sarif
from tests.cli.running import docctl
from tests.content import ROOT, samples
from tests.kit.building import build
from tests.kit.way import WORD_DEFAULT
from tests.reporting.reports import WORDS, finding, hostile, report, rules

SCHEMAS = ROOT / "tests" / "schemas"
SARIF = Draft4Validator(
    json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")), format_checker=FormatChecker()
)
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))


def every_kind() -> tuple[DocumentReport, ...]:
    """Reports with all that a report may hold."""
    place = Place(part=Part.FILE)
    return (
        report(path="a.docx"),
        report(*(finding(severity=severity) for severity in Severity), path="папка/менің ереже.docx"),
        report(finding("OWN001"), path="/srv/a:b.docx"),
        report(finding(place=Place(part=Part.HEADER, section=3, page=5)), path="b.docx"),
        report(
            path="c.docx", not_verifiable=(NotVerifiable("HDR006", "No pages."),), not_applicable=("SEC001",)
        ),
        report(finding("DOC001", place=place), status=Status.UNREADABLE, language=None, path="a b%.docx"),
    )


def assert_sarif(text: str) -> None:
    faults = [f"{list(error.path)}: {error.message}" for error in SARIF.iter_errors(json.loads(text))]
    assert not faults


def assert_junit(text: str) -> None:
    JUNIT.assertValid(etree.fromstring(text.encode()))


def test_the_schemas_find_faults() -> None:
    log = json.loads(sarif.render(every_kind(), rules(), Language.EN, str))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not SARIF.is_valid(log)
    assert not JUNIT.validate(etree.fromstring("<testsuites><testsuite tests='many'/></testsuites>"))


@settings(max_examples=15, deadline=None)
@given(WORDS)
def test_sarif(text: str) -> None:
    assert_sarif(sarif.render((*every_kind(), hostile(text)), rules(), Language.KK, str))


@settings(max_examples=15, deadline=None)
@given(WORDS)
def test_junit(text: str) -> None:
    wanted = junit.JunitSettings(rules(), Severity.WARNING, date(2026, 3, 1), Language.RU, str)
    assert_junit(junit.render((*every_kind(), hostile(text)), wanted))


def test_what_people_get(tmp_path: Path) -> None:
    right = samples()["job_description-kk"]
    (tmp_path / "дұрыс.docx").write_bytes(build(right, WORD_DEFAULT))
    (tmp_path / "a half.docx").write_bytes(build(right[: len(right) // 2], WORD_DEFAULT))
    (tmp_path / "no.docx").write_bytes(b"no Word file")
    for output, valid in (("sarif", assert_sarif), ("junit", assert_junit)):
        done = docctl("check", "--format", output, ".", str(tmp_path / "no.docx"), home=tmp_path)
        assert (done.code, done.err) == (1, "")
        valid(done.out)
