from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docctl.search.words.kazakh import candidates, stem
from docctl.search.words.lexicon import NOMINALS, VERBS
from docctl.search.words.suffixes import SUFFIXES
from tests.search.words.paradigms import Noun, forms

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LISTED = [
    Noun("құжат"),
    Noun("бала"),
    Noun("қызметкер", front=True),
    Noun("ереже", front=True),
    Noun("бөлім", front=True),
    Noun("кітап", "кітаб"),
    Noun("құлақ", "құлағ"),
    Noun("жүрек", "жүрег", front=True),
    Noun("орын", "орн"),
    Noun("мойын", "мойн"),
    Noun("халық", "халқ"),
    Noun("қауіп", "қауп", front=True),
    Noun("жарғы"),
    Noun("мақала"),
    Noun("университет", front=True),
    Noun("комиссия"),
    Noun("бюджет", front=True),
    Noun("медаль", "медал", front=True),
    Noun("жиналыс"),
    Noun("мәселе", front=True),
]
UNLISTED = [
    Noun("шөмекей", front=True),
    Noun("тоқпарақ", "тоқпарағ"),
    Noun("кілдірек", "кілдірег", front=True),
    Noun("айнамкөз", front=True),
    Noun("теледрама"),
    Noun("брокколиз"),
    Noun("сарқұмақ", "сарқұмағ"),
]


@pytest.mark.parametrize("noun", LISTED, ids=lambda noun: noun.lemma)
def test_every_form_of_a_listed_noun_has_its_key(noun: Noun) -> None:
    """But for those that are words of their own: балама, «like a child» too, is an alternative."""
    others = {form: stem(form) for form in forms(noun) if stem(form) != noun.lemma}
    assert others.keys() <= NOMINALS | VERBS


@pytest.mark.parametrize("noun", UNLISTED, ids=lambda noun: noun.lemma)
def test_an_unlisted_noun_has_one_key_in_nearly_all_forms(noun: Noun) -> None:
    keys = Counter(map(stem, forms(noun)))
    (_, most), *_ = keys.most_common(1)
    assert most >= 0.8 * keys.total()


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("тірке", "тіркеу тіркеді тіркеген тіркеледі тіркелген тіркелмеген тіркеуге тіркеудің тіркесе"),
        ("бекіт", "бекітеді бекітілді бекітілген бекітілетін бекітпейді бекітіп бекіту бекітуі бекітіңіз"),
        ("жаса", "жасайды жасаған жасалды жасалады жасамаған жасап жасайтын жасау жасасын"),
        ("жаз", "жазды жазған жазбаған жазылған жазады жазып жазатын жазса жазсын жазбайды"),
        ("тап", "табады тапты табылды табу тапқан тауып таппады"),
        ("шық", "шығады шықты шыққан шығып шығу шықпайды"),
        ("оқы", "оқиды оқыды оқыған оқып оқу оқылады оқымаған оқитын"),
        ("қой", "қояды қойды қойған қойып қоюға қойылған қойылады"),
        ("бол", "болады болды болған болып болмайды болмаған болса болуы болатын"),
        ("көрсет", "көрсетеді көрсетілген көрсетті көрсетуге көрсетіп"),
    ],
)
def test_verbs(verb: str, written: str) -> None:
    assert {form: stem(form) for form in written.split() if stem(form) != verb} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("азамат", "азаматтық"),
        ("мемлекет", "мемлекеттік"),
        ("бала", "балық"),
        ("қала", "қалам"),
        ("бөлім", "бөлік"),
        ("жар", "жарғы"),
        ("ақ", "ақша"),
        ("дала", "дана"),
        ("басшы", "бастық"),
        ("тәртіп", "тәртіпсіздік"),
    ],
)
def test_different_words_are_kept_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("кеңседегілердің", "кеңсе"),
        ("ауданындағы", "аудан"),
        ("ректордікі", "ректор"),
        ("баламмын", "бала"),
        ("жоғарырақ", "жоғары"),
        ("құжаттардағыларды", "құжат"),
    ],
)
def test_rarer_slots(form: str, lemma: str) -> None:
    assert stem(form) == lemma


def test_candidates_name_every_cut_the_likeliest_first() -> None:
    cuts = candidates("қаласында")
    assert cuts[0] == "қала"
    assert {"қаласында", "қаласын"} <= set(cuts)


@pytest.mark.parametrize("word", ["құжатлар", "құжатлер", "кеңсеқа", "сапақа", "бөлімлер"])
def test_a_suffix_that_does_not_fit_stays(word: str) -> None:
    assert stem(word) == word


@given(st.text(ALPHABET, max_size=14))
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@given(st.text(ALPHABET, min_size=1, max_size=5), st.lists(st.sampled_from(sorted(SUFFIXES)), max_size=5))
def test_a_stem_of_many_suffixes_is_its_own_stem(root: str, suffixes: list[str]) -> None:
    found = stem(root + "".join(suffixes))
    assert stem(found) == found
    assert found
