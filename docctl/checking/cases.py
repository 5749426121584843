"""Cases of a rule: sketched drafts, and exactly what is to be found in them.

A case with a `draft` of its own is judged by the one rule. A case with a `base` (a whole compliant document,
edited) is judged by every rule: what it does not expect must not be found, so that no rule cries wolf over
another's defect.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from docctl.checking.check import CHECKS, Subject, always
from docctl.checking.rule import Rule, Rulebook
from docctl.checking.run import run_rules
from docctl.checking.sketch import read_sketch
from docctl.domain.draft import Draft
from docctl.domain.finding import Finding, NotVerifiable, Severity, Stage
from docctl.domain.office import Office
from docctl.domain.parts import Parts
from docctl.domain.place import Part
from docctl.domain.registry.facts import RegistryFacts
from docctl.domain.words import Language
from docctl.errors import ConfigurationError
from docctl.recognition import recognise

DAY = date(2026, 3, 1)
"""The day on which cases are checked, unless they say another."""
KIND = "regulation"
"""The kind of a sketched fragment that says none."""


class Edits(Struct, frozen=True, forbid_unknown_fields=True):
    """Changes to the text of a sketch, made in this order."""

    replace: tuple[tuple[str, str], ...] = ()
    """What is there, and what stands there instead; every occurrence."""
    delete: tuple[str, ...] = ()
    """Whole lines."""
    insert_after: tuple[tuple[str, str], ...] = ()
    """A whole line, and lines that follow it."""
    append: str = ""


class Expected(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that a case expects. What is not said may be anything."""

    rule: str = ""
    """The rule that the case belongs to, when empty."""
    severity: Severity | None = None
    part: Part | None = None
    section: int | None = None
    clause: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: str | None = None
    excerpt: str = ""
    """Part of the excerpt."""
    message: str = ""
    """Part of the message in English."""


