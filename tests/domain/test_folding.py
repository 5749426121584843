import pytest

from docctl.domain.folding import bare, closed_up, fold, level, russian_letters


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("ЖАЛПЫ ЕРЕЖЕЛЕР", "Жалпы  ережелер"),
        ("Жалпы\u00a0ережелер", "Жалпы ережелер"),
        ("Жалпы\nережелер\t", "жалпы ережелер"),
        ("«Сапа»", "“Сапа”"),
        ("іс‑қимыл", "іс–қимыл"),
        ("учёт", "учет"),
        ("Cапа", "Сапа"),
        ("Кеңсeнің", "Кеңсенің"),
        ("əділ", "әділ"),
        ("мягкий пере\u00adнос", "мягкий перенос"),
        ("и\u0306", "й"),
    ],
)
def test_the_same_for_a_reader(text: str, other: str) -> None:
    assert fold(text) == fold(other)


@pytest.mark.parametrize(
    ("text", "other"), [("Сапа", "Сан"), ("кеңсе", "кенсе"), ("Rector", "Ректор"), ("КеАҚ", "КсАҚ")]
)
def test_what_a_reader_tells_apart(text: str, other: str) -> None:
    assert fold(text) != fold(other)


def test_levelling_keeps_positions() -> None:
    text = "«27»\u00a0АҚПАН – 2026 Жыл…"
    assert len(level(text)) == len(text)


def test_letter_spacing_is_closed_up() -> None:
    assert closed_up("е р е ж е") == "ереже"
    assert closed_up("а б бөлімі") == "а б бөлімі"
    assert closed_up("и в москве") == "и в москве"


def test_bare_words_and_russian_letters() -> None:
    assert bare(fold("Ұйымдық құрылымы (штаты):")) == "ұйымдық құрылымы штаты"
    assert russian_letters("ұйымдық құрылымы") == "уйымдык курылымы"
