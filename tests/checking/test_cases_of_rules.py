"""Cases are judged as they are written: what is missing and what is too much is told."""

import pytest

from docctl.checking.cases import Case, Edits, Expected, cases_of, compare, edited, example_failures, failures
from docctl.domain.finding import Finding, FixClass, NotVerifiable, Severity, Source
from docctl.domain.place import Part, Place
from docctl.errors import ConfigurationError
from tests.content import rulebook, samples


def found(rule: str, severity: Severity = Severity.ERROR, **place: object) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        message="Section “Rights” is missing",
        hint="",
        fix=FixClass.NONE,
        place=Place(part=Part.BODY, **place),  # type: ignore[arg-type]
        source=Source("ISO 9001:2015"),
    )


def test_what_is_expected_and_found_is_no_failure() -> None:
    case = Case(name="x", expect=(Expected(part=Part.BODY, clause="8", message="Rights"),))
    assert compare([found("SEC001", clause="8")], case, "SEC001") == ()


@pytest.mark.parametrize(
    "expected",
    [
        Expected(rule="SEC002"),
        Expected(part=Part.TITLE),
        Expected(clause="9"),
        Expected(excerpt="nowhere"),
        Expected(message="Duties"),
        Expected(severity=Severity.WARNING),
    ],
)
def test_what_is_expected_otherwise_fails_twice(expected: Expected) -> None:
    missing, extra = compare([found("SEC001", clause="8")], Case(name="x", expect=(expected,)), "SEC001")
    assert missing.startswith("expected but not found")
    assert extra.startswith("found but not expected: SEC001")


def test_every_finding_is_expected_by_itself() -> None:
    case = Case(name="x", expect=(Expected(),))
    assert len(compare([found("SEC001"), found("SEC001")], case, "SEC001")) == 1


def test_remarks_may_be_allowed_errors_may_not() -> None:
    case = Case(name="x", allow_info=("TOC007",))
    assert compare([found("TOC007", Severity.INFO)], case, "SEC001") == ()
    assert compare([found("TOC007", Severity.ERROR)], case, "SEC001")


def test_not_verifiable_is_expected_by_name() -> None:
    case = Case(name="x", not_verifiable=("HDR006",))
    assert compare([NotVerifiable("HDR006", "no layout")], case, "SEC001") == ()
    assert compare([], case, "SEC001") == ("expected to be not verifiable: HDR006",)


def test_edits_are_made_in_order() -> None:
    edits = Edits(replace=(("b", "B"),), delete=("c",), insert_after=(("B", "x\ny\n"),), append="z")
    assert edited("a\nb\nc", edits, "SEC001.yaml") == "a\nB\nx\ny\nz"


@pytest.mark.parametrize(
    "edits", [Edits(replace=(("q", ""),)), Edits(delete=("q",)), Edits(insert_after=(("q", "r"),))]
)
def test_an_edit_of_what_is_not_there_is_a_mistake(edits: Edits) -> None:
    with pytest.raises(ConfigurationError, match=r"SEC001\.yaml.*“q”"):
        edited("a\nb", edits, "SEC001.yaml")


@pytest.mark.parametrize(
    ("case", "code"),
    [
        (Case(name="neither"), "SEC001"),
        (Case(name="both", draft="x", base="regulation-kk"), "SEC001"),
        (Case(name="unknown base", base="order-kk"), "SEC001"),
        (Case(name="unknown rule", draft="x"), "ZZZ001"),
    ],
)
def test_a_case_that_makes_no_sense_is_a_mistake(case: Case, code: str) -> None:
    with pytest.raises(ConfigurationError, match=case.name):
        failures(case, code, rulebook(), samples())


def test_plain_data_become_cases() -> None:
    data = {"code": "SEC001", "cases": [{"name": "x", "draft": "y", "expect": [{"part": "title"}]}]}
    (case,) = cases_of(data, "SEC001.yaml").cases
    assert case.expect[0].part is Part.TITLE
    with pytest.raises(ConfigurationError, match=r"SEC001\.yaml: .*expects"):
        cases_of({"code": "SEC001", "cases": [{"name": "x", "expects": []}]}, "SEC001.yaml")


def test_examples_are_judged_by_their_rule_alone() -> None:
    rule = rulebook().rule("FMT001")
    assert rule is not None
    assert example_failures(rule, rulebook()) == ()
