"""The engines that search is measured beside: SQLite's FTS5, and tantivy where it is installed."""

import sqlite3
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from docctl.search.clause import Clause

DAY = "2024-01-01"
COLD_FTS5 = """
import sqlite3, sys
found = sqlite3.connect(sys.argv[1]).execute(
    "SELECT number, clause, text FROM clauses WHERE clauses MATCH ? ORDER BY rank LIMIT 10",
    ('"' + sys.argv[2] + '"',)).fetchall()
"""


class Engine(Protocol):
    """Answers the kinds of query that are compared: the ten best clauses."""

    def words(self, words: Sequence[str]) -> object:
        """Clauses with all the words."""

    def phrase(self, words: Sequence[str]) -> object:
        """Clauses with the words next to each other."""

    def filtered(self, word: str, kind: str) -> object:
        """Clauses with the word in documents of a kind that were in force on a day."""

    def prefix(self, prefix: str) -> object:
        """Clauses with a word that begins so."""


class Fts5:
    """A table of SQLite as its manual would have it."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)

    def build(self, clauses: Iterable[Clause]) -> None:
        """Index the clauses."""
        self._base.execute(
            "CREATE VIRTUAL TABLE clauses USING fts5(number UNINDEXED, kind UNINDEXED, status UNINDEXED,"
            " start UNINDEXED, clause UNINDEXED, title, text)"
        )
        rows = (
            (one.number, one.kind, one.status, one.in_force_from.isoformat(), one.clause, one.title, one.text)
            for one in clauses
        )
        self._base.executemany("INSERT INTO clauses VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self._base.commit()

    def words(self, words: Sequence[str]) -> object:
        """Clauses with all the words."""
        return self._ask(" ".join(f'"{word}"' for word in words))

    def phrase(self, words: Sequence[str]) -> object:
        """Clauses with the phrase."""
        return self._ask(f'"{" ".join(words)}"')

    def filtered(self, word: str, kind: str) -> object:
        """Clauses with the word, of a kind, in force on a day."""
        return self._ask(f'"{word}"', " AND kind = ? AND start <= ?", (kind, DAY))

    def prefix(self, prefix: str) -> object:
        """Clauses with a word that begins so."""
        return self._ask(f'"{prefix}"*')

    def _ask(self, query: str, condition: str = "", values: tuple[str, ...] = ()) -> object:
        asked = f"SELECT number, clause, text FROM clauses WHERE clauses MATCH ?{condition}"
        asked += " ORDER BY rank LIMIT 10"
        return self._base.execute(asked, (query, *values)).fetchall()


class Tantivy:
    """An index of tantivy with the same fields."""

    def __init__(self, folder: Path) -> None:
        self._module: Any = import_module("tantivy")
        builder = self._module.SchemaBuilder()
        for name in ("number", "kind", "start", "clause"):
            builder.add_text_field(name, stored=True, tokenizer_name="raw")
        for name in ("title", "text"):
            builder.add_text_field(name, stored=True)
        folder.mkdir(exist_ok=True)
        self._index: Any = self._module.Index(builder.build(), path=str(folder))

    def build(self, clauses: Iterable[Clause]) -> None:
        """Index the clauses."""
        writer = self._index.writer()
        for one in clauses:
            writer.add_document(
                self._module.Document(
                    number=one.number,
                    kind=one.kind,
                    start=one.in_force_from.isoformat(),
                    clause=one.clause,
                    title=one.title,
                    text=one.text,
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def words(self, words: Sequence[str]) -> object:
        """Clauses with all the words."""
        return self._ask(" AND ".join(f'text:"{word}"' for word in words))

    def phrase(self, words: Sequence[str]) -> object:
        """Clauses with the phrase."""
        return self._ask(f'text:"{" ".join(words)}"')

    def filtered(self, word: str, kind: str) -> object:
        """Clauses with the word, of a kind, in force on a day."""
        return self._ask(f'text:"{word}" AND kind:{kind} AND start:[0000 TO {DAY}]')

    def prefix(self, prefix: str) -> object:
        """Clauses with a word that begins so."""
        regex = self._module.Query.regex_query(self._index.schema, "text", f"{prefix}.*")
        return self._found(regex)

    def _ask(self, query: str) -> object:
        return self._found(self._index.parse_query(query, ["text"]))

    def _found(self, query: object) -> object:
        searcher = self._index.searcher()
        return [searcher.doc(address) for _, address in searcher.search(query, 10).hits]


def tantivy_is_there() -> bool:
    """Whether the package is installed."""
    return find_spec("tantivy") is not None
