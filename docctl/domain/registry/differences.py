"""What changed from one state of a card or a submission to the next, field by field."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec
from msgspec import Struct

from docctl.domain.registry.card import Card
from docctl.domain.registry.submission import Submission

Value = str | int | date | datetime | None
_TECHNICAL = frozenset({"operation"})
"""Says nothing to people."""


class Difference(Struct, frozen=True):
    """A field whose value is another one now."""

    field: str
    """Path of the field: ``title.kk``, ``editions[2].in_force_to``, ``rounds[1].returned``. Editions are
    named by their ordinals, other items by their place, the first being 1."""
    old: Value
    """None when there was none."""
    new: Value
    """None when there is none any more."""


def differences(old: Card | Submission | None, new: Card | Submission) -> tuple[Difference, ...]:
    """What is different in the new state, in the order of its fields; what is gone comes last."""
    before = {} if old is None else dict(_leaves(old))
    after = dict(_leaves(new))
    return tuple(
        Difference(field, before.get(field), after.get(field))
        for field in {**after, **before}
        if before.get(field) != after.get(field)
    )


def _leaves(value: Card | Submission) -> Iterator[tuple[str, Value]]:
    plain = msgspec.to_builtins(value, builtin_types=(date, datetime))
    return _under({key: field for key, field in plain.items() if key not in _TECHNICAL}, "")


def _under(value: Any, path: str) -> Iterator[tuple[str, Value]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _under(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value, start=1):
            ordinal = item.get("edition", place) if isinstance(item, dict) else place
            yield from _under(item, f"{path}[{ordinal}]")
    else:
        yield path, value
