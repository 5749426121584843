"""What a check needs to know of the registry: which documents there are, and how far their editions go."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from docctl.domain.registry.card import Card, CardStatus, Titles
from docctl.domain.words import Language


class KnownDocument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document of the registry, as far as a draft can contradict it."""

    number: str
    kind: str
    language: Language
    title: Titles
    unit: str = ""
    last_edition: int
    withdrawn: bool = False


class RegistryFacts(Struct, frozen=True, forbid_unknown_fields=True):
    """The registry on the day of a check."""

    documents: tuple[KnownDocument, ...] = ()
    files: frozenset[str] = frozenset()
    """SHA-256 of the file of every registered edition: such a file is what was approved, not a draft."""

    def document(self, number: str) -> KnownDocument | None:
        """The document with this number; case and ways of writing one letter do not count."""
        wanted = number_key(number)
        return next((one for one in self.documents if number_key(one.number) == wanted), None)


def number_key(number: str) -> str:
    """The key under which two numbers that people take for the same are equal."""
    return "".join(unicodedata.normalize("NFKC", number).casefold().split())


def facts_of(cards: Iterable[Card]) -> RegistryFacts:
    """What the cards say."""
    cards = tuple(cards)
    files = frozenset(edition.sha256 for card in cards for edition in card.editions)
    return RegistryFacts(tuple(map(_known, cards)), files)


def _known(card: Card) -> KnownDocument:
    return KnownDocument(
        number=card.number,
        kind=card.kind,
        language=card.language,
        title=card.title,
        unit=card.unit,
        last_edition=card.last.edition,
        withdrawn=card.status is CardStatus.WITHDRAWN,
    )
