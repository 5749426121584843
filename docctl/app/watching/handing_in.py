"""A draft without errors handed into the registry, once, however often that is tried."""

from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.desk import Desk
from docctl.app.submitting import Submitting, submit
from docctl.domain.finding import DocumentReport
from docctl.domain.registry.facts import RegistryFacts
from docctl.errors import TransitionRefused, UsageError
from docctl.messages import translator


class Counter(Struct, frozen=True):
    """Where drafts are handed in."""

    desk: Desk
    unit: str
    """The unit whose drafts they are."""


class HandedIn(Struct, frozen=True):
    """What became of it."""

    submission: str = ""
    """``S-2026-0007``; empty when the registry did not take it."""
    kept: str = ""
    """Why not."""


def hand_in(draft: Path, report: DocumentReport, counter: Counter, facts: RegistryFacts | None) -> HandedIn:
    """The number of the draft in the registry, or the reason why it has none.

    Raises what is no fault of the draft: Busy, DiskTrouble, RepositoryTrouble, DamagedRecord.
    """
    if known := _handed_in_before(report.sha256, counter):
        return HandedIn(known)
    desk = replace(counter.desk, today=date.today())
    number = report.number or ""
    if facts is None or facts.document(number) is None:
        number = ""
    try:
        done = submit(desk, Submitting(file=draft, unit=counter.unit, number=number))
    except (TransitionRefused, UsageError) as refused:
        refused.at = ""
        return HandedIn(kept=refused.worded(translator(desk.language)))
    said = done.change or done.recorded
    return HandedIn(said.submission if said else "")


def _handed_in_before(sha256: str, counter: Counter) -> str:
    """Its number, though the office has returned or approved it since: a crash may have taken the answer."""
    submissions = counter.desk.workspace.registry().now().submissions()
    having = (one.id for one in submissions if sha256 in {turn.sha256 for turn in one.rounds})
    return next(having, "")