class Case(Edits, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One case: a draft, how it is checked, what is found."""

    name: str
    draft: str | None = None
    base: str | None = None
    kind: str | None = None
    stage: Stage = Stage.SUBMISSION
    as_of: date = DAY
    office: Office = Office()
    registry: RegistryFacts | None = None
    """What the registry of the workspace holds; outside of one, when not said."""
    handed_in_for: str | None = None
    sha256: str = ""
    expect: tuple[Expected, ...] = ()
    allow_info: tuple[str, ...] = ()
    """Rules whose remarks (info) are neither expected nor minded."""
    not_verifiable: tuple[str, ...] = ()
    """Rules that must say that the file cannot tell."""


class WordCase(Edits, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A Word file that breaks only the rule: a base, edited as text or by a named defect."""

    base: str
    edit: str = ""
    stage: Stage = Stage.SUBMISSION
    as_of: date = DAY
    office: Office = Office()
    registry: RegistryFacts | None = None
    way: Mapping[str, str] = {}
    """Options of the way in which the file is made."""
    also: tuple[str, ...] = ()
    """Rules that cannot but be broken as well."""


class CaseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The cases of a rule."""

    code: str
    cases: tuple[Case, ...]
    word: WordCase | None = None


def cases_of(data: object, at: str) -> CaseFile:
    """Plain data, as YAML gives them, as the cases of a rule.

    Raises:
        ConfigurationError: an unknown key or a value of the wrong type; `at` names the file.
    """
    try:
        return msgspec.convert(data, CaseFile)
    except msgspec.ValidationError as error:
        raise ConfigurationError("Not the cases of a rule: {reason}.", at=at, reason=error) from error


def edited(text: str, edits: Edits, at: str) -> str:
    """The sketch with the edits made.

    Raises:
        ConfigurationError: the text to be edited is not there.
    """
    for old, new in edits.replace:
        _must_hold(old in text, old, at)
        text = text.replace(old, new)
    lines = text.split("\n")
    for line in edits.delete:
        _must_hold(line in lines, line, at)
        lines = [kept for kept in lines if kept != line]
    for line, added in edits.insert_after:
        _must_hold(line in lines, line, at)
        place = lines.index(line) + 1
        lines[place:place] = added.rstrip("\n").split("\n")
    return "\n".join([*lines, edits.append]) if edits.append else "\n".join(lines)


def _must_hold(there: bool, text: str, at: str) -> None:
    if not there:
        raise ConfigurationError("“{text}” is not in the draft that the case edits.", at=at, text=text)


def failures(case: Case, code: str, rulebook: Rulebook, bases: Mapping[str, str]) -> tuple[str, ...]:
    """What comes out otherwise than the case expects, a line each; nothing when all is as expected.

    Raises:
        ConfigurationError: the case names a rule or a base that does not exist, or cannot be read.
    """
    rule = rulebook.rule(code)
    if rule is None:
        raise ConfigurationError("There is no rule {code}.", at=case.name, code=code)
    if (case.draft is None) == (case.base is None):
        raise ConfigurationError("A case has either a “draft” or a “base”.", at=case.name)
    if case.base is not None and case.base not in bases:
        raise ConfigurationError("There is no base “{base}”.", at=case.name, base=case.base)
    text = case.draft if case.base is None else bases[case.base]
    draft = read_sketch(edited(text or "", case, case.name), "sketch.docx")
    rules = rulebook if case.base else msgspec.structs.replace(rulebook, rules=(rule,))
    return compare(judge(draft, rules, case, rule), case, code)


def example_failures(rule: Rule, rulebook: Rulebook) -> tuple[str, ...]:
    """What the rule's own examples show otherwise than they should, a line each."""
    only = msgspec.structs.replace(rulebook, rules=(rule,))
    case = Case(name=rule.code, registry=rule.example.registry)
    drafts = ((name, getattr(rule.example, name)) for name in ("right", "wrong"))
    found = {
        name: [
            outcome
            for outcome in judge(read_sketch(text, f"{rule.code}.docx"), only, case, rule)
            if isinstance(outcome, Finding)
        ]
        for name, text in drafts
    }
    silent = ["the wrong example: nothing is found"] if not found["wrong"] else []
    return (*(f"the right example: {_worded(finding)}" for finding in found["right"]), *silent)


def judge(draft: Draft, rulebook: Rulebook, case: Case, rule: Rule) -> list[Finding | NotVerifiable]:
    """What the rules say of the draft, under the circumstances of the case."""
    subject = Subject(
        draft=draft,
        parts=_parts(draft, rulebook, case, rule),
        lexicon=rulebook.lexicon,
        office=case.office,
        stage=case.stage,
        as_of=case.as_of,
        registry=case.registry,
        handed_in_for=case.handed_in_for,
        sha256=case.sha256,
    )
    return list(run_rules(subject, rulebook, Language.EN))


def _parts(draft: Draft, rulebook: Rulebook, case: Case, rule: Rule) -> Parts:
    """A fragment whose kind cannot be seen is held for one of the rule's kinds, where the rule needs one."""
    parts = recognise(draft, rulebook.forms, rulebook.lexicon, case.kind)
    if parts.form is not None or case.kind or CHECKS[rule.check].applies is always:
        return parts
    kind = rule.applies_to[0] if rule.applies_to else KIND
    return recognise(draft, rulebook.forms, rulebook.lexicon, kind)


def compare(outcomes: list[Finding | NotVerifiable], case: Case, code: str) -> tuple[str, ...]:
    """The differences between what was found and what the case expects."""
    return tuple(_differences(outcomes, case, code))


def _differences(outcomes: list[Finding | NotVerifiable], case: Case, code: str) -> Iterator[str]:
    findings = [outcome for outcome in outcomes if isinstance(outcome, Finding)]
    for expected in case.expect:
        match = next((finding for finding in findings if _meets(finding, expected, code)), None)
        if match is None:
            yield f"expected but not found: {_described(expected, code)}"
        else:
            findings.remove(match)
    for finding in findings:
        if finding.severity is not Severity.INFO or finding.rule not in case.allow_info:
            yield f"found but not expected: {_worded(finding)}"
    unverifiable = {outcome.rule for outcome in outcomes if isinstance(outcome, NotVerifiable)}
    for rule in sorted(set(case.not_verifiable) - unverifiable):
        yield f"expected to be not verifiable: {rule}"


def _meets(finding: Finding, expected: Expected, code: str) -> bool:
    place = finding.place
    wanted = ("part", "section", "clause", "paragraph", "table", "row", "column")
    return (
        finding.rule == (expected.rule or code)
        and expected.severity in (None, finding.severity)
        and all(getattr(expected, name) in (None, getattr(place, name)) for name in wanted)
        and expected.excerpt in place.excerpt
        and expected.message in finding.message
    )


def _described(expected: Expected, code: str) -> str:
    said = {name: value for name, value in msgspec.structs.asdict(expected).items() if value}
    return ", ".join(f"{name}={value}" for name, value in (said | {"rule": expected.rule or code}).items())


def _worded(finding: Finding) -> str:
    place = {name: value for name, value in msgspec.structs.asdict(finding.place).items() if value}
    where = ", ".join(f"{name}={value}" for name, value in place.items())
    return f"{finding.rule} {finding.severity}: {finding.message} [{where}]"
