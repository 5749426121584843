"""Which of the files that were seen are taken now. Pure: what was seen and the time come from outside."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from docctl.app.watching.names import Sort

FIRST_PAUSE, LONGEST_PAUSE = 5.0, 300.0
"""Seconds until a file that could not be dealt with is tried again: doubled each time."""


class Stamp(Struct, frozen=True):
    """What tells that a file is another than before without reading it."""

    size: int
    modified: int
    """Nanoseconds."""
    changed: int
    """Nanoseconds: of the last change of the file or of its name."""


class Sight(Struct, frozen=True):
    """A file as a look at the folder saw it."""

    path: str
    """Below the drop folder, parted by ``/``."""
    stamp: Stamp
    sort: Sort


class Waiting(Struct, frozen=True):
    """A file that nothing was done with yet."""

    stamp: Stamp
    since: float
    """When it was first seen as it is."""
    tries: int = 0
    """How often it could not be dealt with."""
    not_before: float = 0.0


class Patience(Struct, frozen=True):
    """How long files are waited for, in seconds."""

    settle: float = 2.0
    """A file that has not changed for so long is taken when it is whole."""
    unfinished: float = 30.0
    """A file that has not changed for so long is taken as it is."""


class Ready(Struct, frozen=True):
    """A file that nobody seems to be writing any more."""

    sight: Sight
    overdue: bool
    """Whether it is taken though its end is missing."""
    tries: int = 0
    """How often it could not be dealt with."""


class Decision(Struct, frozen=True):
    """What a look at the folder comes to."""

    ready: tuple[Ready, ...]
    """In order of arrival."""
    waiting: Mapping[str, Waiting]
    """Of every file that was seen, by path."""
    wake: float | None
    """When one of them will have waited long enough."""


def decide(
    waiting: Mapping[str, Waiting], sights: Iterable[Sight], now: float, patience: Patience
) -> Decision:
    """The files that are ready `now`, and what is to be remembered of all that were seen.

    `waiting` is what the decision before remembered; a file that is seen otherwise than then begins anew.
    """
    seen = {sight.path: sight for sight in sights}
    still = {path: _awaited(waiting.get(path), sight.stamp, now) for path, sight in seen.items()}
    ready = [
        Ready(seen[path], now >= one.since + patience.unfinished, one.tries)
        for path, one in still.items()
        if now >= _due(one, patience.settle)
    ]
    ready.sort(key=lambda one: (still[one.sight.path].since, one.sight.stamp.changed, one.sight.path))
    moments = (
        moment
        for one in still.values()
        for moment in (_due(one, patience.settle), _due(one, patience.unfinished))
        if moment > now
    )
    return Decision(tuple(ready), still, min(moments, default=None))


def _awaited(before: Waiting | None, stamp: Stamp, now: float) -> Waiting:
    return before if before is not None and before.stamp == stamp else Waiting(stamp, now)


def _due(one: Waiting, pause: float) -> float:
    return max(one.since + pause, one.not_before)


def put_back(one: Waiting, now: float) -> Waiting:
    """The same file, to be tried again later: every time twice as late."""
    pause = min(FIRST_PAUSE * 2**one.tries, LONGEST_PAUSE)
    return Waiting(one.stamp, one.since, min(one.tries + 1, 16), now + pause)
