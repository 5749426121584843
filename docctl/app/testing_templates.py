"""The use case `templates test`: every template filled in with samples, the results checked as drafts."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from docctl.app.examine import Examination, look_at
from docctl.app.new import Wanted, made_from
from docctl.app.templates import TemplateFile, open_template
from docctl.app.workspace import Workspace
from docctl.domain.finding import DocumentReport, Stage
from docctl.domain.words import Language, Words
from docctl.errors import DocctlError


class Sample(Struct, frozen=True):
    """Fields as an office may have them."""

    name: str
    unit: Words
    said: tuple[str, ...] = ()


SAMPLES = (
    Sample("short", Words("Мұрағат", "Архив", "Archive")),
    Sample(
        "long",
        Words(
            "Халықаралық ынтымақтастық, академиялық ұтқырлық және шетелдік студенттермен жұмыс бөлімі",
            "Отдел международного сотрудничества, академической мобильности и работы с иностранцами",
            "Department of International Cooperation, Academic Mobility and Work with International Students",
        ),
        (
            "developed=М.Қ. Оралбаева, Бас маман",
            "agreed=И.П. Сосновский, Проректор",
            "agreed=Ә.Ғ. Нұрғожаұлы, Проректор",
            "lawyer=Қ.А. Мұхтаров, Юрист",
        ),
    ),
    Sample(
        "quotes",
        Words("«Білім & Ғылым» орталығы", "Центр «Знание & Наука»", "“Science & Learning” Centre"),
        ("approver.name=О'Нил Дж.", "position=Бас маман <2>"),
    ),
)


class Tested(Struct, frozen=True):
    """What became of a template with a sample."""

    file: TemplateFile
    sample: str
    """Empty where the template could not be opened."""
    report: DocumentReport | None = None
    error: DocctlError | None = None
    """Why there is no draft to check."""


def test_templates(
    workspace: Workspace, files: Sequence[TemplateFile], language: Language, today: date
) -> tuple[Tested, ...]:
    """Each template with each sample; `language` is that of messages. Raises ConfigurationError for rules."""
    examination = Examination(
        rulebook=workspace.rulebook(),
        office=workspace.office(),
        language=language,
        stage=Stage.DRAFT,
        as_of=today,
        registry=workspace.facts(),
    )
    return tuple(tested for file in files for tested in _tested(workspace, file, examination))


def _tested(workspace: Workspace, file: TemplateFile, examination: Examination) -> Iterator[Tested]:
    try:
        opened = open_template(file)
    except DocctlError as error:
        yield Tested(file, "", error=error)
        return
    for sample in SAMPLES:
        path = Path(f"{file.kind}-{file.language.value}-{sample.name}.docx")
        wanted = Wanted(
            kind=file.kind,
            unit=sample.unit.in_language(file.language),
            language=file.language,
            file=path,
            said=sample.said,
            today=examination.as_of,
        )
        try:
            made = made_from(opened, workspace, examination.rulebook, wanted)
        except DocctlError as error:
            yield Tested(file, sample.name, error=error)
            continue
        yield Tested(file, sample.name, look_at(path, made.data, examination).report)
