"""What was found, as it is printed."""

import json
from datetime import date

import pytest

from docctl.domain.words import Language
from docctl.reporting import impact as impact_report
from docctl.reporting import search_index
from docctl.reporting.search import as_json, as_text, marked_up
from docctl.reporting.search_marks import highlighted
from docctl.search.clause import Clause
from docctl.search.query.note import Note
from docctl.search.showing.answer import Answer, Facets, Held, Impact, Mention, ShownHit, Touched
from docctl.search.showing.snippet import Snippet, Stretch

SNIPPET = Snippet((Stretch("Келген "), Stretch("хаттарды", True), Stretch(" тіркейді")), ends_inside=True)
CLAUSE = Clause(
    number="158",
    edition=2,
    kind="regulation",
    unit="Мұрағат бөлімі",
    status="in_force",
    in_force_from=date(2025, 3, 1),
    language=Language.KK,
    title="Мұрағат бөлімі туралы ереже",
    clause="6.1",
    headings=("6 Негізгі функциялары", "Тіркеу"),
    text="Келген хаттарды тіркейді",
)
ANSWER = Answer(
    query="хат",
    repaired="хаттар",
    suggestion="хатшы",
    notes=(Note("“{value}” is no status", "new"),),
    total=12,
    hits=(ShownHit(clause=CLAUSE, status="in_force", snippet=SNIPPET, score=9.318),),
    facets=Facets(kind=(("regulation", 11), ("memo", 1)), year=tuple((str(y), 1) for y in range(2018, 2026))),
    as_of=date(2026, 3, 1),
    took_ms=7.14,
)
IMPACT = Impact(
    asked="хат",
    as_of=date(2026, 3, 1),
    documents=(
        Touched(
            number="158",
            edition=2,
            kind="regulation",
            unit="Мұрағат бөлімі",
            owner="Бөлім басшысы",
            title="Мұрағат бөлімі туралы ереже",
            is_of_unit=True,
            mentions=(
                Mention(place="title", snippet=SNIPPET),
                Mention(place="heading", heading="6 Хаттар", snippet=SNIPPET),
                Mention(place="clause", clause="6.1", heading="6 Хаттар", snippet=SNIPPET),
            ),
        ),
    ),
)


def painted(text: str, role: str) -> str:
    return f"<{role}>{text}</{role}>"


class TestJson:
    def test_is_that_of_the_contract(self) -> None:
        said = json.loads(as_json(ANSWER, str))
        contract = ("schema", "query", "total", "took_ms", "hits", "suggestion")
        assert {name: said[name] for name in contract if name != "hits"} == {
            "schema": "docctl/search/1",
            "query": "хат",
            "total": 12,
            "took_ms": 7.1,
            "suggestion": "хатшы",
        }
        (hit,) = said["hits"]
        assert {name: hit[name] for name in list(hit)[:10]} == {
            "number": "158",
            "edition": 2,
            "kind": "regulation",
            "unit": "Мұрағат бөлімі",
            "status": "in_force",
            "title": "Мұрағат бөлімі туралы ереже",
            "clause": "6.1",
            "heading": "6 Негізгі функциялары › Тіркеу",
            "snippet": "Келген <mark>хаттарды</mark> тіркейді …",
            "score": 9.32,
        }

    def test_and_more(self) -> None:
        said = json.loads(as_json(ANSWER, str))
        assert said["repaired"] == "хаттар"
        assert said["notes"] == ["“new” is no status"]
        assert said["facets"]["kind"] == {"regulation": 11, "memo": 1}

    def test_a_snippet_is_escaped(self) -> None:
        found = Snippet((Stretch("<b>&\n"), Stretch("<mark>", True), Stretch("\x1b[1m")), begins_inside=True)
        assert marked_up(found) == "… &lt;b&gt;&amp; <mark>&lt;mark&gt;</mark>\ufffd[1m"


