"""The use case of searching: a person's words over the clauses of the registry."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docctl.app.clauses import RegistryClauses
from docctl.search.clause import Clause
from docctl.search.index.index import Hit, Index
from docctl.search.index.opening import open_index
from docctl.search.query.fields import kind_meant
from docctl.search.query.note import Note
from docctl.search.query.understanding import understand
from docctl.search.request import Filters, Request
from docctl.search.showing.answer import Answer, Facets, ShownHit
from docctl.search.showing.marking import marks
from docctl.search.showing.snippet import snippet
from docctl.search.showing.sought import Analyse, Sought, sought_by
from docctl.search.words.analysis import Analyser
from docctl.wording import N_

if TYPE_CHECKING:
    from docctl.store.registry import Registry
    from docctl.store.snapshot import Snapshot

IN_FORCE, PENDING = "in_force", "pending"
FOLDER = (".git", "docctl")
NOW, PAST = "search", "search-past"
"""The index of the registry as it is, and that of what was known when somebody last asked for the past."""
NO_WORDS = N_("The query has no word to search for.")
NO_DAY = N_("A day chooses among editions in force only; here it is left out.")
Progress = Callable[[int], None]
"""Is told how many clauses were indexed since it was told last."""


class Question(Struct, frozen=True, kw_only=True):
    """What a person asks: the words, and what options say beside them."""

    query: str
    kind: str = ""
    unit: str = ""
    status: str = ""
    as_of: date | None = None
    known_at: datetime | None = None
    all_editions: bool = False
    limit: int = 10


def index_of(registry: "Registry", snapshot: "Snapshot", progress: Progress) -> Index:
    """The index of a snapshot, brought up to it: one for the present, one for the past last asked about."""
    name = NOW if snapshot.commit == registry.now().commit else PAST
    return open_index(registry.root.joinpath(*FOLDER, name), RegistryClauses(registry, snapshot), progress)


def analyser_of(index: Index) -> Analyse:
    """Text to tokens as the index has them; no dictionary is loaded for a word that it knows."""
    return Analyser(index.vocabulary().key).analyse


def search(index: Index, question: Question, today: date) -> Answer:
    """The best clauses for a question, and what all that were found are."""
    began = perf_counter()
    understood = understand(question.query, index.vocabulary(), today)
    asked = _with_options(understood.request.filters, question)
    request = replace(understood.request, filters=_view(asked, today))
    answer = Answer(
        query=understood.text,
        repaired=understood.repaired,
        suggestion=understood.suggestion,
        notes=(*understood.notes, *_notes(understood.request, asked, request.filters)),
        total=0,
        as_of=request.filters.as_of,
        known_at=question.known_at,
        took_ms=0.0,
    )
    if replace(request, filters=asked) != Request():
        answer = _answered(answer, index, request, question.limit, today)
    return replace(answer, took_ms=(perf_counter() - began) * 1000)


def _notes(typed: Request, asked: Filters, view: Filters) -> Iterator[Note]:
    if replace(typed, filters=asked) == Request():
        yield Note(NO_WORDS)
    if asked.as_of and not view.as_of:
        yield Note(NO_DAY)


def _answered(answer: Answer, index: Index, request: Request, limit: int, today: date) -> Answer:
    found = index.find(request, limit)
    analyse = analyser_of(index)
    sought = sought_by(request, analyse)
    day = request.filters.as_of or today
    hits = tuple(_shown(hit, sought, analyse, day) for hit in found.hits)
    return replace(answer, total=found.total, hits=hits, facets=_facets(index, request, found.total))


def _with_options(said: Filters, question: Question) -> Filters:
    """What the fields of a query ask for, and the options over them."""
    return replace(
        said,
        kinds=(kind_meant(question.kind),) if question.kind else said.kinds,
        units=(question.unit,) if question.unit else said.units,
        statuses=(question.status,) if question.status else said.statuses,
        as_of=question.as_of or said.as_of,
        all_editions=question.all_editions or said.all_editions,
    )


def _view(asked: Filters, today: date) -> Filters:
    """The same over all editions, when some that are not in force may be meant; else over those of a day."""
    past = any(status != IN_FORCE for status in asked.statuses)
    if asked.all_editions or past or (asked.editions and not asked.as_of):
        return replace(asked, all_editions=True, as_of=None, day=today)
    return replace(asked, statuses=(), as_of=asked.as_of or today, day=today)


def status_on(clause: Clause, day: date) -> str:
    """What the edition of a clause is on a day."""
    if day < clause.in_force_from:
        return PENDING
    return clause.status if clause.in_force_to and clause.in_force_to <= day else IN_FORCE


def _shown(hit: Hit, sought: Sought, analyse: Analyse, day: date) -> ShownHit:
    text = hit.clause.text
    tokens = analyse(text)
    found = marks(tokens, replace(sought, near=hit.keys))
    return ShownHit(
        clause=hit.clause,
        status=status_on(hit.clause, day),
        snippet=snippet(text, tokens, found),
        score=hit.score,
    )


def _facets(index: Index, request: Request, total: int) -> Facets:
    """Counts over all that was found; on a single day every edition found is in force."""
    counted = index.facets(request)
    years = tuple((str(year), count) for year, count in counted.years)
    on_a_day = request.filters.as_of is not None
    statuses = (((IN_FORCE, total),) if total else ()) if on_a_day else counted.statuses
    return Facets(counted.kinds, counted.units, statuses, years)
