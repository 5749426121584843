"""What the comments in a returned draft say, in the draft's language: lines of plain text."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from docctl.domain.finding import DocumentReport, Finding, NotVerifiable, Stage
from docctl.reporting.markup_text import storable
from docctl.reporting.places import part_name, worded
from docctl.reporting.style import SEVERITY_NAMES
from docctl.reporting.text import verdict
from docctl.wording import N_, Translate

ELSEWHERE = {
    "text_box": N_("It is in the text box here; Word allows no comments inside text boxes."),
    "running": N_("It is in {part} of section {section} of the file; Word allows no comments there."),
}
"""By the standing of an anchor: why the comment is not where the fault is."""
LONGEST = 2_000
"""Characters of one line: what a reader of a balloon can use; a hostile draft offers megabytes."""


class Said(Struct, frozen=True):
    """A comment: its heading and its lines."""

    heading: str
    lines: tuple[str, ...]


def said_of(finding: Finding, standing: str, _: Translate) -> Said:
    """The comment of a finding; `standing` says how its paragraph relates to the fault, e.g. ``text_box``."""
    lines = [finding.message]
    if finding.hint:
        lines.append(_("How to put it right: {hint}").format(hint=finding.hint))
    if standing in ELSEWHERE:
        lines.append(_elsewhere(finding, standing, _))
    elif standing == "part":
        lines.append(", ".join(filter(None, (part_name(finding.place.part, _), worded(finding.place, _)))))
    return _harmless(f"{finding.rule} · {_(SEVERITY_NAMES[finding.severity])}", lines)


def _elsewhere(finding: Finding, standing: str, _: Translate) -> str:
    place = finding.place
    told = _(ELSEWHERE[standing]).format(
        part=part_name(place.part, _).lower(), section=place.section or 1, excerpt=place.excerpt
    )
    return f"{told} “{place.excerpt}”" if place.excerpt else told


def summary(report: DocumentReport, stage: Stage, day: date, left: int, _: Translate) -> Said:
    """The first comment: the verdict, what could not be judged, how to go on; `left` findings have none."""
    lines = [verdict(report, stage, _)]
    if left:
        lines.append(_("Word opens no more comments: {count} findings have none.").format(count=left))
    lines += _open_questions(report.not_verifiable, _)
    lines.append(
        _("Each comment names the rule, the fault and the remedy. A new check replaces these comments only.")
    )
    heading = _("docctl checked this draft on {date}").format(date=day.strftime("%d.%m.%Y"))
    return _harmless(heading, lines)


def _open_questions(items: Sequence[NotVerifiable], _: Translate) -> list[str]:
    if not items:
        return []
    return [_("Could not be judged") + ":", *(f"{item.rule}: {item.reason}" for item in items)]


def _harmless(heading: str, lines: Sequence[str]) -> Said:
    cut = (line if len(line) <= LONGEST else line[:LONGEST] + "…" for line in lines if line)
    return Said(storable(heading), tuple(map(storable, cut)))
