"""Whether each transition was allowed: the person, the role at that time, the key."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from types import MappingProxyType

from msgspec import Struct

from docctl.store import message as words
from docctl.store.access.roles import CONFIGURE, MERGE, Roles, mail_of, may
from docctl.store.access.signing import Proof, fingerprint_of, proof
from docctl.store.access.signing_settings import SigningSettings
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.steps import Signature, Step, is_configuration

EDIT = "edit"
"""What somebody does with plain Git where no record is touched: nobody's permission is needed."""
_WORKERS = 4
"""Programs that check signatures at the same time."""


class Access(Struct, frozen=True, kw_only=True):
    """Who may do what, and what must be signed, in the state that a commit was made on."""

    roles: Roles | None = None
    """None: no roles file yet, everybody may do everything."""
    signing: SigningSettings = SigningSettings()
    allowed_signers: bytes | None = None
    """The content of the file of that name, None when there is none."""
    unreadable: str = ""
    """Why one of the three files could not be read; the rest is then as it was before."""


OPEN = Access()
"""Before anything was said."""
NOTHING: Mapping[str, Access] = MappingProxyType({})
AccessOf = Callable[[str, Access], Access]
"""Reads what a commit's tree says, given what its first parent's said."""


def access_by_commit(
    steps: Sequence[Step], read: AccessOf, known: Mapping[str, Access] = NOTHING
) -> dict[str, Access]:
    """What held after each commit, read anew only where one of the files changed; `steps` older first.

    `known` is what held after commits before these.
    """
    after = dict(known)
    for step in steps:
        before = after.get(step.parents[0], OPEN) if step.parents else OPEN
        after[step.commit] = read(step.commit, before) if _says_anew(step, before) else before
    return after


def _says_anew(step: Step, before: Access) -> bool:
    paths = {change.path for change in step.made}
    return before.signing.allowed_signers in paths or any(map(is_configuration, paths))


def access_problems(steps: Sequence[Step], after: Mapping[str, Access]) -> Iterator[Problem]:
    """Transitions that their actor had no right to; each is held against the state it was made on."""
    for step in steps:
        if after[step.commit].unreadable and _says_anew(step, after[step.commit]):
            found = after[step.commit].unreadable
            yield Problem(code=Code.ROLES_UNREADABLE, where=step.commit, found=found)
        if step.parents:
            yield from _right_problems(step, after.get(step.parents[0], OPEN))


def _right_problems(step: Step, access: Access) -> Iterator[Problem]:
    action, actor = action_of(step), step.author
    named = step.message.first(words.ACTOR)
    if step.action and mail_of(named) != mail_of(actor):
        yield Problem(code=Code.ACTOR_DIFFERS, where=step.commit, found=actor, expected=named)
    day = datetime.fromtimestamp(step.time, UTC).date()
    if action != EDIT and not may(access.roles, actor, action, day):
        yield Problem(code=Code.NOT_ALLOWED, where=step.commit, found=f"{actor}: {action}")


def action_of(step: Step) -> str:
    """The action by which a commit is judged, also where docctl did not make it."""
    if step.action:
        return step.action
    if step.is_merge:
        return MERGE
    return CONFIGURE if any(is_configuration(change.path) for change in step.made) else EDIT


class Signed(Struct, frozen=True, kw_only=True):
    """Something that may be signed: a transition, a tag."""

    where: str
    actor: str
    time: int
    """Seconds since 1970."""
    signature: Signature | None
    access: Access
    """In the state on which it was made."""


def signed_steps(steps: Sequence[Step], after: Mapping[str, Access]) -> Iterator[Signed]:
    """The commits whose signatures count: all that records or configures."""
    for step in steps:
        if step.parents and action_of(step) != EDIT:
            yield Signed(
                where=step.commit,
                actor=step.author,
                time=step.time,
                signature=step.signature,
                access=after.get(step.parents[0], OPEN),
            )


def signature_problems(signed: Sequence[Signed]) -> Iterator[Problem]:
    """Missing, wrong and strange signatures; raises RepositoryTrouble when ssh-keygen is not there."""
    for one in signed:
        if one.signature is None and one.access.signing.required:
            yield Problem(code=Code.SIGNATURE_MISSING, where=one.where, found=one.actor)
    there = [one for one in signed if one.signature is not None]
    with ThreadPoolExecutor(_WORKERS) as pool:
        for one, proved in zip(there, pool.map(_proof, there), strict=True):
            yield from _proof_problems(one, proved)


def _proof(one: Signed) -> Proof:
    if one.signature is None:
        return Proof("")
    armour, payload = one.signature.armour, one.signature.payload
    if one.access.allowed_signers is None:
        return Proof(fingerprint_of(armour, payload))
    when = datetime.fromtimestamp(one.time, UTC)
    return proof(armour, payload, one.access.allowed_signers, mail_of(one.actor), when)


def _proof_problems(one: Signed, proved: Proof) -> Iterator[Problem]:
    if not proved.fingerprint:
        yield Problem(code=Code.SIGNATURE_BAD, where=one.where, found=one.actor)
    elif not (proved.known and _is_theirs(one, proved.fingerprint)):
        yield Problem(
            code=Code.SIGNATURE_FOREIGN, where=one.where, found=proved.fingerprint, expected=one.actor
        )


def _is_theirs(one: Signed, fingerprint: str) -> bool:
    """Whether the roles give this key to this person; where they name no keys, `allowed_signers` decides."""
    roles, listed = one.access.roles, one.access.allowed_signers is not None
    member = None if roles is None else roles.member(one.actor)
    keys = () if member is None else member.keys
    return fingerprint in keys if keys else listed or not one.access.signing.required
