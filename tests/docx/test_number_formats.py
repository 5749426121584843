"""Counts as letters, Roman numerals and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.docx.number_formats import FORMATS, LATIN, RUSSIAN, letters, roman, spell

VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def read_roman(numeral: str) -> int:
    values = [VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


@given(st.integers(1, 3999))
def test_roman_round_trip(count: int) -> None:
    assert read_roman(roman(count)) == count


@given(st.integers(1, 780), st.sampled_from([LATIN, RUSSIAN]))
def test_letters_round_trip(count: int, alphabet: str) -> None:
    spelt = letters(count, alphabet)
    assert len(set(spelt)) == 1
    assert (len(spelt) - 1) * len(alphabet) + alphabet.index(spelt[0]) + 1 == count


@given(st.integers(-(10**9), 10**9), st.sampled_from([*FORMATS, "unheardOf", "custom"]))
def test_every_count_has_a_short_spelling(count: int, number_format: str) -> None:
    assert len(spell(count, number_format)) <= 100


@pytest.mark.parametrize(
    ("number_format", "count", "spelt"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 110, "110"),
        ("upperRoman", 44, "XLIV"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("russianLower", 9, "и"),
        ("russianLower", 10, "к"),
        ("russianUpper", 26, "Ы"),
        ("russianLower", 30, "аа"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("cardinalText", 42, "Forty-two"),
        ("cardinalText", 100, "100"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 30, "Thirtieth"),
        ("ordinalText", 61, "Sixty-first"),
        ("hex", 255, "FF"),
        ("chicago", 5, "**"),
        ("numberInDash", 4, "- 4 -"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "(2)"),
        ("decimalFullWidth", 10, "１０"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("chineseCounting", 3, "3"),
        ("lowerLetter", 0, "0"),
        ("lowerRoman", 0, "0"),
        ("lowerRoman", -4, "-4"),
        ("lowerRoman", 32768, "32768"),
    ],
)
def test_spelling(number_format: str, count: int, spelt: str) -> None:
    assert spell(count, number_format) == spelt


@pytest.mark.parametrize(
    ("sample", "count", "spelt"),
    [
        ("001, 002, 003, ...", 12, "012"),
        ("а, б, в, ...", 4, "г"),
        ("I, II, III, ...", 4, "IV"),
        ("неизвестно", 4, "4"),
        ("", 4, "4"),
    ],
)
def test_custom_formats_follow_their_sample(sample: str, count: int, spelt: str) -> None:
    assert spell(count, "custom", sample) == spelt
