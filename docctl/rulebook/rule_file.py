"""A rule as it stands in a file, and the rule made of it."""

from collections.abc import Iterator, Sequence
from string import Formatter
from typing import Any

from msgspec import Struct

from docctl.checking.check import CHECKS
from docctl.checking.rule import Example, Rule
from docctl.domain.finding import FixClass, Severity, Source, Stage
from docctl.domain.patterns import regex
from docctl.domain.words import Language, Words
from docctl.yaml_files.binding import bind, located
from docctl.yaml_files.plain import KeyPath, Plain, YamlFile

_CODE = regex(r"[A-Z]{3,8}[0-9]{3}\Z")


class RuleFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of a rule file; their meaning is that of `docctl.checking.rule.Rule`."""

    code: str
    name: Words
    check: str
    severity: Severity
    message: Words
    hint: Words
    why: Words
    example: Example
    source: Source
    params: dict[str, Any] = {}
    enabled: bool = True
    blank: dict[Stage, Severity | None] = {}
    applies_to: tuple[str, ...] = ()
    variants: dict[str, Words] = {}
    unverifiable: Words | None = None
    fix: FixClass = FixClass.NONE


def bind_rule(data: dict[str, Plain], files: Sequence[YamlFile]) -> RuleFile:
    """The rule that the files describe, its keys and parameters proved.

    Raises:
        ConfigurationError: see `bind`; or the check, the code or a ``{value}`` of a message is unknown.
    """
    if not _CODE.match(data["code"]):
        raise located(
            files,
            ("code",),
            "“{code}” is no code; expected letters and three digits: ABC001.",
            code=data["code"],
        )
    file = bind(data, RuleFile, files)
    if file.check not in CHECKS:
        raise located(
            files,
            ("check",),
            "There is no check “{check}”; expected one of: {known}.",
            check=file.check,
            known=", ".join(sorted(CHECKS)),
        )
    bind(file.params, CHECKS[file.check].params, files, ("params",))
    _prove_wordings(file, files)
    return file


def rule_of(file: RuleFile) -> Rule:
    """The rule with its parameters typed; the file has been proved by `bind_rule`."""
    return Rule(
        code=file.code,
        name=file.name,
        check=file.check,
        params=bind(file.params, CHECKS[file.check].params, ()),
        severity=file.severity,
        blank=file.blank,
        applies_to=file.applies_to,
        message=file.message,
        variants=file.variants,
        hint=file.hint,
        why=file.why,
        unverifiable=file.unverifiable,
        example=file.example,
        source=file.source,
        fix=file.fix,
    )


def values_named(file: RuleFile) -> frozenset[str]:
    """The ``{values}`` that the messages of a rule name."""
    return frozenset(name for _, text in _texts(file) for name in _named(text))


def prove_values(file: RuleFile, known: frozenset[str], files: Sequence[YamlFile]) -> None:
    """Refuse a ``{value}`` that the check does not give.

    Raises:
        ConfigurationError: a message names another value than `known`.
    """
    for key_path, text in _texts(file):
        for name in sorted(_named(text) - known):
            raise located(
                files,
                key_path,
                "The check gives no value “{name}”; expected one of: {known}.",
                name=name,
                known=", ".join(sorted(known)) or "—",
            )


def _prove_wordings(file: RuleFile, files: Sequence[YamlFile]) -> None:
    for key_path, text in _texts(file):
        if _named(text) is _BROKEN:
            raise located(files, key_path, "The braces are broken; write {{name}} for a value.")


def _texts(file: RuleFile) -> Iterator[tuple[KeyPath, str]]:
    wordings: dict[KeyPath, Words] = {("message",): file.message, ("hint",): file.hint}
    wordings |= {("variants", variant): words for variant, words in file.variants.items()}
    for key_path, words in wordings.items():
        for language in Language:
            yield (*key_path, language.value), words.in_language(language)


_BROKEN: frozenset[str] = frozenset({"<broken>"})


def _named(text: str) -> frozenset[str]:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return _BROKEN
    return frozenset(names) if all(name.isidentifier() for name in names) else _BROKEN
