"""Columns of a sheet's table, known by their headings whatever the wording and the number of heading rows."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from docctl.domain.draft import Cell, Row, Table
from docctl.domain.folding import bare, fold, russian_letters
from docctl.domain.form import ColumnForm
from docctl.domain.parts import Column
from docctl.domain.patterns import regex
from docctl.recognition.matching import same_word

_BETWEEN = regex(r"\s*[,;/]\s*|\s(?:және|мен|и|and)\s")
"""What stands between two things that one heading names."""
_HEADING_ROWS = 4
"""Rows at the top of a table among which its column headings are looked for."""
_EDGE = 2
"""Letters at the beginning or end of a word that two forms of it share."""
_HEADING_LENGTH = 160
"""Characters of the longest column heading."""
_FEWEST_COLUMNS = 2
"""Recognised columns from which on a row is a row of headings."""


Anchor = Callable[[int, tuple[str, ...], tuple[str, ...]], bool]
"""Whether a wording that stands at a word of a heading is what the heading names."""


class Name(Struct, frozen=True):
    """A wording of a column's heading."""

    role: str
    words: tuple[str, ...]


class ColumnNames(Struct, frozen=True):
    """The wordings of a sheet's columns."""

    by_key: dict[str, str]
    """Role by the whole heading."""
    by_edge: dict[str, tuple[Name, ...]]
    """Longer wordings by an edge of their first word, with which they may stand anywhere in a heading."""
    groups: frozenset[str]
    """Roles whose heading may stand over several columns."""

    def role(self, heading: str) -> str | None:
        """The role of the column with this heading; None when no wording fits."""
        text = heading[:_HEADING_LENGTH]
        if found := self.by_key.get(_key(text)):
            return found
        outside, _, _ = text.partition("(")
        outside = outside if outside.strip() else text
        key = _key(outside)
        if found := self.by_key.get(key):
            return found
        return self._contained(tuple(key.split()), _named_last if _is_kazakh(outside) else _named_first)

    def several(self, heading: str) -> tuple[str, ...]:
        """The roles of a column that has two things in it: «Қолы, күні», «Должность, Ф.И.О.»; else none."""
        text = heading[:_HEADING_LENGTH]
        if _key(text) in self.by_key:
            return ()
        keys = [_key(piece) for piece in _BETWEEN.split(text)]
        roles = tuple(dict.fromkeys(self.by_key[key] for key in keys if key in self.by_key))
        return roles if len(roles) > 1 and all(key in self.by_key for key in keys) else ()

    def _contained(self, words: tuple[str, ...], anchored: Anchor) -> str | None:
        """The wording that says what the heading names; of several, the longest.

        A Kazakh heading ends in what it names (өзгеріс енгізілген *күні*), a Russian or English one begins
        with it (*дата* внесения изменения).
        """
        best: tuple[bool, int, str] | None = None
        for start, word in enumerate(words):
            for name in self._beginning_as(word):
                if _stands_at(start, name.words, words):
                    found = (anchored(start, name.words, words), sum(map(len, name.words)), name.role)
                    best = max(best, found) if best else found
        return best[2] if best else None

    def _beginning_as(self, word: str) -> Iterator[Name]:
        for edge in {word[:_EDGE], "-" + word[-_EDGE:]}:
            yield from self.by_edge.get(edge, ())


class Headed(Struct, frozen=True):
    """A table with its column headings understood."""

    columns: tuple[Column, ...]
    first: int
    """Index of the first heading row."""
    rows: tuple[Row, ...]
    """The rows below the headings."""

    @property
    def roles(self) -> frozenset[str]:
        """The roles of its columns."""
        return frozenset(column.role for column in self.columns if column.role)


def column_names(columns: tuple[ColumnForm, ...]) -> ColumnNames:
    """The wordings, prepared."""
    by_key: dict[str, str] = {}
    by_edge: dict[str, dict[Name, None]] = {}
    for column in columns:
        for text in column.headings.all():
            key = _key(text)
            by_key.setdefault(key, column.role)
            words = tuple(key.split()) if len(key) > 1 else ()
            for edge in (words[0][:_EDGE], "-" + words[0][-_EDGE:]) if words else ():
                by_edge.setdefault(edge, {})[Name(column.role, words)] = None
    return ColumnNames(
        by_key,
        {edge: tuple(names) for edge, names in by_edge.items()},
        frozenset(c.role for c in columns if c.group),
    )


