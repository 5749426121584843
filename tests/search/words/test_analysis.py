from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.words.analysis import Analyser, analyse, key_of, needs_dictionary

PIECES = st.sampled_from(
    "КеАҚ-тың № 319-III ·27.02.2026 6.23-тармақ АТФ-ны ЖООның 12/3-н оқу-әдістемелік қыз\u00ad\nмет приказом "
    "of 2026ж. ____ - . 158-ші ІІ Т.А.Ә. ҚР й\u0306 \u0301 \u200b ʼ".split(" ")
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("№319-III Заңы", "319-iii заң"),
        ("№ 319-ІІІ", "319-iii"),
        ("№ 158", "158"),
        ("158-ші бұйрық", "158 бұйрық"),
        ("6.23-тармақ", "6.23 тармақ"),
        ("6.23-тармақтың", "6.23 тармақ"),
        ("12/3-н", "12/3-н"),
        ("ДН-07 нысаны", "дн-07 нысан"),
        ("27.02.2026 жылғы", "27.02.2026 жыл"),
        ("2026ж.", "2026 ж"),
        ("27.02.2026ж.", "27.02.2026 ж"),
        ("20бет, 158нші, 5ден", "20 бет 158 5"),
        ("2-ден 5-ке дейін", "2 5 дейін"),
        ("1.Жалпы ережелер", "1 жалпы ереже"),
        ("КеАҚ", "кеақ"),
        ("КЕАҚ-тың", "кеақ"),
        ("АТФ-ны", "атф"),
        ("ЖООның", "жоо"),
        ("СМК-ін", "смк"),
        ("ХХІ ғасыр", "xxi ғасыр"),
        ("ЖАЛПЫ ЕРЕЖЕЛЕР", "жалпы ереже"),
        ("ҚР ЗАҢДАРЫ", "қр заң"),
        ("оқу-әдістемелік кеңестің", "оқы әдістемелік кеңес"),
        ("«__27__» ақпандағы", "27 ақпан"),
        ("қыз\u00ad\nметкерлері", "қызметкер"),
        ("қыз\u00adметі", "қызмет"),
        (
            "Ережесіне сәйкес приказами Министерства образования",
            "ереже сәйкес приказ министерство образование",
        ),
        ("об утверждении правил", "о утверждение правило"),
        ("regulations of the offices", "regul of the offic"),
        ("", ""),
        ("— … «»", ""),
    ],
)
def test_keys(text: str, keys: str) -> None:
    assert " ".join(token.key for token in analyse(text)) == keys


@pytest.mark.parametrize(
    ("word", "protected"),
    [
        ("КеАҚ", True),
        ("ОӘК", True),
        ("319-III", True),
        ("6.23", True),
        ("Заң", False),
        ("ереже", False),
        ("Досмұхамедов", False),
    ],
)
def test_protection(word: str, protected: bool) -> None:
    assert [token.protected for token in analyse(word)] == [protected]


def test_one_token_covers_an_abbreviation_with_its_ending() -> None:
    (token,) = analyse("КеАҚ-тың")
    assert (token.surface, token.start, token.end, token.exact) == ("КеАҚ-тың", 0, 8, "кеақ")


def test_the_text_decides_on_words_of_two_languages() -> None:
    assert analyse("жарыс туралы ереже: жары")[-1].key == "жар"
    assert analyse("от большой жары в зале")[2].key == "жара"


def test_key_of_words_joined_with_hyphens() -> None:
    assert key_of("ата-аналардың") == "ата ана"
    assert key_of("құқықтық-нормативтік") == "құқықтық нормативтік"


@pytest.mark.parametrize("word", ["", "-", "…", "№"])
def test_what_has_no_word_is_its_own_key(word: str) -> None:
    assert key_of(word) == word


def looked_up(word: str) -> str | None:
    return {"приказами": "приказ-из-индекса"}.get(word)


@pytest.mark.parametrize(("word", "key"), [("Приказами", "приказ-из-индекса"), ("приказом", "приказ")])
def test_an_index_that_knows_the_word_is_asked_first(word: str, key: str) -> None:
    assert Analyser(looked_up).key_of(word) == key


@pytest.mark.parametrize(
    ("word", "needed"), [("қызметтің", False), ("балалар", False), ("offices", False), ("приказами", True)]
)
def test_what_an_index_must_keep(word: str, needed: bool) -> None:
    assert needs_dictionary(word, key_of(word)) is needed


@given(
    st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES).map("".join))
)
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = analyse(text)
    assert [text[token.start : token.end] for token in tokens] == [token.surface for token in tokens]
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert all(token.key and token.exact for token in tokens)


@pytest.mark.parametrize("find", [analyse, Analyser().analyse])
def test_a_long_text_without_spaces_is_read(find: Callable[[str], object]) -> None:
    for endless in ("қ-", "1.", "ылып", "а", "қыл", "ң\u0301", "Қ", "s", "приказа"):
        assert find(endless * 20_000)


@given(st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-", max_size=16))
def test_a_key_is_its_own_key(word: str) -> None:
    assert key_of(key_of(word)) == key_of(word)


@pytest.mark.parametrize(
    "word",
    "тамызда графының чупа-чупсом сошла тем абыржудың келмейді бауырмалдық приказами шумеров offices".split(),
)
def test_a_key_of_words_between_languages_is_its_own_key(word: str) -> None:
    assert key_of(key_of(word)) == key_of(word)
