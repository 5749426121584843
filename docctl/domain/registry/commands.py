"""What people ask for: a value to each step in the life of a document.

`operation` is the id by which the same command, given again, is known; it goes on the record.
Days are days of the office's calendar.
"""

from datetime import date, datetime

from msgspec import Struct

from docctl.domain.registry.card import Person, RecordedFinding, Signature
from docctl.domain.words import Language

SIGN_OFFS = ("developed", "agreed", "lawyer")
"""The sign-off roles, in the order in which people sign."""


class Policy(Struct, frozen=True, kw_only=True):
    """What the office has laid down, and the day on which it is asked."""

    today: date
    sign_offs: tuple[str, ...] = SIGN_OFFS
    """The roles that must have signed before an approval, in the order of `SIGN_OFFS`."""
    numbers: str = ""
    """Regular expression that a new document's number must match as a whole; empty: any."""
    review_years: int = 3
    """Years after which an edition must be looked at again."""


class HandIn(Struct, frozen=True, kw_only=True):
    """A unit hands a draft in."""

    unit: str
    kind: str
    language: Language
    title: str
    by: str
    """Actor, «Name <mail>»."""
    at: datetime
    """In UTC."""
    sha256: str
    file_name: str = ""
    number: str = ""
    """Of the document that it is to be a new edition of; empty for a new document."""
    again: str = ""
    """The returned submission that it continues; empty: it is found by unit, kind, language and title."""
    owner: str = ""
    findings: tuple[RecordedFinding, ...] = ()
    anyway: str = ""
    """Why it is handed in in spite of errors."""
    operation: str = ""


class Return(Struct, frozen=True):
    """The office gives a draft back."""

    reason: str
    operation: str = ""


class Acceptance(Struct, frozen=True):
    """The office accepts a draft: it may be signed."""

    day: date
    anyway: str = ""
    """Why it is accepted in spite of errors; empty: what was said when it was handed in stays."""
    operation: str = ""


class SignOff(Struct, frozen=True):
    """Somebody has signed."""

    signature: Signature
    operation: str = ""


class Approval(Struct, frozen=True, kw_only=True):
    """The approver has signed: the draft becomes an edition."""

    number: str
    approver: Person
    approved: date
    sha256: str
    """Of the file that is stored as the edition."""
    in_force: date | None = None
    """From when it counts; None: from the day of approval."""
    order: str = ""
    title: str = ""
    """As the approved file has it; empty: that of the submission."""
    pages: int | None = None
    scan_sha256: str = ""
    """Empty when there is no scan of the signed paper."""
    change: str = ""
    findings: tuple[RecordedFinding, ...] = ()
    anyway: str = ""
    operation: str = ""


class Registration(Struct, frozen=True, kw_only=True):
    """A document approved before docctl is taken over as it is."""

    number: str
    edition: int
    unit: str
    kind: str
    language: Language
    title: str
    approved: date
    sha256: str
    in_force: date | None = None
    """From when it counts; None: from the day of approval."""
    approver: Person | None = None
    order: str = ""
    signatures: tuple[Signature, ...] = ()
    owner: str = ""
    file_index: str = ""
    retention: str = ""
    pages: int | None = None
    scan_sha256: str = ""
    change: str = ""
    findings: tuple[RecordedFinding, ...] = ()
    operation: str = ""


class Withdraw(Struct, frozen=True):
    """A document goes out of force."""

    basis: str
    day: date
    """The first day on which it no longer counts."""
    operation: str = ""
