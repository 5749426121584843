"""`docctl templates`: listed, shown, tested and built."""

from pathlib import Path

import pytest

from tests.cli.running import docctl

ROOT = Path(__file__).parents[2]


def test_six_are_shipped(tmp_path: Path) -> None:
    done = docctl("templates", "list", home=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.count("regulation") >= 3
    assert done.out.count("job_description") >= 3


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_one_is_shown(language: str, tmp_path: Path) -> None:
    done = docctl("templates", "show", "regulation", language, home=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "organisation" in done.out
    assert "TTL" in done.out or "SEC" in done.out


def test_those_we_ship_pass_their_own_test(tmp_path: Path) -> None:
    done = docctl("templates", "test", home=tmp_path)
    assert (done.code, done.err) == (0, ""), done.out


def test_a_source_gives_the_template(tmp_path: Path) -> None:
    folder = ROOT / "templates" / "job_description" / "kk"
    done = docctl("templates", "build", folder, "-o", "built.docx", home=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "built.docx").read_bytes() == (folder / "template.docx").read_bytes()


def test_a_broken_source_is_told_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "regulation" / "en"
    folder.mkdir(parents=True)
    text = (ROOT / "templates" / "regulation" / "en" / "source.yaml").read_text(encoding="utf-8")
    (folder / "source.yaml").write_text(f"colour: red\n{text}", encoding="utf-8")
    done = docctl("templates", "build", folder, "-o", "built.docx", home=tmp_path)
    assert done.code == 2
    assert "source.yaml:1" in done.err
    assert not (tmp_path / "built.docx").exists()
