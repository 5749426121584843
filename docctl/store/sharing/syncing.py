"""A workspace kept in step with a shared repository: taking over, handing over, joining, or refusing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from pygit2 import Commit, Oid, Tree
from pygit2.enums import MergeFlag

from docctl.errors import Busy, RepositoryTrouble
from docctl.store.access.roles import MERGE, refuse_unless_allowed
from docctl.store.change import Change, Recorded, operation_id
from docctl.store.commits import Sign, Transition, write_commit
from docctl.store.held import Held, held
from docctl.store.opening import checked_head
from docctl.store.repository import disk_trouble, opened, reading
from docctl.store.sharing.history import (
    changed_paths,
    common_base,
    incoming_problems,
    rests_on,
    transitions_between,
)
from docctl.store.sharing.moving import missing_tags, move, own_tags
from docctl.store.sharing.outcome import Overlap, Synced
from docctl.store.sharing.overlap import Conflict, overlaps
from docctl.store.sharing.remote import Remote, Theirs, bring, hand_over, look, remote_named
from docctl.store.sharing.set_aside import set_aside
from docctl.store.verification.access_reading import access_at
from docctl.store.verification.problems import Problem
from docctl.store.verification.state import read_state

ATTEMPTS = 5
"""Others may be quicker a few times; then the person may try again."""
WAIT = 30.0
"""Seconds to wait for another writer of the workspace."""


class Joining(Struct, frozen=True, kw_only=True):
    """Who joins two histories, and how."""

    actor: str
    """«Name <mail>»."""
    signer: Callable[[], Sign | None] = lambda: None
    """Asked when a commit is to be made: only then a key is needed."""
    set_aside: bool = False
    """Own transitions that stand in the way are set aside instead of refused."""


class UnsoundHistory(RepositoryTrouble):
    """The shared repository holds transitions that verification finds fault with; none was taken over."""

    def __init__(
        self, message: str, /, *, at: str = "", problems: tuple[Problem, ...] = (), **values: object
    ):
        super().__init__(message, at=at, **values)
        self.problems = problems


def sync(root: Path, remote_name: str, joining: Joining) -> Synced:
    """Bring the workspace and the shared repository to the same state.

    Raises:
        Conflict: both sides changed the same documents; nothing was changed.
        UnsoundHistory: what the others recorded cannot be trusted; nothing was changed.
        RepositoryTrouble: no such remote, it cannot be reached or refuses, or it holds another registry.
        TransitionRefused: a file that would change was changed by hand, or the actor may not join histories.
        Busy: others were quicker again and again, or are writing.
        DiskTrouble: the disk refused.
    """
    remote = remote_named(root, remote_name, checked_head(root).branch)
    before = Synced(head="")
    for _attempt in range(ATTEMPTS):
        theirs = look(remote)
        if not _brought(remote, theirs):
            continue
        with held(root, WAIT) as here, reading(str(root)):
            state = _brought_together(here, theirs, joining, before)
            tags = _unknown_tags(here, theirs)
        if (state.head == theirs.head and not tags) or hand_over(remote, state.head, tags):
            return state
        before = state
    raise Busy("Others were quicker again and again. What was recorded here is safe; try again.")


def _brought(remote: Remote, theirs: Theirs) -> bool:
    """Whether all that they have is here now; not when they changed it meanwhile."""
    if wanted := _missing(remote, theirs):
        bring(remote, wanted)
    return not _missing(remote, theirs)


def _missing(remote: Remote, theirs: Theirs) -> list[str]:
    refs = {remote.branch: theirs.head, **theirs.tags} if theirs.head else dict(theirs.tags)
    with opened(remote.root) as repository:
        return [name for name, identity in refs.items() if Oid(hex=identity) not in repository]


def _unknown_tags(here: Held, theirs: Theirs) -> tuple[str, ...]:
    """Names of tags that they do not have; a tag that they have is never overwritten."""
    return tuple(name for name in own_tags(here.repository) if name not in theirs.tags)


def _brought_together(here: Held, theirs: Theirs, joining: Joining, before: Synced) -> Synced:
    """The own branch after it has taken over what they have."""
    if not theirs.head or rests_on(here.repository, here.head, theirs.head):
        own = transitions_between(here.repository, theirs.head, here.head)
        return replace(before, head=here.head, given=_without(own, before.taken))
    _refuse_unsound(here, theirs)
    taken = transitions_between(here.repository, here.head, theirs.head)
    state = replace(before, head=theirs.head, taken=(*before.taken, *taken))
    tags = missing_tags(here, [one.commit for one in taken], theirs.tags)
    if rests_on(here.repository, theirs.head, here.head):
        move(here, theirs.head, tags)
        return state
    own = transitions_between(here.repository, theirs.head, here.head)
    if joining.set_aside:
        ref = set_aside(here, theirs.head, own, tags)
        return replace(state, put_aside=own, aside=ref)
    joined = _joined(here, theirs, joining, Sides(own, taken))
    move(here, joined, tags)
    return replace(state, head=joined, given=_without(own, before.taken))


def _without(own: tuple[Recorded, ...], taken: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
    known = {one.commit for one in taken}
    return tuple(one for one in own if one.commit not in known)


def _refuse_unsound(here: Held, theirs: Theirs) -> None:
    if not common_base(here.repository, here.head, theirs.head):
        raise RepositoryTrouble(
            "The shared repository holds another registry: it has no transition in common with this one."
            " Clone it into a new folder and work there, or name another repository.",
            at=str(here.root),
        )
    problems = incoming_problems(here.repository, here.root, here.head, theirs.head)
    if problems:
        raise UnsoundHistory(
            "What the shared repository would add is not as docctl records it, so nothing was taken over."
            " Show the list above to those who keep it; the commit named there has to leave its branch.",
            at=str(here.root),
            problems=problems,
        )


class Sides(Struct, frozen=True):
    """The transitions of both sides since they parted."""

    own: tuple[Recorded, ...]
    their: tuple[Recorded, ...]


def _joined(here: Held, theirs: Theirs, joining: Joining, sides: Sides) -> str:
    """A commit over both ends, on no branch yet; raises Conflict where only a person can decide."""
    base = common_base(here.repository, here.head, theirs.head)
    ours, their = (changed_paths(here.repository, base, end) for end in (here.head, theirs.head))
    common = overlaps(ours, their, sides.own, sides.their)
    if common:
        raise _conflict(here.root, common)
    parents = tuple(here.repository[end].peel(Commit) for end in (here.head, theirs.head))
    trees = [here.repository[end].peel(Tree) for end in (base, here.head, theirs.head)]
    index = here.repository.merge_trees(trees[0], trees[1], trees[2], flags=MergeFlag(0))
    tree = index.write_tree(here.repository)
    _refuse_disagreeing(here, str(tree), theirs)
    now = datetime.now(UTC)
    refuse_unless_allowed(access_at(trees[1]).roles, joining.actor, MERGE, now.date())
    operation = operation_id(MERGE, "", joining.actor, {"ours": here.head, "theirs": theirs.head})
    change = Change(action=MERGE, actor=joining.actor, operation=operation)
    with disk_trouble(here.root):
        return write_commit(here.repository, Transition(tree, parents, change), now, joining.signer()).commit


def _refuse_disagreeing(here: Held, tree: str, theirs: Theirs) -> None:
    """Two sides may be right by themselves and not together: numbers that are twins, say."""
    known = {one for end in (here.head, theirs.head) for one in read_state(here.repository, end).problems}
    new = [one for one in read_state(here.repository, tree).problems if one not in known]
    if new:
        both = tuple(Overlap(f"{one.where} {one.found}".strip(), (), ()) for one in new)
        raise _conflict(here.root, both)


def _conflict(root: Path, common: tuple[Overlap, ...]) -> Conflict:
    return Conflict(
        "Both sides changed the same: {subjects}. Nothing was changed here or there. Agree with the other"
        " side which of the two shall stand. If it is theirs: docctl sync --set-aside keeps your transitions"
        " beside the branch, takes theirs, and lists what you have to record again. If it is yours: do the"
        " same, then record yours on top of theirs, since what is shared is not taken back.",
        at=str(root),
        overlaps=common,
        subjects=", ".join(one.subject for one in common),
    )
