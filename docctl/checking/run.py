"""One run of the rules over one draft."""

from collections.abc import Iterator
from datetime import date

from docctl.checking.check import CHECKS, Detail, Hit, Outcome, Subject, Unverifiable
from docctl.checking.rule import Rule, Rulebook
from docctl.domain.finding import Finding, NotVerifiable, Severity
from docctl.domain.not_said import NOT_SAID
from docctl.domain.place import Part, Place
from docctl.domain.words import Language, Words

PART_ORDER = {part: order for order, part in enumerate(Part)}


def run_rules(subject: Subject, rulebook: Rulebook, language: Language) -> Iterator[Finding | NotVerifiable]:
    """What every applicable rule says of the subject, worded in `language`."""
    for rule in rulebook.rules:
        if applies(rule, subject):
            yield from _run_rule(rule, subject, language)


def not_applicable(subject: Subject, rulebook: Rulebook) -> tuple[str, ...]:
    """The codes of the rules that have nothing to say of such a document: neither a pass nor a finding."""
    return tuple(rule.code for rule in rulebook.rules if not applies(rule, subject))


def applies(rule: Rule, subject: Subject) -> bool:
    """Whether the rule has anything to say of such a document."""
    form = subject.parts.form
    if rule.applies_to and (form is None or form.kind not in rule.applies_to):
        return False
    return CHECKS[rule.check].applies(subject)


def _run_rule(rule: Rule, subject: Subject, language: Language) -> Iterator[Finding | NotVerifiable]:
    silence: Unverifiable | None = None
    for outcome in _outcomes(rule, subject):
        if isinstance(outcome, Unverifiable):
            silence = outcome
        elif (severity := _severity(rule, outcome, subject)) is not None:
            yield worded(rule, outcome, severity, language)
    reason = _reason(rule, silence) if silence is not None else None
    if reason is not None:
        said = reason.in_language(language).replace("{format}", subject.draft.format.upper())
        yield NotVerifiable(rule.code, said)


def _outcomes(rule: Rule, subject: Subject) -> Iterator[Outcome]:
    """What the check says; that the file cannot tell, where it does not hold what the check reads."""
    kind = CHECKS[rule.check]
    if kind.reads in subject.draft.unknown:
        yield Unverifiable(kind.reads)
    else:
        yield from kind.function(subject, rule.params)


def _reason(rule: Rule, silence: Unverifiable) -> Words | None:
    """Why the rule is not judged: by the kind of file, else by the rule's own words."""
    return rule.unverifiable if silence.aspect is None else NOT_SAID[silence.aspect]


def _severity(rule: Rule, found: Hit, subject: Subject) -> Severity | None:
    return rule.blank.get(subject.stage, rule.severity) if found.blank else rule.severity


def worded(rule: Rule, found: Hit, severity: Severity, language: Language) -> Finding:
    """The finding that a hit of the rule is, in the words of a language."""
    values = _Values({name: _printed(value, language) for name, value in found.details.items()})
    message = rule.variants.get(found.variant, rule.message)
    return Finding(
        rule=rule.code,
        severity=severity,
        message=message.in_language(language).format_map(values),
        hint=rule.hint.in_language(language).format_map(values),
        fix=rule.fix,
        place=found.place,
        source=rule.source,
    )


class _Values(dict[str, str]):
    """The values of a hit; an office's wording may name one that only other hits of the check carry."""

    def __missing__(self, name: str) -> str:
        return "…"


def _printed(value: Detail, language: Language) -> str:
    match value:
        case Words():
            return value.in_language(language)
        case date():
            return value.strftime("%d.%m.%Y")
        case tuple():
            return ", ".join(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def reading_order(finding: Finding) -> tuple[object, ...]:
    """Sort key: by place as a reader meets it, then by code."""
    return (*_place_order(finding.place), finding.rule, finding.message)


def _place_order(place: Place) -> tuple[object, ...]:
    numbers = (place.section, place.paragraph, place.table, place.row)
    return (
        PART_ORDER[place.part],
        *(number or 0 for number in numbers),
        place.column or "",
        place.clause or "",
    )
