import pytest

from docctl.checking.checks.signature_people import same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("А.Б. Үлгібаев", "Үлгібаев А.Б."),
        ("А.Б. Үлгібаев", "А. Үлгібаев"),
        ("А.Б.Үлгібаев", "ҮЛГІБАЕВ А. Б."),
        ("А.Б. Үлгібаев", "Үлгібаев Асқар Болатұлы"),
        ("Асқар Үлгібаев", "А. Үлгібаев"),
        ("Үлгібаев Асқар", "Асқар Үлгібаев"),
        ("Үлгібаев Асқар Болатұлы", "Асқар Үлгібаев"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("А.Б. Үлгібаев", "Е.Б. Үлгібаев"),
        ("А.Б. Үлгібаев", "А.Б. Үлгібаева"),
        ("Асқар Болатов", "Асқар Беков"),
        ("А.Б. Үлгібаев", "Үлгібаев Ерлан Болатұлы"),
        ("Үлгібаев", "Үлгібаев"),
        ("А.Б.", "А.Б."),
        ("", ""),
        ("____", "____"),
    ],
)
def test_perhaps_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)
