"""Kinds of check: typed functions from a subject to hits, found by the name that rules use.

A check is registered with the type of its parameters and with what must be there for it to apply. It yields
a `Hit` for each thing wrong, or `Unverifiable` where the file cannot tell. It adds neither code nor severity
nor wording: the run does, from the rule.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct, field

from docctl.domain.aspects import Aspect
from docctl.domain.draft import Draft
from docctl.domain.finding import Stage
from docctl.domain.lexicon import Lexicon
from docctl.domain.office import Office
from docctl.domain.parts import Parts
from docctl.domain.place import Place
from docctl.domain.registry.facts import RegistryFacts
from docctl.domain.words import Words

Detail = str | int | float | date | Words | tuple[str, ...]


class Subject(Struct, frozen=True, kw_only=True):
    """What a check looks at."""

    draft: Draft
    parts: Parts
    lexicon: Lexicon
    office: Office = Office()
    stage: Stage = Stage.SUBMISSION
    as_of: date
    """The day on which the check is made; dates after it lie in the future."""
    registry: RegistryFacts | None = None
    """None outside a workspace: what needs it is then not applicable."""
    handed_in_for: str | None = None
    """The number of the document that it is handed in as an edition of, "" for a new document; None where
    nobody has said."""
    sha256: str = ""
    """Of the file, where there is one."""
    answers: dict[Callable[..., Any], Any] = field(default_factory=dict)
    """What was worked out once for several rules, by the function that did it (`memo.once_per_subject`)."""


class Hit(Struct, frozen=True):
    """Something wrong at a place; `details` fill the rule's message."""

    place: Place
    details: Mapping[str, Detail] = {}
    variant: str = ""
    blank: bool = False
    """It is only a blank that people will fill in: `Rule.blank` says what it costs."""


class Unverifiable(Struct, frozen=True):
    """The file cannot tell; the rule's `unverifiable` wording says why, or that of the aspect."""

    aspect: Aspect | None = None
    """What no file of this kind says; None when it is only this draft that leaves it open."""


Outcome = Hit | Unverifiable
Params = TypeVar("Params", bound=Struct)
Applies = Callable[[Subject], bool]


class NoParams(Struct, frozen=True, forbid_unknown_fields=True):
    """For checks that have nothing to set."""


class Check(Struct, frozen=True):
    """A kind of check."""

    name: str
    params: type[Struct]
    function: Callable[[Subject, Any], Iterator[Outcome]]
    applies: Applies
    reads: Aspect | None = None
    """What a file must say for it to be judged at all; None: nothing that any file leaves out."""


CHECKS: dict[str, Check] = {}


def hit(place: Place, variant: str = "", *, blank: bool = False, **details: Detail) -> Hit:
    """A hit with its details named."""
    return Hit(place, details, variant, blank)


def silence(subject: Subject, aspect: Aspect) -> Iterator[Unverifiable]:
    """That the file cannot tell the rest, where its kind does not say this."""
    if aspect in subject.draft.unknown:
        yield Unverifiable(aspect)


def always(_: Subject) -> bool:
    """For checks of any draft."""
    return True


def with_form(subject: Subject) -> bool:
    """For checks of drafts whose kind was recognised."""
    return subject.parts.form is not None


def check(
    name: str, params: type[Params], applies: Applies = with_form, *, reads: Aspect | None = None
) -> Callable[
    [Callable[[Subject, Params], Iterator[Outcome]]], Callable[[Subject, Params], Iterator[Outcome]]
]:
    """Register a function as the kind of check `name`.

    `reads` names what a file must say for the check to be run; one that can judge a part of its matter
    without that yields `Unverifiable` for the rest by itself (`silence`).
    """

    def register(
        function: Callable[[Subject, Params], Iterator[Outcome]],
    ) -> Callable[[Subject, Params], Iterator[Outcome]]:
        CHECKS[name] = Check(name, params, function, applies, reads)
        return function

    return register
