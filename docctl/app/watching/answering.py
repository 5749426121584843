"""One draft answered, in a worker: examined, handed in if it may be, its report and its copy in place."""

import gc
import os
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.annotate import Extras, examine_more
from docctl.app.examine import Examination, Examined, unreadable
from docctl.app.watching.handing_in import Counter, HandedIn, hand_in
from docctl.app.watching.orders import Answer, GivenBack, Order, Reported, Unanswered, concerns_all
from docctl.app.watching.placing import bring, make_folder, place
from docctl.app.watching.reports import language_of, page
from docctl.app.workspace import Workspace
from docctl.domain.finding import DocumentReport, Severity, Status
from docctl.errors import DocctlError, UnacceptedFormat, UnreadableDraft
from docctl.faults import Fault, guarded
from docctl.messages import translator
from docctl.reporting.document_text import text_of

EXPECTED = (DocctlError, OSError)


class Bench(Struct, frozen=True, kw_only=True):
    """By what drafts are answered."""

    root: Path
    """The drop folder."""
    workspace: Workspace
    examination: Examination
    """Its day and what it knows of the registry are renewed for every draft."""
    counter: Counter | None = None
    """Where drafts without errors are handed in; None: nowhere."""


def answered(order: Order, bench: Bench) -> Answer:
    """Do all that is to be done for a draft. Done twice, it leaves the same files with the same names."""
    try:
        answer = guarded(lambda: _answered(order, bench), EXPECTED)
        return _failed(order, answer, bench.examination) if isinstance(answer, Fault) else answer
    except DocctlError as trouble:
        return Unanswered(trouble.worded(translator(bench.examination.language)), everywhere=True)
    except OSError as error:
        return Unanswered(os.strerror(error.errno or 0), everywhere=concerns_all(error))
    finally:
        # The markup of a draft hangs in cycles: megabytes in few objects, which the collector would leave.
        gc.collect()


def _failed(order: Order, fault: Fault, examination: Examination) -> Answer:
    cause = UnreadableDraft("docctl failed on it; the log file {log} tells how", log=fault.log)
    answer = given_back(unreadable(order.draft, cause, examination))
    return answer if order.last_try else Unanswered(answer.reason)


def _answered(order: Order, bench: Bench) -> Answer:
    examination = replace(bench.examination, as_of=date.today(), registry=bench.workspace.facts())
    if not order.is_document:
        kind = UnacceptedFormat("its name does not end like a document's")
        return given_back(unreadable(order.draft, kind, examination))
    examined = _examined(order, examination)
    report = examined.report
    if report.sha256 != order.sha256:
        return Unanswered(report.findings[0].message)
    if report.status is Status.UNREADABLE:
        return given_back(report)
    if examined.made.unwritten:
        return Unanswered(examined.made.unwritten, everywhere=True)
    handed_in = None
    if bench.counter is not None and not report.count(Severity.ERROR):
        handed_in = hand_in(order.draft, report, bench.counter, examination.registry)
    _lay_out(
        order,
        bench.root,
        examined,
        replace(examination, language=language_of(examined, examination)),
        handed_in,
    )
    return Reported(
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        submission=handed_in.submission if handed_in else "",
        kept=handed_in.kept if handed_in else "",
    )


def _examined(order: Order, examination: Examination) -> Examined:
    """In the language of the draft, which is known only when it was read."""
    extras = Extras({order.draft: _unfinished_copy(order)}, text_of)
    examined = examine_more(order.draft, examination, extras)
    language = language_of(examined, examination)
    if language is not examination.language:
        examined = examine_more(order.draft, replace(examination, language=language), extras)
    return replace(examined, report=replace(examined.report, path=order.shown))


def given_back(report: DocumentReport) -> GivenBack:
    """What is said of a draft that could not be read."""
    finding = report.findings[0]
    return GivenBack(finding.message, finding.hint)


def _lay_out(
    order: Order, root: Path, examined: Examined, examination: Examination, handed_in: HandedIn | None
) -> None:
    """The report comes last: where it is, everything is."""
    make_folder(root, order.report.parent)
    if examined.made.copy:
        bring(_unfinished_copy(order), order.copy)
    content = page(examined, examination, handed_in)
    place(content, order.report, order.draft.parent.with_suffix(".html"))


def _unfinished_copy(order: Order) -> Path:
    return order.draft.parent.with_suffix(f".copy{order.draft.suffix}")
