import pytest

from docctl.domain.words import Language
from docctl.search.words.analysis import key_of
from docctl.search.words.english import english_stem
from docctl.search.words.language import language_of, language_of_text
from docctl.search.words.russian import is_russian, normal_form


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("заңды", Language.KK),
        ("балалар", None),
        ("стандарттарда", None),
        ("office", Language.EN),
        ("или", Language.RU),
        ("образования", Language.RU),
        ("утвердить", Language.RU),
        ("должность", Language.RU),
        ("мониторингте", None),
        ("отдел", None),
    ],
)
def test_language_of_a_word(word: str, language: Language | None) -> None:
    assert language_of(word) is language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Осы Ереже кеңсенің жұмысын белгілейді.", Language.KK),
        ("Настоящее Положение определяет работу отдела.", Language.RU),
        ("This regulation rules the work of the office.", Language.EN),
        ("КЕҢСЕ ТУРАЛЫ ЕРЕЖЕ", Language.KK),
    ],
)
def test_language_of_a_text(text: str, language: Language) -> None:
    assert language_of_text(text) is language


@pytest.mark.parametrize(
    ("form", "normal"),
    [("приказами", "приказ"), ("утверждён", "утвердить"), ("учета", "учет"), ("ребенка", "ребенок")],
)
def test_normal_forms(form: str, normal: str) -> None:
    assert normal_form(form) == normal


def test_the_dictionary_tells_russian_words() -> None:
    assert is_russian("приказами")
    assert not is_russian("кеңсенің")


def test_english_stems_are_settled() -> None:
    assert english_stem("regulations") == english_stem("regulation")
    assert english_stem(english_stem("university")) == english_stem("university")


@pytest.mark.parametrize(
    "forms",
    [
        "приказ приказа приказу приказом приказе приказы приказов приказам приказами приказах",
        "проверить проверил проверила проверят проверенный проверив",
        "должностная должностной должностную должностные должностных",
        "университет университеттің университета университетке",
    ],
)
def test_any_form_finds_any_other(forms: str) -> None:
    assert len({key_of(form) for form in forms.split()}) == 1
