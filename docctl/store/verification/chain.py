"""Whether transitions are as docctl recorded them: chain, sequence, time, what each one touched. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from docctl.store import message as words
from docctl.store.chain import Link, next_link
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.steps import FileChange, Step, fixed_folder, record_changes

NOTHING: Mapping[str, Link] = MappingProxyType({})


def chain_problems(steps: Sequence[Step], known: Mapping[str, Link] = NOTHING) -> Iterator[Problem]:
    """Transitions whose place in the chain is not what follows from those before them.

    What stands in a wrong one is taken for true by the next, so that each fault is named where it is.
    `known` are the links of commits before these.
    """
    links = dict(known)
    for step in steps:
        before = [links[parent] for parent in step.parents if parent in links]
        right = next_link(before, step.tree, step.time, step.message.trailers)
        links[step.commit] = _said(step, right)
        if step.action:
            yield from _link_problems(step, right)


def _said(step: Step, right: Link) -> Link:
    sequence, chain = step.message.first(words.SEQUENCE), step.message.first(words.CHAIN)
    return Link(int(sequence), chain) if step.action and sequence.isdecimal() and chain else right


def _link_problems(step: Step, right: Link) -> Iterator[Problem]:
    sequence, chain = step.message.first(words.SEQUENCE), step.message.first(words.CHAIN)
    if chain != right.chain:
        yield Problem(code=Code.CHAIN_BROKEN, where=step.commit, found=chain, expected=right.chain)
    if sequence != str(right.sequence):
        yield Problem(
            code=Code.SEQUENCE_BROKEN, where=step.commit, found=sequence, expected=str(right.sequence)
        )


def time_problems(steps: Sequence[Step]) -> Iterator[Problem]:
    """Transitions of docctl that are dated before what they rest on."""
    times: dict[str, int] = {}
    for step in steps:
        times[step.commit] = step.time
        before = max((times[parent] for parent in step.parents if parent in times), default=step.time)
        if step.action and step.time < before:
            yield Problem(
                code=Code.TIME_BACKWARDS,
                where=step.commit,
                found=_shown(step.time),
                expected=f"≥ {_shown(before)}",
            )


def _shown(time: int) -> str:
    return datetime.fromtimestamp(time, UTC).isoformat()


def content_problems(steps: Sequence[Step], known: Iterable[str] = ()) -> Iterator[Problem]:
    """Commits that change what only docctl may change, and changes of what is fixed.

    `known` are the folders of editions and rounds that were there before.
    """
    fixed = set(known)
    for step in steps:
        if step.is_merge:
            yield from _merge_problems(step)
            continue
        records = record_changes(step.made)
        if records and not step.action:
            yield _not_recorded(step, records)
        yield from _fixed_problems(step, records, fixed)
        fixed |= {fixed_folder(change.path) for change in records} - {""}


def _not_recorded(step: Step, records: Sequence[FileChange]) -> Problem:
    more = f" (+{len(records) - 1})" if len(records) > 1 else ""
    where = f"{step.commit} {records[0].path}{more}"
    return Problem(code=Code.NOT_RECORDED, where=where, found=step.author)


def _merge_problems(step: Step) -> Iterator[Problem]:
    """Files that differ from those of every parent."""
    against = [{change.path for change in record_changes(changes)} for changes in step.changes]
    invented = set.intersection(*against) if against else set()
    for path in sorted(invented):
        yield Problem(code=Code.MERGE_INVENTED, where=f"{step.commit} {path}", found=step.author)


def _fixed_problems(step: Step, records: Sequence[FileChange], fixed: set[str]) -> Iterator[Problem]:
    """Changes inside the folder of an edition or round that was there before."""
    for change in records:
        if fixed_folder(change.path) in fixed:
            where = f"{step.commit} {change.path}"
            yield Problem(code=Code.EDITION_CHANGED, where=where, found=step.author)
