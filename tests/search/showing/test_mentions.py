"""An act, a unit or a wording is found in any form of its words, and nothing else is."""

import pytest

from docctl.search.showing.mentions import ROOM, mentions, parts_of
from docctl.search.words.analysis import analyse


def mentioned(asked: str, text: str) -> list[str]:
    places = mentions(text, analyse(text), parts_of(asked, analyse))
    return [text[mark.start : mark.end] for mark in places]


LAW = "«Білім туралы» Қазақстан Республикасының 2007 жылғы 27 шілдедегі № 319-III Заңына сәйкес"


@pytest.mark.parametrize("asked", ["«Білім туралы» Заңы", '"Білім туралы" Заң', "«Білім туралы» заңға"])
@pytest.mark.parametrize("text", [LAW, "«Білім туралы» Заңның 5-бабы", "«Білім туралы» заңдар"])
def test_an_act_by_its_name(asked: str, text: str) -> None:
    found = mentioned(asked, text)
    assert found[0] == "Білім туралы"
    assert found[1].lower().startswith("заң")


def test_a_russian_act_whose_name_follows() -> None:
    text = "Руководствуется Законом Республики Казахстан «Об образовании»."
    assert mentioned("Закон «Об образовании»", text) == ["Законом", "Об образовании"]


@pytest.mark.parametrize("asked", ["№ 319-III", "319-ІІІ", "№319-iii"])
def test_an_act_by_its_number(asked: str) -> None:
    assert mentioned(asked, LAW) == ["319-III"]


def test_a_plain_number_with_a_sign_needs_the_sign() -> None:
    assert mentioned("№ 158", "№ 158 ереже, 158 теңге") == ["158"]
    assert mentioned("158", "№ 158 ереже, 158 теңге") == ["158", "158"]


def test_a_unit_in_any_form() -> None:
    assert mentioned("Мұрағат бөлімі", "Мұрағат бөліміне, мұрағат қызметіне") == ["Мұрағат бөліміне"]


def test_words_stand_next_to_each_other_and_in_order() -> None:
    assert mentioned("Мұрағат бөлімі", "Мұрағат және оқу бөлімі") == []
    assert mentioned("Мұрағат бөлімі", "Бөлімі мұрағат") == []


def test_room_where_it_is_said() -> None:
    assert mentioned("Мұрағат … бөлімі", "Мұрағат және оқу бөлімі") == ["Мұрағат", "бөлімі"]


def test_room_has_an_end() -> None:
    between = " сөз" * ROOM
    assert mentioned("акт … хат", f"акт{between} хат")
    assert not mentioned("акт … хат", f"акт{between} сөз хат")


def test_no_words_no_parts() -> None:
    assert parts_of("«» … !", analyse) == ()
