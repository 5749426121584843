"""LibreOffice as an oracle: it exports the words that docctl reads."""

import re
from pathlib import Path

import pytest

from docctl.docx.reading import read_docx
from tests.docx.conftest import office_text
from tests.docx.drafts import char, field, instr, p, r, sdt, tbl, tc, tr, word_file
from tests.docx.parts import family, level, list_of, numbered

REAL = Path(__file__).parents[3] / "shared" / "real"


def test_libreoffice_reads_the_same_words(tmp_path: Path) -> None:
    numbering = family(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "russianLower")) + list_of(
        1, 0
    )
    one, two, three = (numbered(1, number) for number in range(3))
    title = tr(tc("Лауазымы", "<w:gridSpan w:val='2'/>"))
    bodies = {
        "clauses": p("Жалпы", one)
        + p("бірінші", two)
        + p("екінші", two)
        + p("а", three)
        + p("Құқықтары", one),
        "tables": tbl(
            title,
            tr(tc("а", "<w:vMerge w:val='restart'/>"), tc("б")),
            tr(tc("", "<w:vMerge/>"), tc(p("в", one))),
        ),
        "fields": p(
            r("бет ") + field(" IF 1 = 1 ", r("жеті")) + f"<w:hyperlink>{r(' сілтеме')}</w:hyperlink>"
        ),
        "contents": p(char("begin") + instr("TOC") + char("separate") + r("1 Жалпы"))
        + p(r("2 Құқық") + char("end")),
        "wrappers": sdt(p(sdt(r("бір")) + f"<w:smartTag>{r(' екі')}</w:smartTag>"))
        + p(r("үш") + r(" төрт", "<w:b/>")),
        "changes": p(r("қалған ") + f"<w:ins>{r('жаңа')}</w:ins>"),
    }
    files = {}
    for name, body in bodies.items():
        files[name] = tmp_path / f"{name}.docx"
        files[name].write_bytes(word_file(body, numbering=numbering))
    office = office_text(list(files.values()), tmp_path)
    for file in files.values():
        draft = read_docx(file.read_bytes(), file.name)
        printed = " ".join(x.printed for x in draft.paragraphs())
        assert printed.split() == office[file].split(), file.name


@pytest.mark.skipif(not REAL.exists(), reason="the real files lie beside the checkout only here")
def test_libreoffice_reads_the_same_words_in_real_drafts(tmp_path: Path) -> None:
    files = sorted((REAL / "drafts").glob("public__docs__*.docx"))
    office = office_text(files, tmp_path)
    assert len(office) == len(files)
    for file in files:
        printed = "\n".join(x.printed for x in read_docx(file.read_bytes(), file.name).paragraphs())
        assert bare(printed) == bare(office[file]), file.name


def bare(text: str) -> list[str]:
    """Words without bullets, which each program draws in its own way, and without invisible signs."""
    return re.sub(r"[•▪\uf020\uf0a7\xad\ufeff\u200b]", " ", text).split()
