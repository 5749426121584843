# ruff: noqa: E501  (a line of a sketch is a paragraph)
import pytest

from docctl.domain.parts import DateState, Parts, SignatureSheet
from docctl.domain.place import Part
from tests.recognition.drafts import BODY, parts_of
from tests.recognition.test_running_headers import FRONT

BODY_KK = BODY["kk"]
ROWS = [
    ("developed", "Сапа бөлімінің басшысы", "М.Қ. Бейсенбі", "25.02.2026"),
    ("agreed", "Академиялық мәселелер жөніндегі проректор", "Г.Н. Өтеген", "25.02.2026"),
    ("lawyer", "Заңгер", "Р.Ж. Ғаббас", "26.02.2026"),
]
HEAD = "| | Лауазымы | Т.А.Ә. | Қолы | Күні |\n"
DEVELOPED = "Сапа бөлімінің басшысы | М.Қ. Бейсенбі | | 25.02.2026"
AGREED = "Академиялық мәселелер жөніндегі проректор | Г.Н. Өтеген | | 25.02.2026"
LAWYER = "Заңгер | Р.Ж. Ғаббас | | 26.02.2026"

SIGNATURES = {
    "roles beside the rows": f"{HEAD}| Жасақтаған | {DEVELOPED} |\n| Келісілді | {AGREED} |\n| Заңгер | {LAWYER} |",
    "lawyer under agreed": f"{HEAD}| Жасақтаған | {DEVELOPED} |\n| Келісілді | {AGREED} |\n| | {LAWYER} |",
    "merged role": f"{HEAD}| Әзірлеген | {DEVELOPED} |\n| Келісілді: | {AGREED} |\n| ^ | {LAWYER} |",
    "captions": "| Лауазымы | Т.А.Ә. | Қолы | Күні |\n| Жасақтаған: | < | < | < |\n"
    f"| {DEVELOPED} |\n| Келісілді: | < | < | < |\n| {AGREED} |\n| {LAWYER} |",
    "ordinals": "| № | | Лауазымы | Т.А.Ә. | Қолы | Күні |\n"
    f"| 1 | Дайындаған | {DEVELOPED} |\n| 2 | Келіскен | {AGREED} |\n| 3 | Заңгер | {LAWYER} |",
    "role column named": f"{HEAD.replace('| |', '| Рөлі |')}| Құрастырған | {DEVELOPED} |\n| Келісілген | {AGREED} |\n| Заңгер | {LAWYER} |",
    "another order": "| | Т.А.Ә. | Лауазымы | Күні | Қолы |\n"
    "| Жасақтаған | М.Қ. Бейсенбі | Сапа бөлімінің басшысы | 25.02.2026 | |\n"
    "| Келісілді | Г.Н. Өтеген | Академиялық мәселелер жөніндегі проректор | 25.02.2026 | |\n"
    "| Заңгер | Р.Ж. Ғаббас | Заңгер | 26.02.2026 | |",
    "no column headings": f"| Жасақтаған | {DEVELOPED} |\n| Келісілді | {AGREED} |\n| Заңгер | {LAWYER} |",
    "other words": f"{HEAD.replace('Т.А.Ә.', 'Аты-жөні').replace('Қолы', 'Қолтаңбасы')}"
    f"| Жасақтаған | {DEVELOPED} |\n| Келісілді | {AGREED} |\n| Заңгер | {LAWYER} |",
    "full surname heading": f"{HEAD.replace('Т.А.Ә.', 'Тегі, аты, әкесінің аты (бар болса)')}"
    f"| Жасақтаған | {DEVELOPED} |\n| Келісілді | {AGREED} |\n| Заңгер | {LAWYER} |",
    "legal position": f"{HEAD}| Жасақтаған | {DEVELOPED} |\n| Келісілді | {AGREED} |\n"
    "| | Заңгер | Р.Ж. Ғаббас | | 26.02.2026 |",
}


def signature_sheet(table: str, heading: str = "") -> SignatureSheet:
    sheet = parts_of(f"{FRONT}=== page\n{heading}{table}\n{BODY_KK}").signature_sheet
    assert sheet is not None
    return sheet


