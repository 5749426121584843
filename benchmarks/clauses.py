"""Many clauses to measure with: real passages varied, or words of our own making where none are given."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from random import Random

from docctl.domain.words import Language
from docctl.search.clause import Clause, DocumentClauses

CLAUSES_OF_A_DOCUMENT = 20
KINDS = ("regulation", "job_description", "instruction", "rules")
_SYLLABLES = "қа бө лі мек тап сыр жұ мыс рек тор құ жат ере жар гі оқу".split()
_ENDINGS = ("", "", "", "дың", "ға", "да", "лар", "лардың", "ы", "ымен", "сыз", "дағы")
_STEMS, _WORDS = 40_000, 80


class Clauses:
    """A source of `count` clauses, twenty to a document, each document in force since some year."""

    def __init__(self, count: int, texts: Sequence[str]) -> None:
        self._count, self._texts = count, texts

    def head(self) -> str:
        """The state never changes."""
        return f"clauses {self._count}"

    def changes(self, since: str | None) -> Iterator[DocumentClauses] | None:
        """All documents."""
        return None if since else self._documents()

    def _documents(self) -> Iterator[DocumentClauses]:
        texts = varied(self._texts, self._count) if self._texts else made(self._count)
        for number in range(self._count // CLAUSES_OF_A_DOCUMENT):
            clauses = (_clause(number, place, next(texts)) for place in range(CLAUSES_OF_A_DOCUMENT))
            yield DocumentClauses(str(number), tuple(clauses))


def _clause(number: int, place: int, text: str) -> Clause:
    return Clause(
        number=str(number),
        edition=1,
        kind=KINDS[number % len(KINDS)],
        unit=f"{number % 40}-бөлім",
        status="superseded" if number % 5 == 0 else "in_force",
        in_force_from=date(2015 + number % 10, 1 + number % 12, 1),
        language=Language.KK,
        title=f"{number % 40}-бөлім туралы ереже",
        clause=f"{1 + place // 5}.{1 + place % 5}",
        text=text,
    )


def varied(texts: Sequence[str], count: int) -> Iterator[str]:
    """The texts again and again; from the second time on a fifth of the words come from another text."""
    random = Random(1)
    for at in range(count):
        words = texts[at % len(texts)].split()
        if at >= len(texts):
            other = random.choice(texts).split()
            words = [random.choice(other) if random.random() < 0.2 else word for word in words]
        yield " ".join(words)


def made(count: int) -> Iterator[str]:
    """Texts of made-up words, as unevenly frequent as those of a language, with endings."""
    random = Random(1)
    stems = ["".join(random.choices(_SYLLABLES, k=random.randint(2, 4))) for _ in range(_STEMS)]
    frequencies = list(accumulate(1 / (rank + 5) for rank in range(_STEMS)))
    for _ in range(count):
        chosen = random.choices(stems, cum_weights=frequencies, k=_WORDS)
        yield " ".join(stem + random.choice(_ENDINGS) for stem in chosen)
