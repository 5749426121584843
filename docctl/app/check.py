"""The use case `check`: drafts examined, their reports in the order of the paths."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from docctl.app.examine import Examination, Examined, Made, examine, refuse_unknown_kind, unreadable
from docctl.app.pool import Lost, run_tasks
from docctl.domain.finding import DocumentReport, Severity
from docctl.faults import Fault

Advanced = Callable[[int, int], None]
"""Told how many drafts are done, and of how many."""
Examine = Callable[[Path, Examination], Examined]
"""How one draft is examined; runs in a worker where there are several."""


class CheckRun(Struct, frozen=True):
    """What one run of the check says."""

    reports: tuple[DocumentReport, ...]
    faults: tuple[Fault, ...] = ()
    made: tuple[Made, ...] = ()
    """What else was made of each draft, in the order of the reports."""

    def has(self, worst: Severity) -> bool:
        """Whether anything was found that is at least as severe."""
        return any(
            finding.severity.rank <= worst.rank for report in self.reports for finding in report.findings
        )


def silent(_done: int, _total: int) -> None:
    """For runs that nobody watches."""


def check(
    drafts: Sequence[Path],
    examination: Examination,
    jobs: int | None = None,
    advanced: Advanced = silent,
    examine: Examine = examine,
) -> CheckRun:
    """Examine the drafts, several of them in up to `jobs` processes (by default one to a processor).

    A draft that cannot be read, or that docctl fails on, is a report like the others. Raises UsageError for a
    kind of document that no form describes.
    """
    refuse_unknown_kind(examination)
    # What is loaded stays: neither collected again nor copied into the workers.
    gc.freeze()
    done: dict[int, Examined] = {}
    advanced(0, len(drafts))
    for at, examined in _examined(drafts, examination, jobs or processors(), examine):
        done[at] = examined
        advanced(len(done), len(drafts))
    ordered = [done[at] for at in range(len(drafts))]
    return CheckRun(
        tuple(examined.report for examined in ordered),
        tuple(examined.fault for examined in ordered if examined.fault is not None),
        tuple(examined.made for examined in ordered),
    )


def _examined(
    drafts: Sequence[Path], examination: Examination, jobs: int, examine: Examine
) -> Iterator[tuple[int, Examined]]:
    if len(drafts) == 1:
        yield 0, examine(drafts[0], examination)
        return

    def work(at: int) -> bytes:
        result = msgspec.msgpack.encode(examine(drafts[at], examination))
        # The markup of a draft hangs in cycles: megabytes in few objects, which the collector would leave.
        gc.collect()
        return result

    for at, result in run_tasks(work, len(drafts), jobs):
        if isinstance(result, Lost):
            yield at, Examined(unreadable(drafts[at], result.cause, examination))
        else:
            yield at, msgspec.msgpack.decode(result, type=Examined)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
