"""Searching a real registry: what is found, as of which day, as known when."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from docctl.app.clauses import RegistryClauses
from docctl.app.index import current_index, rebuilt_index
from docctl.app.search import Question, index_of, search
from docctl.search.index.index import Index
from docctl.search.showing.answer import Answer
from docctl.store.registry import Registry
from tests.kit.registries import BEGIN, registration
from tests.search.shelf import FIRST, SECOND, WITHDRAWN, recorded, shelf

TODAY = date(2026, 3, 1)


def silent(clauses: int) -> None:
    """Nobody looks."""


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    return shelf(tmp_path_factory.mktemp("shelf") / "workspace")


@pytest.fixture(scope="module")
def index(registry: Registry) -> Index:
    return index_of(registry, registry.now(), silent)


def asked(index: Index, query: str, **more: object) -> Answer:
    return search(index, Question(query=query, **more), TODAY)  # type: ignore[arg-type]


def places(answer: Answer) -> list[str]:
    """The clauses found: number, edition, clause."""
    return [f"{hit.clause.number}@{hit.clause.edition} {hit.clause.clause}" for hit in answer.hits]


def shown(answer: Answer) -> list[str]:
    """The words that are marked in the first hit."""
    return [stretch.text for stretch in answer.hits[0].snippet.stretches if stretch.marked]


class TestWords:
    @pytest.mark.parametrize("query", ["құжат", "құжаттарымызға", "ҚҰЖАТТЫ"])
    def test_any_form_finds_it_and_marks_what_stands_there(self, index: Index, query: str) -> None:
        answer = asked(index, query)
        assert places(answer) == ["158@2 6.1"]
        assert "құжаттардың" in shown(answer)

    def test_by_the_number_of_the_document(self, index: Index) -> None:
        assert {place.split()[0] for place in places(asked(index, "158"))} == {"158@2"}
        assert sorted(places(asked(index, "12/3-н"))) == ["12/3-н@1 2.1", "12/3-н@1 2.2", "12/3-н@1 2.3"]

    def test_by_a_phrase_over_a_line_break(self, index: Index) -> None:
        answer = asked(index, '"сақтау мерзімі өткен"')
        assert places(answer) == ["158@2 6.1"]
        assert shown(answer) == ["Сақтау\nмерзімі өткен"]

    def test_russian_and_english(self, index: Index) -> None:
        assert places(asked(index, "договор")) == ["12/3-н@1 2.1"]
        assert places(asked(index, "agreements")) == ["77@1 5.2"]

    def test_a_repaired_query(self, index: Index) -> None:
        answer = asked(index, "r3nfg[fyf")
        assert answer.repaired == "кітапхана"
        assert places(answer) == ["200@1 1.1"]

    def test_nothing(self, index: Index) -> None:
        answer = asked(index, "қырғауыл")
        assert (answer.total, answer.hits) == (0, ())

    def test_no_more_hits_than_asked_for_and_the_total_of_all(self, index: Index) -> None:
        answer = asked(index, "158", limit=1)
        assert (len(answer.hits), answer.total) == (1, 3)

    def test_without_words_it_is_told(self, index: Index) -> None:
        (note,) = asked(index, " !!! ").notes
        assert "no word" in note.message
        assert asked(index, " !!! ").total == 0


class TestFilters:
    def test_fields_alone_list_what_they_name(self, index: Index) -> None:
        assert {place.split("@")[0] for place in places(asked(index, "kind:regulation"))} == {
            "77",
            "158",
            "200",
        }

    def test_options_do_what_fields_do(self, index: Index) -> None:
        assert places(asked(index, "", kind="положение")) == places(asked(index, "kind:ереже"))
        assert places(asked(index, "", unit="мұрағат бөлімінің")) == places(asked(index, "number:158"))

    def test_facets_count_all_that_was_found(self, index: Index) -> None:
        facets = asked(index, "kind:regulation", limit=1).facets
        assert facets.kind == (("regulation", 5),)
        assert dict(facets.unit) == {"Мұрағат бөлімі": 3, "Contract Office": 1, "Ғылыми кітапхана": 1}
        assert facets.status == (("in_force", 5),)
        assert dict(facets.year) == {"2025": 4, "2023": 1}


class TestTime:
    def test_an_older_wording_is_found_as_of_its_day(self, index: Index) -> None:
        assert not places(asked(index, '"қағаз журнал"'))
        answer = asked(index, '"қағаз журнал"', as_of=date(2024, 1, 1))
        assert places(answer) == ["158@1 6.1"]
        assert answer.hits[0].status == "in_force"
        assert shown(answer) == ["қағаз журналға"]

    def test_the_day_may_stand_in_the_query(self, index: Index) -> None:
        assert places(asked(index, '"қағаз журнал" күні:2024-01-01')) == ["158@1 6.1"]

    @pytest.mark.parametrize(
        ("day", "edition"),
        [(FIRST, "158@1 6.1"), (date(2025, 2, 28), "158@1 6.1"), (SECOND, "158@2 6.1")],
    )
    def test_an_edition_counts_from_its_day_to_the_next_ones(
        self, index: Index, day: date, edition: str
    ) -> None:
        assert places(asked(index, "хат", as_of=day)) == [edition]

    def test_before_all_there_is_nothing(self, index: Index) -> None:
        assert asked(index, "хат", as_of=date(2020, 1, 1)).total == 0

    def test_a_withdrawn_one_only_among_all_editions(self, index: Index) -> None:
        assert not places(asked(index, "мөр"))
        answer = asked(index, "мөр", all_editions=True)
        assert [(hit.clause.number, hit.status) for hit in answer.hits] == [("ДН-07", "withdrawn")]
        assert places(asked(index, "мөр", status="withdrawn")) == ["ДН-07@1 3.1"]
        assert places(asked(index, "мөр", as_of=date(2024, 5, 31))) == ["ДН-07@1 3.1"]
        assert not places(asked(index, "мөр", as_of=WITHDRAWN))

    def test_every_edition_with_its_status(self, index: Index) -> None:
        answer = asked(index, "хат", all_editions=True)
        statuses = {hit.clause.edition: hit.status for hit in answer.hits}
        assert statuses == {1: "superseded", 2: "in_force"}
        assert dict(answer.facets.status) == {"superseded": 1, "in_force": 1}

    def test_a_day_says_nothing_of_editions_out_of_force(self, index: Index) -> None:
        answer = asked(index, "мөр status:withdrawn", as_of=FIRST)
        assert places(answer) == ["ДН-07@1 3.1"]
        assert "left out" in answer.notes[0].message
        assert answer.as_of is None

    def test_an_edition_on_a_day(self, index: Index) -> None:
        assert places(asked(index, "хат edition:1", as_of=FIRST)) == ["158@1 6.1"]
        assert not places(asked(index, "хат edition:1", as_of=SECOND))

    def test_in_force_is_a_status_too(self, index: Index) -> None:
        assert places(asked(index, "хат", status="in_force")) == ["158@2 6.1"]
        assert places(asked(index, "", status="withdrawn")) == ["ДН-07@1 3.1"]

    def test_an_edition_may_be_named(self, index: Index) -> None:
        assert places(asked(index, "хат edition:1")) == ["158@1 6.1"]

    def test_as_it_was_known(self, registry: Registry) -> None:
        def known(moment: datetime) -> Answer:
            past = index_of(registry, registry.known_at(moment), silent)
            return asked(past, "кітапхана", known_at=moment)

        assert places(known(recorded(days=5))) == ["200@1 1.1"]
        assert not places(known(recorded(days=4)))
        assert not places(known(BEGIN.replace(year=2020)))
        assert places(asked(index_of(registry, registry.now(), silent), "кітапхана")) == ["200@1 1.1"]

    def test_asking_about_the_past_leaves_the_present_index_alone(self, registry: Registry) -> None:
        def state() -> bytes:
            return (registry.root / ".git/docctl/search/manifest").read_bytes()

        index_of(registry, registry.now(), silent)
        before = state()
        index_of(registry, registry.known_at(recorded(days=2)), silent)
        assert state() == before


class TestIndexing:
    def test_a_new_document_is_found_by_the_next_search(self, tmp_path: Path) -> None:
        registry = shelf(tmp_path)
        counted: list[int] = []
        held = current_index(registry, counted.append)
        assert (held.documents, held.editions, held.clauses) == (5, 6, 11)
        assert sum(counted) == held.clauses
        with registry.writing() as writing:
            writing.record(registration("901"))
        index = index_of(registry, registry.now(), counted.append)
        assert places(asked(index, "number:901")) == ["901@1 1.1"]
        assert sum(counted) == held.clauses + 1

    def test_rebuilt_it_holds_the_same(self, registry: Registry) -> None:
        assert rebuilt_index(registry, silent).clauses == current_index(registry, silent).clauses

    def test_an_edition_without_a_text_is_found_by_its_title(self, tmp_path: Path) -> None:
        registry = shelf(tmp_path)
        change = registration("902")
        with registry.writing() as writing:
            writing.record(replace(change, files=change.files[:1]))
        index = index_of(registry, registry.now(), silent)
        assert places(asked(index, "number:902")) == ["902@1 "]

    def test_an_unknown_state_has_no_changes(self, registry: Registry) -> None:
        source = RegistryClauses(registry, registry.now())
        assert source.changes("0" * 40) is None
        assert list(source.changes(source.head()) or ()) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(query=st.one_of(st.text(st.characters()), st.text('құжат "*-:.()«»ORkind\x00', max_size=80)))
def test_any_query_has_an_answer(index: Index, query: str) -> None:
    answer = asked(index, query)
    assert answer.total >= len(answer.hits)
