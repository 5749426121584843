"""Mistakes in data are told with file, line and what was expected."""

from pathlib import Path

import pytest

from docctl.domain.form import Form
from docctl.errors import ConfigurationError
from docctl.rulebook.rule_file import RuleFile
from docctl.yaml_files.binding import bind
from docctl.yaml_files.yaml_file import read_yaml

WORDS = "{kk: а, ru: б, en: c}"
RULE = f"""\
code: TTL001
name: {WORDS}
check: organisation
severity: error
message: {WORDS}
hint: {WORDS}
why: {WORDS}
example: {{right: x, wrong: y}}
source: {{act: ISO 9001}}
"""


def complaint(folder: Path, text: str, kind: type[RuleFile] | type[Form] = RuleFile) -> str:
    path = folder / "R.yaml"
    path.write_text(text, encoding="utf-8")
    file = read_yaml(path)
    with pytest.raises(ConfigurationError) as error:
        bind(file.data, kind, [file])
    return str(error.value).removeprefix(str(folder) + "/")


def test_an_unknown_key_names_the_known_ones(tmp_path: Path) -> None:
    said = complaint(tmp_path, RULE + "sevrity: error\n")
    assert said.startswith("R.yaml:10: “sevrity” is not known here; expected one of: code, name, check")


def test_an_unknown_key_deep_inside(tmp_path: Path) -> None:
    said = complaint(tmp_path, RULE.replace("{right: x, wrong: y}", "\n  right: x\n  rong: y"))
    assert said.startswith("R.yaml:10: “rong” is not known here; expected one of: right, wrong")


def test_a_missing_key(tmp_path: Path) -> None:
    assert complaint(tmp_path, RULE.replace("kk: а, ", "", 1)) == "R.yaml:2: “name.kk” is missing."


def test_a_value_that_is_none_of_the_accepted(tmp_path: Path) -> None:
    said = complaint(tmp_path, RULE.replace("severity: error", "severity: fatal"))
    assert said == "R.yaml:4: “severity” does not accept the value 'fatal'."


def test_a_value_of_another_type(tmp_path: Path) -> None:
    said = complaint(tmp_path, RULE.replace("check: organisation", "check: [organisation]"))
    assert said == "R.yaml:3: “check”: expected str, found array."


def test_a_mistake_in_an_item_of_a_list_counts_from_one(tmp_path: Path) -> None:
    text = "kind: memo\nsections:\n  - {role: a, headings: {kk: [А]}}\n  - {role: b, headings: {kk: 5}}\n"
    assert complaint(tmp_path, text, Form).startswith("R.yaml:")
