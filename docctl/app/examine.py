"""One draft examined: bytes to a report, whatever the file is."""

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.cost_limit import cost_limit
from docctl.app.reading import Reading, read
from docctl.checking.check import Hit, Subject
from docctl.checking.rule import Rulebook
from docctl.checking.run import not_applicable, reading_order, run_rules, worded
from docctl.docx.limits import LIMITS
from docctl.domain.draft import Draft
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
from docctl.domain.office import Office
from docctl.domain.parts import Parts
from docctl.domain.place import Part, Place
from docctl.domain.registry.facts import RegistryFacts
from docctl.domain.words import Language
from docctl.errors import UnreadableDraft, UsageError
from docctl.faults import Fault, guarded
from docctl.messages import translator
from docctl.recognition import recognise
from docctl.reporting.document_text import DocumentText

EXPECTED = (UnreadableDraft, MemoryError, RecursionError)


class Examination(Struct, frozen=True, kw_only=True):
    """What every draft of a run is examined by."""

    rulebook: Rulebook
    office: Office = Office()
    language: Language
    stage: Stage = Stage.SUBMISSION
    as_of: date
    kind: str | None = None
    """The kind that the caller says the documents are; None lets each tell its own."""
    registry: RegistryFacts | None = None
    """What the registry holds; None outside a workspace."""
    handed_in_for: str | None = None
    """The number of the document that a draft is handed in for, "" for a new one; None: nobody says."""
    reading: Reading = Reading()


class Made(Struct, frozen=True):
    """What was made of a draft beside its report."""

    copy: str = ""
    """Path of its annotated copy; empty when there is none."""
    remarks: int = 0
    """Comments in the copy, the summary among them."""
    refused: str = ""
    """Why there is no copy though one was asked for."""
    unwritten: str = ""
    """What the system says of a copy that it did not take."""
    text: DocumentText | None = None
    """Its text, where the form of the result shows it."""


class Examined(Struct, frozen=True):
    """The report of a draft, the fault that docctl had with it, if any, and what else was made of it."""

    report: DocumentReport
    fault: Fault | None = None
    made: Made = Made()


class Seen(Struct, frozen=True):
    """What one reading of a file gave."""

    report: DocumentReport
    parts: Parts | None = None
    """None when the file could not be read."""
    fault: Fault | None = None
    subject: Subject | None = None
    """What the rules looked at; None when the file could not be read."""


def examine(path: Path, examination: Examination) -> Examined:
    """The report of one draft; a file that cannot be read, or that docctl fails on, is a report as well."""
    try:
        data = read_draft(path)
    except UnreadableDraft as error:
        return Examined(unreadable(path, error, examination))
    seen = look_at(path, data, examination)
    return Examined(seen.report, seen.fault)


def refuse_unknown_kind(examination: Examination) -> None:
    """Raises UsageError for a kind of document that no form describes."""
    kinds = sorted(form.kind for form in examination.rulebook.forms)
    if examination.kind is not None and examination.kind not in kinds:
        raise UsageError(
            "There is no kind of document “{kind}”; the forms describe: {kinds}.",
            kind=examination.kind,
            kinds=", ".join(kinds),
        )


def look_at(path: Path, data: bytes, examination: Examination) -> Seen:
    """The report of a draft whose bytes are `data`, and its parts."""
    digest = sha256(data).hexdigest()
    try:
        with cost_limit():
            seen = guarded(lambda: _checked(path, data, digest, examination), EXPECTED)
    except UnreadableDraft as error:
        seen = Seen(unreadable(path, error, examination))
    except (MemoryError, RecursionError):
        seen = Seen(unreadable(path, too_costly(), examination))
    if isinstance(seen, Fault):
        seen = Seen(unreadable(path, _failed(seen), examination), fault=seen)
    return replace(seen, report=replace(seen.report, sha256=digest))


def read_draft(path: Path) -> bytes:
    """At most a byte more than a draft may have, enough to refuse it; raises UnreadableDraft."""
    try:
        with path.open("rb") as file:
            return file.read(LIMITS.file + 1)
    except OSError as error:
        raise UnreadableDraft("the system says: {reason}", reason=os.strerror(error.errno or 0)) from error


def _checked(path: Path, data: bytes, digest: str, examination: Examination) -> Seen:
    rulebook = examination.rulebook
    draft = read(data, path.name, examination.reading)
    parts = recognise(draft, rulebook.forms, rulebook.lexicon, examination.kind)
    subject = Subject(
        draft=draft,
        parts=parts,
        lexicon=rulebook.lexicon,
        office=examination.office,
        stage=examination.stage,
        as_of=examination.as_of,
        registry=examination.registry,
        handed_in_for=examination.handed_in_for,
        sha256=digest,
    )
    return Seen(report_of(path, subject, examination), parts, subject=subject)


def report_of(path: Path, subject: Subject, examination: Examination) -> DocumentReport:
    """What the rules say of a draft that was read, in the language of the examination."""
    rulebook = examination.rulebook
    outcomes = list(run_rules(subject, rulebook, examination.language))
    findings = [outcome for outcome in outcomes if isinstance(outcome, Finding)]
    return replace(
        _described(path, subject.draft, subject.parts),
        findings=tuple(sorted(findings, key=reading_order)),
        not_verifiable=tuple(outcome for outcome in outcomes if isinstance(outcome, NotVerifiable)),
        not_applicable=not_applicable(subject, rulebook),
    )


def _described(path: Path, draft: Draft, parts: Parts) -> DocumentReport:
    """What the document is, before anything is said against it."""
    title = parts.title_page.title if parts.title_page else None
    return DocumentReport(
        path=printable(path),
        sha256="",
        status=Status.CHECKED,
        kind=parts.form.kind if parts.form else None,
        language=parts.language,
        title=title.text if title else None,
        number=parts.number.value if parts.number else None,
        edition=parts.edition,
        pages=draft.pages.value if draft.pages else None,
        pages_estimated=draft.pages.estimated if draft.pages else True,
    )


def unreadable(path: Path, error: UnreadableDraft, examination: Examination) -> DocumentReport:
    """The report of a draft that could not be read: one finding of the DOC rule that says why."""
    reason = error.worded(translator(examination.language))
    finding = _finding(error.rule, reason, examination)
    return DocumentReport(path=printable(path), sha256="", status=Status.UNREADABLE, findings=(finding,))


def _finding(code: str, reason: str, examination: Examination) -> Finding:
    """Said even when the office switched the rule off: nothing else was checked."""
    place = Place(part=Part.FILE)
    rule = examination.rulebook.rule(code)
    if rule is not None:
        return worded(rule, Hit(place, {"reason": reason}), rule.severity, examination.language)
    return Finding(
        rule=code,
        severity=Severity.ERROR,
        message=reason,
        hint="",
        fix=FixClass.NONE,
        place=place,
        source=Source("docctl"),
    )


def _failed(fault: Fault) -> UnreadableDraft:
    return UnreadableDraft("docctl failed on it; the log file {log} tells how", log=fault.log)


def too_costly() -> UnreadableDraft:
    """The error for a draft that exhausts the machine."""
    return UnreadableDraft("it takes more memory than there is")


def printable(path: Path) -> str:
    """The path as text that every output can carry, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")
