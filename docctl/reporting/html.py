"""The check's result as one HTML page that needs nothing else: for the screen, the keyboard and paper."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from docctl import __version__
from docctl.checking.rule import Rulebook
from docctl.domain.finding import DocumentReport, Severity, Stage
from docctl.domain.words import Language
from docctl.reporting.document_text import DocumentText
from docctl.reporting.html_findings import Numbered, cards, explanations, numbered
from docctl.reporting.html_lines import document_text, placed, running_lines
from docctl.reporting.html_markup import NOTHING, Markup, joined, tag
from docctl.reporting.html_style import SCRIPT, STYLE
from docctl.reporting.style import SEVERITY_NAMES
from docctl.reporting.text import facts, verdict
from docctl.wording import N_, Translate

SHOW = {
    Severity.ERROR: N_("Show errors ({count})"),
    Severity.WARNING: N_("Show warnings ({count})"),
    Severity.INFO: N_("Show notes ({count})"),
}


def render(
    reports: Sequence[DocumentReport],
    texts: Sequence[DocumentText | None],
    rulebook: Rulebook,
    stage: Stage,
    language: Language,
    translate: Translate,
) -> str:
    """The page; `texts` are those of the reports' documents, None for one that could not be read."""
    _ = translate
    found = _all_numbered(reports)
    documents = (
        _document(at, report, text, its, stage, _)
        for at, (report, text, its) in enumerate(zip(reports, texts, found, strict=True), 1)
    )
    body = tag(
        "body",
        tag("a", _("To the findings"), href="#documents", class_="skip"),
        tag("header", tag("h1", _("Check of documents")), _overview(reports, _)),
        *_switches(reports, _),
        tag("main", *documents, _rules(reports, rulebook, language, _), id="documents"),
        tag("footer", tag("p", f"docctl {__version__}", class_="facts")),
        tag("script", Markup(SCRIPT)),
    )
    page = tag("html", _head(_), body, lang=language.value)
    return f"<!DOCTYPE html>\n{page}\n"


def _all_numbered(reports: Sequence[DocumentReport]) -> list[tuple[Numbered, ...]]:
    found: list[tuple[Numbered, ...]] = []
    first = 1
    for report in reports:
        found.append(numbered(report.findings, first))
        first += len(report.findings)
    return found


def _head(_: Translate) -> Markup:
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", _("Check of documents")),
        tag("style", Markup(STYLE)),
    )


def _overview(reports: Sequence[DocumentReport], _: Translate) -> Markup:
    """A row to a document, with its counts."""
    heads = (_("Document"), *(_(SEVERITY_NAMES[severity]) for severity in Severity), _("Could not be judged"))
    rows = [
        tag(
            "tr",
            tag("td", tag("a", report.path, href=f"#d{at}")),
            *(tag("td", str(report.count(severity))) for severity in Severity),
            tag("td", str(len(report.not_verifiable))),
        )
        for at, report in enumerate(reports, 1)
    ]
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    return joined(
        tag("table", head, *rows), tag("p", _("Keys: j next finding, k the one before."), class_="facts")
    )


def _switches(reports: Sequence[DocumentReport], _: Translate) -> Iterator[Markup]:
    """Check boxes before the main part: style rules alone hide what is switched off."""
    for severity, wording in SHOW.items():
        count = sum(report.count(severity) for report in reports)
        name = f"show-{severity.value}"
        yield tag("input", type="checkbox", id=name, checked="", class_="switch")
        yield tag("label", _(wording).format(count=count), for_=name, class_=f"bar count {severity.value}")


def _document(
    at: int,
    report: DocumentReport,
    text: DocumentText | None,
    found: Sequence[Numbered],
    stage: Stage,
    _: Translate,
) -> Markup:
    where = placed(found, text)
    return tag(
        "article",
        tag("h2", report.path),
        *(tag("p", line, class_="facts") for line in (facts(report, _), f"SHA-256 {report.sha256}")),
        tag("p", verdict(report, stage, _), class_="verdict"),
        _unjudged(report, _),
        _section(_("The document as a whole"), cards(where.elsewhere, _)),
        _section(_("Headers and footers"), running_lines(text, _)) if text is not None else NOTHING,
        document_text(text, where.by_line, _) if text is not None else NOTHING,
        id=f"d{at}",
    )


def _section(heading: str, content: Markup) -> Markup:
    return tag("section", tag("h3", heading), content) if content else NOTHING


def _unjudged(report: DocumentReport, _: Translate) -> Markup:
    items = (
        tag("li", tag("a", item.rule, href=f"#rule-{item.rule}"), f" {item.reason}")
        for item in report.not_verifiable
    )
    return _section(_("Could not be judged"), tag("ul", *items)) if report.not_verifiable else NOTHING


def _rules(reports: Sequence[DocumentReport], rulebook: Rulebook, language: Language, _: Translate) -> Markup:
    """The rules that the reports name."""
    named = {finding.rule for report in reports for finding in report.findings}
    named |= {item.rule for report in reports for item in report.not_verifiable}
    rules = [rule for rule in rulebook.rules if rule.code in named]
    if not rules:
        return NOTHING
    return tag("section", tag("h2", _("The rules")), explanations(rules, language, _), class_="rules")
