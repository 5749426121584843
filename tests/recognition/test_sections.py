# ruff: noqa: E501  (a line of a sketch is a paragraph)
import pytest

from docctl.domain.parts import Parts, SectionPart
from docctl.domain.place import Part
from tests.recognition.drafts import parts_of
from tests.recognition.test_running_headers import FRONT

TITLES = {
    "general_provisions": "Жалпы ережелер",
    "abbreviations": "Қысқартулар",
    "terms": "Терминдер мен анықтамалар",
    "references": "Нормативтік сілтемелер",
    "tasks": "Негізгі міндеттері",
    "functions": "Негізгі функциялары",
    "structure": "Ұйымдық құрылымы",
    "rights": "Құқықтары",
    "responsibility": "Жауапкершілігі",
}
ROLES = list(TITLES)
CLAUSE = "Бөлім өз жұмысын осы Ережеге сәйкес жүргізеді."


def document(body: str) -> Parts:
    return parts_of(f"{FRONT}=== page\n{body}")


def section(heading: str, number: int = 8) -> SectionPart:
    """The last section of a document whose other sections are ordinary."""
    before = "\n".join(
        f"{{bold}} {n} {TITLES[role]}\n{n}.1 {CLAUSE}\n{n}.2 {CLAUSE}"
        for n, role in enumerate(ROLES[: number - 1], 1)
    )
    found = document(f"{before}\n{heading}\n{number}.1 {CLAUSE}\n{number}.2 {CLAUSE}").sections
    assert [one.role for one in found[:-1]] == ROLES[: number - 1]
    assert [clause.number for clause in found[-1].clauses] == [f"{number}.1", f"{number}.2"]
    return found[-1]


LOOKS = {
    "bold": "{{bold}} {n} {title}",
    "bold with stop": "{{bold}} {n}. {title}",
    "plain": "{n} {title}",
    "plain with stop": "{n}. {title}",
    "no space": "{n}.{title}",
    "tab": "{n}\\t{title}",
    "style": "{{style=heading 1}} {n} {title}",
    "automatic": "{{style=heading 1, num={n}.}} {title}",
    "automatic without style": "{{num={n}}} {title}",
    "capitals": "{n} {upper}",
    "centred, number with a word": "{{align=center, bold}} {n}-бөлім. {title}",
    "number with a word, line break": "{{align=center, bold}} {n}-бөлім. // {title}",
    "word before the number": "{{align=center, bold}} Бөлім {n}. {title}",
    "chapter": "{{bold}} {n} тарау. {title}",
    "Roman": "{{bold}} {roman}. {title}",
    "full stop at the end": "{{bold}} {n} {title}.",
    "line break": "{{bold}} {n} {broken}",
    "no-break space": "{{bold}} {n}\u00a0{title}",
}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


@pytest.mark.parametrize("look", LOOKS)
def test_headings_in_every_look(look: str) -> None:
    body = []
    for n, (_, title) in enumerate(TITLES.items(), start=1):
        values = {"n": n, "title": title, "upper": title.upper(), "roman": ROMAN[n - 1]}
        body.append(LOOKS[look].format(**values, broken=title.replace(" ", " // ")))
        body.append(f"{n}.1 {CLAUSE}\n{n}.2 {CLAUSE}")
    parts = document("\n".join(body))
    assert [one.role for one in parts.sections] == ROLES
    assert [one.ordinal for one in parts.sections] == list(range(1, 10))
    assert all(len(one.clauses) == 2 and one.exact for one in parts.sections)


def test_heading_number_and_wording_on_two_lines() -> None:
    body = "\n".join(
        f"{{align=center, bold}} {n}-бөлім\n{{align=center, bold}} {title}\n{n}.1 {CLAUSE}"
        for n, title in enumerate(TITLES.values(), start=1)
    )
    parts = document(body)
    assert [(one.role, one.number) for one in parts.sections] == [(r, str(n)) for n, r in enumerate(ROLES, 1)]


