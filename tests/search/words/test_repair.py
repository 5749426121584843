import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.words.latin import from_latin
from docctl.search.words.layout import from_cyrillic_keys, from_english_keys


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0fpf0", "қазақ"),
        ("ghbrfp", "приказ"),
        ("tht;t", "ереже"),
        ("rt4ct", "кеңсе"),
        ("2lscntvt", "әдыстеме"),
        ("j0e -yth", "оқу өнер"),
        ("F!@", "А!Ә"),
        ("ghbrfp № 158", "приказ № 158"),
    ],
)
def test_english_layout(typed: str, meant: str) -> None:
    assert meant.split()[0] in " ".join(from_english_keys(typed)).split()


def test_figures_are_kept() -> None:
    assert from_english_keys("ghbrfp 158") == ("приказ 158",)
    assert from_english_keys("158") == ()


def test_text_without_latin_letters_was_not_typed_so() -> None:
    assert from_english_keys("ереже 12") == ()


def test_cyrillic_layout() -> None:
    assert from_cyrillic_keys("щаашсу") == ("office",)
    assert from_cyrillic_keys("office") == ()


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі ", max_size=20))
def test_what_was_typed_with_the_wrong_layout_comes_back(text: str) -> None:
    for keys in from_cyrillic_keys(text):
        letters = any(letter.isascii() and letter.isalpha() for letter in keys)
        kept = all(any(k.isascii() and k.isalpha() for k in chunk) for chunk in keys.split())
        assert not (letters and kept) or text in from_english_keys(keys)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("bılım", "білім"),
        ("Qazaqstan", "қазақстан"),
        ("memlekettık", "мемлекеттік"),
        ("mädeniet", "мәдениет"),
        ("qyzmet", "қызмет"),
        ("bölım", "бөлім"),
        ("keñse", "кеңсе"),
        ("jūmys", "жұмыс"),
        ("üşın", "үшін"),
        ("ğylym", "ғылым"),
        ("KeAQ", "кеақ"),
        ("bilim", "білім"),
        ("ekonomika", "экономика"),
        ("komissia", "комиссия"),
        ("shart", "шарт"),
        ("zhoba", "жоба"),
        ("bólim", "бөлім"),
        ("İndeks", "индекс"),
    ],
)
def test_latin_kazakh(latin: str, cyrillic: str) -> None:
    assert cyrillic in from_latin(latin)


@pytest.mark.parametrize("word", ["білім", "158", "", "a-b", "bılım2"])
def test_what_is_no_latin_word_has_no_reading(word: str) -> None:
    assert from_latin(word) == ()


@given(st.text("aäbdefgğhıijklmnñoöpqrsştuūüvyzcwx", min_size=1, max_size=20))
def test_readings_are_few_and_cyrillic(word: str) -> None:
    readings = from_latin(word)
    assert 1 <= len(readings) <= 16
    assert all("\u0400" <= letter <= "\u04ff" for reading in readings for letter in reading)
