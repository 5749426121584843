"""Reading one YAML file strictly."""

from pathlib import Path

import pytest

from docctl.errors import ConfigurationError
from docctl.yaml_files.plain import YamlFile
from docctl.yaml_files.yaml_file import MAX_BYTES, read_yaml


def written(folder: Path, text: str) -> Path:
    path = folder / "RULE.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as error:
        read_yaml(written(folder, text))
    return str(error.value).removeprefix(str(folder) + "/")


def test_reads_plain_values_and_their_lines(tmp_path: Path) -> None:
    file = read_yaml(
        written(tmp_path, "code: TTL001\nparams:\n  size: 12.5\n  roles: [a, b]\n  on: yes\n  no: null\n")
    )
    assert file.data == {
        "code": "TTL001",
        "params": {"size": 12.5, "roles": ["a", "b"], "on": True, "no": None},
    }
    assert file.line(("params", "size")) == 3
    assert file.line(("params", "roles", 1)) == 4


def test_a_date_stays_text(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, "day: 2026-02-27")).data == {"day": "2026-02-27"}


def test_the_nearest_key_above_gives_the_line() -> None:
    file = YamlFile(Path("x.yaml"), {}, {("params",): 4})
    assert file.line(("params", "missing", 3)) == 4
    assert file.line(("other",)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", "RULE.yaml:2: A key stands here twice, or is no plain word."),
        ("a: &x 1\nb: *x\n", "RULE.yaml:1: Anchors"),
        ("a: [1\nb: 2\n", "RULE.yaml:2: Not valid YAML: "),
        ("- a\n- b\n", "RULE.yaml:1: Expected “key: value” lines at the top level."),
        ("", "RULE.yaml:1: Expected “key: value” lines at the top level."),
        ("a: !!int x\n", "RULE.yaml:1: Expected a number; put text in quotes."),
        ("a: " + "[" * 3000, "RULE.yaml"),
        ("a:\n  " + "[" * 60_000 + "]" * 60_000, "RULE.yaml:2: Lists and mappings stand too deep"),
        ("a: '" + "x" * MAX_BYTES + "'", "RULE.yaml: The file is larger than 1 MiB; split it."),
    ],
    ids=["twice", "alias", "syntax", "list", "empty", "number", "unclosed", "deep", "large"],
)
def test_a_mistake_names_file_and_line(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, text).startswith(expected)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "RULE.yaml"
    path.write_bytes("code: Ереже".encode("cp1251"))
    with pytest.raises(ConfigurationError, match="Not UTF-8 text"):
        read_yaml(path)


def test_a_missing_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Cannot be read"):
        read_yaml(tmp_path / "absent.yaml")