@pytest.mark.parametrize(
    ("heading", "role", "exact"),
    [
        ("8 Құқықтары", "rights", True),
        ("8 ҚҰҚЫҚТАРЫ", "rights", True),
        ("8 Бөлімнің құқықтары", "rights", True),
        ("8 Цифрлық даму кеңсесінің құқықтары", "rights", True),
        ("8 Сапа кеңсесінің құқықтары", "rights", True),
        ("8 Кеңсенің құқығы", "rights", False),
        ("8 Кеңсе құқығы", "rights", False),
        ("8 Құқыктары", "rights", False),
        ("8 Кұқықтары", "rights", False),
        ("8 Құқықтaры", "rights", True),
        ("8 Құқықтарі", "rights", False),
        ("8 Права", "rights", True),
        ("8 Права отдела", "rights", True),
        ("8 Права отдела контроля качества", "rights", False),
        ("8 Rights", "rights", True),
        ("8 Rights of the office", "rights", True),
        ("8 Rights of the Quality Office", "rights", True),
        ("8 The office's rights", "rights", True),
        ("8 Анықтамалар мен терминдер", "terms", False),
        ("8 Анықтамалар және терминдер", "terms", False),
        ("8 Термины и определения", "terms", True),
        ("8 Жалпы ереже", "general_provisions", False),
        ("8 Жалпы ережeлер", "general_provisions", True),
        ("8 Жалпы ережлер", "general_provisions", False),
        ("8 Нормативтік сілтемелр", "references", False),
        ("8 Негізгі міндеті", "tasks", False),
        ("8 Бөлімнің негізгі міндеттері", "tasks", True),
        ("8 Бөлімнің міндеттері", "tasks", False),
        ("8 Основные задачи отдела", "tasks", True),
        ("8 Ұйымдастыру құрылымы", "structure", False),
        ("8 Organizational structure", "structure", True),
        ("8 Жауапкершілігі", "responsibility", True),
        ("8 Жауапкершлігі", "responsibility", False),
        ("8 Ответственность отдела и его работников", "responsibility", True),
        ("8 Қорытынды ережелер", None, False),
        ("8 Заключительные положения", None, False),
        ("8 Басқару тәртібі", None, False),
    ],
)
@pytest.mark.parametrize("marks", ["{bold} ", ""])
def test_wordings(heading: str, role: str | None, exact: bool, marks: str) -> None:
    found = section(marks + heading)
    assert (found.role, found.title) == (role, heading[2:])
    if heading != "8 Права отдела контроля качества":
        assert found.exact is exact


@pytest.mark.parametrize("heading", ["{bold} Құқықтары", "Құқықтары", "{style=heading 1} Бөлімнің құқықтары"])
def test_a_heading_without_a_number(heading: str) -> None:
    found = section(heading)
    assert (found.role, found.number, found.ordinal) == ("rights", "", None)


@pytest.mark.parametrize("number", ["7", "9", "18"])
def test_a_heading_with_a_wrong_number(number: str) -> None:
    found = section(f"{{bold}} {number} Құқықтары")
    assert (found.role, found.number) == ("rights", number)


@pytest.mark.parametrize(
    "line",
    [
        "права;",
        "1) Құқықтары;",
        "{bullet} Құқықтары",
        "– жауапкершілігі",
        "2026 жылғы 27 ақпаннан бастап қолданылады.",
        "27.02.2026 жылғы № 5 бұйрыққа сәйкес жүзеге асырылады.",
        "27.02.26 ж. № 5 бұйрық",
        "1.5 ставка – маман",
        "12 ай ішінде қайта қаралады",
        "100% орындалуы тиіс",
        "3-тармаққа сәйкес",
        "а) бірінші мәселе;",
        "{num=1)} бірінші мәселе;",
        "{num=а)} бірінші мәселе;",
        "1. бірінші мәселе;",
        "{align=center} 1-сурет – Бөлімнің ұйымдық құрылымы",
        "{align=center} Figure 1 – The office’s organisational structure",
        "{bold} Кафедра гражданского права",
        "3 Бөлім басшысы бекітеді, сондай-ақ жұмысты үйлестіреді және бақылайды, нәтижелерін проректорға ұсынады;",
    ],
)
def test_what_is_neither_heading_nor_clause(line: str) -> None:
    body = f"{{bold}} 1 Жалпы ережелер\n1.1 {CLAUSE}\n{line}\n1.2 {CLAUSE}\n{{bold}} 2 Қысқартулар\nҚР – Республика"
    parts = document(body)
    assert [one.role for one in parts.sections] == ROLES[:2]
    first = parts.sections[0]
    assert [clause.number for clause in first.clauses] == ["1.1", "1.2"]
    assert len(first.clauses[0].body) == 1


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("1.1 А|1.2 Б", ["1.1", "1.2"]),
        ("1.1. А|1.2. Б", ["1.1.", "1.2."]),
        ("1.1) А|1.2) Б", ["1.1)", "1.2)"]),
        ("1.1\\tА|1.2\\tБ", ["1.1", "1.2"]),
        ("1.1Аталған|1.2Бөлім", ["1.1", "1.2"]),
        ("{num=1.1} А|{num=1.2} Б", ["1.1", "1.2"]),
        ("{num=1.1.} А|{num=1.2.} Б", ["1.1.", "1.2."]),
        ("1.1 А|1.1.1 Б|1.1.2 В|1.2 Г", ["1.1", "1.1.1", "1.1.2", "1.2"]),
        ("1.1 А|1.3 Б|1.2 В|1.2 Г", ["1.1", "1.3", "1.2", "1.2"]),
        ("1.1 А|5.2 Бөлім|1.3 В", ["1.1", "5.2", "1.3"]),
        ("1.1 а|1.2 б|5.3 в|1.4 г", ["1.1", "1.2", "5.3", "1.4"]),
        ("1.1 А|1.2. Б", ["1.1", "1.2."]),
        ("1.9 А|1.10 Б|1.11. В", ["1.9", "1.10", "1.11."]),
        ('1.1 «Бөлім» А|1.2 "Бөлім" Б', ["1.1", "1.2"]),
        ("1.1 А|1.2 кредиттік технология", ["1.1", "1.2"]),
    ],
)
def test_clauses_as_printed(printed: str, numbers: list[str]) -> None:
    (found,) = document("{bold} 1 Жалпы ережелер\n" + printed.replace("|", "\n")).sections
    assert [clause.printed_number for clause in found.clauses] == numbers
    assert [clause.automatic for clause in found.clauses] == ["num" in line for line in printed.split("|")]


