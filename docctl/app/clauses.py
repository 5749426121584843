"""The clauses of the registry as the index takes them in: out of the ``text.md`` beside every edition."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from docctl.domain.registry.card import Card, Edition
from docctl.domain.registry.clause_markdown import ClauseText, read_text
from docctl.domain.registry.filing import TEXT
from docctl.errors import DamagedRecord
from docctl.search.clause import Clause, DocumentClauses
from docctl.store.paths import edition_folder

if TYPE_CHECKING:
    from docctl.store.registry import Registry
    from docctl.store.snapshot import Snapshot


class RegistryClauses:
    """The clauses that a snapshot of the registry holds."""

    def __init__(self, registry: "Registry", snapshot: "Snapshot") -> None:
        self._registry, self._snapshot = registry, snapshot

    def head(self) -> str:
        """The commit."""
        return self._snapshot.commit

    def changes(self, since: str | None) -> Iterator[DocumentClauses] | None:
        """The documents that differ from that commit, all of them for None; None where it is unknown.

        Raises DamagedRecord for a card that cannot be read.
        """
        if since is None:
            return (self._clauses(card) for card in self._snapshot.cards())
        numbers = self._registry.changed_documents(since, self._snapshot)
        if numbers is None:
            return None
        return map(self._document, sorted(numbers))

    def _document(self, number: str) -> DocumentClauses:
        card = self._snapshot.card(number)
        return self._clauses(card) if card else DocumentClauses(number)

    def _clauses(self, card: Card) -> DocumentClauses:
        found = (clause for edition in card.editions for clause in self._of_edition(card, edition))
        return DocumentClauses(card.number, tuple(found))

    def _of_edition(self, card: Card, edition: Edition) -> Iterator[Clause]:
        """An edition whose text nobody has is found by its title and number all the same."""
        for text in self._texts(card, edition) or (ClauseText("", (), ""),):
            yield Clause(
                number=card.number,
                edition=edition.edition,
                kind=card.kind,
                unit=card.unit,
                status=card.status_of(edition, date.max).value,
                in_force_from=edition.in_force_from,
                in_force_to=edition.in_force_to,
                language=edition.language,
                title=card.title.in_language(edition.language),
                clause=text.number,
                headings=text.headings,
                text=text.text,
            )

    def _texts(self, card: Card, edition: Edition) -> tuple[ClauseText, ...]:
        path = f"{edition_folder(card.number, edition.edition)}/{TEXT}"
        try:
            return read_text(self._snapshot.read(path).decode())
        except (DamagedRecord, UnicodeDecodeError):
            return ()
