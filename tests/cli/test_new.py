"""`docctl new`: a draft that passes the check from the start, whatever the kind and the language."""

from pathlib import Path

import pytest

from tests.cli.office import NUMBER, Office, draft
from tests.cli.running import Outcome, docctl

UNITS = {"kk": "Цифрлық даму бөлімі", "ru": "Отдел цифрового развития", "en": "Research Library"}
ALL = [(kind, language) for kind in ("regulation", "job_description") for language in UNITS]


def new(home: Path, kind: str, language: str, *more: object, to: str = "new.docx") -> Outcome:
    arguments = ("new", kind, "--unit", UNITS[language], "--language", language, "-o", to, *more)
    return docctl(*map(str, arguments), home=home)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_it_passes_the_check_and_is_the_same_again(kind: str, language: str, tmp_path: Path) -> None:
    assert new(tmp_path, kind, language).code == 0
    assert new(tmp_path, kind, language, to="again.docx").code == 0
    assert (tmp_path / "new.docx").read_bytes() == (tmp_path / "again.docx").read_bytes()
    done = docctl("check", "--stage", "draft", "--fail-on", "info", "new.docx", home=tmp_path)
    assert done.code == 0, done.out
    assert docctl("check", "--stage", "approval", "new.docx", home=tmp_path).code == 1


def test_what_is_said_stands_in_it(tmp_path: Path) -> None:
    done = new(
        tmp_path, "regulation", "en", "--set", "number=158", "--set", "city=Astana", "--set", "edition=2"
    )
    assert (done.code, done.err) == (0, "")
    assert "new.docx" in done.out
    checked = docctl("check", "--stage", "draft", "new.docx", home=tmp_path)
    assert "No. 158" in checked.out or "№ 158" in checked.out
    assert "edition 2" in checked.out


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "new.docx").write_text("mine")
    done = new(tmp_path, "regulation", "en")
    assert (done.code, done.out) == (2, "")
    assert "new.docx" in done.err
    assert (tmp_path / "new.docx").read_text() == "mine"


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    assert new(tmp_path, "regulation", "kk", "--dry-run").code == 0
    assert not (tmp_path / "new.docx").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("colour=red", "colour"),
        ("city", "FIELD=VALUE"),
        ("edition=second", "second"),
        ("city=" + "a" * 5000, "characters"),
    ],
)
def test_what_cannot_be_set_is_told(said: str, told: str, tmp_path: Path) -> None:
    done = new(tmp_path, "regulation", "en", "--set", said)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert not (tmp_path / "new.docx").exists()


def test_an_unknown_kind_names_those_there_are(tmp_path: Path) -> None:
    done = docctl("new", "poem", "--unit", "U", "--language", "en", "-o", "a.docx", home=tmp_path)
    assert done.code == 2
    assert "regulation" in done.err


def test_a_template_of_the_office_goes_before_ours(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    folder = office.root / "templates" / "regulation" / "en"
    folder.mkdir(parents=True)
    source = Path(__file__).parents[2] / "templates" / "regulation" / "ru"
    built = office.call("templates", "build", source, "-o", folder / "template.docx")
    assert built.code == 0, built.err
    listed = office.call("templates", "list")
    assert "workspace" in listed.out
    made = office.call("new", "regulation", "--unit", "U", "--language", "en", "-o", tmp_path / "a.docx")
    assert made.code == 0, made.err
    assert "Положение" in office.call("check", "--stage", "draft", tmp_path / "a.docx").out


def test_a_broken_template_is_told_with_its_place(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    folder = office.root / "templates" / "regulation" / "en"
    folder.mkdir(parents=True)
    (folder / "template.docx").write_bytes(b"no Word file")
    made = office.call("new", "regulation", "--unit", "U", "--language", "en", "-o", tmp_path / "a.docx")
    assert made.code == 2
    assert "template.docx" in made.err
    assert not (tmp_path / "a.docx").exists()


def test_the_next_edition_of_what_the_registry_has(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    file = office.file(draft(number=NUMBER), "old.docx")
    more = ("--number", NUMBER, "--edition", "1", "--unit", "Research Library", "--approved", "2020-03-01")
    assert office.call("register", file, *more).code == 0
    said = ("--unit", "Research Library", "--language", "en", "--set", f"number={NUMBER}")
    made = office.call("new", "job_description", *said, "-o", tmp_path / "next.docx")
    assert made.code == 0, made.err
    assert "edition 2" in office.call("check", "--stage", "draft", tmp_path / "next.docx").out


def test_guidance_is_taken_out_of_what_is_submitted(tmp_path: Path) -> None:
    office = Office(tmp_path).init()
    made = office.call("new", "regulation", "--unit", "U", "--language", "en", "-o", tmp_path / "a.docx")
    assert made.code == 0, made.err
    asked = (tmp_path / "a.docx", "--unit", "U", "--anyway", "only a trial")
    done = office.call("submit", *asked)
    assert done.code == 0, done.err
    assert "Paragraphs of guidance taken out" in done.out + done.err
    again = office.call("register", tmp_path / "a.docx", *("--number", "7", "--edition", "1", "--unit", "U"),
                        *("--approved", "2020-03-01"))  # fmt: skip
    assert again.code == 2
    assert "Guidance of the template" in again.err
