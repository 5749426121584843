"""Who may do what: people, the roles they hold and from when until when. Pure."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.errors import TransitionRefused

_ACTOR = regex(r"\s*(?P<name>[^<>]*?)\s*<(?P<mail>[^<>]*)>\s*")


class Role(StrEnum):
    """What a person is to the registry."""

    OFFICE = "office"
    """Keeps the registry: reviews, records, withdraws, says who holds which role."""
    UNIT = "unit"
    """Hands drafts in."""
    RECTOR = "rector"
    """Approves."""
    READER = "reader"
    """Records nothing."""


MERGE = "merge"
"""The action of joining two histories: whoever may record anything may also bring it together."""
CONFIGURE = "configure"
"""The action of changing who may do what: the roles, the keys, the settings of the workspace."""

_RECORDING = frozenset({"accept", "return", "sign", "approve", "register", "withdraw", "init", CONFIGURE})
ALLOWED: Mapping[Role, frozenset[str]] = {
    Role.OFFICE: _RECORDING | {"submit", MERGE},
    Role.UNIT: frozenset({"submit", MERGE}),
    Role.RECTOR: frozenset({"approve", MERGE}),
    Role.READER: frozenset(),
}
"""The actions of each role. The office records the rector's approval on paper, so it may approve as well."""


class Term(Struct, frozen=True, kw_only=True, rename={"since": "from"}, forbid_unknown_fields=True):
    """A role and the days on which it is held."""

    role: Role
    since: date | None = None
    """The first day; None: from the beginning."""
    until: date | None = None
    """The last day; None: no end is known."""

    def held_on(self, day: date) -> bool:
        """Whether the role is held on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Member(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person, known by the mail address, with the keys that prove it and the roles held."""

    name: str
    mail: str
    keys: tuple[str, ...] = ()
    """Fingerprints as ``ssh-keygen -l`` prints them: ``SHA256:…``."""
    roles: tuple[Term, ...]


class Roles(Struct, frozen=True, forbid_unknown_fields=True):
    """The people of the registry."""

    people: tuple[Member, ...] = ()

    def member(self, actor: str) -> Member | None:
        """The person who acts as «Name <mail>»; case of the mail address does not count."""
        mail = mail_of(actor)
        return next((one for one in self.people if mail and one.mail.casefold() == mail), None)


def mail_of(actor: str) -> str:
    """The mail address of «Name <mail>» in small letters; empty when there is none."""
    match = _ACTOR.fullmatch(actor)
    return match["mail"].strip().casefold() if match else ""


def may(roles: Roles | None, actor: str, action: str, day: date) -> bool:
    """Whether the actor may do that on that day; without a roles file everybody may do everything."""
    if roles is None:
        return True
    member = roles.member(actor)
    held = () if member is None else (term.role for term in member.roles if term.held_on(day))
    return any(action in ALLOWED[role] for role in held)


def refuse_unless_allowed(roles: Roles | None, actor: str, action: str, day: date) -> None:
    """Raises TransitionRefused naming the actor, the action and the roles that may do it."""
    if may(roles, actor, action, day):
        return
    wanted = ", ".join(role.value for role in Role if action in ALLOWED[role])
    raise TransitionRefused(
        "{actor} may not do “{action}”: registry/roles.yaml gives that to: {roles}. Ask the office to record"
        " it, or to add the role there.",
        actor=actor,
        action=action,
        roles=wanted or "–",
    )
