"""A new workspace works at once, in the language of the call, and never over somebody's files."""

from pathlib import Path

import pytest

from docctl.app.settings import Settings, read_settings
from docctl.domain.words import Wordings
from tests.cli.office import OFFICE, Office, called, draft
from tests.cli.running import Outcome


def init(folder: Path, *more: str, language: str = "en") -> Outcome:
    return called("--lang", language, "--as", OFFICE, "init", str(folder), *more, home=folder.parent)


def test_it_works_at_once(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    assert office.call("status").code == 0
    assert office.call("list").out == "No such document.\n"
    assert office.call("check", office.file(draft())).code == 0
    for name in (".gitattributes", ".gitignore", "registry", "docs_store", "rules", "templates"):
        assert (office.root / name).exists()
    assert (office.root / ".gitattributes").read_text("utf-8").splitlines()[:2] == [
        "* -text",
        "*.docx binary",
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Кім бекітеді"), ("ru", "Кто утверждает"), ("en", "Who approves")]
)
def test_settings_are_commented_in_the_language(tmp_path: Path, language: str, words: str) -> None:
    assert init(tmp_path / "new", language=language).code == 0
    settings = tmp_path / "new" / "docctl.toml"
    assert words in settings.read_text("utf-8")
    assert read_settings(settings) == Settings()


def test_the_organisation_of_a_file(tmp_path: Path) -> None:
    said = tmp_path / "organisation.toml"
    said.write_text(
        '[organisation]\nkk = ["«Сарыарқа \\"У\\"» КеАҚ", "СУ"]\nen = "Saryarqa $University"\n'
        "[numbers]\npattern = '\\d+(/\\d+)?'\n[review]\nyears = 5\n[roles]\nrequired = ['lawyer']\n",
        "utf-8",
    )
    assert init(tmp_path / "new", "--organisation", str(said)).code == 0
    settings = read_settings(tmp_path / "new" / "docctl.toml")
    assert settings == read_settings(said)
    assert settings.office.organisation == Wordings(
        kk=('«Сарыарқа "У"» КеАҚ', "СУ"), en=("Saryarqa $University",)
    )


@pytest.mark.parametrize("text", ["[organisation]\nfr = 'x'\n", "[later]\n", "[organisation\n"])
def test_a_wrong_file_makes_nothing(tmp_path: Path, text: str) -> None:
    said = tmp_path / "organisation.toml"
    said.write_text(text, "utf-8")
    done = init(tmp_path / "new", "--organisation", str(said))
    assert done.code == 2
    assert "organisation.toml" in done.err
    assert not (tmp_path / "new").exists()


def test_a_used_folder_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "used"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    assert init(folder).code == 2
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    assert init(folder / "letter.txt").code == 2


def test_a_workspace_is_not_made_twice(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    before = office.head
    done = init(office.root)
    assert done.code == 2
    assert "workspace already" in done.err
    assert office.head == before


def test_an_empty_folder_a_new_path_and_a_dry_run(tmp_path: Path) -> None:
    assert init(tmp_path / "a" / "b", "--dry-run").code == 0
    assert not (tmp_path / "a").exists()
    assert init(tmp_path / "a" / "b").code == 0
    (tmp_path / "empty").mkdir()
    assert init(tmp_path / "empty").code == 0


def test_what_an_interrupted_init_left_is_taken_up(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    (office.root / ".git" / "refs" / "heads" / "main").unlink()
    assert office.head == ""
    assert init(office.root).code == 0
    assert office.call("status").code == 0


def test_a_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert init(Path("new")).code == 0
    assert called("--lang", "en", "--root", "new", "status", home=tmp_path).code == 0
