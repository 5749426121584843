"""The workspace is found by option, variable or place; its settings are read strictly."""

from pathlib import Path

import pytest

from docctl.app.settings import Settings, read_office, read_settings
from docctl.app.workspace import find_workspace, shipped_content
from docctl.domain.office import Office
from docctl.domain.words import Wordings
from docctl.errors import ConfigurationError, UsageError


def workspace_at(folder: Path, settings: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "docctl.toml").write_text(settings, encoding="utf-8")
    return folder


class TestFinding:
    def test_the_option_comes_first(self, tmp_path: Path) -> None:
        named, other = workspace_at(tmp_path / "a"), workspace_at(tmp_path / "b")
        assert find_workspace(str(named), {"DOCCTL_ROOT": str(other)}, other).root == named

    def test_then_the_variable(self, tmp_path: Path) -> None:
        named, other = workspace_at(tmp_path / "a"), workspace_at(tmp_path / "b")
        assert find_workspace(None, {"DOCCTL_ROOT": str(named)}, other).root == named

    def test_then_the_nearest_above(self, tmp_path: Path) -> None:
        outer, inner = workspace_at(tmp_path), workspace_at(tmp_path / "inner")
        deep = inner / "x" / "y"
        deep.mkdir(parents=True)
        assert find_workspace(None, {}, deep).root == inner
        assert find_workspace(None, {}, tmp_path / "x").root == outer

    def test_else_there_is_none(self, tmp_path: Path) -> None:
        workspace = find_workspace(None, {"DOCCTL_ROOT": ""}, tmp_path)
        assert workspace.root is None
        assert workspace.office() == Office()

    @pytest.mark.parametrize("by", ["option", "variable"])
    def test_a_named_folder_must_be_one(self, tmp_path: Path, by: str) -> None:
        root, environ = (str(tmp_path), {}) if by == "option" else (None, {"DOCCTL_ROOT": str(tmp_path)})
        with pytest.raises(UsageError, match=r"no docctl\.toml"):
            find_workspace(root, environ, tmp_path)


def test_shipped_content_has_rules() -> None:
    assert (shipped_content() / "rules" / "forms").is_dir()


class TestSettings:
    def test_texts_and_lists_in_some_languages(self, tmp_path: Path) -> None:
        root = workspace_at(
            tmp_path,
            '[organisation]\nkk = "«Сарыарқа университеті» КеАҚ"\n'
            'ru = ["НАО «Университет Сарыарка»", "НАО «УС»"]\n'
            '[approver]\nkk = "Басқарма төрағасы-ректор"\n[city]\nen = "Karkaraly"\n'
            "[signing]\nrequired = true\n",
        )
        assert read_office(root / "docctl.toml") == Office(
            organisation=Wordings(
                kk=("«Сарыарқа университеті» КеАҚ",), ru=("НАО «Университет Сарыарка»", "НАО «УС»")
            ),
            approvers=Wordings(kk=("Басқарма төрағасы-ректор",)),
            cities=Wordings(en=("Karkaraly",)),
        )

    def test_empty_settings_say_nothing(self, tmp_path: Path) -> None:
        assert read_office(workspace_at(tmp_path) / "docctl.toml") == Office()

    @pytest.mark.parametrize(
        ("settings", "told"),
        [
            ("organisation = 1", r"\[organisation\] must be a table"),
            ("[organisation]\nde = 'x'", "“organisation.de” is not known here"),
            ("[later]\nx = 1", "“later” is not known here"),
            ("[numbers]\nmask = 'x'", "“numbers.mask” is not known here; expected one of: pattern"),
            ("[numbers]\npattern = '('", "“numbers.pattern” must be a regular expression"),
            ("[numbers]\npattern = 5", "“numbers.pattern” must be a regular expression"),
            ("[review]\nyears = 0", "“review.years” must be a whole number from 1 to 50"),
            ("[review]\nyears = true", "“review.years” must be a whole number"),
            ("[review]\nyears = '3'", "“review.years” must be a whole number"),
            ("[roles]\nrequired = ['rector']", "“roles.required” must be a list"),
            ("review = 3", r"\[review\] must be a table"),
            ("[organisation]\nkk = 5", "“organisation.kk” must be a text"),
            ("[approver]\nru = ['a', '']", "“approver.ru” must be a text"),
            ("[city\n", "Not valid TOML"),
        ],
    )
    def test_a_mistake_names_file_and_key(self, tmp_path: Path, settings: str, told: str) -> None:
        path = workspace_at(tmp_path, settings) / "docctl.toml"
        with pytest.raises(ConfigurationError, match=told) as error:
            read_office(path)
        assert error.value.at == str(path)

    def test_what_the_registry_is_told(self, tmp_path: Path) -> None:
        text = (
            "[roles]\nrequired = ['lawyer', 'developed']\n[numbers]\npattern = '\\d+'\n[review]\nyears = 5\n"
        )
        settings = read_settings(workspace_at(tmp_path, text) / "docctl.toml")
        assert settings == Settings(sign_offs=("developed", "lawyer"), numbers=r"\d+", review_years=5)

    def test_settings_in_another_encoding(self, tmp_path: Path) -> None:
        (tmp_path / "docctl.toml").write_bytes('[city]\nru = "Алматы"'.encode("cp1251"))
        with pytest.raises(ConfigurationError, match="TOML"):
            read_office(tmp_path / "docctl.toml")
