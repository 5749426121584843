"""A Word file that is to be stored: read once, checked, its clauses as text."""

from datetime import date

from msgspec import Struct

from docctl.app.desk import Desk
from docctl.app.examine import Examination, look_at, refuse_unknown_kind
from docctl.app.intake import Incoming
from docctl.app.reading import Reading
from docctl.domain.finding import DocumentReport, Finding, Severity, Stage, Status
from docctl.domain.folding import fold
from docctl.domain.parts import Parts
from docctl.domain.registry.card import RecordedFinding
from docctl.domain.registry.clause_text import ClauseText, clause_texts, write_text
from docctl.domain.words import Language
from docctl.errors import TransitionRefused, UsageError
from docctl.wording import N_

FAULT = 3
"""The exit code where docctl itself failed on the file; the report names the log file."""


class Errand(Struct, frozen=True, kw_only=True):
    """What a file is brought for."""

    stage: Stage
    kind: str = ""
    """As the caller says; empty: the document tells."""
    handed_in_for: str | None = None
    """See `docctl.checking.check.Subject`."""
    beside_registry: bool = True
    """Whether the registry is held against it: not against an old edition."""


class CheckRefused(TransitionRefused):
    """The check found errors, or could not read the file; the report says which."""

    def __init__(
        self, message: str, report: DocumentReport, examination: Examination, **values: object
    ) -> None:
        super().__init__(message, at=report.path, **values)
        self.report, self.stage = report, examination.stage
        self.rules = len(examination.rulebook.rules)


class Dossier(Struct, frozen=True, kw_only=True):
    """A readable Word file with all that was found in it."""

    incoming: Incoming
    report: DocumentReport
    kind: str
    language: Language
    title: str
    approved: date | None
    """The day of approval that its title page names."""
    clauses: tuple[ClauseText, ...]
    guidance: int = 0
    """Paragraphs of guidance left in it."""

    @property
    def text(self) -> bytes:
        """The clauses as they lie beside the file."""
        return write_text(self.title, self.clauses).encode()

    def findings(self) -> tuple[RecordedFinding, ...]:
        """The errors, each kind of sentence once."""
        errors = [one for one in self.report.findings if one.severity is Severity.ERROR]
        return tuple({(one.rule, one.message): _recorded(one) for one in reversed(errors)}.values())[::-1]


def examination_of(desk: Desk, errand: Errand) -> Examination:
    """By what files are examined that are brought for this.

    Raises UsageError for a kind that no form describes, ConfigurationError, RepositoryTrouble.
    """
    workspace = desk.workspace
    examination = Examination(
        rulebook=workspace.rulebook(),
        office=workspace.office(),
        language=desk.language,
        stage=errand.stage,
        as_of=desk.today,
        kind=errand.kind or None,
        registry=workspace.facts() if errand.beside_registry else None,
        handed_in_for=errand.handed_in_for,
        reading=Reading(word_only=True),
    )
    refuse_unknown_kind(examination)
    return examination


def open_dossier(examination: Examination, incoming: Incoming) -> Dossier:
    """Check the file and read its clauses.

    Raises:
        CheckRefused: it cannot be read.
        UsageError: its kind cannot be told.
    """
    seen = look_at(incoming.path, incoming.content, examination)
    report = seen.report
    if seen.parts is None or report.status is Status.UNREADABLE:
        message = N_("The file cannot be read, so nothing was recorded: {reason}")
        refused = CheckRefused(message, report, examination, reason=report.findings[0].message)
        refused.exit_code = FAULT if seen.fault else refused.exit_code
        raise refused
    if report.kind is None:
        raise UsageError(
            "The kind of document cannot be told from the text; say it with --kind.", at=str(incoming.path)
        )
    return Dossier(
        incoming=incoming,
        report=report,
        kind=report.kind,
        language=seen.parts.language,
        title=_title(seen.parts),
        approved=_approval_day(seen.parts),
        clauses=clause_texts(seen.parts),
        guidance=seen.subject.draft.guidance if seen.subject else 0,
    )


def _title(parts: Parts) -> str:
    """As the running header has it where the title page only sets the same words in capitals."""
    page = parts.title_page
    title = page.title.text if page and page.title else ""
    same = (header.title.text for header in parts.headers if header.title)
    return next((one for one in same if title.isupper() and fold(one) == fold(title)), title)


def _approval_day(parts: Parts) -> date | None:
    approval = parts.title_page.approval if parts.title_page else None
    return approval.date.value if approval and approval.date else None


def refuse_errors(dossier: Dossier, examination: Examination, anyway: str) -> None:
    """Raises CheckRefused when the check found errors and nobody gave a reason to go on in spite of them."""
    errors = dossier.report.count(Severity.ERROR)
    if errors and not anyway.strip():
        message = N_(
            "The check found errors ({errors}), so nothing was recorded. Put them right, or say with --anyway"
            " why it must be recorded as it is."
        )
        raise CheckRefused(message, dossier.report, examination, errors=errors)


def _recorded(finding: Finding) -> RecordedFinding:
    return RecordedFinding(
        rule=finding.rule,
        severity=finding.severity.value,
        message=finding.message,
        clause=finding.place.clause or "",
    )
