"""Tracked changes: what was inserted, deleted, moved and reformatted, paragraph by paragraph."""

from collections.abc import Sequence

from docctl.domain.draft import Revision, RevisionKind

IN_BOTH = 0
INSERTED = 1
"""Not in the original view."""
DELETED = 2
"""Not in the accepted view."""


class TrackedChange:
    """A tracked change over the pieces ``start`` to ``stop`` of the paragraph in which it is read."""

    __slots__ = ("kind", "start", "stop")

    def __init__(self, kind: RevisionKind, start: int, stop: int) -> None:
        self.kind = kind
        self.start = start
        self.stop = stop


def note(changes: list[TrackedChange], kind: RevisionKind, start: int, stop: int) -> None:
    """Add a change; Word tracks run by run, so one that continues the last one is the same change."""
    last = changes[-1] if changes else None
    if last is not None and last.kind is kind and last.stop == start:
        last.stop = stop
    else:
        changes.append(TrackedChange(kind, start, stop))


def revisions(
    changes: Sequence[TrackedChange], texts: Sequence[str], paragraph: int | None
) -> tuple[Revision, ...]:
    """The changes of a paragraph as values; `texts` are those of its pieces."""
    return tuple(
        Revision(change.kind, paragraph, "".join(texts[change.start : change.stop])) for change in changes
    )
