# ruff: noqa: E501  (a line of a sketch is a paragraph)
import pytest

from docctl.domain.parts import DateState, TitlePage
from tests.recognition.drafts import parts_of, title_page_of

ORGANISATION = "«Сарыарқа университеті» КеАҚ"
TITLE = "САПА БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ"
APPROVAL = """{align=right} БЕКІТЕМІН
{align=right} «Сарыарқа университеті» КеАҚ
{align=right} Басқарма төрағасы-ректор
{align=right} ____________ А.Б. Үлгібаев
{align=right} «27» ақпан 2026 жыл"""


def found(page: TitlePage) -> dict[str, object]:
    approval = page.approval
    return {
        "organisation": page.organisation and page.organisation.text,
        "kind": page.kind_line and page.kind_line.text,
        "position": approval and approval.position and approval.position.text,
        "name": approval and approval.name and approval.name.text,
        "date": approval and approval.date and approval.date.state.value,
        "title": page.title and page.title.text,
        "number": page.number and page.number.value,
        "city": page.city and page.city.text,
        "year": page.year and page.year.text,
    }


WHOLE = {
    "organisation": ORGANISATION,
    "kind": "ЕРЕЖЕ",
    "position": "Басқарма төрағасы-ректор",
    "name": "А.Б. Үлгібаев",
    "date": "read",
    "title": TITLE,
    "number": "158",
    "city": "Атырау",
    "year": "2026",
}

