"""Whoever must change something is named, and nobody else."""

from datetime import date

import pytest
from msgspec.structs import replace

from docctl.app.impact import impact
from docctl.app.search import index_of
from docctl.search.clause import Clause
from docctl.search.index.index import Found, Hit, Index, IndexWords
from docctl.search.request import Request, Word
from docctl.search.showing.answer import Impact, Touched
from docctl.store.registry import Registry
from tests.app.test_search import silent
from tests.search.shelf import shelf

TODAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    return shelf(tmp_path_factory.mktemp("shelf") / "workspace")


def of(registry: Registry, text: str, day: date = TODAY) -> Impact:
    snapshot = registry.now()
    return impact(index_of(registry, snapshot, silent), snapshot, text, day)


def places(found: Impact) -> dict[str, list[str]]:
    """By document: the clauses, or the kind of place."""
    return {document.number: list(map(_place, document.mentions)) for document in found.documents}


def _place(mention: object) -> str:
    return getattr(mention, "clause", "") or getattr(mention, "place", "")


@pytest.mark.parametrize("text", ["«Білім туралы» Заңы", "«Білім туралы» заң", '"Білім туралы" Заңға'])
def test_an_act_by_name_in_any_form(registry: Registry, text: str) -> None:
    assert places(of(registry, text)) == {"158": ["4.1"], "200": ["1.1"]}


@pytest.mark.parametrize("text", ["Білім туралы заң", "Заң «Білім туралы»"])
def test_an_act_as_people_call_it(registry: Registry, text: str) -> None:
    assert places(of(registry, text)) == {"158": ["4.1"], "200": ["1.1"]}


def test_a_russian_act_as_people_call_it(registry: Registry) -> None:
    assert places(of(registry, "Законом об образовании")) == {"12/3-н": ["2.2"]}


def test_an_act_by_number(registry: Registry) -> None:
    assert places(of(registry, "№ 319-III")) == {"158": ["4.1"]}


def test_a_russian_act(registry: Registry) -> None:
    assert places(of(registry, "Закон «Об образовании»")) == {"12/3-н": ["2.2"]}


def test_a_unit_in_texts_titles_and_cards(registry: Registry) -> None:
    found = of(registry, "Мұрағат бөлімі")
    assert places(found) == {"158": ["title", "1.1"], "12/3-н": ["2.3"]}
    assert {document.number: document.is_of_unit for document in found.documents} == {
        "158": True,
        "12/3-н": False,
    }
    assert found.total == 3


def test_a_document_of_the_unit_that_never_names_it(registry: Registry) -> None:
    found = of(registry, "Юридический отдел")
    assert found.documents == (
        Touched(
            number="12/3-н",
            edition=1,
            kind="job_description",
            unit="Юридический отдел",
            owner="Юридический отдел: A. B. Head",
            title="Должностная инструкция юриста",
            is_of_unit=True,
        ),
    )


def test_only_editions_in_force_on_the_day(registry: Registry) -> None:
    assert places(of(registry, "қағаз журнал")) == {}
    assert places(of(registry, "қағаз журнал", date(2024, 1, 1))) == {"158": ["6.1"]}
    assert places(of(registry, "мөр")) == {}


@pytest.mark.parametrize("text", ["", "!", "«…»", "\ud800", "қырғауыл", "№"])
def test_nothing_is_an_answer_too(registry: Registry, text: str) -> None:
    assert of(registry, text).documents == ()


class ReadOtherwise(Index):
    """An index that found one clause more: it read a word there as another language's."""

    def __init__(self, index: Index, clause: Clause) -> None:
        self._index, self._clause = index, clause

    def vocabulary(self) -> IndexWords:
        return self._index.vocabulary()

    def find(self, request: Request, limit: int) -> Found:
        found = self._index.find(request, limit)
        more = Hit(self._clause, 0.0, frozenset())
        return replace(found, hits=(*found.hits, more), total=found.total + 1)


def test_a_clause_that_only_the_index_saw_is_not_left_out(registry: Registry) -> None:
    snapshot = registry.now()
    index = index_of(registry, snapshot, silent)
    clause = index.find(Request(wanted=((Word("мұрағат"),),)), 1).hits[0].clause
    clause = replace(clause, number="200", title="Беседа", headings=(), text="Беседа")
    otherwise = ReadOtherwise(index, clause)
    assert places(impact(otherwise, snapshot, "хат", TODAY)) == {"158": ["6.1"], "200": [clause.clause]}
    assert "200" not in places(impact(otherwise, snapshot, "№ 158", TODAY))
    assert "200" not in places(impact(otherwise, snapshot, "«хат» акт", TODAY))
