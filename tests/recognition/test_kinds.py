# ruff: noqa: E501  (a line of a sketch is a paragraph)
import pytest

from docctl.domain.words import Language
from tests.recognition.drafts import parts_of
from tests.recognition.test_sections import CLAUSE, TITLES

SECTIONS = "\n".join(
    f"{{bold}} {n} {title}\n{n}.1 {CLAUSE}" for n, title in enumerate(TITLES.values(), start=1)
)


def kind_of(sketch: str) -> str | None:
    form = parts_of(sketch).form
    return form.kind if form else None


@pytest.mark.parametrize(
    "lines",
    [
        "ЕРЕЖЕ",
        "Ереже",
        "Е Р Е Ж Е",
        "«ЕРЕЖЕ»",
        "ПОЛОЖЕНИЕ",
        "П О Л О Ж Е Н И Е",
        "REGULATION",
        "REGULATIONS",
        "САПА БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ",
        "САПА БӨЛІМІ|ТУРАЛЫ ЕРЕЖЕ",
        "САПА БӨЛІМІ ТУРАЛЫ|ЕРЕЖЕ",
        "Положение об отделе качества",
        "ПОЛОЖЕНИЕ|об отделе качества",
        "Regulation on the Quality Office",
        "Quality Office Regulation",
    ],
)
def test_regulations(lines: str) -> None:
    assert kind_of("\n".join(f"{{align=center}} {line}" for line in lines.split("|"))) == "regulation"


@pytest.mark.parametrize(
    "lines",
    [
        "ЛАУАЗЫМДЫҚ НҰСҚАУЛЫҚ",
        "ЛАУАЗЫМДЫҚ|НҰСҚАУЛЫҚ",
        "Л А У А З Ы М Д Ы Қ  Н Ұ С Қ А У Л Ы Қ",
        "Сапа бөлімі басшысының лауазымдық нұсқаулығы",
        "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ",
        "ДОЛЖНОСТНАЯ|ИНСТРУКЦИЯ",
        "Должностная инструкция начальника отдела",
        "JOB DESCRIPTION",
        "Job description of the head of the office",
        "Job Description: Head of the Office",
    ],
)
def test_job_descriptions(lines: str) -> None:
    assert kind_of("\n".join(f"{{align=center}} {line}" for line in lines.split("|"))) == "job_description"


@pytest.mark.parametrize(
    "sketch",
    [
        "{align=center} БҰЙРЫҚ\n{align=center} № 5\nЕрежені бекіту туралы\n1. Қоса берілген ереже бекітілсін.",
        "{align=center} ПРИКАЗ\nОб утверждении Положения об отделе\nПРИКАЗЫВАЮ:\n1. Утвердить Положение.\n{align=center} ПОЛОЖЕНИЕ",
        "{align=center} П Р А В И Л А\n{align=center} внутреннего распорядка\n{bold} 1. Общие положения\n1.1. Текст.",
        "{align=center} ЗАҢ\nБілім туралы\n1-бап. Негізгі ұғымдар",
        "{align=center} ДИПЛОМДЫҚ ЖҰМЫС\nТақырыбы: Сапа\n{bold} 1 Кіріспе\nМәтін.",
        "Құрметті әріптестер!\nСіздерден сапа бөлімі туралы ереже жобасын қарауды сұраймыз.\nҚұрметпен, А.Б. Үлгібаев",
        "Уважаемые коллеги!\nПоложение об отделе направляется вам на согласование.\nС уважением, А.Б. Улгибаев",
        "Dear colleagues,\nThe regulation on the office was sent to you on Monday.\nA. B. Ulgibayev",
        "",
    ],
)
def test_documents_of_other_kinds(sketch: str) -> None:
    parts = parts_of(sketch)
    assert parts.form is None
    assert len(parts.parts) == len(parts.clauses)


def test_a_job_instruction_is_no_other_kind() -> None:
    assert kind_of("{align=center} ДОЛЖНОСТНАЯ\n{align=center} ИНСТРУКЦИЯ") == "job_description"


def test_the_running_header_tells_the_kind() -> None:
    header = "=== header\n| «Сарыарқа университеті» КеАҚ | Сапа бөлімі туралы ереже |\n=== body\n"
    assert kind_of(f"{header}{{bold}} 1 Мақсаты\n1.1 {CLAUSE}") == "regulation"


def test_the_sections_tell_the_kind() -> None:
    assert kind_of(SECTIONS) == "regulation"
    assert kind_of("\n".join(SECTIONS.split("\n")[:6])) is None


def test_a_kind_that_is_told_is_not_doubted() -> None:
    form = parts_of("{bold} 1 Мақсаты\n1.1 Мәтін", kind="job_description").form
    assert form is not None
    assert form.kind == "job_description"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Осы ереже бөлімнің жұмысын реттейді.", Language.KK),
        ("Жалпы ережелер", Language.KK),
        ("Настоящее положение регулирует работу отдела.", Language.RU),
        ("Общие положения и права", Language.RU),
        ("This regulation sets out the work of the office.", Language.EN),
        ("", Language.KK),
        (
            "Осы ереже бөлімнің жұмысын реттейді және міндеттерін белгілейді.\nНастоящее положение.",
            Language.KK,
        ),
        ("Бөлім.\nНастоящее положение регулирует работу отдела и его права во всех случаях.", Language.RU),
        (
            "«Сарыарқа университеті» КеАҚ\nThis regulation sets out the work of the office and of its staff.",
            Language.EN,
        ),
    ],
)
def test_languages(text: str, language: Language) -> None:
    assert parts_of(text).language is language
