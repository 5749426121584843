"""A PDF made of a Word draft gets the findings of the Word draft, but for what one of them cannot say."""

from pathlib import Path

import pytest

from docctl.app.examine import Examination, examine
from docctl.checking.cases import DAY
from docctl.checking.sketch import read_sketch
from docctl.domain.finding import DocumentReport, Severity
from docctl.domain.words import Language
from tests.content import rulebook, samples
from tests.kit.building import build, lay_out
from tests.kit.mutations import MUTATIONS
from tests.kit.way import Way
from tests.pdf.office import as_pdf

WAY = Way()
LAID_OUT = ("TOC006", "HDR006", "PAGE006")
"""Rules that a layout decides: the samples list the pages of another one."""
RULES = ("TTL003", "HDR002", "HDR004", "SIG004", "TOC002", "SEC001", "NUM001", "ABR001", "ACQ001", "CHG001")


def broken() -> dict[str, str]:
    """A defective sample for each of the rules."""
    found: dict[str, str] = {}
    for mutation in MUTATIONS:
        for name, text in samples().items():
            if mutation.rule in RULES and mutation.rule not in found and mutation.change(text) != text:
                found[mutation.rule] = mutation.change(text)
                assert name
    return found


@pytest.fixture(scope="module")
def sketches() -> dict[str, str]:
    return {**samples(), **broken()}


@pytest.fixture(scope="module")
def twins(sketches: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = {name: lay_out(read_sketch(text), WAY).data() for name, text in sketches.items()}
    return as_pdf(files, tmp_path_factory.mktemp("twins"))


def report(data: bytes, path: Path) -> DocumentReport:
    path.write_bytes(data)
    examination = Examination(rulebook=rulebook(), language=Language.EN, as_of=DAY)
    return examine(path, examination).report


def grave(of: DocumentReport, *others: DocumentReport) -> set[str]:
    """Rules with an error or a warning, but for those that some of the reports cannot verify."""
    unsaid = {missing.rule for one in (of, *others) for missing in one.not_verifiable}
    found = {finding.rule for finding in of.findings if finding.severity is not Severity.INFO}
    return found - unsaid - set(LAID_OUT)


@pytest.mark.parametrize("name", [*samples(), *RULES])
def test_both_get_the_same_findings(
    name: str, sketches: dict[str, str], twins: dict[str, bytes], tmp_path: Path
) -> None:
    word = report(build(sketches[name], WAY), tmp_path / "draft.docx")
    twin = report(twins[name], tmp_path / "draft.pdf")
    assert grave(twin, word) == grave(word, twin) == ({name} if name in RULES else set())
    assert (twin.kind, twin.language, twin.number, twin.edition) == (
        word.kind,
        word.language,
        word.number,
        word.edition,
    )
