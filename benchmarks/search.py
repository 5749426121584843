"""How fast clauses are found, beside other engines: python -m benchmarks.search [--passages P]

Prints for each number of clauses the rate of indexing, the peak of memory, a whole cold process to its first
result, and the 50th and 95th percentile of warm answers, each as a ratio to SQLite's FTS5.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.clauses import KINDS, Clauses
from benchmarks.engines import COLD_FTS5, Engine, Fts5, Tantivy, tantivy_is_there
from benchmarks.retrieval import lines
from docctl.search.index.index import Index
from docctl.search.index.opening import open_index
from docctl.search.request import Filters, Phrase, Prefix, Request, Word

ASKED, ROUNDS = 60, 9
COLD = """
import sys
from pathlib import Path
from docctl.search.index.opening import open_index
from docctl.search.query.understanding import understand
class Source:
    def head(self): return sys.argv[3]
    def changes(self, since): raise SystemExit("the index is not current")
index = open_index(Path(sys.argv[1]), Source())
found = index.find(understand(sys.argv[2], index.vocabulary()).request, 10)
print(next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
BUILD = """
import sys, time
from pathlib import Path
from benchmarks.clauses import Clauses
from benchmarks.retrieval import lines
from docctl.search.index.opening import open_index
count, texts = int(sys.argv[2]), [line.text for line in lines(Path(sys.argv[3]))] if sys.argv[3] else []
source = Clauses(count, texts)
start = time.perf_counter()
for document in source.changes(None): pass
middle = time.perf_counter()
open_index(Path(sys.argv[1]), source)
taken = time.perf_counter() - middle - (middle - start)
peak = next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(f"{count / taken:.0f}", peak)
"""


class Docctl:
    """Our own index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def words(self, words: Sequence[str]) -> object:
        """Clauses with all the words, in any form."""
        return self._ask(Request(required=tuple((Word(word),) for word in words)))

    def phrase(self, words: Sequence[str]) -> object:
        """Clauses with the phrase, in any form."""
        return self._ask(Request(required=((Phrase(tuple(words)),),)))

    def filtered(self, word: str, kind: str) -> object:
        """Clauses with the word, of a kind, in force on a day."""
        filters = Filters(kinds=(kind,), as_of=date(2024, 1, 1))
        return self._ask(Request(wanted=((Word(word),),), filters=filters))

    def prefix(self, prefix: str) -> object:
        """Clauses with a word that begins so."""
        return self._ask(Request(required=((Prefix(prefix),),)))

    def fuzzy(self, word: str) -> object:
        """Words that may have been meant, found anew each time."""
        return self._index.words(lambda words: words.look_near(word, 2))

    def _ask(self, request: Request) -> object:
        return self._index.find(request, 10)


class Questions:
    """What is asked: drawn from the clauses, the same of every engine."""

    def __init__(self, texts: Sequence[str]) -> None:
        random = Random(2)
        runs = [_run(text, random) for text in random.sample(list(texts), ASKED)]
        self.runs = [run for run in runs if len(run) == 3 and all(word.isalpha() for word in run)]
        self.typos = [_slipped(max(run, key=len), random) for run in self.runs]


def _run(text: str, random: Random) -> list[str]:
    words = text.split()
    at = random.randrange(max(len(words) - 3, 1))
    return words[at : at + 3]


def _slipped(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[:at] + "ж" + word[at + 1 :]


def percentiles(ask: Callable[[int], object], count: int) -> tuple[float, float]:
    """Milliseconds of the 50th and the 95th percentile, all asked once before."""
    for number in range(count):
        ask(number)
    times: list[float] = []
    for number in range(count):
        start = time.perf_counter()
        ask(number)
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def asked(engine: Engine, questions: Questions) -> dict[str, tuple[float, float]]:
    """The percentiles of each kind of query."""
    runs = questions.runs
    asks: dict[str, Callable[[int], object]] = {
        "one term": lambda at: engine.words(runs[at][:1]),
        "AND of 3": lambda at: engine.words(runs[at]),
        "phrase": lambda at: engine.phrase(runs[at][:2]),
        "term + kind + date": lambda at: engine.filtered(runs[at][0], KINDS[at % len(KINDS)]),
        "prefix": lambda at: engine.prefix(runs[at][0][:4].lower()),
    }
    if isinstance(engine, Docctl):
        asks["fuzzy"] = lambda at: engine.fuzzy(questions.typos[at])
    return {name: percentiles(ask, len(runs)) for name, ask in asks.items()}


def _process(code: str, *arguments: str) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return 1000 * (time.perf_counter() - start), done.stdout


def cold(folder: Path, base: Path, word: str, head: str) -> tuple[float, float, str]:
    """Milliseconds of the fastest whole process of ours and of FTS5's, taken in turns; our peak of memory."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_process(COLD, str(folder), word, head))
        theirs.append(_process(COLD_FTS5, str(base), word))
    return min(ours)[0], min(theirs)[0], ours[0][1].strip()


def measure(count: int, passages: Path | None, folder: Path) -> None:
    """Build and ask at one size."""
    texts = [line.text for line in lines(passages)] if passages else []
    source = Clauses(count, texts)
    clauses = [clause for document in source.changes(None) or () for clause in document.clauses]
    _, built = _process(BUILD, str(folder / "index"), str(count), str(passages or ""))
    rate, peak = built.split()
    engines: dict[str, Engine] = {"docctl": Docctl(open_index(folder / "index", source))}
    start = time.perf_counter()
    engines["FTS5"] = fts5 = Fts5(folder / "fts5")
    fts5.build(clauses)
    theirs = count / (time.perf_counter() - start)
    print(f"\n{count} clauses: {rate}/s at {peak} MB; FTS5 {theirs:.0f}/s")
    if tantivy_is_there():
        engines["tantivy"] = tantivy = Tantivy(folder / "tantivy")
        start = time.perf_counter()
        tantivy.build(clauses)
        print(f"tantivy {count / (time.perf_counter() - start):.0f}/s")
    questions = Questions([clause.text for clause in clauses])
    ours, other, memory = cold(folder / "index", folder / "fts5", questions.runs[0][0], source.head())
    print(f"cold process {ours:.0f} ms at {memory} MB; FTS5 {other:.0f} ms; ratio {ours / other:.2f}")
    report({name: asked(engine, questions) for name, engine in engines.items()})


def report(figures: dict[str, dict[str, tuple[float, float]]]) -> None:
    """A line a kind of query: milliseconds, and how many times FTS5's p95."""
    for name, (p50, p95) in figures["docctl"].items():
        others = "".join(
            f"   {engine} {found[name][0]:.2f}/{found[name][1]:.2f} (ratio {p95 / found[name][1]:.1f})"
            for engine, found in figures.items()
            if engine != "docctl" and name in found
        )
        print(f"{name:20} {p50:.2f}/{p95:.2f} ms{others}")


def main() -> None:
    """Measure at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    options = parser.parse_args()
    if not tantivy_is_there():
        print("tantivy is not installed and left out: pip install tantivy")
    for count in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, options.passages, Path(folder))


if __name__ == "__main__":
    main()
