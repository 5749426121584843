"""A draft on its way through the office."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from docctl.domain.registry.card import RecordedFinding, Signature
from docctl.domain.words import Language


class SubmissionStatus(StrEnum):
    """Where a submission stands."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    SIGNING = "signing"
    """Accepted, and at least one sign-off is there."""
    APPROVED = "approved"
    """Became an edition; nothing more can happen to it."""


class Round(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One time that the draft was handed in."""

    handed_in: Annotated[datetime, Meta(tz=True)]
    """In UTC."""
    by: str
    """Actor, «Name <mail>»."""
    file: str
    """``docs_store/submissions/S-2026-0007/1/document.docx``."""
    sha256: str
    file_name: str = ""
    """As the unit called it."""
    findings: tuple[RecordedFinding, ...] = ()
    """Of the check at submission."""
    anyway: str = ""
    """Why it was handed in, or accepted, in spite of errors."""
    returned: str = ""
    """The reason with which the office gave it back."""


class Submission(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A draft handed in by a unit, until it is an edition."""

    id: str
    """``S-2026-0007``."""
    status: SubmissionStatus
    unit: str
    kind: str
    language: Language
    title: str
    owner: str = ""
    """Who answers for the document, where the unit has said so."""
    number: str = ""
    """Of the document that it is a new edition of; empty for a new document: no number before approval."""
    edition: int = 1
    """Which the draft is to become."""
    rounds: Annotated[tuple[Round, ...], Meta(min_length=1)]
    accepted: date | None = None
    signatures: tuple[Signature, ...] = ()
    approved_as: str = ""
    """The number that it became an edition of."""
    operation: str = ""
    """Id of the last transition: the same command again changes nothing."""

    @property
    def round(self) -> Round:
        """The latest time that it was handed in."""
        return self.rounds[-1]
