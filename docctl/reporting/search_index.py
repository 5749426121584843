"""What the search index holds, as text and as JSON."""

import msgspec
from msgspec.structs import asdict

from docctl.search.showing.answer import Held
from docctl.wording import Translate

SCHEMA = "docctl/index/1"
_COMMIT = 12
"""Digits of a commit that a person compares."""
_MEGABYTE = 1_000_000


def as_json(held: Held) -> str:
    """All of it; `size` in bytes."""
    values = {"schema": SCHEMA, **asdict(held)}
    return msgspec.json.format(msgspec.json.encode(values), indent=1).decode() + "\n"


def as_text(held: Held, _: Translate) -> str:
    """One line."""
    sentence = _(
        "The index holds {documents} documents, {editions} editions, {clauses} clauses; {size} MB, as of"
        " commit {commit}."
    )
    said = sentence.format(
        documents=held.documents,
        editions=held.editions,
        clauses=held.clauses,
        size=f"{held.size / _MEGABYTE:.1f}",
        commit=held.commit[:_COMMIT],
    )
    return f"{said}\n"