FRONTS = {
    "paragraphs": f"""
{{align=center}} {ORGANISATION}
{{align=center, bold}} ЕРЕЖЕ
{APPROVAL}
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
    "nothing formatted": f"""
{ORGANISATION}
ЕРЕЖЕ
БЕКІТЕМІН
{ORGANISATION}
Басқарма төрағасы-ректор
А.Б. Үлгібаев
27.02.2026
{TITLE}
№ 158
Атырау 2026 ж""",
    "approval first, kind line below": f"""
{APPROVAL}
¶
{{align=center}} {ORGANISATION}
{{align=center, bold}} ЕРЕЖЕ
¶
{{align=center, bold}} {TITLE}
{{align=center}} №158
¶
{{align=center}} Атырау, 2026 жыл""",
    "table, organisation left, approval right": f"""
| {ORGANISATION} // ЕРЕЖЕ | БЕКІТЕМІН // {ORGANISATION} // Басқарма төрағасы-ректор // ______ А.Б. Үлгібаев // «27» ақпан 2026 ж. |
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау
{{align=center}} 2026""",
    "table, a line to a row": f"""
| {ORGANISATION} | БЕКІТЕМІН |
| | {ORGANISATION} |
| | Басқарма төрағасы-ректор |
| ЕРЕЖЕ | ______ А.Б. Үлгібаев |
| | «27» ақпан 2026 ж. |
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
    "text box": f"""
{{align=center}} {ORGANISATION}
{{align=center, bold}} ЕРЕЖЕ
{{textbox}} БЕКІТЕМІН
{{textbox}} {ORGANISATION}
{{textbox}} Басқарма төрағасы-ректор
{{textbox}} ______________ А.Б. Үлгібаев
{{textbox}} «27» ақпан 2026 ж.
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
    "line breaks": """
{align=center} «Сарыарқа // университеті» КеАҚ
{align=center, bold} ЕРЕЖЕ
{align=right} БЕКІТЕМІН // «Сарыарқа // университеті» КеАҚ // Басқарма // төрағасы-ректор // ____ А.Б. Үлгібаев // «27» ақпан // 2026 жыл
{align=center, bold} САПА БӨЛІМІ // ТУРАЛЫ ЕРЕЖЕ
{align=center} № 158
{align=center} Атырау // 2026 ж.""",
    "organisation and title on two paragraphs": f"""
{{align=center}} «Сарыарқа
{{align=center}} университеті» КеАҚ
{{align=center, bold}} ЕРЕЖЕ
{APPROVAL}
{{align=center, bold}} САПА БӨЛІМІ ТУРАЛЫ
{{align=center, bold}} ЕРЕЖЕ
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
    "letter-spaced": f"""
{{align=center}} {ORGANISATION}
{{align=center, bold}} Е Р Е Ж Е
{{align=right}} Б Е К І Т Е М І Н
{{align=right}} Басқарма төрағасы-ректор
{{align=right}} А.Б. Үлгібаев
{{align=right}} 27.02.2026 ж.
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
    "ministry above, quoted opening words": f"""
{{align=center}} Қазақстан Республикасының
{{align=center}} Ғылым және жоғары білім министрлігі
{{align=center}} {ORGANISATION}
{{align=center, bold}} ЕРЕЖЕ
{{align=right}} «БЕКІТЕМІН»
{{align=right}} Басқарма төрағасы-ректор
{{align=right}} ________________/А.Б. Үлгібаев/
{{align=right}} «_27_» __02__ 2026 ж.
{{align=center, bold}} {TITLE}
{{align=center}} Нөмірі: 158
{{align=center}} Атырау қ., 2026 ж.""",
    "organisation and position on one line": f"""
{{align=center}} {ORGANISATION}
{{align=center, bold}} ЕРЕЖЕ
{{align=right}} БЕКІТЕМІН:
{{align=right}} {ORGANISATION} Басқарма төрағасы-ректор
{{align=right}} Қолы ____________
{{align=right}} А.Б. Үлгібаев
{{align=right}} 2026 жылғы 27 ақпан
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
    "position and name on one line by tabs": f"""
{{align=center}} {ORGANISATION}
{{align=center, bold}} ЕРЕЖЕ
БЕКІТЕМІН
Басқарма төрағасы-ректор\\t__________\\tА.Б. Үлгібаев
27 ақпан 2026 ж.
{{align=center, bold}} {TITLE}
{{align=center}} № 158
{{align=center}} Атырау 2026 ж.""",
}


@pytest.mark.parametrize("way", FRONTS)
def test_the_same_title_page_in_every_way(way: str) -> None:
    page = title_page_of(FRONTS[way])
    expected = WHOLE | ({"kind": "Е Р Е Ж Е"} if way == "letter-spaced" else {})
    assert found(page) == expected


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (f"{{align=center}} {ORGANISATION}\n", "", "organisation"),
        ("{align=center, bold} ЕРЕЖЕ\n", "", "kind"),
        ("{align=right} Басқарма төрағасы-ректор\n", "", "position"),
        ("{align=right} ____________ А.Б. Үлгібаев\n", "", "name"),
        ("____________ А.Б. Үлгібаев", "____________", "name"),
        ("\n{align=right} «27» ақпан 2026 жыл", "", "date"),
        (f"{{align=center, bold}} {TITLE}\n", "", "title"),
        ("{align=center} № 158\n", "", "number"),
        ("Атырау 2026 ж.", "2026 ж.", "city"),
        ("Атырау 2026 ж.", "Атырау", "year"),
    ],
)
def test_what_is_missing_takes_nothing_else_with_it(old: str, new: str, lost: str) -> None:
    front = FRONTS["paragraphs"]
    assert old in front
    assert found(title_page_of(front.replace(old, new))) == WHOLE | {lost: None}


@pytest.mark.parametrize(
    ("front", "language", "expected"),
    [
        (
            """{align=center} НАО «Университет Сарыарка»
{align=center, bold} ПОЛОЖЕНИЕ
{align=right} УТВЕРЖДАЮ
{align=right} Председатель Правления – Ректор
{align=right} НАО «Университет Сарыарка»
{align=right} ____________ Улгибаев А.Б.
{align=right} «27» февраля 2026 г.
{align=center, bold} ПОЛОЖЕНИЕ
{align=center, bold} ОБ ОТДЕЛЕ КАЧЕСТВА
{align=center} № 158
{align=center} г. Атырау, 2026 г.""",
            "ru",
            {
                "organisation": "НАО «Университет Сарыарка»",
                "kind": "ПОЛОЖЕНИЕ",
                "position": "Председатель Правления – Ректор",
                "name": "Улгибаев А.Б.",
                "date": "read",
                "title": "ПОЛОЖЕНИЕ ОБ ОТДЕЛЕ КАЧЕСТВА",
                "number": "158",
                "city": "Атырау",
                "year": "2026",
            },
        ),
        (
            """| {bold} УТВЕРЖДЕНО // Ректор НАО «Университет Сарыарка» // Улгибаев Асан Болатович // 27.02.2026 г. | НАО «Университет Сарыарка» |
¶
{align=center, bold, size=16} ПОЛОЖЕНИЕ
{align=center} об отделе контроля // качества образования
{align=center} № 12/3-н
{align=center} Астана
{align=center} 2026 г.""",
            "ru",
            {
                "organisation": "НАО «Университет Сарыарка»",
                "kind": "ПОЛОЖЕНИЕ",
                "position": "Ректор",
                "name": "Улгибаев Асан Болатович",
                "date": "read",
                "title": "ПОЛОЖЕНИЕ об отделе контроля качества образования",
                "number": "12/3-н",
                "city": "Астана",
                "year": "2026",
            },
        ),
        (
            """{align=center} Saryarqa University NJSC
{align=center, bold} REGULATION
{align=right} APPROVED BY
{align=right} Chair of the Board – Rector
{align=right} of Saryarqa University NJSC
{align=right} ____________ A. B. Ulgibayev
{align=right} February 27, 2026
{align=center, bold} REGULATION ON THE QUALITY OFFICE
{align=center} No. 158
{align=center} Almaty 2026""",
            "en",
            {
                "organisation": "Saryarqa University NJSC",
                "kind": "REGULATION",
                "position": "Chair of the Board – Rector",
                "name": "A. B. Ulgibayev",
                "date": "read",
                "title": "REGULATION ON THE QUALITY OFFICE",
                "number": "158",
                "city": "Almaty",
                "year": "2026",
            },
        ),
        (
            """{align=center} Non-profit joint-stock company
{align=center} “Saryarqa University”
{align=right} I APPROVE
{align=right} Rector
{align=right} Asan Ulgibayev
{align=right} “27” February 2026
{align=center, bold} REGULATIONS OF THE
{align=center, bold} QUALITY OFFICE
{align=center} № 158
{align=center} Almaty, 2026""",
            "en",
            {
                "organisation": "Non-profit joint-stock company “Saryarqa University”",
                "kind": None,
                "position": "Rector",
                "name": "Asan Ulgibayev",
                "date": "read",
                "title": "REGULATIONS OF THE QUALITY OFFICE",
                "number": "158",
                "city": "Almaty",
                "year": "2026",
            },
        ),
    ],
)
def test_other_languages(front: str, language: str, expected: dict[str, object]) -> None:
    assert found(title_page_of(front, language)) == expected


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "ЛАУАЗЫМДЫҚ НҰСҚАУЛЫҚ|Сапа бөлімі басшысының лауазымдық нұсқаулығы",
            "Сапа бөлімі басшысының лауазымдық нұсқаулығы",
        ),
        (
            "ЛАУАЗЫМДЫҚ|НҰСҚАУЛЫҚ|¶|Сапа бөлімі басшысының|лауазымдық нұсқаулығы",
            "Сапа бөлімі басшысының лауазымдық нұсқаулығы",
        ),
        (
            "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ|начальника отдела качества",
            "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ начальника отдела качества",
        ),
        (
            "ДОЛЖНОСТНАЯ|ИНСТРУКЦИЯ|начальника отдела качества",
            "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ начальника отдела качества",
        ),
        (
            "JOB DESCRIPTION|of the Head of the Quality Office",
            "JOB DESCRIPTION of the Head of the Quality Office",
        ),
        (
            "JOB DESCRIPTION|¶|Job description of the Head of the Quality Office",
            "Job description of the Head of the Quality Office",
        ),
    ],
)
def test_titles_of_job_descriptions(lines: str, title: str) -> None:
    front = "\n".join(f"{{align=center}} {line}" if line != "¶" else line for line in lines.split("|"))
    parts = parts_of(f"{front}\n{{align=center}} № 7\n=== page\n{{bold}} 1 Жалпы ережелер\n1.1 Мәтін.")
    assert parts.form is not None
    assert parts.form.kind == "job_description"
    assert parts.title_page is not None
    assert parts.title_page.title is not None
    assert parts.title_page.title.text == title
    assert parts.title_page.kind_line is not None


@pytest.mark.parametrize(
    ("printed", "value", "blank"),
    [
        ("№ 158", "158", False),
        ("№158", "158", False),
        ("No. 158", "158", False),
        ("N 12/3-н", "12/3-н", False),
        ("Нөмірі: 158", "158", False),
        ("Регистрационный номер 158", "158", False),
        ("№ ____", None, True),
        ("№", None, True),
        ("№ ___158___", "158", False),
        ("№ жоқ", None, False),
        ("№ 15 8", None, False),
        ("№ ДИ 05-18", "ДИ 05-18", False),
        ("№ JD 4-26", "JD 4-26", False),
    ],
)
def test_numbers(printed: str, value: str | None, blank: bool) -> None:
    number = title_page_of(FRONTS["paragraphs"].replace("№ 158", printed)).number
    assert number is not None
    assert (number.value, number.blank) == (value, blank)


@pytest.mark.parametrize(
    ("printed", "state", "year"),
    [
        ("«__» ________ 2026 ж.", DateState.BLANK, 2026),
        ("«___» __________ 20__ ж.", DateState.BLANK, None),
        ("«    » ақпан 2026 жыл", DateState.BLANK, 2026),
        ("» « *Ол* » 2026 жыл", DateState.UNREADABLE, 2026),
        ("«31» ақпан 2026 жыл", DateState.IMPOSSIBLE, 2026),
        ("31.02.2026", DateState.IMPOSSIBLE, 2026),
    ],
)
def test_approval_dates(printed: str, state: DateState, year: int | None) -> None:
    page = title_page_of(FRONTS["paragraphs"].replace("«27» ақпан 2026 жыл", printed))
    assert page.approval is not None
    assert page.approval.date is not None
    assert (page.approval.date.state, page.approval.date.year) == (state, year)
    assert found(page) == WHOLE | {"date": state.value}


def test_a_title_without_its_ending_is_still_the_title() -> None:
    page = title_page_of(FRONTS["paragraphs"].replace(TITLE, "САПА БӨЛІМІ ТУРАЛЫ"))
    assert found(page) == WHOLE | {"title": "САПА БӨЛІМІ ТУРАЛЫ"}


def test_the_running_header_tells_where_a_title_begins() -> None:
    header = "=== header\n{align=center} Сапа бөлімі туралы ереже\n=== body\n"
    front = FRONTS["paragraphs"].replace(
        f"{{align=center, bold}} {TITLE}",
        f"{{align=center, bold}} САПА ЖҮЙЕСІ\n{{align=center, bold}} {TITLE}",
    )
    assert found(title_page_of(header + front)) == WHOLE


def test_no_title_page_in_running_text() -> None:
    parts = parts_of("{bold} 1 Жалпы ережелер\n1.1 Осы Ереже № 5 бұйрықпен бекітілді.", kind="regulation")
    assert parts.title_page is None


def test_the_title_page_ends_where_the_page_ends() -> None:
    parts = parts_of(
        FRONTS["paragraphs"] + "\n=== page\nБелгісіз бет\n=== page\n{bold} 1 Жалпы ережелер\n1.1 А."
    )
    assert parts.title_page is not None
    assert [p.text for p in parts.title_page.paragraphs][-1] == "Атырау 2026 ж."


HOUSE_FORMS = {
    "number on the kind line": (
        "kk",
        """«Болашақ» КеАҚ|ЕРЕЖЕ № 158|>БЕКІТЕМІН|>Ректор|>А.Б. Үлгібаев|>27.02.2026|ҚҰҚЫҚ БӨЛІМІ|ТУРАЛЫ ЕРЕЖЕ|Атырау 2026 ж.""",
        [
            "«Болашақ» КеАҚ",
            "ЕРЕЖЕ № 158",
            "Ректор",
            "А.Б. Үлгібаев",
            "ҚҰҚЫҚ БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ",
            "158",
            "Атырау",
        ],
    ),
    "a unit named as a section": (
        "kk",
        """«Болашақ» ЖШС|ЕРЕЖЕ|>БЕКІТЕМІН|>Ректор|>А.Б. Үлгібаев|>27.02.2026|ҚҰҚЫҚ БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ|№ 158|Атырау 2026 ж.""",
        ["«Болашақ» ЖШС", "ЕРЕЖЕ", "Ректор", "А.Б. Үлгібаев", "ҚҰҚЫҚ БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ", "158", "Атырау"],
    ),
    "an organisation that no word tells": (
        "en",
        """“Bolashak” Foundation|REGULATION|>APPROVED|>Rector|>A. Ulgibayev|>27.02.2026|REGULATION ON THE DEPARTMENT OF|HUMAN RIGHTS|No. 158|Almaty, 2026""",
        [
            "“Bolashak” Foundation",
            "REGULATION",
            "Rector",
            "A. Ulgibayev",
            "REGULATION ON THE DEPARTMENT OF HUMAN RIGHTS",
            "158",
            "Almaty",
        ],
    ),
    "approved by an order": (
        "kk",
        """«Болашақ» ЖШС|ЕРЕЖЕ|>БЕКІТІЛДІ|>Басқарма төрағасы-ректордың|>2026 жылғы 27 ақпандағы|>№ 12-н бұйрығымен|САПА БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ|№ 158|Атырау 2026 ж.""",
        [
            "«Болашақ» ЖШС",
            "ЕРЕЖЕ",
            "Басқарма төрағасы-ректордың",
            None,
            "САПА БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ",
            "158",
            "Атырау",
        ],
    ),
    "a line that is another kind by itself": (
        "kk",
        """Сарыарқа университеті|>БЕКІТЕМІН|>Ректор|>А.Б. Үлгібаев|>27.02.2026|СТРАТЕГИЯ|БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ|№ 158|Атырау 2026 ж.""",
        [
            "Сарыарқа университеті",
            None,
            "Ректор",
            "А.Б. Үлгібаев",
            "СТРАТЕГИЯ БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ",
            "158",
            "Атырау",
        ],
    ),
    "letter-spaced kind line that begins the title": (
        "ru",
        """Министерство науки и высшего образования Республики Казахстан|Некоммерческое акционерное общество|«Университет Сарыарка»|>«УТВЕРЖДАЮ»|>Председатель Правления – Ректор НАО «Университет Сарыарка»|>___________ Улгибаев А. Б.|>«27» 02 2026 г.|П О Л О Ж Е Н И Е|об отделе международных связей|№ 158|Астана, 2026""",
        [
            "Некоммерческое акционерное общество «Университет Сарыарка»",
            "П О Л О Ж Е Н И Е",
            "Председатель Правления – Ректор",
            "Улгибаев А. Б.",
            "ПОЛОЖЕНИЕ об отделе международных связей",
            "158",
            "Астана",
        ],
    ),
    "year above the city, nested quotes": (
        "ru",
        """НАО «Университет «Сарыарка»|ПОЛОЖЕНИЕ|>УТВЕРЖДАЮ|>Ректор|>А.Б. Улгибаев|>«___» ________ 2026 г.|Положение об Учёном совете|№ 158|2026|Сарыгород""",
        [
            "НАО «Университет «Сарыарка»",
            "ПОЛОЖЕНИЕ",
            "Ректор",
            "А.Б. Улгибаев",
            "Положение об Учёном совете",
            "158",
            "Сарыгород",
        ],
    ),
    "holder and kind on two lines": (
        "kk",
        """«Сарыарқа университеті» КеАҚ|>БЕКІТЕМІН|>Ректор|>А.Б. Үлгібаев|>27.02.2026|САПА БӨЛІМІ БАСШЫСЫНЫҢ|ЛАУАЗЫМДЫҚ НҰСҚАУЛЫҒЫ|№ 158|Алматы, 2026""",
        [
            "«Сарыарқа университеті» КеАҚ",
            "ЛАУАЗЫМДЫҚ НҰСҚАУЛЫҒЫ",
            "Ректор",
            "А.Б. Үлгібаев",
            "САПА БӨЛІМІ БАСШЫСЫНЫҢ ЛАУАЗЫМДЫҚ НҰСҚАУЛЫҒЫ",
            "158",
            "Алматы",
        ],
    ),
}


@pytest.mark.parametrize("way", HOUSE_FORMS)
def test_house_forms(way: str) -> None:
    language, lines, expected = HOUSE_FORMS[way]
    front = "\n".join(
        f"{{align=right}} {line[1:]}" if line.startswith(">") else f"{{align=center}} {line}"
        for line in lines.split("|")
    )
    page = found(title_page_of(front, language))
    assert [
        page[key] for key in ("organisation", "kind", "position", "name", "title", "number", "city")
    ] == expected
    assert page["year"] == "2026"


def test_a_text_box_does_not_part_the_title() -> None:
    front = """{align=center} «Сарыарқа университеті» КеАҚ
{align=center, bold} ЕРЕЖЕ
{align=center, bold} ЦИФРЛЫҚ ДАМУ
{textbox} БЕКІТЕМІН
{textbox} Ректор
{textbox} А.Б. Үлгібаев
{textbox} 27.02.2026
{align=center, bold} КЕҢСЕСІ ТУРАЛЫ ЕРЕЖЕ
{align=center} № 158"""
    page = found(title_page_of(front))
    assert (page["title"], page["name"]) == ("ЦИФРЛЫҚ ДАМУ КЕҢСЕСІ ТУРАЛЫ ЕРЕЖЕ", "А.Б. Үлгібаев")


@pytest.mark.parametrize("approval", ["table", "text box"])
def test_a_kind_line_does_not_complete_a_title_below_it(approval: str) -> None:
    way = "table, organisation left, approval right" if approval == "table" else "text box"
    page = title_page_of(FRONTS[way].replace(TITLE, "САПА БӨЛІМІ ТУРАЛЫ"))
    assert found(page) == WHOLE | {"title": "САПА БӨЛІМІ ТУРАЛЫ"}


def test_an_initial_is_no_label_of_a_number() -> None:
    front = """
{align=center} Altai University NJSC
{align=right} APPROVED BY
{align=right} Rector
{align=right} N. Seitkali
{align=right} 27 February 2026
{align=center, bold} JOB DESCRIPTION OF THE LIBRARIAN
{align=center} No 52
{align=center} Semey 2026"""
    page = title_page_of(front, "en")
    assert page.number is not None
    assert page.number.value == "52"
    assert found(page)["name"] == "N. Seitkali"
    assert found(page)["title"] == "JOB DESCRIPTION OF THE LIBRARIAN"


@pytest.mark.parametrize(
    "organisation",
    ["ТОО «Университет „Сарыарка“»", "ТОО «Университет «Сарыарка»", 'ТОО "Университет “Сарыарка”"'],
)
def test_a_quoted_name_in_a_quoted_name(organisation: str) -> None:
    front = f"""
{{align=center}} {organisation}
{{align=center, bold}} ПОЛОЖЕНИЕ
{{align=right}} УТВЕРЖДАЮ
{{align=right}} Ректор {organisation}
{{align=right}} ____________ Ж. О’Нил
{{align=right}} «27» февраля 2026 г.
{{align=center, bold}} ПОЛОЖЕНИЕ О БИБЛИОТЕКЕ
{{align=center}} № 7
{{align=center}} Алматы 2026"""
    seen = found(title_page_of(front, "ru"))
    assert seen["organisation"] == organisation
    assert (seen["position"], seen["name"], seen["date"]) == ("Ректор", "Ж. О’Нил", "read")
    assert seen["title"] == "ПОЛОЖЕНИЕ О БИБЛИОТЕКЕ"


def test_a_unit_named_after_law_is_no_section_on_rights() -> None:
    front = """
{align=center} АО «Университет Нарын»
{align=right} УТВЕРЖДАЮ
{align=right} Ректор
{align=right} Г.Х. Ибраева
{align=right} 01.12.2025
{align=center, bold} ПОЛОЖЕНИЕ О ДЕКАНАТЕ
{align=center, bold} ФАКУЛЬТЕТА ЭКОНОМИКИ И ПРАВА
{align=center} № 28
{align=center} Астана 2025"""
    seen = found(title_page_of(front, "ru"))
    assert seen["title"] == "ПОЛОЖЕНИЕ О ДЕКАНАТЕ ФАКУЛЬТЕТА ЭКОНОМИКИ И ПРАВА"
    assert (seen["number"], seen["city"]) == ("28", "Астана")
