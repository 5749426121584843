"""What a writer that was killed left undone is finished by the next one, before it writes itself."""

import time
from pathlib import Path

import pygit2
from pygit2 import Commit, Oid, Repository
from pygit2.enums import SortMode

from docctl.store import message as words
from docctl.store.commits import message_of, read_commit, write_tag
from docctl.store.git_locks import locked_refs, remove_left_locks
from docctl.store.index_file import follow_index
from docctl.store.publishing import TAGS, Tag, set_tag
from docctl.store.trees import changed_files
from docctl.store.witness import Seen, Witness, write_witness
from docctl.store.work_tree import content_id, forget_waiting, place, write_waiting

_PATIENCE = 5.0
"""Seconds for a Git that is setting a ref by itself."""


def heal(repository: Repository, root: Path, head: Commit, witness: Witness | None) -> Witness:
    """Bring tags, files and index up to `head` from where the witness saw them; the witness of `head`.

    Without a witness the folder is a fresh clone: nothing is undone. Raises OSError or GitError, and
    Busy when Git is at work itself.
    """
    if witness is not None and witness.head.commit == str(head.id):
        return witness
    forget_waiting(root)
    remove_left_locks(root, locked_refs(root), time.monotonic() + _PATIENCE)
    before = None if witness is None else _commit(repository, witness.head.commit)
    if before is not None:
        _set_missing_tags(repository, before, head)
        _follow(repository, root, before, head)
    healed = Witness(seen(head), _lost(repository, head, witness))
    write_witness(root, healed)
    return healed


def seen(head: Commit) -> Seen:
    """The end of the branch as the witness remembers it."""
    recorded = read_commit(head)
    return Seen(recorded.commit, recorded.sequence, recorded.chain)


def _commit(repository: Repository, identity: str) -> Commit | None:
    found = repository.get(identity)
    return found if isinstance(found, Commit) else None


def _lost(repository: Repository, head: Commit, witness: Witness | None) -> tuple[Seen, ...]:
    """What the witness saw and the history no longer holds."""
    if witness is None:
        return ()
    known = _commit(repository, witness.head.commit) is not None
    kept = known and repository.descendant_of(head.id, Oid(hex=witness.head.commit))
    return witness.lost if kept else (*witness.lost, witness.head)


def _set_missing_tags(repository: Repository, before: Commit, head: Commit) -> None:
    walker = repository.walk(head.id, SortMode.TOPOLOGICAL)
    walker.hide(before.id)
    for commit in walker:
        for name in message_of(commit).all(words.TAG):
            if f"{TAGS}{name}" not in repository.references:
                recorded = read_commit(commit)
                set_tag(repository, Tag(name, write_tag(repository, name, recorded)))


def _follow(repository: Repository, root: Path, before: Commit, head: Commit) -> None:
    """Files that are as they were before become as they are now; others were changed by hand and stay."""
    followed: dict[str, Oid | None] = {}
    missing: dict[str, bytes] = {}
    for path, was, now in changed_files(before.peel(pygit2.Tree), head.peel(pygit2.Tree)):
        there = content_id(root / path)
        if there not in (was, now):
            continue
        followed[path] = now
        if there != now and now is None:
            (root / path).unlink()
        elif there != now and now is not None:
            missing[path] = repository[now].read_raw()
    place(root, write_waiting(root, missing))
    follow_index(repository, root, before.tree, followed)
