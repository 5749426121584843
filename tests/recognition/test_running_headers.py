# ruff: noqa: E501  (a line of a sketch is a paragraph)
import pytest

from docctl.domain.draft import Variant
from docctl.domain.parts import PageOfPages, Parts
from tests.recognition.drafts import BODY, parts_of

FRONT = """{align=center} «Сарыарқа университеті» КеАҚ
{align=center, bold} ЕРЕЖЕ
{align=right} БЕКІТЕМІН
{align=right} Басқарма төрағасы-ректор
{align=right} А.Б. Үлгібаев
{align=right} 27.02.2026
{align=center, bold} ЦИФРЛЫҚ ДАМУ КЕҢСЕСІ ТУРАЛЫ ЕРЕЖЕ
{align=center} № 158
{align=center} Атырау 2026 ж.
"""
FIELDS = "[[field=PAGE|2]]- бет, [[field=NUMPAGES|11]] беттен тұрады"
ORGANISATION = "«Сарыарқа университеті» КеАҚ"
TITLE = "Цифрлық даму кеңсесі туралы Ереже"


def with_header(header: str, section: str = "=== section first") -> Parts:
    return parts_of(f"{section}\n=== header\n{header}\n=== body\n{FRONT}{BODY['kk']}")


HEADERS = {
    "table": f"| SARYARQA UNIVERSITY | {ORGANISATION} | Басылым: екінші |\n| ^ | {TITLE} | {FIELDS} |",
    "cells hold several lines": f"| {ORGANISATION} // {TITLE} | Басылым: екінші // {FIELDS} |",
    "organisation on two lines": f"| «Сарыарқа // университеті» КеАҚ | {TITLE} | Басылым: 2 // {FIELDS} |",
    "title on two lines": f"| {ORGANISATION} | Цифрлық даму // кеңсесі туралы Ереже | 2-ші басылым // {FIELDS} |",
    "tabs": f"SARYARQA UNIVERSITY\\t{ORGANISATION}\\tБасылым: екінші\n{TITLE}\\t{FIELDS}",
    "paragraphs": f"{ORGANISATION}\n{TITLE}\nБасылым: екінші\n{FIELDS}",
    "text boxes": f"{{textbox}} {ORGANISATION}\n{{textbox}} {TITLE}\n{{textbox}} Басылым: екінші\n{{textbox}} {FIELDS}",
    "edition and page on one line": f"{ORGANISATION}\n{TITLE}\nБасылым: екінші   {FIELDS}",
    "label and ordinal in two cells": f"| {ORGANISATION} | Басылым: | екінші |\n| {TITLE} | Бет: | [[field=PAGE|2]]/[[field=NUMPAGES|11]] |",
    "edition number sign": f"| {ORGANISATION} | Басылым № 2 |\n| {TITLE} | {FIELDS} |",
    "organisation and title on one line": f"{ORGANISATION} {TITLE}\nБасылым: II\n{FIELDS}",
}


@pytest.mark.parametrize("way", HEADERS)
def test_the_same_header_in_every_way(way: str) -> None:
    (header,) = with_header(HEADERS[way]).headers
    assert header.organisation is not None
    assert header.title is not None
    assert header.edition is not None
    assert header.organisation.text == ORGANISATION
    assert header.title.text == TITLE
    assert header.edition.value == 2
    assert (header.pages, header.total) == (PageOfPages.FIELDS, 11)


@pytest.mark.parametrize("way", [way for way in HEADERS if way != "organisation and title on one line"])
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("кеңсесі", "кенесі", "Цифрлық даму кенесі туралы Ереже"),
        ("кеңсесі", "кеңесі", "Цифрлық даму кеңесі туралы Ереже"),
    ],
)
def test_a_slip_in_the_title_is_kept(way: str, old: str, new: str, expected: str) -> None:
    (header,) = with_header(HEADERS[way].replace(old, new)).headers
    assert header.title is not None
    assert header.title.text == expected
    assert header.organisation is not None
    assert header.organisation.text == ORGANISATION


