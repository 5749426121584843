"""How the registry stands, for a person."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from docctl.domain.registry.card import EditionStatus
from docctl.domain.registry.names import EDITION_STATUSES, SUBMISSION_STATUSES
from docctl.domain.registry.submission import SubmissionStatus
from docctl.reporting.columns import in_columns
from docctl.reporting.registry_text import HASH
from docctl.reporting.style import Paint, plain
from docctl.wording import Translate

NAMED = 10
"""Numbers of documents that are named before the rest is counted."""


class Counts(Struct, frozen=True, kw_only=True):
    """What is counted."""

    root: str
    commit: str
    documents: Mapping[EditionStatus, int]
    """Documents by the status of the edition that `list` shows."""
    editions: int
    submissions: Mapping[SubmissionStatus, int]
    """Open ones."""
    overdue: tuple[str, ...]
    """Numbers of documents in force whose day of review has passed."""


def overview(counts: Counts, _: Translate, paint: Paint = plain) -> str:
    """The counts, a line each."""
    lines = [
        paint(
            _("Workspace {root}, commit {commit}").format(root=counts.root, commit=counts.commit[:HASH]),
            "title",
        )
    ]
    return "\n".join([*lines, *in_columns(list(_pairs(counts, _)), 2)]) + "\n"


def _pairs(counts: Counts, _: Translate) -> Iterator[tuple[str, str]]:
    yield _("Documents"), str(sum(counts.documents.values()))
    for status, count in counts.documents.items():
        if count:
            yield f"  {_(EDITION_STATUSES[status])}", str(count)
    yield _("Editions"), str(counts.editions)
    yield _("Drafts in the office"), str(sum(counts.submissions.values()))
    for waiting, count in counts.submissions.items():
        yield f"  {_(SUBMISSION_STATUSES[waiting])}", str(count)
    more = "…" if len(counts.overdue) > NAMED else ""
    numbers = ", ".join(counts.overdue[:NAMED])
    yield _("Review overdue"), f"{len(counts.overdue)}" + (f": {numbers}{more}" if numbers else "")
