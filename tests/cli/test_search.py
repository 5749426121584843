"""`docctl search`, `index` and `impact` as people call them, over a real registry."""

import json
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from docctl.cli.index import counting
from tests.cli.office import called
from tests.cli.running import Outcome, environment
from tests.search.shelf import shelf

HEAVY = ("lxml", "yaml", "git", "pygit2", "pymorphy3", "snowballstemmer", "docctl.checking", "docctl.docx")
"""What takes longer to load than a search may take."""
IMPORTED = "import sys; from docctl.cli.main import main; code = main(); print(*sys.modules, file=sys.stderr)"


class Terminal(StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("office")
    shelf(home / "workspace")
    return home


def call(home: Path, *arguments: str, language: str = "en") -> Outcome:
    return called("--root", str(home / "workspace"), "--lang", language, *arguments, home=home)


def answer(home: Path, *arguments: str) -> Any:
    done = call(home, *arguments, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def found(home: Path, *arguments: str) -> set[str]:
    """The documents found, with their editions."""
    return {f"{hit['number']}@{hit['edition']}" for hit in answer(home, "search", *arguments)["hits"]}


class TestSearch:
    def test_by_its_number(self, home: Path) -> None:
        assert found(home, "158") == {"158@2"}
        assert found(home, "№ 12/3-н") == {"12/3-н@1"}

    @pytest.mark.parametrize("word", ["құжат", "құжаттарға", "құжатымыздың"])
    def test_by_three_forms_of_a_word(self, home: Path, word: str) -> None:
        assert found(home, word) == {"158@2"}
        assert "<mark>құжаттардың</mark>" in answer(home, "search", word)["hits"][0]["snippet"]

    @pytest.mark.parametrize("excluded", ["-head", "-the", "-құжат"])
    def test_a_word_left_out_is_no_option(self, home: Path, excluded: str) -> None:
        assert found(home, "158", "бөлім", excluded) == found(home, f"158 бөлім {excluded}")

    def test_an_option_that_there_is_not_is_refused(self, home: Path) -> None:
        done = call(home, "search", "бөлім", "--limitt", "3")
        assert (done.code, done.out) == (2, "")
        assert "--limitt" in done.err

    def test_another_number_is_no_slip_of_this_one(self, home: Path) -> None:
        assert found(home, "№ 319-III") == {"158@2"}
        assert found(home, "№ 320-III") == set()

    def test_a_unit_without_letters_is_none(self, home: Path) -> None:
        assert found(home, "бөлім", "--unit", "???") == set()

    def test_by_a_phrase_across_a_line_break(self, home: Path) -> None:
        (hit,) = answer(home, "search", '"сақтау мерзімі өткен"')["hits"]
        assert "<mark>Сақтау мерзімі өткен</mark>" in hit["snippet"]

    def test_by_an_old_editions_wording_as_of_its_day(self, home: Path) -> None:
        assert found(home, "«қағаз журнал»") == set()
        assert found(home, "«қағаз журнал»", "--as-of", "2024-01-01") == {"158@1"}

    def test_a_withdrawn_one_only_with_all_editions(self, home: Path) -> None:
        assert found(home, "гербтік мөр") == set()
        assert found(home, "гербтік мөр", "--all-editions") == {"ДН-07@1"}

    def test_as_it_was_known(self, home: Path) -> None:
        assert found(home, "кітапхана", "--known-at", "2026-01-08") == set()
        assert found(home, "кітапхана", "--known-at", "2026-02-01") == {"200@1"}

    def test_options_choose(self, home: Path) -> None:
        assert found(home, "бөлімі", "--kind", "job_description") == {"12/3-н@1"}
        assert found(home, "бөлімі", "--unit", "Мұрағат бөлімінде") == {"158@2"}
        assert found(home, "мөр", "--status", "withdrawn") == {"ДН-07@1"}
        assert len(answer(home, "search", "158", "--limit", "2")["hits"]) == 2

    def test_a_minus_is_no_option(self, home: Path) -> None:
        assert found(home, "бөлімі", "-юрист") == {"158@2"}

    def test_words_are_one_query(self, home: Path) -> None:
        assert answer(home, "search", "оқу", "ісі")["query"] == "оқу ісі"

    @pytest.mark.parametrize(
        ("language", "said"),
        [("kk", "іздеу: кітапхана"), ("ru", "поиск: кітапхана"), ("en", "searched for: кітапхана")],
    )
    def test_a_repair_is_said(self, home: Path, language: str, said: str) -> None:
        assert call(home, "search", "r3nfg[fyf", language=language).out.startswith(f"{said}\n")

    @pytest.mark.parametrize(
        "query", ["", " ", "!!!", '"', "-", "OR", "kind:", "year:soon", "құжат " * 17_000]
    )
    def test_any_query_has_an_answer(self, home: Path, query: str) -> None:
        done = call(home, "search", query)
        assert (done.code, done.err) == (0, "")

    def test_the_same_search_prints_the_same(self, home: Path) -> None:
        once, again = (answer(home, "search", "бөлімі", "тіркеу") for _ in range(2))
        assert once.pop("took_ms") >= 0
        assert again.pop("took_ms") >= 0
        assert once == again

    def test_a_wrong_option_is_told(self, home: Path) -> None:
        assert call(home, "search", "құжат", "--limit", "0").code == 2
        assert call(home, "search", "құжат", "--as-of", "soon").code == 2

    def test_outside_of_a_workspace(self, tmp_path: Path) -> None:
        done = called("--root", str(tmp_path), "--lang", "en", "search", "құжат", home=tmp_path)
        assert done.code == 2
        assert "no workspace" in done.err


class TestIndex:
    def test_says_what_it_holds(self, home: Path) -> None:
        sentence = (
            r"The index holds 5 documents, 6 editions, 11 clauses; [0-9.]+ MB, as of commit [0-9a-f]{12}\.\n"
        )
        for arguments in (("index",), ("index", "--rebuild")):
            done = call(home, *arguments)
            assert re.fullmatch(sentence, done.out)
            assert done.err == ""
        assert answer(home, "index")["clauses"] == 11

    def test_counts_on_a_terminal_and_leaves_nothing_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        with counting(str) as count:
            count(2)
            count(3)
        assert terminal.getvalue() == "\rIndexing: 2 clauses\rIndexing: 5 clauses\r\x1b[K"


class TestImpact:
    def test_names_whoever_must_change_something(self, home: Path) -> None:
        documents = answer(home, "impact", "«Білім туралы» Заңы")["documents"]
        assert [(one["number"], one["owner"]) for one in documents] == [
            ("158", "Мұрағат бөлімі: A. B. Head"),
            ("200", "Ғылыми кітапхана: A. B. Head"),
        ]

    def test_nobody_is_an_answer_too(self, home: Path) -> None:
        done = call(home, "impact", "қырғауыл")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("No document in force")

    def test_as_of_and_known_at(self, home: Path) -> None:
        assert answer(home, "impact", "қағаз журнал", "--as-of", "2024-01-01")["total"] == 1
        assert answer(home, "impact", "кітапхана", "--known-at", "2026-01-08")["total"] == 0


@pytest.mark.parametrize("query", ["құжаттарға", "юриста", "agreement", "«Білім туралы»"])
def test_a_search_loads_nothing_that_it_does_not_need(home: Path, query: str) -> None:
    call(home, "index")
    arguments = ("--root", str(home / "workspace"), "--lang", "en", "search", query)
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "Clauses found" in done.stdout
    loaded = done.stderr.split()
    assert [name for name in HEAVY if any(f"{one}.".startswith(f"{name}.") for one in loaded)] == []