@pytest.mark.parametrize("way", HEADERS)
def test_a_slip_in_the_organisation_is_kept(way: str) -> None:
    (header,) = with_header(HEADERS[way].replace("КеАҚ", "КсАҚ")).headers
    assert header.organisation is not None
    assert "КсАҚ" in header.organisation.text


@pytest.mark.parametrize(
    ("pages", "how", "total"),
    [
        ("2- бет, 11 беттен тұрады", PageOfPages.TYPED, 11),
        ("[[field=PAGE|2]]- бет, 11 беттен тұрады", PageOfPages.TYPED, 11),
        ("стр. 2 из 11", PageOfPages.TYPED, 11),
        ("стр. [[field=PAGE|2]] из [[field=NUMPAGES|11]]", PageOfPages.FIELDS, 11),
        ("page 2 of 11", PageOfPages.TYPED, 11),
        ("Page [[field=PAGE|2]] of [[field=NUMPAGES|11]]", PageOfPages.FIELDS, 11),
        ("2/11", PageOfPages.TYPED, 11),
        ("Бет 2/11", PageOfPages.TYPED, 11),
        ("[[field=PAGE|2]]", PageOfPages.PAGE_ONLY, None),
        ("Бет [[field=PAGE|2]]", PageOfPages.PAGE_ONLY, None),
        ("[[field=PAGE|2]] из [[field=SECTIONPAGES|3]]", PageOfPages.PAGE_ONLY, 3),
        ("", PageOfPages.MISSING, None),
    ],
)
def test_page_of_pages(pages: str, how: PageOfPages, total: int | None) -> None:
    (header,) = with_header(f"{ORGANISATION}\n{TITLE}\nБасылым: екінші\n{pages}").headers
    assert (header.pages, header.total) == (how, total)
    assert header.title is not None
    assert header.title.text == TITLE


def test_pages_in_the_footer_count() -> None:
    sketch = f"=== section first\n=== header\n{ORGANISATION}\n{TITLE}\n=== footer\n{FIELDS}\n=== body\n"
    (header,) = parts_of(f"{sketch}{FRONT}{BODY['kk']}").headers
    assert (header.pages, header.total) == (PageOfPages.FIELDS, 11)


@pytest.mark.parametrize(
    ("printed", "text", "value"),
    [
        ("Басылым: екінші", "екінші", 2),
        ("Издание второе", "второе", 2),
        ("Издание: 2", "2", 2),
        ("Edition: second", "second", 2),
        ("2nd edition", "2nd", 2),
        ("Second edition", "Second", 2),
        ("2-ші басылым", "2-ші", 2),
        ("Екінші басылым", "Екінші", 2),
        ("Басылым № 2", "2", 2),
        ("Басылым: жиырма бірінші", "жиырма бірінші", 21),
        ("Басылым: екнші", "екнші", None),
        ("Басылым:", "", None),
        ("Edition 2", "2", 2),
        ("Edition No. 2", "2", 2),
        ("Ed. 2", "2", 2),
        ("Edition number: 2", "2", 2),
        ("Номер издания: 2", "2", 2),
        ("Басылым нөмірі: 2", "2", 2),
        ("2-басылым", "2", 2),
    ],
)
def test_editions(printed: str, text: str, value: int | None) -> None:
    (header,) = with_header(f"| {ORGANISATION} | {printed} |\n| {TITLE} | {FIELDS} |").headers
    assert header.edition is not None
    assert (header.edition.text, header.edition.value) == (text, value)


def test_a_unit_named_as_an_edition() -> None:
    front = FRONT.replace("ЦИФРЛЫҚ ДАМУ КЕҢСЕСІ", "РЕДАКЦИЯ")
    header = f"=== section first\n=== header\n| {ORGANISATION} | Басылым: 2 |\n| Редакция туралы ереже | < |\n=== body\n"
    (found,) = parts_of(f"{header}{front}{BODY['kk']}").headers
    assert found.edition is not None
    assert found.title is not None
    assert (found.edition.value, found.title.text) == (2, "Редакция туралы ереже")


def test_no_edition_no_title_no_organisation() -> None:
    (header,) = with_header(FIELDS).headers
    assert (header.edition, header.title, header.organisation) == (None, None, None)


