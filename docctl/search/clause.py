"""What the index holds: a clause of an edition, with what can be asked of it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from msgspec import Struct

from docctl.domain.words import Language


class Clause(Struct, frozen=True, kw_only=True):
    """One clause of one edition, as a reader of the document sees it."""

    number: str
    """Number of the document, as the office writes it."""
    edition: int
    kind: str
    unit: str
    status: str
    """Of the edition: ``in_force``, ``superseded`` or ``withdrawn``."""
    in_force_from: date
    in_force_to: date | None = None
    """The first day on which the edition is no longer in force; None while it is."""
    language: Language
    title: str
    """Of the document, in its language."""
    clause: str
    """Number of the clause as printed, «6.23»; empty where the text has none."""
    headings: tuple[str, ...] = ()
    """From the section down to the clause."""
    text: str


class DocumentClauses(Struct, frozen=True):
    """All clauses of all editions of one document; none when the document is gone."""

    number: str
    clauses: tuple[Clause, ...] = ()


class ClauseSource(Protocol):
    """Where clauses come from: the registry, or passages of a benchmark."""

    def head(self) -> str:
        """Names the state of the source: the commit."""

    def changes(self, since: str | None) -> Iterable[DocumentClauses] | None:
        """The documents changed since that state, whole; all of them for None.

        None where the state is unknown.
        """
