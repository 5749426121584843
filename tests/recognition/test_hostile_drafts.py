# ruff: noqa: E501  (a line of a sketch is a paragraph)
"""Recognition is linear: long paragraphs, many headings, many tables and deep numbers cost no more than reading them."""

import time

import pytest

from docctl.checking.sketch import read_sketch
from docctl.domain.draft import Draft, PageSetup, Paragraph, Run, Section
from docctl.domain.formats import CharFormat
from docctl.recognition import recognise
from tests.content import rulebook
from tests.recognition.drafts import parts_of

BOLD = CharFormat(font="Times New Roman", size=14, bold=True)
SECONDS = 4.0
"""On a slow machine; the same text costs a hundredth of it on an idle one."""


def draft_of(texts: list[str]) -> Draft:
    paragraphs = tuple(
        Paragraph(index=n, text=text, runs=(Run(text, BOLD),)) for n, text in enumerate(texts, start=1)
    )
    return Draft(name="hostile.docx", blocks=paragraphs, sections=(Section(1, PageSetup()),))


def seconds(texts: list[str], kind: str | None = "regulation") -> float:
    book = rulebook()
    draft = draft_of(texts)
    start = time.perf_counter()
    recognise(draft, book.forms, book.lexicon, kind)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "text",
    [
        "а" * 1_000_000,
        " " * 1_000_000 + "1",
        "_" * 1_000_000,
        "1." * 500_000,
        "«" * 1_000_000,
        "27 " * 300_000,
        "А.Б. " * 200_000,
        "№ " * 500_000,
        "\t" * 500_000 + "\n" * 500_000,
        "бет 1 " * 150_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_huge_paragraph(text: str) -> None:
    assert seconds(["ЕРЕЖЕ", text, "1 Жалпы ережелер", text, "№ 158"]) < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "1 Белгісіз бөлім атауы",
        "Құқықтары",
        "Мазмұны",
        "1.1 Бөлім жұмысы",
        "Танысу парағы",
        "БЕКІТЕМІН",
        "ЕРЕЖЕ",
        "№ 158",
        "Қосымша 1",
        "Термндер мен анықтмалар туралы басқа сөздер",
        "Жалпы ережелер ....... 4",
        "Атырау 2026",
    ],
)
def test_the_same_line_many_times(text: str) -> None:
    assert seconds([text] * 20_000) < SECONDS


def test_recognition_takes_time_in_proportion() -> None:
    body = ["ЕРЕЖЕ", "САПА БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ", "1 Жалпы ережелер"]
    few = body + [f"1.{n} Бөлім өз жұмысын осы Ережеге сәйкес жүргізеді." for n in range(1, 501)]
    many = body + [f"1.{n} Бөлім өз жұмысын осы Ережеге сәйкес жүргізеді." for n in range(1, 8001)]
    seconds(few)
    small = min(seconds(few, None) for _ in range(3))
    assert min(seconds(many, None) for _ in range(2)) < 40 * small + 0.2


def test_many_small_tables() -> None:
    rows = "| Көрсеткіш | Өлшем бірлігі | Мәні туралы |\n| дана | сөз | 5 |\nмәтін"
    book = rulebook()
    draft = read_sketch("ЕРЕЖЕ\n" + "\n".join([rows] * 1000))
    start = time.perf_counter()
    recognise(draft, book.forms, book.lexicon, "regulation")
    assert time.perf_counter() - start < SECONDS


def test_nested_and_ragged_tables() -> None:
    parts = parts_of(
        "{align=center} ЕРЕЖЕ\n| а |\n| а | < | б |\n| ^ | в |\n{bold} 1 Жалпы ережелер\n1.1 Мәтін"
    )
    assert len(parts.parts) == len(parts.clauses)