def test_clauses_of_a_section_that_lost_its_heading_are_orphans() -> None:
    body = f"{{bold}} 1 Жалпы ережелер\n1.1 {CLAUSE}\n2.1 {CLAUSE}\n2.2 {CLAUSE}\n{{bold}} 3 Құқықтары\n3.1 {CLAUSE}"
    first, last = document(body).sections
    assert [clause.number for clause in first.clauses] == ["1.1"]
    assert [clause.number for clause in first.orphans] == ["2.1", "2.2"]
    assert [clause.number for clause in last.clauses] == ["3.1"]


def test_orphans_below_the_abbreviations() -> None:
    body = f"{{bold}} 2 Қысқартулар\nҚР – Республика\n3.1 {CLAUSE}\n3.2 {CLAUSE}\n{{bold}} 4 Құқықтары\n4.1 {CLAUSE}"
    first, _ = document(body).sections
    assert first.clauses == ()
    assert [clause.number for clause in first.orphans] == ["3.1", "3.2"]


def test_clauses_of_a_section_with_a_wrong_number_are_its_own() -> None:
    body = f"{{bold}} 1 Жалпы ережелер\n1.1 {CLAUSE}\n{{bold}} 9 Құқықтары\n2.1 {CLAUSE}\n2.2 {CLAUSE}"
    _, last = document(body).sections
    assert [clause.number for clause in last.clauses] == ["2.1", "2.2"]


def test_one_clause_of_another_section_is_no_orphan() -> None:
    body = f"{{bold}} 1 Жалпы ережелер\n1.1 {CLAUSE}\n7.1 {CLAUSE}\n1.3 {CLAUSE}"
    (found,) = document(body).sections
    assert [clause.number for clause in found.clauses] == ["1.1", "7.1", "1.3"]
    assert found.orphans == ()


def test_items_tables_and_loose_paragraphs() -> None:
    body = (
        "{bold} 1 Жалпы ережелер\nКіріспе сөз.\n1.1 Мыналар:\n1) бірінші;\n– екінші.\n"
        "| а | б |\n1.2 Соңы.\n{bold} 2 Қысқартулар\nҚР – Республика"
    )
    first, second = document(body).sections
    assert [p.text for p in first.loose] == ["Кіріспе сөз."]
    assert [p.text for p in first.clauses[0].body] == ["1) бірінші;", "– екінші."]
    assert len(first.tables) == 1
    assert [p.text for p in second.loose] == ["ҚР – Республика"]


def test_an_appendix_is_no_part_of_the_last_section() -> None:
    body = f"{{bold}} 1 Жалпы ережелер\n1.1 {CLAUSE}\n{{align=right}} 1-қосымша\n1.1 Басқа мәтін\n1.2 Басқа"
    parts = document(body)
    (found,) = parts.sections
    assert [clause.number for clause in found.clauses] == ["1.1"]
    assert parts.clauses[-1] is None


