"""The check's result as JUnit XML, for build servers: a suite to a document, a case to a rule.

Written to fit the schema of Ant's reports and that of Jenkins' xUnit plugin: every suite has its properties,
its two texts and the attributes that the stricter of them asks for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from docctl.checking.rule import Rulebook
from docctl.domain.finding import DocumentReport, Finding, Severity, Status
from docctl.domain.words import Language
from docctl.reporting.markup_text import escaped
from docctl.reporting.places import part_name, worded
from docctl.reporting.style import SEVERITY_NAMES
from docctl.wording import Translate

HOST = "localhost"
"""The schema asks for a host; the same draft gives the same bytes on all of them."""


class JunitSettings(Struct, frozen=True):
    """What every suite of a run shares."""

    rulebook: Rulebook
    fail_on: Severity
    """The least severity that is a failure."""
    as_of: date
    language: Language
    translate: Translate


class _Case(Struct, frozen=True):
    """A rule run over a document."""

    code: str
    name: str
    outcome: str = ""
    """``failure``, ``error`` or ``skipped``; empty for a pass."""
    message: str = ""
    lines: tuple[str, ...] = ()


def render(reports: Sequence[DocumentReport], settings: JunitSettings) -> str:
    """The reports in their order."""
    suites = [line for at, report in enumerate(reports) for line in _suite(at, report, settings)]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


def _suite(at: int, report: DocumentReport, settings: JunitSettings) -> Iterator[str]:
    cases = list(_cases(report, settings))
    outcomes = [case.outcome for case in cases]
    facts = {
        "id": str(at),
        "package": "docctl",
        "name": report.path,
        "hostname": HOST,
        "timestamp": f"{settings.as_of.isoformat()}T00:00:00",
        "time": "0",
        "tests": str(len(cases)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": str(outcomes.count("skipped")),
    }
    yield f"<testsuite{_attributes(facts)}>"
    yield from _properties(report)
    for case in cases:
        yield from _written(case)
    below = [finding for finding in report.findings if finding.severity.rank > settings.fail_on.rank]
    yield f"<system-out>{_text(_line(finding, settings.translate) for finding in below)}</system-out>"
    yield "<system-err></system-err>"
    yield "</testsuite>"


def _properties(report: DocumentReport) -> Iterator[str]:
    said = {"sha256": report.sha256, "kind": report.kind, "language": report.language}
    yield "<properties>"
    for name, value in said.items():
        if value:
            yield f"<property{_attributes({'name': name, 'value': value})}/>"
    yield "</properties>"


def _cases(report: DocumentReport, settings: JunitSettings) -> Iterator[_Case]:
    """A case to every rule that had something to judge; of an unreadable file only why it is that."""
    judge = _judge(report, settings)
    rules = {rule.code: rule.name.in_language(settings.language) for rule in settings.rulebook.rules}
    found = {finding.rule for finding in report.findings}
    judged = rules.keys() - set(report.not_applicable) if report.status is Status.CHECKED else set()
    for code in sorted(judged | found):
        yield judge(code, rules.get(code, code))


def _judge(report: DocumentReport, settings: JunitSettings) -> Callable[[str, str], _Case]:
    by_rule = sorted(report.findings, key=lambda finding: finding.rule)
    found = {code: list(group) for code, group in groupby(by_rule, lambda finding: finding.rule)}
    reasons = {item.rule: item.reason for item in report.not_verifiable}
    kind = "failure" if report.status is Status.CHECKED else "error"

    def case(code: str, name: str) -> _Case:
        failing = [f for f in found.get(code, []) if f.severity.rank <= settings.fail_on.rank]
        if failing:
            lines = tuple(_line(finding, settings.translate) for finding in failing)
            return _Case(code, name, kind, failing[0].message, lines)
        if code in reasons:
            return _Case(code, name, "skipped", reasons[code])
        return _Case(code, name)

    return case


def _written(case: _Case) -> Iterator[str]:
    group = case.code.rstrip("0123456789")
    facts = {"name": f"{case.code} {case.name}", "classname": f"docctl.{group}", "time": "0"}
    if not case.outcome:
        yield f"<testcase{_attributes(facts)}/>"
        return
    yield f"<testcase{_attributes(facts)}>"
    if case.outcome == "skipped":
        yield f"<skipped>{_text([case.message])}</skipped>"
    else:
        said = _attributes({"message": case.message, "type": case.code})
        yield f"<{case.outcome}{said}>{_text(case.lines)}</{case.outcome}>"
    yield "</testcase>"


def _line(finding: Finding, _: Translate) -> str:
    where = ", ".join(filter(None, (part_name(finding.place.part, _), worded(finding.place, _))))
    quoted = f" “{finding.place.excerpt}”" if finding.place.excerpt else ""
    hint = f" → {finding.hint}" if finding.hint else ""
    return f"{_(SEVERITY_NAMES[finding.severity])} {finding.rule} · {where}{quoted}: {finding.message}{hint}"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items())


def _text(lines: Iterable[str]) -> str:
    return "\n".join(map(escaped, lines))
