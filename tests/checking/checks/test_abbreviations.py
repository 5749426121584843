import pytest

from docctl.checking.checks.abbreviations_declared import explained_in, same_meaning
from docctl.checking.checks.abbreviations_words import (
    abbreviations_in,
    forms_in,
    initials_fit,
    is_ending,
    is_roman,
)


def found(text: str, longest: int = 6) -> list[str]:
    return [word.text for word in abbreviations_in(text, longest) if not word.shouted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ЖОО-ның және ЖООда", ["ЖОО", "ЖОО"]),
        ("КеАҚ пен АқМЖП", ["КеАҚ", "АқМЖП"]),
        ("вузы и ВУЗов, УМС.", ["ВУЗ", "УМС"]),
        ("the QMO’s tasks", ["QMO"]),
        ("ҚР БҒМ бұйрығы", ["ҚР", "БҒМ"]),
        ("Кеңсе басшысы", []),
        ("WhatsApp, YouTube, JavaScript", []),
        ("III курс, ХХІ ғасыр, XIX", []),
        ("А4, Б-12, ISO-9001, COVID-19, АБВ-07", []),
        ("info@KBTU.kz және www.ENU.kz", []),
        ("А.Б. ҚАЛИ, ОМАР Ж.", []),
        ("НАЗАР АУДАРЫҢЫЗ деген жазу", []),
        ("БІР ЕКІ ҮШ ТӨРТ деген жазу", []),
        ("МАЗМҰНЫ", []),
        ("СТ РК және ҚР СТ", []),
    ],
)
def test_what_looks_like_an_abbreviation(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_it_stands_where_it_is_told_to() -> None:
    text = "Бұл ЖОО-ның ісі"
    (word,) = abbreviations_in(text, 6)
    assert text[word.start : word.end] == "ЖОО"


def test_words_in_capitals_are_marked() -> None:
    assert all(word.shouted for word in abbreviations_in("САПА БӨЛІМІ ТУРАЛЫ", 6))


@pytest.mark.parametrize(("word", "roman"), [("XIV", True), ("ХІХ", True), ("СМ", False), ("АВ", False)])
def test_roman_figures(word: str, roman: bool) -> None:
    assert is_roman(word) is roman


@pytest.mark.parametrize("ending", ["ның", "дың", "да", "лардан", "ға", "мен", "ін", "ы"])
def test_kazakh_endings(ending: str) -> None:
    assert is_ending(ending)


@pytest.mark.parametrize("word", ["профессор", "коммерциялық", "сапа"])
def test_words_are_no_endings(word: str) -> None:
    assert not is_ending(word)


@pytest.mark.parametrize(
    ("abbreviation", "words", "fit"),
    [
        ("ЖОО", ["жоғары", "оқу", "орны"], True),
        ("ИА", ["институционалдық", "аккредиттеу"], True),
        ("QMO", ["quality", "management", "office"], True),
        ("ПБ", ["правила", "и", "безопасность"], True),
        ("ОӘК", ["білім", "сапасын", "бақылау", "офисі"], False),
        ("ЖОО", ["жоғары", "оқу"], False),
    ],
)
def test_initials(abbreviation: str, words: list[str], fit: bool) -> None:
    assert initials_fit(abbreviation, words) is fit


def test_a_word_in_brackets_is_explained_by_the_words_before() -> None:
    assert explained_in("Институционалдық аккредиттеу (ИА) қорытындысы", 6) == {"иа"}
    assert explained_in("Білім сапасын бақылау офисі (ОӘК)", 6) == set()


def test_a_word_is_explained_by_what_follows_it() -> None:
    assert explained_in("ЖОО (жоғары оқу орны) және ОП – образовательная программа", 6) == {"жоо", "оп"}


def test_endings_do_not_make_another_meaning() -> None:
    assert same_meaning("жоғары оқу орны", "осы жоғары оқу орнының")
    assert not same_meaning("жоғары оқу орны", "жарнама бөлімі")


def test_forms_of_an_abbreviation() -> None:
    assert "жоо" in set(forms_in("ЖООда"))
    assert "жоо" in set(forms_in("ЖООДА БЕКІТІЛДІ"))
