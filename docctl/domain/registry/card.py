"""A document of the registry and its editions."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from docctl.domain.words import Language


class Titles(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The title of a document in the languages in which it is known."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def in_language(self, language: Language) -> str:
        """The title in that language, else in the first that there is."""
        return str(getattr(self, language.value)) or self.kk or self.ru or self.en


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """Who acts in an office: a name and a position, as printed on a sheet."""

    name: str
    position: str


class Signature(Struct, frozen=True, forbid_unknown_fields=True):
    """A sign-off on a sheet of signatures."""

    role: str
    """As the form names it: ``developed``, ``agreed``, ``lawyer``."""
    name: str
    position: str
    date: date


class EditionStatus(StrEnum):
    """What an edition is on a given day."""

    PENDING = "pending"
    """Approved, not in force yet."""
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class RecordedFinding(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A finding of the check that was recorded instead of mended."""

    rule: str
    severity: str
    message: str
    clause: str = ""


class Scan(Struct, frozen=True, forbid_unknown_fields=True):
    """The signed paper, scanned."""

    file: str
    sha256: str


class Edition(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An approved edition. Once recorded nothing of it changes but `in_force_to`."""

    edition: int
    approved: date
    in_force_from: date
    in_force_to: date | None = None
    """The first day on which it is no longer in force; None while no end is known."""
    approver: Person | None = None
    """None where an old document does not say."""
    order: str = ""
    """The order that put it into force."""
    signatures: tuple[Signature, ...] = ()
    language: Language
    file: str
    """From the top of the workspace: ``docs_store/158/2/document.docx``."""
    sha256: str
    pages: int | None = None
    scan: Scan | None = None
    change: str = ""
    """What permitted or caused it: the change, its basis."""
    submission: str = ""
    """Where it came from, ``S-2026-0007``; empty for a registered old document."""
    findings: tuple[RecordedFinding, ...] = ()
    """What the check found when it was recorded all the same."""
    anyway: str = ""
    """Why it was recorded in spite of errors."""

    def in_force_on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.in_force_from <= day and (self.in_force_to is None or day < self.in_force_to)


class Withdrawal(Struct, frozen=True, forbid_unknown_fields=True):
    """How a document went out of force."""

    basis: str
    date: date
    """The first day on which it no longer counts."""


class CardStatus(StrEnum):
    """What a document is: the status on its card."""

    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


class Card(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The card of a document: all that the registry says of it."""

    number: str
    """As the office writes it: «158», «12/3-н», «ДН-07»."""
    kind: str
    language: Language
    """Of the latest edition."""
    title: Titles
    unit: str
    owner: str = ""
    """Who answers for it: the head of unit, by position or name."""
    status: CardStatus = CardStatus.IN_FORCE
    withdrawal: Withdrawal | None = None
    editions: Annotated[tuple[Edition, ...], Meta(min_length=1)]
    """Ascending; not every number need be there, since old ones may never have been taken over."""
    review_due: date | None = None
    file_index: str = ""
    """Index by the nomenclature of files."""
    retention: str = ""
    operation: str = ""
    """Id of the last transition: the same command again changes nothing."""

    @property
    def last(self) -> Edition:
        """The latest edition."""
        return self.editions[-1]

    def edition(self, edition: int) -> Edition | None:
        """The edition with this ordinal, None when the registry has none."""
        return next((one for one in self.editions if one.edition == edition), None)

    def in_force_on(self, day: date) -> Edition | None:
        """The edition that counts on that day, if any."""
        return next((one for one in reversed(self.editions) if one.in_force_on(day)), None)

    def status_of(self, edition: Edition, day: date) -> EditionStatus:
        """What the edition is on that day."""
        if edition.in_force_on(day):
            return EditionStatus.IN_FORCE
        if day < edition.in_force_from:
            return EditionStatus.PENDING
        ended_by_withdrawal = self.withdrawal is not None and edition.edition == self.last.edition
        return EditionStatus.WITHDRAWN if ended_by_withdrawal else EditionStatus.SUPERSEDED
