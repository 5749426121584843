"""How fast the check is, as ratios in one run: ``python -m benchmarks.check``.

Baselines: python-docx walking the same file (paragraphs, runs, formats), ``python -c "import docx"``, and one
job. Single processes are compared by the processor time that they take, which other work on the machine
hardly disturbs; jobs by the clock, so let nothing else run.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

from benchmarks.drafts import write_draft

ROUNDS = 5
PYTHON_DOCX_WALK = """\
import sys, docx
document = docx.Document(sys.argv[1])
for paragraph in document.paragraphs:
    paragraph.text, paragraph.style.name, paragraph.alignment, paragraph.paragraph_format.line_spacing
    paragraph.paragraph_format.first_line_indent
    for run in paragraph.runs:
        run.text, run.font.name, run.font.size, run.bold, run.italic
"""


class Measure(Struct, frozen=True):
    """One process from start to end."""

    clock: float
    """Seconds from start to end."""
    computing: float
    """Seconds of processor time."""
    peak_mib: float


def measured(command: Sequence[str]) -> Measure:
    """Run the command once, its modules compiled by a run before, by the operating system's account of it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    clock = time.perf_counter() - start
    return Measure(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def paired(first: Sequence[str], second: Sequence[str]) -> tuple[Measure, Measure]:
    """The medians of both commands, run in turn so that a slow moment of the machine hits both."""
    measured(first), measured(second)
    rounds = [(measured(first), measured(second)) for _ in range(ROUNDS)]
    return _median([a for a, _ in rounds]), _median([b for _, b in rounds])


def _median(measures: Sequence[Measure]) -> Measure:
    return Measure(
        median(measure.clock for measure in measures),
        median(measure.computing for measure in measures),
        max(measure.peak_mib for measure in measures),
    )


def check(*paths: Path, jobs: int = 1) -> list[str]:
    """The command that checks the paths in a process of its own."""
    return [sys.executable, "-m", "docctl", "check", "--jobs", str(jobs), *map(str, paths)]


def line(name: str, figure: float, aim: str, detail: str) -> None:
    """Print a row: what, figure, aim, from what it was made."""
    print(f"{name:<58}{figure:>8.2f}   aim {aim:<9}{detail}")


def long_draft(folder: Path) -> None:
    """300 pages against python-docx, and the peak memory."""
    path = folder / "300.docx"
    paragraphs = write_draft(path, 300)
    walk = [sys.executable, "-c", PYTHON_DOCX_WALK, str(path)]
    ours, theirs = paired(check(path), walk)
    detail = f"{ours.computing:.2f} s / {theirs.computing:.2f} s, {paragraphs} paragraphs"
    line("300 pages: check ÷ python-docx walk", ours.computing / theirs.computing, "≤ 0.50", detail)
    line("300 pages: peak memory, MiB", ours.peak_mib, "< 120", f"python-docx {theirs.peak_mib:.0f}")


def cold_start(folder: Path) -> None:
    """10 pages from a cold start against importing python-docx."""
    path = folder / "10.docx"
    write_draft(path, 10)
    ours, theirs = paired(check(path), [sys.executable, "-c", "import docx"])
    detail = f"{ours.computing * 1000:.0f} ms / {theirs.computing * 1000:.0f} ms"
    line("10 pages, cold: check ÷ import docx", ours.computing / theirs.computing, "≤ 2.00", detail)


def growth(folder: Path) -> None:
    """Time per paragraph at 600 pages against 150, start-up apart."""
    small, large, nothing = folder / "150.docx", folder / "600.docx", folder / "1.docx"
    counts = [write_draft(path, pages) for path, pages in ((small, 150), (large, 600), (nothing, 1))]
    start = _median([measured(check(nothing)) for _ in range(ROUNDS)]).computing
    ours, theirs = paired(check(large), check(small))
    ratio = (ours.computing - start) / counts[1] / ((theirs.computing - start) / counts[0])
    detail = f"{ours.computing:.2f} s / {theirs.computing:.2f} s"
    line("time per paragraph: 600 pages ÷ 150 pages", ratio, "≈ 1.00", detail)


def two_cores(folder: Path) -> None:
    """A folder of drafts with one job against two."""
    drafts = folder / "drafts"
    drafts.mkdir()
    for number in range(24):
        write_draft(drafts / f"{number}.docx", 60)
    two, one = paired(check(drafts, jobs=2), check(drafts, jobs=1))
    detail = f"{one.clock:.2f} s / {two.clock:.2f} s"
    line("folder of 24 drafts: 1 job ÷ 2 jobs", one.clock / two.clock, "≥ 1.70", detail)


def main() -> None:
    """Measure everything in one run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for benchmark in (long_draft, cold_start, growth, two_cores):
            benchmark(folder)


if __name__ == "__main__":
    main()
