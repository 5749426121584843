"""Whether cards ever changed what they say of editions that were already recorded."""

from collections.abc import Iterator, Sequence

import pygit2
from pygit2 import Repository

from docctl.domain.registry.card import Card
from docctl.errors import DamagedRecord
from docctl.store.card_file import read_card
from docctl.store.verification.cards import fact_problems
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.steps import FileChange, Step, is_card


def facts_problems(repository: Repository, steps: Sequence[Step]) -> Iterator[Problem]:
    """Over all transitions but merges, whose sides are judged themselves; each version is read once."""
    known: dict[str, Card | None] = {}
    for step in steps:
        if not step.is_merge:
            for change in filter(_changes_a_card, step.made):
                yield from _compared(repository, step, change, known)


def _changes_a_card(change: FileChange) -> bool:
    return bool(change.before) and is_card(change.path)


def _compared(
    repository: Repository, step: Step, change: FileChange, known: dict[str, Card | None]
) -> Iterator[Problem]:
    before = _card(repository, change.before, change.path, known)
    after = _card(repository, change.after, change.path, known) if change.after else None
    if after is None and change.after:
        where = f"{step.commit} {change.path}"
        yield Problem(code=Code.CARD_UNREADABLE, where=where, found=change.after)
    elif before is not None:
        yield from fact_problems(step.commit, change.path, before, after)


def _card(repository: Repository, blob: str, path: str, known: dict[str, Card | None]) -> Card | None:
    if blob not in known:
        try:
            known[blob] = read_card(repository[blob].read_raw(), path)
        except (DamagedRecord, KeyError, pygit2.GitError):
            known[blob] = None
    return known[blob]
