from datetime import date, timedelta

import pytest

from docctl.domain.dates import dates_of
from docctl.domain.parts import DateState
from docctl.domain.words import Language
from tests.content import rulebook

DATES = dates_of(rulebook().lexicon)
DAY = date(2026, 2, 27)


@pytest.mark.parametrize(
    "text",
    [
        "«27» ақпан 2026 жыл",
        "27 ақпан 2026 ж.",
        "27 ақпан 2026ж",
        "2026 жылғы 27 ақпан",
        "2026 жылдың 27 ақпаны",
        "2026 ж. 27 ақпан",
        "27-ақпан, 2026 жыл",
        "«27» акпан 2026 жыл",
        "27.02.2026",
        "27.02.2026 ж.",
        "27.2.2026",
        "27. 02. 2026",
        "27.02.26",
        "27/02/2026",
        "27-02-2026",
        "2026-02-27",
        "27 февраля 2026 г.",
        "«27» февраля 2026 года",
        "„27“ февpаля 2026 г.",
        "«27 »  февраля  2026 г.",
        "27\u00a0февраля\u00a02026\u00a0г.",
        "«_27_» __02__ 2026 ж.",
        "«27» ___ақпан___ 2026 ж.",
        "February 27, 2026",
        "27 February 2026",
        "27th of February 2026",
        "27th February, 2026",
        "27 Feb. 2026",
        "“27” February 2026",
        "27 АҚПАН 2026",
        "Күні: 27.02.2026",
    ],
)
def test_usual_spellings(text: str) -> None:
    reading = DATES.read(text)
    assert (reading.state, reading.value, reading.year) == (DateState.READ, DAY, 2026)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("", None),
        ("   ", None),
        ("____________", None),
        ("«__» ________ 2026 ж.", 2026),
        ("«16» наурыз 20__ жыл", None),
        ("16.03.20__", None),
        ('"___" ______ 20__ г.', None),
        ("«___»_________20___ж.", None),
        ("“__” __________ 2026", 2026),
        ("«  » ақпан 2026 жыл", 2026),
        ("«27»________2026 ж.", 2026),
        ("2026 ж.", 2026),
        ("кк.аа.жжжж", None),
        ("дд.мм.гггг", None),
        ("(күні)", None),
    ],
)
def test_blanks(text: str, year: int | None) -> None:
    reading = DATES.read(text)
    assert (reading.state, reading.value, reading.year) == (DateState.BLANK, None, year)


@pytest.mark.parametrize(
    "text", ["» « *Ол* » 2026 жыл", "Ол", "27 ақпан", "ертең", "2026 жылғы көктем", "27.02", "А.Б. Үлгібаев"]
)
def test_scribble(text: str) -> None:
    assert DATES.read(text).state is DateState.UNREADABLE


@pytest.mark.parametrize(
    "text", ["31.02.2026", "«30» ақпан 2026 ж.", "32 января 2026 г.", "2026-13-01", "00.01.2026"]
)
def test_dates_of_no_calendar(text: str) -> None:
    reading = DATES.read(text)
    assert (reading.state, reading.value, reading.year) == (DateState.IMPOSSIBLE, None, 2026)


def spellings(day: date) -> list[str]:
    """A date in every language and shape, from the word lists themselves."""
    kazakh, russian, english = (
        words.in_language(language)[0]
        for words, language in zip([rulebook().lexicon.months[day.month - 1]] * 3, Language, strict=True)
    )
    return [
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%Y-%m-%d}",
        f"«{day:%d}» {kazakh} {day.year} жыл",
        f"{day.year} жылғы {day.day} {kazakh}ындағы",
        f"{day.day} {russian} {day.year} г.",
        f"{english.title()} {day.day}, {day.year}",
        f"{day.day} {english.title()} {day.year}",
    ]


def test_every_day_of_a_year_in_every_spelling() -> None:
    for offset in range(0, 366, 5):
        day = date(2024, 1, 1) + timedelta(days=offset)
        for text in spellings(day):
            assert DATES.read(text).value == day, text


def test_dates_in_running_text() -> None:
    text = "Қазақстан Республикасының 2007 жылғы 27 шілдедегі № 319-III Заңы, 25.08.2023 № 236, 31.02.2024 г."
    readings = sorted(DATES.find(text), key=lambda reading: reading.start)
    assert [reading.value for reading in readings] == [date(2007, 7, 27), date(2023, 8, 25), None]
    assert [text[r.start : r.end] for r in readings] == [
        "2007 жылғы 27 шілдедегі",
        "25.08.2023",
        "31.02.2024 г.",
    ]


@pytest.mark.parametrize(
    "text", ["6.10.20 тармағы", "№ 12.10.2024-1", "10.11.12", "1.2.3.4", "тел. 27-02-20"]
)
def test_what_is_no_date_in_running_text(text: str) -> None:
    assert not list(DATES.find(text))


def test_a_long_text_takes_little_time() -> None:
    assert not list(DATES.find("27 " * 100_000))
    assert not list(DATES.find("ақпан " * 50_000))