@pytest.mark.parametrize("way", SIGNATURES)
@pytest.mark.parametrize("heading", ["", "{align=center, bold} Келісу парағы\n", "Қол қою парағы\n"])
def test_the_same_signature_sheet_in_every_way(way: str, heading: str) -> None:
    sheet = signature_sheet(SIGNATURES[way], heading)
    assert {c.role for c in sheet.columns} >= {"position", "name", "signature", "date"}
    assert [(r.role, r.position, r.name, r.date and r.date.text) for r in sheet.rows] == ROWS


@pytest.mark.parametrize(
    ("languages", "labels"),
    [
        ("Должность|Ф.И.О.|Подпись|Дата", "Разработал|Согласовано|Юрист"),
        ("Должность|ФИО|Подпись|Дата", "Разработчик|Согласован|Начальник юридического отдела"),
        ("Position|Full name|Signature|Date", "Developed by|Agreed|Lawyer"),
        ("Position|Name|Signature|Date", "Prepared by:|Agreed by:|Legal adviser:"),
    ],
)
def test_signature_sheets_in_other_languages(languages: str, labels: str) -> None:
    head = "| | " + " | ".join(languages.split("|")) + " |\n"
    rows = "\n".join(f"| {label} | Head | A. B. Ulgibayev | | 25.02.2026 |" for label in labels.split("|"))
    sheet = signature_sheet(head + rows)
    assert [column.role for column in sheet.columns] == [None, "position", "name", "signature", "date"]
    assert [row.role for row in sheet.rows] == ["developed", "agreed", "lawyer"]


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("Зангер", "lawyer"),
        ("Заң бөлімінің басшысы", "lawyer"),
        ("Юрисконсульт", "lawyer"),
        ("Начальник юридического отдела", "lawyer"),
        ("Head of the Legal Department", "lawyer"),
        ("Кадр бөлімінің басшысы", "agreed"),
        ("Проректор по науке", "agreed"),
    ],
)
def test_the_position_tells_the_lawyer(position: str, role: str) -> None:
    table = f"{HEAD}| Жасақтаған | {DEVELOPED} |\n| Келісілді | {position} | Г.Н. Өтеген | | 25.02.2026 |"
    assert [row.role for row in signature_sheet(table).rows] == ["developed", role]


@pytest.mark.parametrize("column", ["Лауазымы", "Т.А.Ә.", "Қолы", "Күні"])
def test_a_missing_column_is_seen(column: str) -> None:
    names = ["", "Лауазымы", "Т.А.Ә.", "Қолы", "Күні"]
    cells = [["Жасақтаған", *ROWS[0][1:3], "", ROWS[0][3]], ["Келісілді", *ROWS[1][1:3], "", ROWS[1][3]]]
    gone = names.index(column)
    rows = [[text for n, text in enumerate(row) if n != gone] for row in (names, *cells)]
    sheet = signature_sheet("\n".join("| " + " | ".join(row) + " |" for row in rows))
    roles = {"Лауазымы": "position", "Т.А.Ә.": "name", "Қолы": "signature", "Күні": "date"}
    assert {c.role for c in sheet.columns if c.role} == set(roles.values()) - {roles[column]}
    assert [row.role for row in sheet.rows] == ["developed", "agreed"]


def test_blank_name_and_date() -> None:
    table = f"{HEAD}| Жасақтаған | {DEVELOPED} |\n| Келісілді | Проректор | ____________ | | «__» ____ 2026 ж. |\n| Заңгер | | | | |"
    rows = signature_sheet(table).rows
    assert [row.name for row in rows] == ["М.Қ. Бейсенбі", "", ""]
    assert [row.date and row.date.state for row in rows] == [DateState.READ, DateState.BLANK, DateState.BLANK]
    assert [row.place.row for row in rows] == [2, 3, 4]


def test_an_approval_table_is_no_signature_sheet() -> None:
    front = "| КЕЛІСІЛДІ // Проректор // Г.Н. Өтеген | БЕКІТЕМІН // Ректор // А.Б. Үлгібаев // 27.02.2026 |\n{align=center} ЕРЕЖЕ\n"
    parts = parts_of(f"{front}{BODY_KK}")
    assert parts.signature_sheet is None
    assert parts.title_page is not None
    assert parts.title_page.approval is not None


def test_a_signature_sheet_at_the_end() -> None:
    parts = parts_of(f"{FRONT}{BODY_KK}=== page\n{{bold}} Келісу парағы\n{SIGNATURES['merged role']}")
    assert parts.signature_sheet is not None
    assert parts.parts[-1] is Part.SIGNATURE_SHEET
    assert len(parts.sections) == 1