def test_parts_and_clauses_go_with_the_paragraphs() -> None:
    parts = document(
        f"{{bold}} 1 Жалпы ережелер\n1.1 {CLAUSE}\nжалғасы\n{{bold}} 2 Қысқартулар\nҚР – Республика"
    )
    assert parts.parts[:9] == (Part.TITLE,) * 9
    assert parts.parts[9:] == (Part.BODY,) * 5
    assert parts.clauses[9:] == ("1", "1.1", "1.1", "2", "2")
    assert [p.text for p in parts.body][-1] == "ҚР – Республика"


def test_the_same_section_twice() -> None:
    body = "{bold} 1 Құқықтары\n1.1 А\n{bold} 2 Жауапкершілігі\n2.1 А\n{bold} 3 Құқықтары\n3.1 А"
    assert [one.role for one in document(body).sections] == ["rights", "responsibility", "rights"]


def test_unknown_sections_of_an_otherwise_known_document() -> None:
    body = (
        "{style=heading 1} 1 Жалпы ережелер\n1.1 А\n{style=heading 1} 2 Байланыс тәртібі\n2.1 Б\n"
        "{style=heading 1} Қорытынды\nМәтін"
    )
    found = document(body).sections
    assert [(one.role, one.number, one.title) for one in found] == [
        ("general_provisions", "1", "Жалпы ережелер"),
        (None, "2", "Байланыс тәртібі"),
        (None, "", "Қорытынды"),
    ]


def test_sections_of_a_job_description() -> None:
    titles = [
        "General provisions",
        "Qualification requirements",
        "Duties",
        "Rights",
        "Responsibility",
        "Interaction",
    ]
    body = "\n".join(
        f"{{bold}} {n} {title}\n{n}.1 The head does so." for n, title in enumerate(titles, start=1)
    )
    parts = parts_of(
        f"{{align=center}} JOB DESCRIPTION\n{{align=center}} of the Head of the Office\n=== page\n{body}"
    )
    assert [one.role for one in parts.sections] == [
        "general_provisions",
        "qualification",
        "duties",
        "rights",
        "responsibility",
        "interaction",
    ]
    assert all(one.exact for one in parts.sections)


OTHERS = {
    "ru": [
        "Общие положения",
        "Сокращения",
        "Термины и определения",
        "Нормативные ссылки",
        "Основные задачи",
        "Основные функции",
        "Организационная структура",
        "Права",
        "Ответственность",
    ],
    "en": [
        "General provisions",
        "Abbreviations",
        "Terms and definitions",
        "Normative references",
        "Main tasks",
        "Main functions",
        "Organisational structure",
        "Rights",
        "Responsibility",
    ],
}


@pytest.mark.parametrize(
    ("language", "look"),
    [
        ("ru", "{bold} Раздел {n}. {t}"),
        ("ru", "{bold} Глава {r}. {t}"),
        ("ru", "{num=Раздел {n}.} {t}"),
        ("ru", "{bold, align=center} РАЗДЕЛ {n}. {t}"),
        ("ru", "{bold} {n}. {t}:"),
        ("ru", "{r}. {t}"),
        ("ru", "{bold} {n}. {t} отдела"),
        ("ru", "{bold, align=center} Глава {n} // {t}"),
        ("ru", "{bold} § {n}. {t}"),
        ("ru", "{bold} {n}) {t}"),
        ("en", "{bold} Section {n}. {t}"),
        ("en", "{bold} Chapter {r}. {t}"),
        ("en", "{bold} {n} {t} of the Quality Office"),
    ],
)
def test_headings_in_other_languages(language: str, look: str) -> None:
    body = []
    for n, title in enumerate(OTHERS[language], start=1):
        body.append(look.replace("{n}", str(n)).replace("{r}", ROMAN[n - 1]).replace("{t}", title))
        body.append(f"{n}.1 Текст пункта этого раздела.\n{n}.2 Text of this clause.")
    kind_line = "ПОЛОЖЕНИЕ" if language == "ru" else "REGULATION"
    parts = parts_of(f"{{align=center}} {kind_line}\n=== page\n" + "\n".join(body))
    assert [one.role for one in parts.sections] == ROLES
    assert [one.ordinal for one in parts.sections] == list(range(1, 10))
    assert all(len(one.clauses) == 2 and one.exact for one in parts.sections)
