"""The use case `check --annotate`: each draft examined, and handed back as a copy with comments in it."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.cost_limit import cost_limit
from docctl.app.examine import (
    EXPECTED,
    Examination,
    Examined,
    Made,
    Seen,
    look_at,
    printable,
    read_draft,
    report_of,
    too_costly,
    unreadable,
)
from docctl.checking.check import Subject
from docctl.docx.annotating.anchoring import anchored, body_of
from docctl.docx.annotating.annotated import Note, annotated, room
from docctl.docx.annotating.comments_part import Remark
from docctl.docx.annotating.own_comments import without_own_comments
from docctl.domain.draft import Draft
from docctl.domain.finding import DocumentReport
from docctl.domain.parts import Parts
from docctl.errors import UnreadableDraft
from docctl.faults import Fault, guarded
from docctl.messages import translator
from docctl.reporting.annotation import said_of, summary
from docctl.reporting.document_text import DocumentText

T = TypeVar("T")


class Extras(Struct, frozen=True):
    """What a run makes of its drafts beside the reports."""

    copies: Mapping[Path, Path] = {}
    """Where the annotated copy of a draft goes; a draft that is not here gets none."""
    text: Callable[[Draft, Parts], DocumentText] | None = None
    """How the text of a draft is taken down, where the form of the result shows it."""


def examine_more(path: Path, examination: Examination, extras: Extras) -> Examined:
    """The report of one draft like `examine`, its annotated copy written, its text taken down.

    For a draft that gets a copy the comments of an earlier annotation are no part of it: they are neither
    reported nor kept. Never fails; what goes wrong with the copy is said in `Examined.made`.
    """
    try:
        data = read_draft(path)
    except UnreadableDraft as error:
        return Examined(unreadable(path, error, examination))
    copy = extras.copies.get(path)
    if copy is None:
        seen, made = look_at(path, data, examination), Made()
    else:
        seen, made = _handed_back(path, data, examination, copy)
    if extras.text is not None and seen.subject is not None:
        made = replace(made, text=extras.text(seen.subject.draft, seen.subject.parts))
    return Examined(seen.report, seen.fault, made)


def _handed_back(path: Path, data: bytes, examination: Examination, copy: Path) -> tuple[Seen, Made]:
    cleaned = _attempted(lambda: without_own_comments(data, path.name))
    seen = look_at(path, cleaned if isinstance(cleaned, bytes) else data, examination)
    seen = replace(seen, report=replace(seen.report, sha256=sha256(data).hexdigest()))
    if not isinstance(cleaned, bytes) or seen.subject is None:
        return _refused(seen, cleaned, examination)
    subject, given = seen.subject, cleaned
    result = _attempted(lambda: _annotated(path, given, seen.report, subject, examination))
    if isinstance(result, _Copy):
        return seen, _written(result, copy)
    return _refused(seen, result, examination)


class _Copy(Struct, frozen=True):
    """An annotated copy not yet on the disk."""

    data: bytes
    remarks: int


def _annotated(
    path: Path, data: bytes, report: DocumentReport, subject: Subject, examination: Examination
) -> _Copy:
    language = subject.parts.language
    if language is not examination.language:
        report = report_of(path, subject, replace(examination, language=language))
    notes = _notes(report, subject, examination)
    return _Copy(annotated(data, subject.draft, notes, examination.as_of, language), len(notes))


def _refused(seen: Seen, reason: object, examination: Examination) -> tuple[Seen, Made]:
    """Without a copy: for the reason that was met, else for the one that the report gives."""
    _ = translator(examination.language)
    if isinstance(reason, Fault):
        told = _("docctl failed on it; the log file {log} tells how").format(log=reason.log)
        return replace(seen, fault=seen.fault or reason), Made(refused=told)
    if isinstance(reason, UnreadableDraft):
        return seen, Made(refused=reason.worded(_))
    return seen, Made(refused=seen.report.findings[0].message)


def _attempted(action: Callable[[], T]) -> T | Fault | UnreadableDraft:
    """What the action gives, within the limits of cost of a draft, or what keeps it from that."""
    try:
        with cost_limit():
            return guarded(action, EXPECTED)
    except UnreadableDraft as error:
        return error
    except (MemoryError, RecursionError):
        return too_costly()


def _notes(report: DocumentReport, subject: Subject, examination: Examination) -> list[Note]:
    """The summary, then a comment for each finding, as many as Word opens; in the language of the draft."""
    _ = translator(subject.parts.language)
    paragraphs = body_of(subject.draft)
    if not paragraphs:
        raise UnreadableDraft("it has no paragraph that could hold a comment")
    findings = report.findings[: max(room(subject.draft) - 1, 0)]
    left = len(report.findings) - len(findings)
    first = summary(report, examination.stage, examination.as_of, left, _)
    notes = [Note(paragraphs[0].index, Remark(first.heading, first.lines))]
    for finding in findings:
        anchor = anchored(finding.place, paragraphs, subject.parts.parts)
        said = said_of(finding, anchor.standing, _)
        notes.append(Note(anchor.paragraph, Remark(said.heading, said.lines)))
    return notes


def _written(made: _Copy, copy: Path) -> Made:
    """The copy is there whole or not at all."""
    waiting = copy.with_name(f".docctl-{os.getpid()}")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(made.data)
        waiting.replace(copy)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink()
        return Made(unwritten=os.strerror(error.errno or 0))
    return Made(copy=printable(copy), remarks=made.remarks)
