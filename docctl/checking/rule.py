"""A rule: data that says what to check, how much it matters and how to say it.

The check it names is code (`docctl.checking.check`); an office changes everything else without Python.
"""

from collections.abc import Mapping

from msgspec import Struct

from docctl.domain.finding import FixClass, Severity, Source, Stage
from docctl.domain.form import Form
from docctl.domain.lexicon import Lexicon
from docctl.domain.registry.facts import RegistryFacts
from docctl.domain.words import Words


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A right and a wrong piece of a draft, as sketches (`docctl.checking.sketch`) that `rules test` runs."""

    right: str
    wrong: str
    registry: RegistryFacts | None = None
    """What the registry holds beside them."""


class Rule(Struct, frozen=True, kw_only=True):
    """One rule of the catalogue."""

    code: str
    name: Words
    check: str
    """The kind of check, e.g. ``required_sections``."""
    params: Struct
    """Parameters of the check, of its own type."""
    severity: Severity
    blank: Mapping[Stage, Severity | None] = {}
    """What a blank that people will fill in costs at a stage; None is nothing. Default: `severity`."""
    applies_to: tuple[str, ...] = ()
    """Kinds of document; empty is every kind, unrecognised ones too."""
    message: Words
    variants: Mapping[str, Words] = {}
    """Other messages, by the variant that the check names."""
    hint: Words
    why: Words
    unverifiable: Words | None = None
    """Why the rule could not be judged, when its check says so."""
    example: Example
    source: Source
    fix: FixClass = FixClass.NONE

    @property
    def group(self) -> str:
        """The letters of the code: ``TTL``."""
        return self.code.rstrip("0123456789")


class Rulebook(Struct, frozen=True):
    """Everything that drafts are checked against."""

    rules: tuple[Rule, ...]
    """Sorted by code; rules that the office switched off are absent."""
    forms: tuple[Form, ...]
    lexicon: Lexicon

    def rule(self, code: str) -> Rule | None:
        """The rule with this code."""
        return next((rule for rule in self.rules if rule.code == code), None)
