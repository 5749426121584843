"""The use cases `rules list`, `rules show` and `rules test`."""

from pathlib import Path

from msgspec import Struct

from docctl.checking.cases import cases_of, example_failures, failures
from docctl.checking.rule import Rule, Rulebook
from docctl.errors import ConfigurationError, UsageError
from docctl.yaml_files.plain import YamlFile
from docctl.yaml_files.yaml_file import read_yaml

CASES = "cases"


class Tested(Struct, frozen=True):
    """One test of a rule: by its own examples, or by a case."""

    code: str
    name: str
    """Of the case; empty for the rule's own examples."""
    failures: tuple[str, ...]
    """What came out otherwise than expected; empty when all is well."""


def rule_named(code: str, rulebook: Rulebook) -> Rule:
    """The rule with this code, in any case; raises UsageError when there is none."""
    rule = rulebook.rule(code.upper())
    if rule is None:
        raise UsageError("There is no rule {code}; “docctl rules list” names them all.", code=code)
    return rule


def tested_rules(rulebook: Rulebook) -> tuple[Tested, ...]:
    """Every rule against its own right and wrong example."""
    return tuple(_by_example(rule, rulebook) for rule in rulebook.rules)


def tested_file(path: Path, rulebook: Rulebook) -> tuple[Tested, ...]:
    """A rule file: its rule against its examples. A file of cases: its rule against each.

    Raises ConfigurationError when the file is wrong or its rule is not in the rulebook.
    """
    file = read_yaml(path)
    rule = _rule_of(file, rulebook)
    if CASES not in file.data:
        return (_by_example(rule, rulebook),)
    cases = cases_of(file.data, str(path)).cases
    return tuple(Tested(rule.code, case.name, failures(case, rule.code, rulebook, {})) for case in cases)


def _rule_of(file: YamlFile, rulebook: Rulebook) -> Rule:
    rule = rulebook.rule(str(file.data.get("code", "")))
    if rule is None:
        raise ConfigurationError(
            "The rule of this file is not among the rules; put it into the folder rules/ of the workspace.",
            at=str(file.path),
        )
    return rule


def _by_example(rule: Rule, rulebook: Rulebook) -> Tested:
    return Tested(rule.code, "", example_failures(rule, rulebook))