class TestText:
    def test_for_a_person(self) -> None:
        assert as_text(ANSWER, str).splitlines() == [
            "searched for: хаттар",
            "“new” is no status",
            "Did you mean: хатшы",
            "Clauses found: 12; shown: 1. Time: 7 ms.",
            "",
            "№ 158 · Мұрағат бөлімі туралы ереже",
            "edition 2 · in force · regulation · Мұрағат бөлімі",
            "  6.1   6 Негізгі функциялары › Тіркеу",
            "        Келген [хаттарды] тіркейді …",
            "",
            "Kinds: regulation 11, memo 1",
            "Years: 2018 1, 2019 1, 2020 1, 2021 1, 2022 1, 2023 1, …",
        ]

    def test_clauses_of_one_edition_stand_together(self) -> None:
        other = ShownHit(clause=CLAUSE, status="in_force", snippet=SNIPPET, score=1.0)
        text = as_text(Answer(query="", total=2, hits=(other, other), took_ms=0), str)
        assert text.count("№ 158") == 1
        assert text.count("6.1") == 2

    def test_nothing_found(self) -> None:
        assert as_text(Answer(query="х", total=0, took_ms=1), str) == "Nothing was found. Time: 1 ms.\n"

    def test_on_a_terminal_matches_are_in_colour(self) -> None:
        assert (
            "        Келген <passed>хаттарды</passed> тіркейді …"
            in as_text(ANSWER, str, painted).splitlines()
        )

    @pytest.mark.parametrize("name", ["searched for: \ufffd[2J", "Did you mean: \ufffd[2J"])
    def test_nothing_commands_the_terminal(self, name: str) -> None:
        answer = Answer(query="", repaired="\x1b[2J", suggestion="\x1b[2J", total=0, took_ms=0)
        assert name in as_text(answer, str).splitlines()


class TestMarks:
    def test_over_a_line_break_the_colour_begins_anew(self) -> None:
        long = Snippet((Stretch("а " * 44), Stretch("сақтау мерзімі өткен", True), Stretch(" құжат")))
        first, second = highlighted(long, 4, painted)
        assert first.endswith("а <passed>сақтау</passed>")
        assert second == "    <passed>мерзімі өткен</passed> құжат"

    def test_over_many_lines_every_line_is_in_colour(self) -> None:
        lines = highlighted(Snippet((Stretch("құжат " * 50, True), Stretch("соңы"))), 0, painted)
        assert len(lines) > 3
        assert all(line.startswith("<passed>құжат") for line in lines)
        assert lines[-1].endswith("соңы")

    def test_signs_in_the_text_are_no_marks(self) -> None:
        assert highlighted(Snippet((Stretch("\ue000х\ue001"),)), 0, str_painted) == ["\ufffdх\ufffd"]


def str_painted(text: str, _: str) -> str:
    return text


class TestImpact:
    def test_by_unit_document_and_place(self) -> None:
        assert impact_report.as_text(IMPACT, str).splitlines() == [
            "To be changed, as of 01.03.2026: documents 1, units 1, places 3.",
            "",
            "Мұрағат бөлімі",
            "  № 158 · Мұрағат бөлімі туралы ереже",
            "  edition 2 · regulation · Бөлім басшысы · the unit's own document",
            "    title of the document",
            "        Келген [хаттарды] тіркейді …",
            "    heading",
            "        Келген [хаттарды] тіркейді …",
            "    6.1 6 Хаттар",
            "        Келген [хаттарды] тіркейді …",
        ]

    def test_nobody(self) -> None:
        none = Impact(asked="х", as_of=date(2026, 3, 1))
        assert impact_report.as_text(none, str) == "No document in force on 01.03.2026 mentions it.\n"
        assert json.loads(impact_report.as_json(none))["documents"] == []

    def test_as_json(self) -> None:
        said = json.loads(impact_report.as_json(IMPACT))
        assert (said["schema"], said["total"], said["as_of"]) == ("docctl/impact/1", 3, "2026-03-01")
        assert said["documents"][0]["mentions"][2] == {
            "place": "clause",
            "clause": "6.1",
            "heading": "6 Хаттар",
            "snippet": "Келген <mark>хаттарды</mark> тіркейді …",
        }


def test_what_the_index_holds() -> None:
    held = Held("0123456789abcdef", 5, 6, 11, 2_340_000)
    expected = "The index holds 5 documents, 6 editions, 11 clauses; 2.3 MB, as of commit 0123456789ab.\n"
    assert search_index.as_text(held, str) == expected
    assert json.loads(search_index.as_json(held))["schema"] == "docctl/index/1"
