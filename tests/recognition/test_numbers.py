import pytest

from docctl.domain.draft import Paragraph
from docctl.recognition.numbers import numbering_of
from tests.content import rulebook

NUMBERING = numbering_of(rulebook().lexicon)


@pytest.mark.parametrize(
    ("text", "number", "printed", "rest"),
    [
        ("1 Жалпы", "1", "1", "Жалпы"),
        ("1. Жалпы", "1", "1.", "Жалпы"),
        ("1) жалпы", "1", "1)", "жалпы"),
        ("6.23 Тізілім", "6.23", "6.23", "Тізілім"),
        ("6.23. Тізілім", "6.23", "6.23.", "Тізілім"),
        ("6.23) Тізілім", "6.23", "6.23)", "Тізілім"),
        ("6.23\tТізілім", "6.23", "6.23", "Тізілім"),
        ("6.23Тізілім", "6.23", "6.23", "Тізілім"),
        ("1.1.1 Мәтін", "1.1.1", "1.1.1", "Мәтін"),
        ("  2.1 «Мәтін»", "2.1", "2.1", "«Мәтін»"),
        ("3-бөлім. Құқықтары", "3", "3-бөлім.", "Құқықтары"),
        ("3 тарау. Құқықтары", "3", "3 тарау.", "Құқықтары"),
        ("Раздел 3. Права", "3", "Раздел 3.", "Права"),
        ("Глава III. Права", "III", "Глава III.", "Права"),
        ("Section 3: Rights", "3", "Section 3:", "Rights"),
        ("IV. Құқықтары", "IV", "IV.", "Құқықтары"),
        ("ІІ Құқықтары", "ІІ", "ІІ", "Құқықтары"),
        ("§ 3. Права", "3", "§ 3.", "Права"),
    ],
)
def test_numbers(text: str, number: str, printed: str, rest: str) -> None:
    found = NUMBERING.typed(text)
    assert found is not None
    assert (found.text, found.printed, found.rest) == (number, printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2026 жылғы 27 ақпан",
        "27.02.2026 ж.",
        "27.02.26 ж.",
        "100% орындалуы",
        "1,5 ставка",
        "3-тармақ",
        "10-15 адам",
        "1/2 бөлігі",
        "№ 5 бұйрық",
        "Иванов",
        "I",
        "в 3 разделе",
        "",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert NUMBERING.typed(text) is None


@pytest.mark.parametrize("text", ["1.5 ставка", "12 сағаттан кейін", "3 сағат", "27 ақпан", "12 месяцев"])
def test_quantities_are_doubtful(text: str) -> None:
    found = NUMBERING.typed(text)
    assert found is not None
    assert found.doubtful


@pytest.mark.parametrize(
    "text", ["3.3 Кредиттік технология", "5 Жалпы ережелер", "7 Жауапкершілігі", "4.1 жұмыс"]
)
def test_clauses_are_not(text: str) -> None:
    found = NUMBERING.typed(text)
    assert found is not None
    assert not found.doubtful


@pytest.mark.parametrize(
    ("label", "number"),
    [("1.1.", "1.1"), ("1", "1"), ("II.", "II"), ("Раздел 3.", "3"), ("а)", None), ("–", None)],
)
def test_automatic_numbers(label: str, number: str | None) -> None:
    found = NUMBERING.of(Paragraph(index=1, text="2.2 Мәтін", label=label))
    assert (found and found.text) == number
    assert found is None or (found.automatic and found.rest == "2.2 Мәтін")


def test_paths() -> None:
    found = NUMBERING.typed("6.23.4 Мәтін")
    assert found is not None
    assert (found.depth, found.first, found.last) == (3, 6, 4)
    assert (NUMBERING.typed("IX. Мәтін") or found).first == 9
