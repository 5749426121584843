"""What a check says of a document."""

from enum import StrEnum

from msgspec import Struct

from docctl.domain.place import Place
from docctl.domain.words import Language


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class FixClass(StrEnum):
    """Whether a machine may put it right."""

    SAFE = "safe"
    REVIEW = "review"
    NONE = "none"


class Stage(StrEnum):
    """The point of a document's life that it is checked for; it sets what may still be blank."""

    DRAFT = "draft"
    SUBMISSION = "submission"
    APPROVAL = "approval"


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """The act that a rule rests on."""

    act: str
    clause: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """Something wrong, worded for a person in the language of the run."""

    rule: str
    severity: Severity
    message: str
    hint: str
    fix: FixClass
    place: Place
    source: Source


class NotVerifiable(Struct, frozen=True):
    """A rule that could not be judged on this file: never a pass."""

    rule: str
    reason: str


class Status(StrEnum):
    """Whether the file could be checked."""

    CHECKED = "checked"
    UNREADABLE = "unreadable"


class DocumentReport(Struct, frozen=True, kw_only=True):
    """All that one run says of one document."""

    path: str
    sha256: str
    status: Status
    kind: str | None = None
    language: Language | None = None
    title: str | None = None
    number: str | None = None
    edition: int | None = None
    pages: int | None = None
    pages_estimated: bool = True
    findings: tuple[Finding, ...] = ()
    not_verifiable: tuple[NotVerifiable, ...] = ()
    not_applicable: tuple[str, ...] = ()
    """Codes of the rules that have nothing to say of such a document."""

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)