def headed(table: Table, names: ColumnNames) -> Headed | None:
    """The table's columns, when one of its first rows is a row of headings; else None."""
    for first in range(min(len(table.rows), _HEADING_ROWS)):
        last = _last_heading_row(table, first, names)
        columns = tuple(_without_doubles(list(_columns(table.rows[first : last + 1], names))))
        if len({column.role for column in columns if column.role}) >= _FEWEST_COLUMNS:
            rows = table.rows[last + 1 :]
            return Headed(columns, first, rows[1:] if rows and _counts_columns(rows[0]) else rows)
    return None


def _last_heading_row(table: Table, first: int, names: ColumnNames) -> int:
    """Headings take more rows where cells are merged downwards, or spread over columns named below."""
    row = table.rows[first]
    deepest = max((cell.row_span for cell in row.cells), default=1)
    if deepest == 1 and any(cell.column_span > 1 for cell in row.cells) and len(row.cells) > 1:
        below = table.rows[first + 1] if first + 1 < len(table.rows) else Row(())
        named = sum(names.role(cell.text) is not None for cell in below.cells)
        deepest = 2 if named >= 1 and len(below.cells) > len(row.cells) else 1
    return min(first + min(deepest, _HEADING_ROWS), len(table.rows)) - 1


def _columns(rows: tuple[Row, ...], names: ColumnNames) -> Iterator[Column]:
    """The columns of the heading rows, from left to right; a group's name counts before its columns' own."""
    stacks: dict[int, list[Cell]] = {}
    for row in rows:
        for cell in row.cells:
            for column in range(cell.column, cell.column + min(cell.column_span, 64)):
                stacks.setdefault(column, []).append(cell)
    seen: set[tuple[int, ...]] = set()
    for column, cells in sorted(stacks.items()):
        path = tuple(id(cell) for cell in cells)
        if path not in seen:
            seen.add(path)
            text = _printed(cells)
            for role in names.several(text) or (_role_of(cells, names),):
                yield Column(role, text, column)


def _without_doubles(columns: list[Column]) -> Iterator[Column]:
    """What a column has besides does not count where it has a column of its own."""
    shared = Counter(column.column for column in columns)
    own = {column.role for column in columns if shared[column.column] == 1}
    yield from (column for column in columns if shared[column.column] == 1 or column.role not in own)


def _role_of(cells: list[Cell], names: ColumnNames) -> str | None:
    return names.role(_printed(cells)) if len(cells) == 1 else _role_of_stack(cells, names)


def _role_of_stack(cells: list[Cell], names: ColumnNames) -> str | None:
    """A group of columns is named above, a column in a group that names none below."""
    above = names.role(cells[0].text)
    if above in names.groups:
        return above
    below = next((role for cell in reversed(cells) if (role := names.role(cell.text))), None)
    return names.by_key.get(_key(_printed(cells))) or below


def _printed(cells: list[Cell]) -> str:
    return " ".join(" ".join(cell.text.split()) for cell in cells if cell.text.strip())


def _counts_columns(row: Row) -> bool:
    """A row 1, 2, 3 … under the headings, as printed forms have it."""
    texts = [cell.text.strip().rstrip(".") for cell in row.cells]
    return len(texts) > 2 and texts == [str(ordinal) for ordinal in range(1, len(texts) + 1)]


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    folded = fold(text)
    return russian_letters(bare(folded)) or folded


def _is_kazakh(text: str) -> bool:
    folded = fold(text)
    return russian_letters(folded) != folded


def _named_last(start: int, wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return start + len(wanted) == len(words)


def _named_first(start: int, _: tuple[str, ...], __: tuple[str, ...]) -> bool:
    return start == 0


def _stands_at(start: int, wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the wording stands in the heading from this word on."""
    there = words[start : start + len(wanted)]
    return len(there) == len(wanted) and all(
        same_word(one, other) or (len(one) > _EDGE and other.startswith(one))
        for one, other in zip(wanted, there, strict=True)
    )
