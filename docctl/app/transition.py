"""A decision carried out: recorded as one commit, or nothing."""

import os
from collections.abc import Callable

from msgspec import Struct

from docctl.app.desk import Desk
from docctl.app.permission import refuse_forbidden
from docctl.reporting.taken_out import TakenOut
from docctl.store.access.signing import signer_of
from docctl.store.change import Change, Recorded
from docctl.store.registry import Registry
from docctl.store.snapshot import Snapshot

Decision = Change | Recorded
"""What is to be recorded, or what has been recorded before to the same effect."""
Decide = Callable[[Snapshot], Decision]
"""Decides on what the registry knows; raises TransitionRefused."""


class Done(Struct, frozen=True, kw_only=True):
    """What became of a command."""

    change: Change | None
    """None where the same had been recorded before."""
    recorded: Recorded | None
    """None for a dry run."""
    taken_out: TakenOut = TakenOut()


class Subject(Struct, frozen=True, kw_only=True):
    """What a command is about, and the id by which its repetition is known."""

    operation: str
    document: str = ""
    submission: str = ""


def carry_out(desk: Desk, subject: Subject, decide: Decide) -> Done:
    """Decide and record as one commit, or nothing; the same command a second time changes nothing.

    Raises TransitionRefused, and what `Writing.record` raises.
    """
    registry = desk.workspace.registry()
    if desk.dry_run:
        decision = _decided(desk, registry, registry.now(), subject, decide)
        return _done(decision, None)
    signer = signer_of(registry.root, desk.sign_key, os.environ)
    with registry.writing(sign=signer.sign if signer else None) as writing:
        decision = _decided(desk, registry, writing.snapshot, subject, decide)
        return _done(decision, writing.record(decision) if isinstance(decision, Change) else None)


def _decided(
    desk: Desk, registry: Registry, snapshot: Snapshot, subject: Subject, decide: Decide
) -> Decision:
    decision = recorded_before(registry, snapshot, subject) or decide(snapshot)
    if isinstance(decision, Change):
        refuse_forbidden(desk, registry.root, snapshot.commit, decision.action)
    return decision


def _done(decision: Decision, recorded: Recorded | None) -> Done:
    if isinstance(decision, Recorded):
        return Done(change=None, recorded=decision)
    return Done(change=decision, recorded=recorded)


def recorded_before(registry: Registry, snapshot: Snapshot, subject: Subject) -> Recorded | None:
    """The transition that this very command became, when it was the last one of its subject."""
    card = snapshot.card(subject.document) if subject.document else None
    draft = snapshot.submission(subject.submission) if subject.submission else None
    if subject.operation not in [one.operation for one in (card, draft) if one is not None]:
        return None
    history = registry.history(subject.document or subject.submission)
    return next((one for one in reversed(history) if one.operation == subject.operation), None)
