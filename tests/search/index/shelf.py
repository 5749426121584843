"""A source of clauses for tests: documents that come, change and go."""

from collections.abc import Iterator
from datetime import date

from docctl.domain.words import Language
from docctl.search.clause import Clause, DocumentClauses

TEXTS = (
    "Кеңсе ішкі нормативтік құжаттардың тізілімін жүргізеді.",
    "Бөлім басшысы жұмыс даналарын есепке алады және жоспарды\nбекітеді.",
    "Қызметкер бұйрықпен танысады, қолын қояды.",
    "Мектеп кітапханасында кітаптар сақталады.",
    "Ректор білім туралы заңға сәйкес шешім қабылдайды.",
)


def clause(number: str = "1", text: str = TEXTS[0], **changes: object) -> Clause:
    """A clause in force with everything that it must have."""
    values: dict[str, object] = {
        "number": number,
        "edition": 1,
        "kind": "regulation",
        "unit": "Құжаттама бөлімі",
        "status": "in_force",
        "in_force_from": date(2024, 3, 1),
        "language": Language.KK,
        "title": "Кеңсе туралы ереже",
        "clause": "6.23",
        "headings": ("Негізгі функциялары",),
        "text": text,
        **changes,
    }
    return Clause(**values)  # type: ignore[arg-type]


class Shelf:
    """Documents by number; every `put` is a new state."""

    def __init__(self, *clauses: Clause) -> None:
        self._states: list[dict[str, tuple[Clause, ...]]] = [{}]
        self.asked: list[str | None] = []
        if clauses:
            self.put(*clauses)

    def put(self, *clauses: Clause) -> None:
        """These are the clauses of their documents from now on."""
        state = dict(self._states[-1])
        for number in {one.number for one in clauses}:
            state[number] = tuple(one for one in clauses if one.number == number)
        self._states.append(state)

    def drop(self, number: str) -> None:
        """The document is gone."""
        self._states.append({name: kept for name, kept in self._states[-1].items() if name != number})

    def head(self) -> str:
        """The number of the state."""
        return str(len(self._states) - 1)

    def changes(self, since: str | None) -> Iterator[DocumentClauses] | None:
        """What differs from a state."""
        self.asked.append(since)
        if since is None:
            return (DocumentClauses(number, clauses) for number, clauses in self._states[-1].items())
        if not since.isdigit() or int(since) >= len(self._states):
            return None
        old, new = self._states[int(since)], self._states[-1]
        changed = sorted(number for number in old | new if old.get(number) != new.get(number))
        return (DocumentClauses(number, new.get(number, ())) for number in changed)


def full_shelf() -> Shelf:
    """A document to each text."""
    return Shelf(*(clause(str(number), text) for number, text in enumerate(TEXTS, 1)))
