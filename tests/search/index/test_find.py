from datetime import date
from pathlib import Path

import pytest

from docctl.search.index.index import Index
from docctl.search.index.layout import Block
from docctl.search.index.opening import open_index
from docctl.search.request import Atom, Filters, Phrase, Prefix, Request, Word
from tests.search.index.shelf import TEXTS, Shelf, clause, full_shelf

EVERY = Filters(all_editions=True)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return open_index(tmp_path_factory.mktemp("index"), full_shelf())


def numbers(index: Index, *wanted: Atom, **rest: object) -> list[str]:
    request = Request(wanted=tuple((atom,) for atom in wanted), **rest)  # type: ignore[arg-type]
    found = index.find(request, 10)
    assert found.total == len(found.hits)
    return [hit.clause.number for hit in found.hits]


def required(index: Index, *atoms: Atom) -> list[str]:
    return numbers(index, required=tuple((atom,) for atom in atoms))


@pytest.mark.parametrize("form", ["тізілім", "тізілімін", "тізілімнің", "ТІЗІЛІМГЕ"])
def test_any_form_of_a_word_finds_the_clause(index: Index, form: str) -> None:
    assert numbers(index, Word(form)) == ["1"]


def test_a_word_in_russian_letters_is_found(index: Index) -> None:
    assert numbers(index, Word("кызметкер")) == ["3"]


def test_a_word_with_a_slip_is_found(index: Index) -> None:
    assert numbers(index, Word("кітапхансында"))[0] == "4"


def test_a_phrase_reaches_over_a_line_break_in_any_form(index: Index) -> None:
    assert required(index, Phrase(("жоспардың", "бекітеді"))) == ["2"]


def test_a_phrase_keeps_the_order_of_its_words(index: Index) -> None:
    assert required(index, Phrase(("бекітеді", "жоспарды"))) == []


def test_no_phrase_reaches_from_the_title_into_the_text(index: Index) -> None:
    assert len(required(index, Phrase(("туралы", "ереже")))) == len(TEXTS)
    assert required(index, Phrase(("функциялары", "кеңсе"))) == []


def test_a_beginning_finds_the_words_that_begin_so(index: Index) -> None:
    assert required(index, Prefix("кітапх")) == ["4"]
    assert required(index, Prefix("КІТАП")) == ["4"]
    assert required(index, Prefix("тапх")) == []


def test_every_required_group_must_be_there_and_no_excluded_one(index: Index) -> None:
    assert required(index, Word("бөлім"), Word("жоспар")) == ["2"]
    assert required(index, Word("ректор"), Word("жоспар")) == []
    assert len(required(index, Word("ереже"))) == len(TEXTS)
    assert sorted(numbers(index, Word("ереже"), excluded=(Word("қызметкер"),))) == ["1", "2", "4", "5"]


def test_alternatives_suffice_each_by_itself(index: Index) -> None:
    request = Request(required=((Word("ректор"), Word("бұйрық"), Phrase(("жұмыс", "даналары"))),))
    assert {hit.clause.number for hit in index.find(request, 10).hits} == {"2", "3", "5"}


def test_a_clause_with_more_of_the_words_comes_first(index: Index) -> None:
    assert numbers(index, Word("жоспарды"), Word("есепке"), Word("шешім"))[0] == "2"


def test_quoted_words_in_a_question_do_not_command(index: Index) -> None:
    question = Request(
        wanted=((Word("заңға"),), (Word("кім"),), (Word("сәйкес"),)),
        required=((Phrase(("шешім", "сақталады")),),),
    )
    assert index.find(question, 10).hits[0].clause.number == "5"


def test_the_total_counts_beyond_the_limit(index: Index) -> None:
    found = index.find(Request(wanted=((Word("кеңсе"),),)), 2)
    assert (len(found.hits), found.total) == (2, 5)


def test_a_request_without_words_is_all_that_the_filters_take_in(index: Index) -> None:
    assert numbers(index, filters=Filters(numbers=("№ 3",))) == ["3"]