ACQUAINTANCE = {
    "kk": "{bold} 10 Танысу парағы\n| № | Т.А.Ә. | Лауазымы | Күні | Қолы |\n| 1 | | | | |",
    "kk, other words": "{bold} Таныстыру парағы\n| р/с | Қызметкердің аты-жөні | Атқаратын лауазымы | Танысқан күні | Қолтаңбасы |\n| 1 | | | | |",
    "ru": "{bold} Лист ознакомления\n| № п/п | Ф.И.О. | Должность | Дата ознакомления | Подпись |\n| 1 | | | | |",
    "ru, other words": "Лист ознакомления с должностной инструкцией\n| № | Фамилия, имя, отчество | Занимаемая должность | Дата | Личная подпись |\n| 1 | | | | |",
    "en": "{bold} Acquaintance sheet\n| No. | Full name | Position | Date | Signature |\n| 1 | | | | |",
    "en, other words": "{bold} 10. Familiarisation sheet\n| # | Name of employee | Job title | Date read | Signature |\n| 1 | | | | |",
    "appendix": "=== page\n{align=right} 1-қосымша\n{bold, align=center} Танысу парағы\n| № | Т.А.Ә. | Лауазымы | Күні | Қолы |\n| 1 | | | | |",
    "heading in the table": "| {bold} Танысу парағы | < | < | < | < |\n| № | Т.А.Ә. | Лауазымы | Күні | Қолы |\n| 1 | | | | |",
    "heading on two lines": "{bold} 10 Танысу // парағы\n| № | Т.А.Ә. | Лауазымы | Күні | Қолы |\n| 1 | | | | |",
    "no heading": "| № | Т.А.Ә. | Лауазымы | Күні | Қолы |\n| 1 | | | | |",
    "text above the table": "{bold} Танысу парағы\nМен осы ережемен таныстым:\n| № | Т.А.Ә. | Лауазымы | Күні | Қолы |\n| 1 | | | | |",
}


@pytest.mark.parametrize("way", ACQUAINTANCE)
def test_acquaintance_sheets(way: str) -> None:
    parts = parts_of(f"{FRONT}{BODY_KK}=== page\n{ACQUAINTANCE[way]}")
    sheet = parts.acquaintance_sheet
    assert sheet is not None
    assert [column.role for column in sheet.columns] == ["number", "name", "position", "date", "signature"]
    assert len(sheet.rows) == 1
    assert bool(sheet.heading) == (way != "no heading")
    assert parts.parts[-1] is Part.ACQUAINTANCE_SHEET
    assert parts.change_sheet is None
    assert len(parts.sections) == 1
    assert parts.sections[0].tables == ()


CHANGE = {
    "kk": "| Өзгеріс № | Өзгертілген тармақтар | Негіздеме | Енгізілген күні | Енгізген адам | Қолы |\n| 1 | | | | | |",
    "kk, other words": "| Өзгерістің реттік нөмірі | Бет нөмірлері | Құжаттың нөмірі мен күні | Өзгеріс енгізілген күні | Өзгерісті енгізген адамның Т.А.Ә. | Қолы |\n| 1 | | | | | |",
    "kk, two rows": "| № | Өзгертілген тармақтар (беттер) | Негіздеме | < | Енгізу | < | Қолы |\n| ^ | ^ | құжат № | күні | күні | Т.А.Ә. | ^ |\n| 1 | | | | | | |",
    "ru": "| № изменения | Изменённые пункты (страницы) | Основание (№ документа, дата) | Дата внесения | Кто внёс | Подпись |\n| 1 | | | | | |",
    "ru, other words": "| Изм. | Номера листов | № документа | Срок введения изменения | Ф.И.О. лица, внёсшего изменение | Подпись |\n| 1 | | | | | |",
    "en": "| Change No. | Clauses or pages changed | Ground (document No., date) | Date entered | Entered by | Signature |\n| 1 | | | | | |",
    "en, other words": "| No. | Changed pages | Basis | Date of change | Name | Signature |\n| 1 | | | | | |",
    "numbered columns": "| № изменения | Пункты | Основание | Дата | Ф.И.О. | Подпись |\n| 1 | 2 | 3 | 4 | 5 | 6 |\n| | | | | | |",
}
CHANGE_HEADINGS = [
    "{bold} 11 Өзгерістер мен толықтыруларды тіркеу парағы",
    "{bold} Лист регистрации изменений",
    "ЛИСТ РЕГИСТРАЦИИ ИЗМЕНЕНИЙ И ДОПОЛНЕНИЙ",
    "{bold} Change registration sheet",
    "{bold} 11 Өзгерістер мен толықтыруларды\n{bold} тіркеу парағы",
    "{bold} Өзгерістер мен толықтырулады тіркеу парағы",
    "",
]


