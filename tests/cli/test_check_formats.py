"""`docctl check --format html|sarif|junit` and `--annotate` as people call them."""

import json
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from tests.cli.running import docctl
from tests.cli.test_check import AS_OF, loaded
from tests.content import samples
from tests.kit.building import build
from tests.kit.way import Way


@pytest.fixture
def home(tmp_path: Path) -> Path:
    right = samples()["regulation-en"]
    (tmp_path / "a").mkdir()
    (tmp_path / "right.docx").write_bytes(build(right, Way()))
    (tmp_path / "wrong.docx").write_bytes(build(right[: len(right) // 2], Way()))
    (tmp_path / "a" / "wrong.docx").write_bytes(build(right[: len(right) // 3], Way()))
    return tmp_path


@pytest.mark.parametrize("output", ["html", "sarif", "junit"])
def test_every_format_is_whole_and_the_same_again(home: Path, output: str) -> None:
    runs = [
        docctl("check", *AS_OF, "--format", output, "--jobs", jobs, ".", home=home, PYTHONHASHSEED=seed)
        for jobs, seed in (("1", "1"), ("2", "2"))
    ]
    assert runs[0] == runs[1]
    assert (runs[0].code, runs[0].err) == (1, "")
    if output == "html":
        root = lxml_html.document_fromstring(runs[0].out)
        assert len(list(root.iter("article"))) == 3
        assert next(root.iter("mark"), None) is not None
    elif output == "sarif":
        assert len(json.loads(runs[0].out)["runs"][0]["artifacts"]) == 3
    else:
        assert len(etree.fromstring(runs[0].out.encode())) == 3


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_speaks_the_language_of_the_call(home: Path, language: str) -> None:
    done = docctl("--lang", language, "check", *AS_OF, "--format", "html", "wrong.docx", home=home)
    assert lxml_html.document_fromstring(done.out).get("lang") == language


def test_annotated_copies(home: Path) -> None:
    plain = docctl("check", *AS_OF, ".", home=home)
    done = docctl("check", *AS_OF, "--annotate", "out/new", ".", home=home)
    assert (done.code, done.out) == (plain.code, plain.out)
    copies = ["right.reviewed.docx", "wrong.2.reviewed.docx", "wrong.reviewed.docx"]
    assert sorted(path.name for path in (home / "out" / "new").iterdir()) == copies
    assert "wrong.docx" in done.err
    assert "out/new/wrong.2.reviewed.docx" in done.err
    before = {path.name: path.read_bytes() for path in (home / "out" / "new").iterdir()}
    again = docctl("check", *AS_OF, "--annotate", "out/new", ".", home=home)
    assert again == done
    assert {path.name: path.read_bytes() for path in (home / "out" / "new").iterdir()} == before


def test_a_draft_that_gets_no_copy(home: Path) -> None:
    (home / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    done = docctl("check", "--annotate", "out", "old.doc", home=home)
    assert done.code == 1
    assert "old.doc: no annotated copy" in done.err
    assert not (home / "out").exists()


def test_a_file_instead_of_the_folder(home: Path) -> None:
    done = docctl("check", "--annotate", "right.docx", "wrong.docx", home=home)
    assert (done.code, done.out) == (2, "")
    assert "need a folder" in done.err


def test_a_folder_that_cannot_be_made(home: Path) -> None:
    (home / "file").write_bytes(b"")
    done = docctl("check", *AS_OF, "--annotate", "file/out", "right.docx", home=home)
    assert done.code == 4
    assert "cannot be written" in done.err
    assert "It can be submitted." in done.out


def test_the_plain_check_loads_nothing_of_it(home: Path) -> None:
    assert (
        loaded("check", "right.docx", home=home)
        & {
            "docctl.app.annotate",
            "docctl.reporting.html",
            "docctl.reporting.sarif",
            "docctl.docx.annotating",
        }
        == set()
    )
