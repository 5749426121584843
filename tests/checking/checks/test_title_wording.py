import pytest

from docctl.checking.checks.title_wording import (
    difference,
    key_of,
    names_kind,
    organisation_key,
    position_in,
    title_key,
)
from docctl.domain.form import Form
from tests.content import rulebook


@pytest.fixture
def regulation() -> Form:
    return next(form for form in rulebook().forms if form.kind == "regulation")


@pytest.mark.parametrize(
    "other",
    [
        "«Х.Досан атындағы Сарыарқа университеті» КеАҚ",
        '"Х. Досан атындағы\nСарыарқа  университеті" КЕАҚ',
        "«Х.\u00a0Досан атындағы Сарыарқа университеті»КеАҚ",
        "«Х. Досан атындағы Сарыарқа университеті» коммерциялық емес акционерлік қоғамы",
        "Коммерциялық емес акционерлік қоғам «Х. Досан атындағы Сарыарқа университеті»",
        "«Х. Досан атындағы Сарыаpқа университеті» КеАҚ",  # a Latin p: another rule's
    ],
)
def test_the_same_organisation(other: str) -> None:
    assert organisation_key(other) == organisation_key("«Х. Досан атындағы Сарыарқа университеті» КеАҚ")


@pytest.mark.parametrize(
    "other", ["«Х. Досан атындағы Сарыарқа университеті» КсАҚ", "«Х. Досан атындағы Сарыарқа институты» КеАҚ"]
)
def test_another_organisation(other: str) -> None:
    assert organisation_key(other) != organisation_key("«Х. Досан атындағы Сарыарқа университеті» КеАҚ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("САПА БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ", "Сапа бөлімі туралы"),
        ("ПОЛОЖЕНИЕ\nоб отделе качества", "Об отделе качества"),
        ("Regulation on the Quality Office", "Quality Office Regulation"),
        ("Сапа-бөлімі туралы Ереже", "Сапа – бөлімі  туралы ереже"),
    ],
)
def test_the_same_title(regulation: Form, one: str, other: str) -> None:
    assert title_key(one, regulation) == title_key(other, regulation)


@pytest.mark.parametrize(
    "other", ["Сапа кеңсесі туралы ереже", "Сапа бөлімі туралы нұсқаулық", "Сапа бөлімінің ережесі"]
)
def test_another_title(regulation: Form, other: str) -> None:
    assert title_key(other, regulation) != title_key("Сапа бөлімі туралы ереже", regulation)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Сапа бөлімі туралы ереже", True),
        ("Положение об отделе", True),
        ("Quality Office Regulation", True),
        ("Сапа бөлімі туралы", False),
        ("Об отделе", False),
        ("", False),
    ],
)
def test_whether_a_title_names_its_kind(regulation: Form, title: str, named: bool) -> None:
    assert names_kind(title, regulation) is named


@pytest.mark.parametrize(
    ("expected", "found", "words"),
    [
        ("Сапа кеңсесі туралы ереже", "Сапа кеңесі туралы ереже", "кеңсесі → кеңесі"),
        ("Сапа бөлімі туралы ереже", "Сапа туралы ереже", "бөлімі → –"),
        ("Сапа бөлімі", "Сапа бөлімі туралы", "– → туралы"),
        ("САПА бөлімі", "Сапа тобы", "бөлімі → тобы"),
    ],
)
def test_difference(expected: str, found: str, words: str) -> None:
    assert difference(expected, found) == words


def test_position_in() -> None:
    assert position_in(key_of("сапа бөлімі туралы ереже"), key_of("туралы ереже")) == 2
    assert position_in(key_of("сапа бөлімі"), key_of("сапа бөлімі туралы")) is None
    assert position_in(key_of("сапа бөлімі"), ()) is None


def test_a_hostile_title_is_cut() -> None:
    assert len(key_of("аб " * 500_000)) == 200