@pytest.mark.parametrize("way", CHANGE)
@pytest.mark.parametrize("heading", CHANGE_HEADINGS)
def test_change_sheets(way: str, heading: str) -> None:
    parts = parts_of(f"{FRONT}{BODY_KK}=== page\n{heading}\n{CHANGE[way]}")
    sheet = parts.change_sheet
    assert sheet is not None
    roles = list(dict.fromkeys(column.role for column in sheet.columns))
    assert roles == ["change", "clauses", "ground", "date", "entered_by", "signature"]
    assert len(sheet.rows) == 1
    assert bool(sheet.heading) == bool(heading)
    assert parts.acquaintance_sheet is None
    assert parts.parts[-1] is Part.CHANGE_SHEET


def test_the_standard_form_of_changes() -> None:
    table = (
        "| Изм. | Номера листов (страниц) | < | < | < | Всего листов (страниц) в докум. | № документа | Подпись | Дата |\n"
        "| ^ | изменённых | заменённых | новых | аннулированных | ^ | ^ | ^ | ^ |\n| 1 | | | | | | | | |"
    )
    parts = parts_of(f"{FRONT}{BODY_KK}=== page\n{{bold}} Лист регистрации изменений\n{table}")
    sheet = parts.change_sheet
    assert sheet is not None
    assert parts.form is not None
    roles = [column.role for column in sheet.columns]
    assert roles == [
        "change",
        "clauses",
        "clauses",
        "clauses",
        "clauses",
        "total",
        "ground",
        "signature",
        "date",
    ]
    present = frozenset(role for role in roles if role)
    assert parts.form.change_sheet.missing_columns(present) == ()


@pytest.mark.parametrize("sheet", ["acquaintance", "change"])
def test_a_sheet_without_its_table(sheet: str) -> None:
    heading = {"acquaintance": "Танысу парағы", "change": "Өзгерістер мен толықтыруларды тіркеу парағы"}[
        sheet
    ]
    parts = parts_of(f"{FRONT}{BODY_KK}=== page\n{{bold}} {heading}\n{{bold}} Басқа\nмәтін")
    found = parts.acquaintance_sheet if sheet == "acquaintance" else parts.change_sheet
    assert found is not None
    assert (found.heading, found.table, found.columns) == (heading, None, ())


def test_a_table_without_column_headings() -> None:
    parts = parts_of(
        f"{FRONT}{BODY_KK}=== page\n{{bold}} Танысу парағы\n| 1 | А.Б. Үлгібаев | | | |\n| 2 | | | | |"
    )
    sheet = parts.acquaintance_sheet
    assert sheet is not None
    assert sheet.columns == ()
    assert len(sheet.rows) == 2


def whole(sheets: str) -> Parts:
    return parts_of(f"{FRONT}=== page\n{SIGNATURES['merged role']}\n{BODY_KK}=== page\n{sheets}")


def test_all_sheets_of_a_document() -> None:
    parts = whole(f"{ACQUAINTANCE['kk']}\n=== page\n{CHANGE_HEADINGS[0]}\n{CHANGE['kk']}")
    assert parts.signature_sheet is not None
    assert parts.acquaintance_sheet is not None
    assert parts.change_sheet is not None
    assert (parts.acquaintance_sheet.number, parts.change_sheet.number) == ("10", "11")
    assert [one.role for one in parts.sections] == ["general_provisions"]


def test_sheets_in_the_other_order() -> None:
    parts = whole(f"{CHANGE_HEADINGS[0]}\n{CHANGE['kk']}\n=== page\n{ACQUAINTANCE['kk']}")
    assert parts.acquaintance_sheet is not None
    assert parts.change_sheet is not None
    assert parts.acquaintance_sheet.place.paragraph is not None
    assert parts.change_sheet.place.paragraph is not None
    assert parts.acquaintance_sheet.place.paragraph > parts.change_sheet.place.paragraph
    assert len(parts.acquaintance_sheet.rows) == 1


