"""The check's result as JSON, schema ``docctl/check/1``: the same result gives the same bytes."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from docctl import __version__
from docctl.domain.finding import DocumentReport, Finding, FixClass, NotVerifiable, Severity, Source, Status
from docctl.domain.place import Place
from docctl.domain.words import Language

SCHEMA = "docctl/check/1"


class _Pages(Struct):
    value: int
    estimated: bool


class _Summary(Struct):
    error: int
    warning: int
    info: int
    not_verifiable: int
    waived: int = 0


class _Finding(Struct):
    rule: str
    severity: Severity
    message: str
    hint: str
    fix: FixClass
    place: Place
    source: Source
    waiver: None = None


class _Document(Struct):
    path: str
    sha256: str
    kind: str | None
    language: Language | None
    status: Status
    title: str | None
    number: str | None
    edition: int | None
    pages: _Pages | None
    summary: _Summary
    findings: tuple[_Finding, ...]
    not_verifiable: tuple[NotVerifiable, ...]
    not_applicable: tuple[str, ...]


class _Result(Struct):
    schema: str
    docctl: str
    rules: int
    documents: tuple[_Document, ...]


def render(reports: Sequence[DocumentReport], rules: int) -> str:
    """The reports of one run, `rules` being how many rules it ran."""
    result = _Result(SCHEMA, __version__, rules, tuple(map(_document, reports)))
    return msgspec.json.format(msgspec.json.encode(result), indent=1).decode() + "\n"


def _document(report: DocumentReport) -> _Document:
    return _Document(
        path=report.path,
        sha256=report.sha256,
        kind=report.kind,
        language=report.language,
        status=report.status,
        title=report.title,
        number=report.number,
        edition=report.edition,
        pages=None if report.pages is None else _Pages(report.pages, report.pages_estimated),
        summary=_summary(report),
        findings=tuple(map(_finding, report.findings)),
        not_verifiable=report.not_verifiable,
        not_applicable=report.not_applicable,
    )


def _summary(report: DocumentReport) -> _Summary:
    counts = {severity.value: report.count(severity) for severity in Severity}
    return _Summary(**counts, not_verifiable=len(report.not_verifiable))


def _finding(finding: Finding) -> _Finding:
    return _Finding(
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        hint=finding.hint,
        fix=finding.fix,
        place=finding.place,
        source=finding.source,
    )
