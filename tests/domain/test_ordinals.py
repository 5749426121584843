import pytest

from docctl.domain.ordinals import ordinals_of, roman
from docctl.domain.words import Language
from tests.content import rulebook

ORDINALS = ordinals_of(rulebook().lexicon)
ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix".split()


@pytest.mark.parametrize("language", Language)
def test_what_is_spelled_is_read(language: Language) -> None:
    for value in range(1, 31):
        word = ORDINALS.spell(value, language)
        assert ORDINALS.read(word) == value
        assert ORDINALS.read(word.upper()) == value
        assert ORDINALS.read(f" «{word}». ") == value


@pytest.mark.parametrize(
    "ending", ["", "-ші", "-шы", "-інші", "-е", "-ое", "-й", "-я", "-го", "st", "nd", "rd", "th", "."]
)
def test_figures(ending: str) -> None:
    for value in range(1, 31):
        assert ORDINALS.read(f"{value}{ending}") == value
        assert ORDINALS.read(f"№ {value}{ending}") == value


def test_russian_cases() -> None:
    stems = {
        1: "перв",
        2: "втор",
        4: "четверт",
        5: "пят",
        11: "одиннадцат",
        20: "двадцат",
        21: "двадцать перв",
    }
    for value, stem in stems.items():
        for ending in ("ое", "ая", "ого", "ой", "ому", "ым", "ую", "ые", "ых"):
            assert ORDINALS.read(stem + ending) == value
    for word in ("третье", "третья", "третий", "третьего", "третьей", "третьему", "третью"):
        assert ORDINALS.read(word) == 3
    assert ORDINALS.read("четвёртое") == 4


def test_kazakh_cases() -> None:
    for value in range(1, 31):
        word = ORDINALS.spell(value, Language.KK)
        for ending in ("сі", "нің", "ден", "сінде"):
            assert ORDINALS.read(word + ending) == value


def test_english_compounds() -> None:
    assert ORDINALS.read("twenty first") == ORDINALS.read("Twenty-First") == 21


def test_roman_figures() -> None:
    for value, figures in enumerate(ROMAN, start=1):
        assert roman(figures) == roman(figures.upper()) == ORDINALS.read(figures.upper()) == value
    assert roman("ІІ") == 2
    assert roman("IIII") is roman("IC") is roman("") is roman("abc") is None


@pytest.mark.parametrize(
    "text", ["", "екнші", "втрое", "secnd", "0", "екі", "два", "two", "жаңа", "екінші басылым", "x" * 1000]
)
def test_what_is_no_ordinal(text: str) -> None:
    assert ORDINALS.read(text) is None
