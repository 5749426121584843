"""The check's result as text for a person: by part, worst first, repeats folded, a verdict at the end."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docctl.domain.finding import DocumentReport, Finding, Severity, Stage, Status
from docctl.domain.place import Part
from docctl.reporting.places import part_name, worded
from docctl.reporting.style import SEVERITY_NAMES, Paint, harmless, indented, plain
from docctl.wording import N_, Translate

SHOWN = 5
"""Findings of one rule in one part that are shown before the rest is counted."""


def render(
    reports: Sequence[DocumentReport], stage: Stage, translate: Translate, paint: Paint = plain
) -> str:
    """The reports of one run, with a line over all of them when there are several."""
    pages = [_document(report, stage, translate, paint) for report in reports]
    if len(reports) > 1:
        pages.append([_overall(reports, translate)])
    return "\n\n".join("\n".join(lines) for lines in pages) + "\n"


def _document(report: DocumentReport, stage: Stage, _: Translate, paint: Paint) -> list[str]:
    lines = [paint(_headline(report, _), "title")]
    for part, findings in _by_part(report.findings):
        lines += ["", paint(part_name(part, _), "part"), *_part(findings, _, paint)]
    if report.not_verifiable:
        lines += ["", paint(_("Could not be judged"), "part")]
        lines += [
            line for item in report.not_verifiable for line in indented(f"{item.rule}  {item.reason}", 2)
        ]
    return [*lines, "", paint(verdict(report, stage, _), _verdict_role(report))]


def _headline(report: DocumentReport, _: Translate) -> str:
    known = facts(report, _)
    return harmless(f"{report.path}: {known}" if known else report.path)


def facts(report: DocumentReport, _: Translate) -> str:
    """What the document says it is: title, number, edition, pages; empty where nothing was recognised."""
    said = [
        report.title,
        report.number and f"№ {report.number}",
        report.edition and _("edition {edition}").format(edition=report.edition),
        report.pages and _("{pages} p.").format(pages=f"{'≈ ' * report.pages_estimated}{report.pages}"),
    ]
    return " · ".join(str(fact) for fact in said if fact)


def _by_part(findings: Iterable[Finding]) -> list[tuple[Part, list[Finding]]]:
    """The findings of each part, the part with the worst one first."""
    groups = [(part, list(group)) for part, group in groupby(findings, lambda finding: finding.place.part)]
    return sorted(groups, key=lambda group: min(finding.severity.rank for finding in group[1]))


def _part(findings: list[Finding], _: Translate, paint: Paint) -> Iterator[str]:
    by_rule = sorted(findings, key=lambda finding: (finding.severity.rank, finding.rule))
    for __, group in groupby(by_rule, lambda finding: (finding.severity, finding.rule)):
        yield from _rule(list(group), _, paint)


def _rule(findings: list[Finding], _: Translate, paint: Paint) -> Iterator[str]:
    """The findings of one rule in one part: those that say the same come once, with their places counted."""
    messages: dict[str, list[Finding]] = {}
    for finding in findings:
        messages.setdefault(finding.message, []).append(finding)
    for same in list(messages.values())[:SHOWN]:
        yield from _finding(same, _, paint)
    if len(messages) > SHOWN:
        rest = sum(map(len, list(messages.values())[SHOWN:]))
        yield from indented(_("and {count} more of {rule}").format(count=rest, rule=findings[0].rule), 4)
    yield from (paint(line, "hint") for line in indented(f"→ {findings[0].hint}", 4))


def _finding(same: list[Finding], _: Translate, paint: Paint) -> Iterator[str]:
    first = same[0]
    label = f"{_(SEVERITY_NAMES[first.severity])} {first.rule}"
    head, *rest = indented(f"{label}  {first.message}", 4, first=2)
    yield head.replace(label, paint(label, first.severity.value), 1)
    yield from rest
    where = [worded(first.place, _), first.place.excerpt and f"“{first.place.excerpt}”"]
    if len(same) > 1:
        where.append(_("and {count} more: {places}").format(count=len(same) - 1, places=_places(same[1:], _)))
    if place := " · ".join(part for part in where if part):
        yield from (paint(line, "place") for line in indented(place, 4))


def _places(findings: list[Finding], _: Translate) -> str:
    places = list(dict.fromkeys(filter(None, (worded(finding.place, _) for finding in findings))))
    return "; ".join(places[:SHOWN]) + ("…" if len(places) > SHOWN else "")


def verdict(report: DocumentReport, stage: Stage, _: Translate) -> str:
    """What was found and whether the draft may go on, in two sentences."""
    if report.status is Status.UNREADABLE:
        return _("Not checked: the file could not be read.")
    counts = _("Errors: {error}, warnings: {warning}, notes: {info}, not judged: {open}.").format(
        **{severity.value: report.count(severity) for severity in Severity}, open=len(report.not_verifiable)
    )
    sentence = _FAILED[stage] if report.count(Severity.ERROR) else _PASSED[stage]
    return f"{counts} {_(sentence)}"


def _verdict_role(report: DocumentReport) -> str:
    return "error" if report.count(Severity.ERROR) else "passed"


def _overall(reports: Sequence[DocumentReport], _: Translate) -> str:
    failed = sum(bool(report.count(Severity.ERROR)) for report in reports)
    return _("Documents: {all}; with errors: {failed}; without: {passed}.").format(
        all=len(reports), failed=failed, passed=len(reports) - failed
    )


_FAILED = {
    Stage.DRAFT: N_("The draft has errors that must be put right before it is submitted."),
    Stage.SUBMISSION: N_("It cannot be submitted yet: put the errors right first."),
    Stage.APPROVAL: N_("It cannot be approved yet: put the errors right first."),
}
_PASSED = {
    Stage.DRAFT: N_("The draft is in order so far."),
    Stage.SUBMISSION: N_("It can be submitted."),
    Stage.APPROVAL: N_("It can be approved."),
}