def test_tables_of_the_running_text_are_no_sheets() -> None:
    body = BODY_KK + "| Көрсеткіш | Өлшем бірлігі | Мәні |\n| А | дана | 5 |\n"
    parts = parts_of(f"{FRONT}{body}")
    assert (parts.signature_sheet, parts.acquaintance_sheet, parts.change_sheet) == (None, None, None)
    assert len(parts.sections[0].tables) == 1


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Лауазымы, Т.А.Ә. | Қолы | Күні", ["position", "name", "signature", "date"]),
        ("Лауазымы / Аты-жөні | Қолы | Күні", ["position", "name", "signature", "date"]),
        ("Лауазымы, Т.А.Ә. | Қолы, күні | Ескерту", ["position", "name", "signature", "date", None]),
        ("Должность, Ф.И.О. | Подпись | Дата", ["position", "name", "signature", "date"]),
        ("Position and name | Signature | Date", ["position", "name", "signature", "date"]),
        ("Тегі, аты, әкесінің аты | Лауазымы | Күні", ["name", "position", "date"]),
    ],
)
def test_one_column_for_two_things(heading: str, roles: list[str | None]) -> None:
    sheet = signature_sheet(f"| | {heading} |\n| Жасақтаған | Бөлім басшысы А.Б. Үлгібаев | | 25.02.2026 |")
    assert [column.role for column in sheet.columns] == [None, *roles]


def test_position_and_name_in_one_cell() -> None:
    sheet = signature_sheet(
        "| | Лауазымы, Т.А.Ә. | Қолы | Күні |\n| Жасақтаған | Бөлім басшысы А.Б. Үлгібаев | | 25.02.2026 |"
    )
    assert [(row.position, row.name) for row in sheet.rows] == [("Бөлім басшысы", "А.Б. Үлгібаев")]


def test_the_label_stands_before_the_position() -> None:
    table = (
        "| Лауазымы | Т.А.Ә. | Қолы | Күні |\n"
        "| Жасақтаған: Бөлім басшысы | А.Б. Үлгібаев | | 25.02.2026 |\n"
        "| Келісілді: // Проректор | Г.Н. Өтеген | | 25.02.2026 |"
    )
    rows = [(row.role, row.position) for row in signature_sheet(table).rows]
    assert rows == [("developed", "Бөлім басшысы"), ("agreed", "Проректор")]


@pytest.mark.parametrize(
    "heading", ["Өзгерістер мен толықтыруларды тіркеу парағы", "Лист регистрации изменений"]
)
def test_a_change_sheet_with_its_heading_in_the_table(heading: str) -> None:
    table = f"| {heading} | < | < | < | < | < |\n{CHANGE['kk']}"
    sheet = parts_of(f"{FRONT}{BODY_KK}=== page\n{table}").change_sheet
    assert sheet is not None
    assert sheet.heading == heading
    assert [column.role for column in sheet.columns] == [
        "change",
        "clauses",
        "ground",
        "date",
        "entered_by",
        "signature",
    ]


@pytest.mark.parametrize(
    "label",
    [
        "А қосымшасы. ",
        "А қосымшасы // ",
        "1-қосымша. ",
        "Қосымша 1. ",
        "Приложение А. ",
        "Приложение № 1 ",
        "Appendix A – ",
    ],
)
def test_a_sheet_that_is_an_appendix(label: str) -> None:
    sheets = f"=== page\n{{bold}} {label}Өзгерістер мен толықтыруларды тіркеу парағы\n{CHANGE['kk']}"
    parts = parts_of(f"{FRONT}{BODY_KK}{sheets}")
    assert parts.change_sheet is not None
    assert parts.change_sheet.heading == "Өзгерістер мен толықтыруларды тіркеу парағы"
    assert [section.title for section in parts.sections] == ["Жалпы ережелер"]


def test_the_standard_form_of_changes_in_english() -> None:
    table = (
        "| Change | Numbers of sheets (pages) | < | < | < | Total sheets | Document No. | Signature | Date |\n"
        "| ^ | changed | replaced | new | cancelled | ^ | ^ | ^ | ^ |\n| 1 | | | | | | | | |"
    )
    sheet = parts_of(f"{FRONT}{BODY_KK}=== page\n{{bold}} Change sheet\n{table}").change_sheet
    assert sheet is not None
    assert [column.role for column in sheet.columns[:5]] == ["change", *["clauses"] * 4]
