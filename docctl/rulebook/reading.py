"""Everything under ``rules/`` read and proved: slow, and done only when a file has changed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from docctl.domain.form import Form
from docctl.domain.lexicon import Lexicon
from docctl.rulebook.cache import files_in
from docctl.rulebook.content import Content
from docctl.rulebook.layers import merged
from docctl.rulebook.rule_file import RuleFile, bind_rule, prove_values, values_named
from docctl.yaml_files.binding import bind, located
from docctl.yaml_files.plain import YamlFile
from docctl.yaml_files.yaml_file import read_yaml

FORMS, WORDLISTS = "forms", "wordlists"


def read_content(folders: Sequence[Path]) -> Content:
    """Read and prove every file of the folders, the later folder over the earlier."""
    layers = [_by_role(folder) for folder in folders]
    return Content(
        rules=_rules([layer.rules for layer in layers]),
        forms=_forms([layer.forms for layer in layers]),
        lexicon=_lexicon([layer.wordlists for layer in layers]),
    )


class _Layer(Struct, frozen=True):
    rules: tuple[YamlFile, ...]
    forms: tuple[YamlFile, ...]
    wordlists: tuple[YamlFile, ...]


def _by_role(folder: Path) -> _Layer:
    files = {path: path.relative_to(folder).parts[0] for path in files_in(folder)}
    return _Layer(
        rules=tuple(read_yaml(path) for path, top in files.items() if top not in (FORMS, WORDLISTS)),
        forms=tuple(read_yaml(path) for path, top in files.items() if top == FORMS),
        wordlists=tuple(read_yaml(path) for path, top in files.items() if top == WORDLISTS),
    )


def _rules(layers: Sequence[tuple[YamlFile, ...]]) -> tuple[RuleFile, ...]:
    stacks = _stacked(layers, "code")
    known = _values_by_check(layers[0] if layers else ())
    rules = {code: bind_rule(merged(stack), stack[::-1]) for code, stack in stacks.items()}
    for code, rule in rules.items():
        prove_values(rule, known.get(rule.check, frozenset()), stacks[code][::-1])
    return tuple(rules[code] for code in sorted(rules))


def _values_by_check(shipped: Iterable[YamlFile]) -> dict[str, frozenset[str]]:
    """The values that each check gives to messages: those that the shipped rules name."""
    values: dict[str, frozenset[str]] = {}
    for file in shipped:
        rule = bind_rule(file.data, [file])
        values[rule.check] = values.get(rule.check, frozenset()) | values_named(rule)
    return values


def _forms(layers: Sequence[tuple[YamlFile, ...]]) -> tuple[Form, ...]:
    stacks = _stacked(layers, "kind")
    return tuple(bind(merged(stack), Form, stack[::-1]) for _, stack in sorted(stacks.items()))


def _lexicon(layers: Sequence[tuple[YamlFile, ...]]) -> Lexicon:
    files = [file for layer in layers for file in layer]
    return bind(merged(files), Lexicon, files[::-1])


def _stacked(layers: Iterable[tuple[YamlFile, ...]], key: str) -> dict[str, list[YamlFile]]:
    """The files of each rule or form, the shipped one first; within a folder each has one file."""
    stacks: dict[str, list[YamlFile]] = {}
    for layer in layers:
        seen: dict[str, YamlFile] = {}
        for file in layer:
            name = file.data.get(key)
            if not isinstance(name, str):
                raise located([file], (), "“{key}” is missing.", key=key)
            if name in seen:
                raise located(
                    [file],
                    (key,),
                    "“{name}” stands in {other} already; keep one of the two.",
                    name=name,
                    other=seen[name].path,
                )
            seen[name] = file
            stacks.setdefault(name, []).append(file)
    return stacks
