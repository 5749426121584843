"""The history of a document or a submission: who did what, when and why, and which values changed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from msgspec import Struct
from msgspec.structs import asdict

from docctl.domain.registry.differences import Difference, Value
from docctl.domain.registry.names import action_name
from docctl.reporting.registry_json import HISTORY, written
from docctl.reporting.registry_text import DASH, HASH
from docctl.reporting.style import Paint, harmless, indented, plain
from docctl.store.change import Recorded
from docctl.wording import Translate

LONGEST = 60
"""Letters of a value that are shown."""
UNTOLD = (".sha256", ".file", ".edition", ".submission", ".language")
"""Fields of a new item that say nothing to people, or what is said beside it."""


class Event(Struct, frozen=True):
    """A transition and what it changed."""

    recorded: Recorded
    changes: tuple[Difference, ...]


def told(events: Sequence[Event], _: Translate, paint: Paint = plain) -> str:
    """For a person, oldest first."""
    return "\n\n".join("\n".join(_event(event, _, paint)) for event in events) + "\n"


def _event(event: Event, _: Translate, paint: Paint) -> Iterator[str]:
    one = event.recorded
    when = f"{one.recorded:%d.%m.%Y %H:%M} UTC"
    what = action_name(one.action, _)
    about = [what, *([one.submission] if one.submission else [])]
    if one.edition is not None:
        about.append(_("edition {edition}").format(edition=one.edition))
    yield paint(harmless(f"{one.sequence}. {when} · {' · '.join(about)} · {one.actor}"), "title")
    if one.ground:
        yield from indented(_("Why: {ground}").format(ground=one.ground), 3)
    for field, old, new in _gathered(event.changes):
        yield from indented(f"{field}: {old} → {new}", 6, first=3)
    yield paint(f"   {one.commit[:HASH]}", "place")


def _gathered(changes: Sequence[Difference]) -> Iterator[tuple[str, str, str]]:
    """A line to a change; what was added as a whole, such as an edition, comes on one line."""
    for item, fields in groupby(changes, lambda change: _item(change.field)):
        gathered = list(fields)
        added = [change for change in gathered if change.old is None]
        if item and len(added) == len(gathered) > 1:
            told = [_shown(one.new) for one in added if not one.field.endswith(UNTOLD)]
            yield item, DASH, ", ".join(told)
            continue
        for change in gathered:
            yield change.field, _shown(change.old), _shown(change.new)


def _item(field: str) -> str:
    """``editions[2]`` of ``editions[2].approver.name``; empty for a field of the card itself."""
    return field.partition("]")[0] + "]" if "]" in field else ""


def _shown(value: Value) -> str:
    if value is None or value == "":
        return DASH
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    text = str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def as_json(subject: str, events: Sequence[Event]) -> str:
    """For a program."""
    rows = [{**asdict(event.recorded), "changes": [asdict(one) for one in event.changes]} for event in events]
    return written(HISTORY, subject=subject, total=len(rows), events=rows)
