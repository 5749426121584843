"""How well passages are found: python -m benchmarks.retrieval --passages P --queries Q --run OUT.tsv

Builds an index over the passages, one passage a clause, and answers each question with its 200 best, on the
path that a person's query takes. Writes question, passage, rank and score by tabs.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct, json

from docctl.domain.words import Language
from docctl.search.clause import Clause, DocumentClauses
from docctl.search.index.index import Index
from docctl.search.index.opening import open_index
from docctl.search.query.understanding import understand

DEPTH = 200
DAY = date(2024, 1, 1)


class Text(Struct, frozen=True):
    """A line of the passages or of the questions."""

    id: str
    text: str


class Passages:
    """Passages as a source of clauses: each is a document of one clause."""

    def __init__(self, passages: Iterable[Text]) -> None:
        self._passages = tuple(passages)

    def head(self) -> str:
        """The state never changes."""
        return "passages"

    def changes(self, since: str | None) -> Iterator[DocumentClauses] | None:
        """All of them."""
        return None if since else map(document, self._passages)


def document(passage: Text) -> DocumentClauses:
    """A passage as a document of one clause, which has its text alone."""
    clause = Clause(
        number=passage.id,
        edition=1,
        kind="regulation",
        unit="",
        status="in_force",
        in_force_from=DAY,
        language=Language.KK,
        title="",
        clause="",
        text=passage.text,
    )
    return DocumentClauses(passage.id, (clause,))


def lines(path: Path) -> list[Text]:
    """The lines of a file."""
    decoder = json.Decoder(Text)
    return [decoder.decode(line) for line in path.read_bytes().splitlines() if line.strip()]


def answer(index: Index, question: Text) -> list[tuple[str, float]]:
    """The passages that answer best, with their scores."""
    found = index.find(understand(question.text, index.vocabulary(), DAY).request, DEPTH)
    return [(hit.clause.number, hit.score) for hit in found.hits]


def run(index: Index, questions: Iterable[Text], out: Path) -> list[float]:
    """Answer the questions into a file; the seconds each took."""
    times: list[float] = []
    with out.open("w", encoding="utf-8") as file:
        for question in questions:
            start = time.perf_counter()
            answers = answer(index, question)
            times.append(time.perf_counter() - start)
            for rank, (passage, score) in enumerate(answers, 1):
                file.write(f"{question.id}\t{passage}\t{rank}\t{score:.6f}\n")
    return sorted(times)


def main() -> None:
    """Build, answer, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("passages", "queries", "run"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    passages, questions = lines(options.passages), lines(options.queries)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        index = open_index(Path(folder) / "index", Passages(passages))
        built = time.perf_counter() - start
        times = run(index, questions, options.run)
        size = index.contents().size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rate = len(passages) / built
    print(f"clauses {len(passages)}  built {rate:.0f}/s  index {size / 1e6:.1f} MB  peak {peak} MB")
    p50, p95 = (1000 * times[int(len(times) * share)] if times else 0.0 for share in (0.5, 0.95))
    print(f"questions {len(times)}  p50 {p50:.1f} ms  p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
