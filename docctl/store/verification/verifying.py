"""Verification of a workspace: everything that was recorded is there, unchanged, and was allowed."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pygit2
from msgspec import Struct
from pygit2 import Commit, Oid, Repository

from docctl.errors import RepositoryTrouble
from docctl.store import message as words
from docctl.store.chain import Link
from docctl.store.commits import message_of
from docctl.store.opening import checked_head
from docctl.store.private import private_path
from docctl.store.repository import opened
from docctl.store.verification.access import (
    Access,
    access_by_commit,
    access_problems,
    signature_problems,
    signed_steps,
)
from docctl.store.verification.access_reading import access_reader
from docctl.store.verification.chain import chain_problems, content_problems, time_problems
from docctl.store.verification.facts import facts_problems
from docctl.store.verification.packs import pack_problems
from docctl.store.verification.problems import Code, Problem, Verified, ordered
from docctl.store.verification.reading import read_history
from docctl.store.verification.repository import (
    SET_ASIDE,
    GitChecks,
    index_problems,
    loose_problems,
    pretence_problems,
    set_aside_problems,
)
from docctl.store.verification.state import State, read_state
from docctl.store.verification.steps import Step
from docctl.store.verification.tags import expected_tags, read_tags, signed_tags, tag_problems
from docctl.store.verification.witness import witness_problems
from docctl.store.verification.work_tree import work_tree_problems
from docctl.store.witness import read_witness


def verify(root: Path) -> Verified:
    """All that is wrong, or worth knowing, in the workspace; changes nothing.

    Raises RepositoryTrouble when the folder cannot be looked at at all, or ssh-keygen is needed and missing.
    """
    head = checked_head(root).commit
    try:
        return _looked_at(root, head)
    except pygit2.GitError as error:
        raise RepositoryTrouble(
            "Git cannot open this repository: {reason}. Restore the last backup into a new folder (docctl"
            " restore FILE DIR), or clone the shared repository, and go on there.",
            at=str(root),
            reason=str(error).rstrip("."),
        ) from error


def _looked_at(root: Path, head: str) -> Verified:
    # Git works on the history in processes of its own; what only Python can do is done meanwhile.
    with GitChecks(root) as checks, opened(root) as repository, ThreadPoolExecutor(1) as beside:
        reading_state = beside.submit(_read_state, root, head)
        history = read_history(repository, root, head)
        state = reading_state.result()
        problems = [
            *history.problems,
            *transition_problems(repository, history.steps),
            *_tag_problems(repository, history.steps),
            *state.problems,
            *_witness_problems(repository, root, head, history.steps),
            *pretence_problems(repository, root),
            *set_aside_problems(repository),
            *_folder_problems(repository, root, head, state),
            *loose_problems(root),
            *pack_problems(root),
            *checks.problems(),
        ]
    return _verified(head, history.steps, state, problems)


def _read_state(root: Path, head: str) -> State:
    with opened(root) as repository:
        return read_state(repository, head)


class Before(Struct, frozen=True):
    """What is known of the commits on which a part of the history rests."""

    links: Mapping[str, Link] = {}
    access: Mapping[str, Access] = {}
    folders: frozenset[str] = frozenset()
    """Of the editions and rounds that were there."""


FROM_THE_START = Before()


def transition_problems(
    repository: Repository, steps: Sequence[Step], before: Before = FROM_THE_START
) -> Iterator[Problem]:
    """What is wrong with these transitions, given older first: by themselves, not with their tags."""
    after = access_by_commit(steps, access_reader(repository), before.access)
    yield from chain_problems(steps, before.links)
    yield from time_problems(steps)
    yield from content_problems(steps, before.folders)
    yield from facts_problems(repository, steps)
    yield from access_problems(steps, after)
    yield from signature_problems([*signed_steps(steps, after)])


def _tag_problems(repository: Repository, steps: Sequence[Step]) -> Iterator[Problem]:
    after = access_by_commit(steps, access_reader(repository))
    expected = expected_tags(steps)
    there, unreadable = read_tags(repository)
    yield from unreadable
    yield from tag_problems(expected, there)
    yield from signature_problems([*signed_tags(expected, there, after)])


def _witness_problems(
    repository: Repository, root: Path, head: str, steps: Sequence[Step]
) -> Iterator[Problem]:
    witness = read_witness(root)
    if witness is None and private_path(root, "witness").exists():
        yield Problem(code=Code.WITNESS_DAMAGED, where=".git/docctl/witness")
        return
    history = frozenset(step.commit for step in steps)
    seen = () if witness is None else (witness.head, *witness.lost)
    unrecorded = {one.commit for one in seen if _records_nothing(repository, one.commit, history)}
    no_loss = unrecorded | _set_aside(repository)
    yield from witness_problems(
        witness, head, history, no_loss, lambda one, other: _rests_on(repository, one, other)
    )


def _records_nothing(repository: Repository, commit: str, history: frozenset[str]) -> bool:
    """Whether that commit and all below it, down to the history, were made without docctl."""
    waiting, known = [commit], set(history)
    while waiting:
        name = waiting.pop()
        if name in known:
            continue
        known.add(name)
        try:
            found = repository[name].peel(Commit)
        except (KeyError, ValueError, pygit2.GitError):
            return False
        if message_of(found).first(words.ACTION):
            return False
        waiting += map(str, found.parent_ids)
    return True


def _set_aside(repository: Repository) -> frozenset[str]:
    """The ends of what was set aside; their histories are checked by Git."""
    refs = (repository.references[name] for name in repository.references if name.startswith(SET_ASIDE))
    return frozenset(str(ref.target) for ref in refs)


def _rests_on(repository: Repository, one: str, other: str) -> bool:
    try:
        return isinstance(repository[one], Commit) and repository.descendant_of(Oid(hex=one), Oid(hex=other))
    except (KeyError, ValueError, pygit2.GitError):
        return False


def _folder_problems(repository: Repository, root: Path, head: str, state: State) -> Iterator[Problem]:
    yield from work_tree_problems(root, state.entries)
    try:
        tree = repository[head].peel(pygit2.Tree)
    except (KeyError, pygit2.GitError):
        return
    yield from index_problems(repository, tree)


def _verified(head: str, steps: Sequence[Step], state: State, problems: Sequence[Problem]) -> Verified:
    return Verified(
        head=head,
        transitions=sum(bool(step.action) for step in steps),
        documents=len(state.cards),
        editions=sum(len(card.editions) for card in state.cards.values()),
        submissions=len(state.submissions),
        files=len(state.entries),
        problems=ordered(problems),
    )
