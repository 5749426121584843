"""An installed wheel, in a clean venv outside the tree, carries all it needs and runs the check."""

import json
import shutil
import subprocess
import sys
import venv
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.content import ROOT, samples
from tests.kit.building import build
from tests.kit.way import WORD_DEFAULT

SOURCES = (
    "docctl",
    "registry",
    "templates",
    "rules",
    "docs_store",
    "setup.cfg",
    "pyproject.toml",
    "README.md",
)
"""Copied before they are built: a build leaves files beside its sources, and tests run side by side."""


def run(*command: str | Path, folder: Path, expected: int = 0) -> str:
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == expected, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a clean venv's programs, docctl's wheel installed in it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        source.mkdir(exist_ok=True)
        copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, source, folder=folder)
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / "bin"
    run(programs / "pip", "install", "--quiet", *folder.glob("*.whl"), folder=folder)
    return programs


def test_the_wheel_checks_a_draft_with_the_rules_it_carries(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(build(samples()["regulation-kk"], WORD_DEFAULT))
    output = run(installed / "docctl", "check", "draft.docx", "--format", "json", folder=tmp_path)
    document = json.loads(output)["documents"][0]
    assert (document["kind"], document["language"]) == ("regulation", "kk")
    assert document["summary"]["error"] == 0


def test_the_wheel_carries_every_rule_form_and_language(installed: Path, tmp_path: Path) -> None:
    listed = {}
    for language in ("kk", "ru", "en"):
        listed[language] = run(installed / "docctl", "--lang", language, "rules", "list", folder=tmp_path)
    for rule in (ROOT / "rules").glob("*/*[0-9].yaml"):
        assert all(rule.stem in text for text in listed.values())
    assert len(set(listed.values())) == 3


def test_the_wheel_carries_the_four_content_folders(installed: Path, tmp_path: Path) -> None:
    ask = "import docctl, pathlib; print(pathlib.Path(docctl.__file__).parent / 'starter')"
    starter = Path(run(installed / "python", "-c", ask, folder=tmp_path).strip())
    for folder in ("registry", "templates", "rules", "docs_store"):
        shipped = {file.relative_to(ROOT / folder) for file in (ROOT / folder).rglob("*") if file.is_file()}
        assert shipped == {
            file.relative_to(starter / folder) for file in (starter / folder).rglob("*") if file.is_file()
        }


def test_setup_lists_every_package() -> None:
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = {name for name in setup["options"]["packages"].split() if not name.startswith("docctl.starter")}
    there = {
        str(file.parent.relative_to(ROOT)).replace("/", ".")
        for file in (ROOT / "docctl").rglob("__init__.py")
    }
    assert listed == there
