"""What a search answers, ready to be printed."""

from datetime import date, datetime

from msgspec import Struct

from docctl.search.clause import Clause
from docctl.search.query.note import Note
from docctl.search.showing.snippet import Snippet

Counts = tuple[tuple[str, int], ...]
"""A value and in how many clauses it stands, the most frequent first."""


class ShownHit(Struct, frozen=True, kw_only=True):
    """A clause that was found."""

    clause: Clause
    status: str
    """Of the edition on the day asked about: ``in_force``, ``pending``, ``superseded`` or ``withdrawn``."""
    snippet: Snippet
    score: float


class Facets(Struct, frozen=True):
    """All that was found, counted by what could be chosen next."""

    kind: Counts = ()
    unit: Counts = ()
    status: Counts = ()
    year: Counts = ()


class Answer(Struct, frozen=True, kw_only=True):
    """A query and all that was found for it."""

    query: str
    repaired: str | None = None
    suggestion: str | None = None
    notes: tuple[Note, ...] = ()
    total: int
    """Clauses found; `hits` are the best of them."""
    hits: tuple[ShownHit, ...] = ()
    facets: Facets = Facets()
    as_of: date | None = None
    """None for all editions."""
    known_at: datetime | None = None
    took_ms: float
    """From the query to the answer, in milliseconds."""


class Mention(Struct, frozen=True, kw_only=True):
    """A clause, heading or title that mentions what was looked for."""

    place: str
    """``title``, ``heading`` or ``clause``."""
    clause: str = ""
    heading: str = ""
    snippet: Snippet


class Touched(Struct, frozen=True, kw_only=True):
    """A document that must be changed, and where."""

    number: str
    edition: int
    kind: str
    unit: str
    owner: str = ""
    """Who answers for the document, as its card says."""
    title: str
    is_of_unit: bool = False
    """The unit looked for is the document's own."""
    mentions: tuple[Mention, ...] = ()


class Impact(Struct, frozen=True, kw_only=True):
    """All documents that a change of an act, a unit or a wording touches."""

    asked: str
    as_of: date
    documents: tuple[Touched, ...] = ()

    @property
    def total(self) -> int:
        """Places in all documents."""
        return sum(len(document.mentions) for document in self.documents)


class Held(Struct, frozen=True):
    """What the search index holds."""

    commit: str
    documents: int
    editions: int
    clauses: int
    size: int
    """Bytes."""
