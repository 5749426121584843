"""A request as a query that asks for the same: what is printed parses back."""

from collections.abc import Iterable, Iterator

from docctl.search.query.parsing import STAR
from docctl.search.query.pieces import EXCLUDED, REQUIRED
from docctl.search.request import Atom, Filters, Phrase, Prefix, Request

_OR = " OR "


def printed(request: Request) -> str:
    """The query in the words of this language of queries."""
    return " ".join(_parts(request))


def _parts(request: Request) -> Iterator[str]:
    yield from (_any(group, "") for group in request.wanted)
    yield from (_any(group, REQUIRED) for group in request.required)
    yield from (f"{EXCLUDED}{_atom(atom)}" for atom in request.excluded)
    yield from _filters(request.filters)


def _any(group: Iterable[Atom], sign: str) -> str:
    return _OR.join(f"{sign}{_atom(atom)}" for atom in group)


def _atom(atom: Atom) -> str:
    if isinstance(atom, Phrase):
        return f'"{" ".join(atom.words)}"'
    if isinstance(atom, Prefix):
        return atom.text + STAR
    return atom.text


def _filters(filters: Filters) -> Iterator[str]:
    for name, values in (
        ("number", filters.numbers),
        ("kind", filters.kinds),
        ("unit", filters.units),
        ("status", filters.statuses),
        ("year", filters.years),
        ("edition", filters.editions),
        ("clause", filters.clauses),
    ):
        yield from (f'{name}:"{value}"' for value in values)
    if filters.all_editions:
        yield "edition:all"
    if filters.as_of:
        yield f"as-of:{filters.as_of}"
