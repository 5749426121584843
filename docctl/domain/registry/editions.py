"""Editions in their order: from when until when each of them counts."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from docctl.domain.registry.card import Edition
from docctl.errors import TransitionRefused


def linked(editions: Iterable[Edition], end: date | None) -> tuple[Edition, ...]:
    """The editions ascending, each in force until the next one is, the last until `end`.

    Raises TransitionRefused when their dates do not ascend with them.
    """
    ordered = sorted(editions, key=lambda one: one.edition)
    for before, after in pairwise(ordered):
        _refuse_disorder(before, after)
    if end is not None and end < ordered[-1].in_force_from:
        raise TransitionRefused(
            "Edition {edition} is in force from {day}, so the document cannot go out of force on {end}.",
            edition=ordered[-1].edition,
            day=ordered[-1].in_force_from,
            end=end,
        )
    ends = [*(after.in_force_from for after in ordered[1:]), end]
    return tuple(replace(one, in_force_to=day) for one, day in zip(ordered, ends, strict=True))


def refuse_bad_dates(approved: date, in_force: date, today: date) -> None:
    """Raises TransitionRefused for an approval to come, and for an edition in force before its approval."""
    if approved > today:
        raise TransitionRefused(
            "The approval is dated {approved}, which is still to come; record it on that day.",
            approved=approved,
        )
    if in_force < approved:
        raise TransitionRefused(
            "In force from {day} is before the approval on {approved}; correct one of the two.",
            day=in_force,
            approved=approved,
        )


def review_day(in_force_from: date, years: int) -> date | None:
    """When an edition must be looked at again; None beyond the calendar's end."""
    year = in_force_from.year + years
    if year > date.max.year:
        return None
    leap = (in_force_from.month, in_force_from.day) == (2, 29)
    return in_force_from.replace(year=year, day=28 if leap else in_force_from.day)


def _refuse_disorder(before: Edition, after: Edition) -> None:
    if after.in_force_from <= before.in_force_from:
        raise TransitionRefused(
            "Edition {later} would be in force from {day}, and edition {earlier} is from {other}: a later"
            " edition comes into force later. Correct the date or the edition.",
            later=after.edition,
            day=after.in_force_from,
            earlier=before.edition,
            other=before.in_force_from,
        )
    if after.approved < before.approved:
        raise TransitionRefused(
            "Edition {later} would be approved on {day}, before edition {earlier}, approved on {other}."
            " Correct the date or the edition.",
            later=after.edition,
            day=after.approved,
            earlier=before.edition,
            other=before.approved,
        )