def test_what_is_missing_takes_nothing_else_with_it() -> None:
    whole = HEADERS["table"]
    (header,) = with_header(whole.replace(TITLE, "")).headers
    assert header.title is None
    assert header.organisation is not None
    assert header.organisation.text == ORGANISATION
    (header,) = with_header(whole.replace(ORGANISATION, "")).headers
    assert header.title is not None
    assert header.title.text == TITLE


def test_the_title_pages_own_section_has_no_running_header() -> None:
    sketch = (
        f"{FRONT}=== section\n=== header\n{HEADERS['table']}\n=== body\n1 Жалпы ережелер\n=== section\nМәтін"
    )
    parts = parts_of(sketch)
    assert [header.place.section for header in parts.headers] == [2, 3]
    assert parts.title_section == 1
    assert all(header.story.text for header in parts.headers)


def test_a_page_without_a_header_is_told_by_an_empty_story() -> None:
    parts = parts_of(f"{FRONT}{BODY['kk']}")
    (header,) = parts.headers
    assert header.story.text == ""


def test_a_header_on_the_title_page_is_told() -> None:
    parts = with_header(HEADERS["table"], section="")
    assert [story.variant for story in parts.title_headers] == [Variant.DEFAULT]
    assert len(parts.headers) == 1


def test_even_pages_have_a_header_of_their_own() -> None:
    sketch = (
        f"=== section first\n=== header\n{HEADERS['table']}\n=== header even\n{HEADERS['tabs']}\n=== body\n"
    )
    headers = parts_of(f"{sketch}{FRONT}{BODY['kk']}").headers
    assert [header.story.variant for header in headers] == [Variant.DEFAULT, Variant.EVEN]


def test_editions_of_all_headers_are_gathered() -> None:
    sketch = f"{FRONT}=== section\n=== header\nБасылым: екінші\n=== body\nА\n=== section\n=== header\nБасылым: үшінші\n=== body\nБ"
    parts = parts_of(sketch)
    assert [edition.value for edition in parts.editions] == [2, 3]
    assert parts.edition == 2


RUSSIAN = """{align=center} НАО «Университет Сарыарка»
{align=center, bold} ПОЛОЖЕНИЕ
{align=right} УТВЕРЖДАЮ
{align=right} Ректор
{align=right} А.Б. Улгибаев
{align=right} 27.02.2026
{align=center, bold} ПОЛОЖЕНИЕ ОБ ОТДЕЛЕ КАЧЕСТВА
{align=center} № 158
{align=center} Астана 2026
"""
OF = "[[field=PAGE|2]] из [[field=NUMPAGES|11]]"


@pytest.mark.parametrize(
    "header",
    [
        "| {o} | Издание второе |\n| {t} | Страница {p} |",
        "| Система менеджмента качества | {o} | Издание 2 |\n| ^ | {t} | лист {p} |",
        "| {o} | П-СМК-158-2026 | Издание: 2 |\n| {t} | < | Лист {p} |",
        "{o} // {t} // Издание: второе, стр. {p}",
        "{o} | {t} | Издание: 2 | {p}",
        "{o}, {t}. Издание второе. Стр. {p}",
        "| НАО // «Университет Сарыарка» | {t} | Издание: // второе // {p} |",
        "| {o} | Версия: 2 |\n| Положение // об отделе качества | Стр. {p} |",
        "{align=center} {o}\n{align=center} «{t}»\n{align=right} Издание 2 Страница {p}",
        "| {o} // П-158 // {t} | Издание 2 // {p} |",
    ],
)
def test_house_forms_of_the_header(header: str) -> None:
    organisation, title = "НАО «Университет Сарыарка»", "Положение об отделе качества"
    text = header.replace("{o}", organisation).replace("{t}", title).replace("{p}", OF)
    (found,) = parts_of(f"=== section first\n=== header\n{text}\n=== body\n{RUSSIAN}{BODY['ru']}").headers
    assert found.organisation is not None
    assert found.title is not None
    assert found.edition is not None
    assert (found.organisation.text, found.title.text, found.edition.value) == (organisation, title, 2)
    assert found.pages is PageOfPages.FIELDS
