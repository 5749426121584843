"""The report for people."""

from docctl.domain.finding import (
    DocumentReport,
    Finding,
    FixClass,
    NotVerifiable,
    Severity,
    Source,
    Stage,
    Status,
)
from docctl.domain.place import Part, Place
from docctl.reporting.text import render


def finding(
    rule: str, severity: Severity, part: Part, clause: str | None = None, message: str = ""
) -> Finding:
    place = Place(part=part, clause=clause, excerpt="")
    message = message or f"{rule} is broken."
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        hint="Mend it.",
        fix=FixClass.NONE,
        place=place,
        source=Source("ISO"),
    )


def report(*findings: Finding, **facts: str) -> DocumentReport:
    return DocumentReport(path="d.docx", sha256="0", status=Status.CHECKED, findings=findings, **facts)  # type: ignore[arg-type]


def shown(*reports: DocumentReport, stage: Stage = Stage.SUBMISSION) -> str:
    return render(reports, stage, str)


def test_parts_with_errors_come_first_and_within_a_part_the_worst() -> None:
    text = shown(
        report(
            finding("TTL008", Severity.WARNING, Part.TITLE),
            finding("NUM002", Severity.WARNING, Part.BODY, "5.1"),
            finding("NUM001", Severity.ERROR, Part.BODY, "5.2"),
        )
    )
    order = [text.index(word) for word in ("Text", "NUM001", "NUM002", "Title page", "TTL008")]
    assert order == sorted(order)


def test_repeats_are_folded_and_their_places_named() -> None:
    findings = [finding("FMT001", Severity.ERROR, Part.BODY, f"1.{n}", "Arial.") for n in range(1, 25)]
    text = shown(report(*findings))
    assert text.count("Arial.") == 1
    assert "and 23 more: clause 1.2; clause 1.3; clause 1.4; clause 1.5; clause 1.6…" in text


def test_different_messages_of_one_rule_are_shown_up_to_a_limit() -> None:
    findings = [
        finding("TOC002", Severity.ERROR, Part.BODY, str(n), f"Section {n} is absent.") for n in range(9)
    ]
    text = shown(report(*findings))
    assert "Section 4 is absent." in text
    assert "Section 5 is absent." not in text
    assert "and 4 more of TOC002" in text


def test_the_verdict_depends_on_errors_and_stage() -> None:
    clean, broken = report(), report(finding("TTL001", Severity.ERROR, Part.TITLE))
    assert shown(clean).endswith("It can be submitted.\n")
    assert shown(broken).endswith("It cannot be submitted yet: put the errors right first.\n")
    assert shown(clean, stage=Stage.APPROVAL).endswith("It can be approved.\n")
    warned = report(finding("TTL008", Severity.WARNING, Part.TITLE))
    assert shown(warned).endswith("It can be submitted.\n")


def test_what_could_not_be_judged_is_said() -> None:
    text = render(
        [
            DocumentReport(
                path="d.docx",
                sha256="0",
                status=Status.CHECKED,
                not_verifiable=(NotVerifiable("HDR006", "No layout."),),
            )
        ],
        Stage.SUBMISSION,
        str,
    )
    assert "HDR006  No layout." in text
    assert "not judged: 1" in text


def test_several_documents_end_in_a_line_over_all() -> None:
    text = shown(report(), report(finding("TTL001", Severity.ERROR, Part.TITLE)))
    assert text.endswith("Documents: 2; with errors: 1; without: 1.\n")


def test_an_unreadable_file_is_not_called_clean() -> None:
    unreadable = DocumentReport(
        path="d.docx",
        sha256="0",
        status=Status.UNREADABLE,
        findings=(finding("DOC001", Severity.ERROR, Part.FILE),),
    )
    assert shown(unreadable).endswith("Not checked: the file could not be read.\n")


def test_a_draft_cannot_command_the_terminal() -> None:
    hostile = finding("TXT001", Severity.ERROR, Part.BODY, message="a\x1b[2J\x9b31m\u202eb")
    assert "a�[2J�31m�b" in shown(report(hostile))
