"""Who may do what, and when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.errors import DamagedRecord, TransitionRefused
from docctl.store.access.roles import ALLOWED, Member, Role, Roles, Term, mail_of, may, refuse_unless_allowed
from docctl.store.access.roles_file import read_roles

DAY = date(2026, 3, 1)
ACTIONS = [*sorted(frozenset().union(*ALLOWED.values())), "unheard-of"]
terms = st.builds(
    Term,
    role=st.sampled_from(Role),
    since=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 1)),
    until=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 1)),
)


def held(*roles: Term) -> Roles:
    return Roles((Member(name="Person", mail="Person@Example.org", roles=roles),))


@pytest.mark.parametrize(
    ("role", "actions"),
    [
        (Role.UNIT, {"submit", "merge"}),
        (Role.RECTOR, {"approve", "merge"}),
        (Role.READER, set()),
        (
            Role.OFFICE,
            {
                "accept",
                "approve",
                "configure",
                "init",
                "merge",
                "register",
                "return",
                "sign",
                "submit",
                "withdraw",
            },
        ),
    ],
)
def test_the_actions_of_a_role(role: Role, actions: set[str]) -> None:
    roles = held(Term(role=role))
    assert {action for action in ACTIONS if may(roles, "P <person@example.org>", action, DAY)} == actions


@given(st.lists(terms, max_size=4), st.sampled_from(ACTIONS), st.dates(date(2025, 12, 1), date(2026, 7, 1)))
def test_somebody_may_what_any_role_of_that_day_allows(roles: list[Term], action: str, day: date) -> None:
    begun = [one for one in roles if one.since is None or one.since <= day]
    still = [one for one in begun if one.until is None or day <= one.until]
    expected = any(action in ALLOWED[one.role] for one in still)
    assert may(held(*roles), "Person <PERSON@example.org>", action, day) is expected


def test_without_a_roles_file_everybody_may_everything() -> None:
    assert may(None, "Anybody <a@example.org>", "approve", DAY)
    assert not may(Roles(), "Anybody <a@example.org>", "submit", DAY)


@pytest.mark.parametrize("actor", ["", "Person", "Person <>", "<person@example.org> x", "a <b> <c>"])
def test_nobody_is_nobody(actor: str) -> None:
    assert mail_of(actor) == ""
    assert not may(held(Term(role=Role.OFFICE)), actor, "approve", DAY)


def test_the_refusal_names_who_may() -> None:
    with pytest.raises(TransitionRefused, match=r"Person <person@example.org> may not do “approve”.*office"):
        refuse_unless_allowed(held(Term(role=Role.UNIT)), "Person <person@example.org>", "approve", DAY)


def test_the_file_as_people_write_it() -> None:
    text = """\
people:
  - name: Person
    mail: person@example.org
    keys: ["SHA256:x"]
    roles:
      - role: office
        from: 2026-01-01
        until: 2026-12-31
"""
    (member,) = read_roles(text.encode(), "registry/roles.yaml").people
    assert member.keys == ("SHA256:x",)
    assert member.roles == (Term(role=Role.OFFICE, since=date(2026, 1, 1), until=date(2026, 12, 31)),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("people: [{name: A, mail: a@b, roles: [{role: king}]}]", 1),
        ("people:\n- name: A\n  mail: a@b\n  rolls: []\n  roles: []", 4),
        ("people:\n- name: A\n  mail: a@b\n  roles: []\n- name: B\n  mail: A@B\n  roles: []", 6),
        ("people:\n- name: A\n  mail: ''\n  roles: []", 3),
        ("people: [", 2),
        ("persons: []", 1),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, line: int) -> None:
    with pytest.raises(DamagedRecord) as raised:
        read_roles(text.encode(), "registry/roles.yaml")
    assert raised.value.at == f"registry/roles.yaml:{line}"
