"""The six templates that docctl ships: fresh, and passed by the check as drafts and once filled in."""

import subprocess
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from docctl.app.examine import Examination, examine
from docctl.domain.finding import Stage
from docctl.domain.office import Office
from docctl.domain.words import Language
from docctl.templating.building import build
from docctl.templating.fields import Fields
from docctl.templating.source import Source, read_source, sources
from tests.content import rulebook
from tests.docx.conftest import require_soffice
from tests.templating.filled import TEMPLATES, answers, completed, drafted
from tests.templating.fillings import FILLINGS, KINDS, LANGUAGES, blank, whole

Filling = Callable[[str, str, str], Fields]
SIX = [(kind, language) for kind in KINDS for language in LANGUAGES]


def template(kind: str, language: str) -> Path:
    """A shipped template."""
    return TEMPLATES / kind / language / "template.docx"


def found(data: bytes, folder: Path, stage: Stage) -> list[str]:
    """All that the check says against a file, notes among it."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    examination = Examination(
        rulebook=rulebook(), office=Office(), language=Language.EN, stage=stage, as_of=date(2026, 3, 1)
    )
    examined = examine(path, examination)
    assert examined.fault is None, examined.fault
    return [f"{finding.rule} {finding.message}" for finding in examined.report.findings]


def test_there_are_six() -> None:
    assert [path.parts[-3:-1] for path in sources(TEMPLATES)] == sorted(SIX)


@pytest.mark.parametrize(("kind", "language"), SIX)
def test_the_committed_file_is_what_its_source_builds(kind: str, language: str) -> None:
    path = template(kind, language)
    fresh = build(read_source(path.with_name("source.yaml"), [TEMPLATES])) == path.read_bytes()
    assert fresh, "stale: python -m docctl.templating.building templates"


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize(("kind", "language"), SIX)
def test_what_people_have_filled_in_is_ready_for_approval(
    kind: str, language: str, filling: str, tmp_path: Path
) -> None:
    draft = drafted(template(kind, language), whole(kind, language, filling))
    assert found(completed(draft, kind, language), tmp_path, Stage.APPROVAL) == []


@pytest.mark.parametrize("fields", [blank, whole])
@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize(("kind", "language"), SIX)
def test_a_new_draft_passes_as_a_draft(
    kind: str, language: str, filling: str, fields: Filling, tmp_path: Path
) -> None:
    draft = drafted(template(kind, language), fields(kind, language, filling))
    assert found(draft, tmp_path, Stage.DRAFT) == []


@pytest.mark.parametrize(("kind", "language"), SIX)
def test_blanks_that_stay_are_found_when_it_is_handed_in(kind: str, language: str, tmp_path: Path) -> None:
    draft = drafted(template(kind, language), whole(kind, language))
    blanks = [finding for finding in found(draft, tmp_path, Stage.SUBMISSION) if "TXT004" in finding]
    assert len(blanks) == len(answers(kind, language))


def test_the_contents_name_the_pages_of_libreoffices_layout(tmp_path: Path) -> None:
    for kind, language in SIX:
        draft = drafted(template(kind, language), whole(kind, language))
        (tmp_path / f"{kind}-{language}.docx").write_bytes(draft)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [require_soffice(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120
    )
    for kind, language in SIX:
        source = read_source(template(kind, language).with_name("source.yaml"), [TEMPLATES])
        texts = page_texts(tmp_path / f"{kind}-{language}.pdf")
        assert headings_at(texts, source) == source.template.pages, (kind, language)
        assert len(texts) == source.template.pages[-1]


def page_texts(file: Path) -> list[list[str]]:
    """The lines of each page of a PDF."""
    document = pypdfium2.PdfDocument(file)
    pages = (document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    return [[" ".join(line.split()) for line in text.splitlines()] for text in pages]


def headings_at(texts: Sequence[Sequence[str]], source: Source) -> tuple[int, ...]:
    """The pages on which the numbered headings stand; the first that has one is the contents."""
    sheets = source.words.acquaintance_sheet.heading, source.words.change_sheet.heading
    headings = (*(section.heading for section in source.template.sections), *sheets)
    return tuple(
        next(page for page, lines in enumerate(texts, 1) if f"{number} {heading}" in lines)
        for number, heading in enumerate(headings, 1)
    )
