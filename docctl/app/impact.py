"""The use case of finding whoever must change something after an act, a unit or a wording has changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from docctl.app.search import analyser_of
from docctl.domain.registry.card import Card
from docctl.domain.registry.natural_order import natural_key
from docctl.search.clause import Clause
from docctl.search.index.index import Index
from docctl.search.query.understanding import LONGEST, cleaned
from docctl.search.request import Atom, Filters, Phrase, Request, Word
from docctl.search.showing.answer import Impact, Mention, Touched
from docctl.search.showing.mentions import Part, mentions, parts_of, readings_of
from docctl.search.showing.snippet import snippet, whole
from docctl.search.showing.sought import Analyse

if TYPE_CHECKING:
    from docctl.store.snapshot import Snapshot

PATH = " › "
ALL = 1_000_000
"""More clauses than a registry has: whoever must change something is named."""


def impact(index: Index, snapshot: "Snapshot", asked: str, day: date) -> Impact:
    """The documents in force on a day that mention what is asked, and those of a unit that is named so."""
    asked = cleaned(asked[:LONGEST])
    analyse = analyser_of(index)
    parts = parts_of(asked, analyse)
    if not parts:
        return Impact(asked=asked, as_of=day)
    for reading in readings_of(parts):
        if touched := _touched_by(index, snapshot, _Looker(analyse, reading), day):
            return Impact(asked=asked, as_of=day, documents=tuple(sorted(touched, key=_order)))
    return Impact(asked=asked, as_of=day)


def _touched_by(index: Index, snapshot: "Snapshot", looker: "_Looker", day: date) -> tuple[Touched, ...]:
    documents = looker.documents(_clauses(index, looker.parts, day))
    cards = {card.number: card for card in snapshot.cards()}
    owned = (card for card in cards.values() if looker.names(card.unit))
    return tuple(_joined(documents, owned, cards, day))


def _clauses(index: Index, parts: Sequence[Part], day: date) -> list[Clause]:
    """The clauses that have all the parts somewhere, by document, in the order of their texts."""
    request = Request(required=tuple((_atom(part),) for part in parts), filters=Filters(as_of=day))
    return [hit.clause for hit in index.find(request, ALL).hits]


def _atom(part: Part) -> Atom:
    return Phrase(part.surfaces) if len(part.surfaces) > 1 else Word(part.surfaces[0])


class _Looker:
    """Looks for the parts in clauses."""

    def __init__(self, analyse: Analyse, parts: Sequence[Part]) -> None:
        self._analyse, self.parts = analyse, parts

    def names(self, text: str) -> bool:
        """Whether a text mentions what is looked for."""
        return bool(mentions(text, self._analyse(text), self.parts))

    def documents(self, clauses: Iterable[Clause]) -> Iterator[Touched]:
        """The documents that mention it."""
        ordered = sorted(clauses, key=_by_document)
        for _, group in groupby(ordered, key=_by_document):
            found = tuple(group)
            places = (*self._title(found[0]), *self._headings(found), *self._texts(found))
            if places:
                yield replace(_touched(found[0]), mentions=places)

    def _title(self, clause: Clause) -> Iterator[Mention]:
        marks = mentions(clause.title, self._analyse(clause.title), self.parts)
        if marks:
            yield Mention(place="title", snippet=whole(clause.title, marks))

    def _headings(self, clauses: Iterable[Clause]) -> Iterator[Mention]:
        for heading in dict.fromkeys(heading for clause in clauses for heading in clause.headings):
            marks = mentions(heading, self._analyse(heading), self.parts)
            if marks:
                yield Mention(place="heading", heading=heading, snippet=whole(heading, marks))

    def _texts(self, clauses: Sequence[Clause]) -> Iterator[Mention]:
        for clause in sorted(clauses, key=lambda clause: natural_key(clause.clause)):
            tokens = self._analyse(clause.text)
            marks = mentions(clause.text, tokens, self.parts)
            if marks or self._only_the_index_saw_it(clause):
                yield Mention(
                    place="clause",
                    clause=clause.clause,
                    heading=PATH.join(clause.headings),
                    snippet=snippet(clause.text, tokens, marks),
                )

    def _only_the_index_saw_it(self, clause: Clause) -> bool:
        """A word that two languages share may have been read there as the other one's: nobody is left out."""
        words = [word.exact for part in self.parts for word in part.words]
        plain = len(self.parts) == 1 and all(map(str.isalpha, words))
        return plain and not any(map(self.names, (clause.title, *clause.headings)))


def _by_document(clause: Clause) -> tuple[str, int]:
    return clause.number, clause.edition


def _touched(clause: Clause) -> Touched:
    return Touched(
        number=clause.number,
        edition=clause.edition,
        kind=clause.kind,
        unit=clause.unit,
        title=clause.title,
    )


def _joined(
    documents: Iterable[Touched], owned: Iterable[Card], cards: Mapping[str, Card], day: date
) -> Iterator[Touched]:
    """The documents with who answers for them, and those of the unit itself, mention it or not."""
    own = {card.number: card for card in owned}
    for document in documents:
        card = cards.get(document.number)
        is_own = own.pop(document.number, None) is not None
        yield replace(document, owner=card.owner if card else "", is_of_unit=is_own)
    for card in own.values():
        edition = card.in_force_on(day)
        if edition:
            yield Touched(
                number=card.number,
                edition=edition.edition,
                kind=card.kind,
                unit=card.unit,
                owner=card.owner,
                title=card.title.in_language(edition.language),
                is_of_unit=True,
            )


def _order(document: Touched) -> tuple[str, object]:
    return document.unit.casefold(), natural_key(document.number)