@pytest.mark.parametrize("text", ["", "…", "\ud800", "\x00", "ж" * 5000])
def test_a_word_that_is_none_is_answered(index: Index, text: str) -> None:
    assert numbers(index, Word(text)) == []
    assert required(index, Prefix(text or "ы")) == []


def test_a_hit_names_the_keys_by_which_it_matched(index: Index) -> None:
    hit = index.find(Request(wanted=((Word("тізілімнің"),),)), 1).hits[0]
    assert "тізілім" in hit.keys
    assert hit.clause == clause("1", TEXTS[0])


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Index:
    first = clause(edition=1, status="superseded", in_force_to=date(2024, 9, 1), text="Ескі тәртіп")
    second = clause(edition=2, in_force_from=date(2024, 9, 1), text="Жаңа тәртіп")
    gone = clause("2", kind="job_description", status="withdrawn", in_force_from=date(2020, 1, 1))
    other = clause("3", "Басқа тәртіп", kind="rules", unit="Қаржы бөлімінің кеңсесі", clause="6")
    return open_index(tmp_path_factory.mktemp("editions"), Shelf(first, second, gone, other))


def texts(index: Index, filters: Filters) -> set[str]:
    return {hit.clause.text for hit in index.find(Request(filters=filters), 10).hits}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"Жаңа тәртіп", "Басқа тәртіп"}),
        (EVERY, {"Ескі тәртіп", "Жаңа тәртіп", "Басқа тәртіп", TEXTS[0]}),
        (Filters(as_of=date(2024, 8, 31), numbers=("1",)), {"Ескі тәртіп"}),
        (Filters(as_of=date(2024, 9, 1), numbers=("1",)), {"Жаңа тәртіп"}),
        (Filters(statuses=("withdrawn",)), {TEXTS[0]}),
        (Filters(kinds=("rules", "job_description")), {"Басқа тәртіп"}),
        (Filters(units=("қаржы бөлімі",)), {"Басқа тәртіп"}),
        (Filters(years=(2020,), all_editions=True), {TEXTS[0]}),
        (Filters(editions=(1,), numbers=("1",), all_editions=True), {"Ескі тәртіп"}),
        (Filters(clauses=("6.23",)), {"Жаңа тәртіп"}),
        (Filters(clauses=("6.",)), {"Жаңа тәртіп", "Басқа тәртіп"}),
        (Filters(clauses=("7",)), set()),
    ],
)
def test_filters(editions: Index, filters: Filters, expected: set[str]) -> None:
    assert texts(editions, filters) == expected


def test_facets_count_every_match(editions: Index) -> None:
    facets = editions.facets(Request(wanted=((Word("тәртіп"),),), filters=EVERY))
    assert facets.statuses == (("in_force", 2), ("superseded", 1))
    assert facets.years == ((2024, 3),)
    assert dict(facets.kinds) == {"regulation": 2, "rules": 1}


def test_contents_count_what_is_held(editions: Index, tmp_path: Path) -> None:
    held = editions.contents()
    assert (held.documents, held.editions, held.clauses) == (3, 4, 4)
    assert held.size > 0


@pytest.mark.parametrize("wide", [0, 1, 9])
def test_a_beginning_finds_no_other_forms_however_many_clauses_have_it(
    wide: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docctl.search.index.beginnings.WIDE", wide)
    index = open_index(tmp_path, Shelf(clause("1", "жоспарды бекітеді"), clause("2", "жоспар бекітілді")))
    assert required(index, Prefix("жоспард")) == ["1"]
    assert sorted(required(index, Prefix("бекіт"))) == ["1", "2"]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2019-12-31", "pending"),
        ("2020-01-01", "in_force"),
        ("2024-12-31", "in_force"),
        ("2025-01-01", "withdrawn"),
    ],
)
def test_a_status_is_that_of_a_day(day: str, status: str) -> None:
    block = Block("1", 1, "regulation", "Unit", "withdrawn", "2020-01-01", "2025-01-01", 0, 1)
    assert block.status_on(day) == status
