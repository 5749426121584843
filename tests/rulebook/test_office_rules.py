"""An office's own rules: data over the shipped content, mistakes told with file and line."""

from pathlib import Path

import pytest

from docctl.checking.rule import Rule, Rulebook
from docctl.domain.finding import Severity
from docctl.errors import ConfigurationError
from docctl.rulebook.loading import load_rulebook
from tests.content import RULES

NEW_RULE = """\
code: OFF001
name: {kk: Логотип, ru: Логотип, en: Logo}
check: header_logo
severity: warning
message: {kk: Логотип жоқ, ru: Нет логотипа, en: No logo}
hint: {kk: Қойыңыз, ru: Поставьте, en: Put one in}
why: {kk: Тәртіп солай, ru: Таков порядок, en: It is our rule}
example: {right: а, wrong: б}
source: {act: Order 12}
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def book(folder: Path, **files: str) -> Rulebook:
    """The rulebook of a workspace whose ``rules/`` holds these files."""
    rules = folder / "rules"
    for name, text in files.items():
        path = rules / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_rulebook(RULES, rules)


def rule(rulebook: Rulebook, code: str) -> Rule:
    found = rulebook.rule(code)
    assert found is not None
    return found


def refusal(folder: Path, **files: str) -> str:
    with pytest.raises(ConfigurationError) as error:
        book(folder, **files)
    return str(error.value).removeprefix(f"{folder}/rules/")


def test_severity_numbers_and_wording_change_and_the_rest_stays(tmp_path: Path) -> None:
    shipped = rule(load_rulebook(RULES), "FMT002")
    text = "code: FMT002\nseverity: warning\nparams: {body: [13, 14]}\nmessage: {en: '{size} is small'}\n"
    changed = rule(book(tmp_path, FMT002=text), "FMT002")
    assert changed.severity is Severity.WARNING
    assert (changed.params.body, changed.params.table) == ((13.0, 14.0), (8.0, 14.0))  # type: ignore[attr-defined]
    assert (changed.message.en, changed.message.kk) == ("{size} is small", shipped.message.kk)


def test_a_rule_is_switched_off(tmp_path: Path) -> None:
    assert book(tmp_path, TOC007="code: TOC007\nenabled: false\n").rule("TOC007") is None


def test_a_rule_of_its_own(tmp_path: Path) -> None:
    assert rule(book(tmp_path, own__OFF001=NEW_RULE), "OFF001").severity is Severity.WARNING


def test_a_section_of_its_own_in_a_known_form(tmp_path: Path) -> None:
    risks = "{role: risks, headings: {kk: [Тәуекелдер], ru: [Риски], en: [Risks]}}"
    text = f"kind: regulation\nsections:\n  - {risks}\n"
    (form,) = (form for form in book(tmp_path, forms__regulation=text).forms if form.kind == "regulation")
    assert form.sections[-1].role == "risks"
    assert form.sections[0].role == "general_provisions"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "code: FMT002\nparams:\n  bodi: [13, 14]\n",
            "R.yaml:3: “bodi” is not known here; expected one of: body,",
        ),
        ("code: FMT002\nparams: {body: big}\n", "R.yaml:2: “params.body”: expected array, found str."),
        ("code: FMT002\nseverity: fatal\n", "R.yaml:2: “severity” does not accept the value 'fatal'."),
        ("code: FMT002\nchek: x\n", "R.yaml:2: “chek” is not known here"),
        ("code: FMT002\ncheck: fonts\n", "R.yaml:2: There is no check “fonts”; expected one of: "),
        ("code: FMT002\nmessage: {en: '{colour}'}\n", "R.yaml:2: The check gives no value “colour”"),
        ("code: FMT002\nmessage: {en: '{size'}\n", "R.yaml:2: The braces are broken"),
        ("code: FMT002\nmessage: {en: '{size.real}'}\n", "R.yaml:2: The braces are broken"),
        ("severity: error\n", "R.yaml:1: “code” is missing."),
        ("code: fmt2\n", "R.yaml:1: “fmt2” is no code"),
        ("code: FMT999\n", "R.yaml:1: “name” is missing."),
        (NEW_RULE.replace("OFF001", "off-1"), "R.yaml:1: “off-1” is no code"),
    ],
)
def test_a_mistake_names_file_line_and_what_was_expected(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, R=text).startswith(expected)


def test_a_rule_in_two_files_of_one_folder(tmp_path: Path) -> None:
    said = refusal(tmp_path, A="code: FMT002\n", B="code: FMT002\n")
    assert said == f"B.yaml:1: “FMT002” stands in {tmp_path}/rules/A.yaml already; keep one of the two."


def test_a_changed_byte_is_seen_by_the_next_run(tmp_path: Path) -> None:
    assert rule(book(tmp_path, R="code: FMT002\nseverity: info\n"), "FMT002").severity is Severity.INFO
    assert rule(book(tmp_path, R="code: FMT002\nseverity: error\n"), "FMT002").severity is Severity.ERROR


def test_a_damaged_cache_costs_time_only(tmp_path: Path) -> None:
    whole = book(tmp_path)
    for cut in (0, 1, 1000):
        for file in (tmp_path / "cache" / "docctl").glob("*.json"):
            file.write_bytes(file.read_bytes()[:cut])
        assert book(tmp_path) == whole


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert book(tmp_path) == load_rulebook(RULES)
