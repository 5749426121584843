"""What bringing a workspace and a shared repository together did, or what stands in its way."""

from collections.abc import Iterator, Sequence

from docctl.reporting.style import harmless
from docctl.store.change import Recorded
from docctl.store.sharing.outcome import Overlap, Synced
from docctl.wording import Translate


def render(synced: Synced, _: Translate) -> str:
    """The outcome for a person."""
    lines: list[str] = []
    if synced.taken:
        lines += [_("Taken over from the others:"), *_listed(synced.taken, _)]
    if synced.given:
        lines += [_("Handed over to the others:"), *_listed(synced.given, _)]
    if synced.put_aside:
        lines += [
            _("Set aside, kept as {ref}. Record again what is still wanted:").format(ref=synced.aside),
            *_listed(synced.put_aside, _),
        ]
    lines.append(_("Both sides are at {head}.").format(head=synced.head[:12]))
    return "".join(f"{harmless(line)}\n" for line in lines)


def conflict(overlaps: Sequence[Overlap], _: Translate) -> str:
    """What both sides did to the same documents."""
    lines: list[str] = []
    for overlap in overlaps:
        here, there = (_side(_("here:"), overlap.ours, _), _side(_("there:"), overlap.theirs, _))
        lines += [overlap.subject, *here, *there]
    return "".join(f"{harmless(line)}\n" for line in lines)


def _side(name: str, transitions: Sequence[Recorded], _: Translate) -> list[str]:
    return [f"  {name}", *(f"  {line}" for line in _listed(transitions, _))] if transitions else []


def _listed(transitions: Sequence[Recorded], _: Translate) -> Iterator[str]:
    return (f"  {_line(one, _)}" for one in transitions)


def _line(one: Recorded, _: Translate) -> str:
    """What, on what ground, by whom, when."""
    edition = "" if one.edition is None else _("edition {edition}").format(edition=one.edition)
    what = " ".join(filter(None, (one.action, ", ".join(one.documents), one.submission, edition)))
    ground = f" ({one.ground})" if one.ground else ""
    return f"{one.recorded:%Y-%m-%d %H:%M:%S} UTC  {what}{ground}  {one.actor}  {one.commit[:12]}"
