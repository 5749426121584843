"""What is asked of the index, after the words of a person were parsed and repaired."""

from datetime import date

from msgspec import Struct


class Word(Struct, frozen=True, tag=True):
    """A word in any of its forms."""

    text: str


class Prefix(Struct, frozen=True, tag=True):
    """Words that begin so, compared after folding."""

    text: str


class Phrase(Struct, frozen=True, tag=True):
    """Words next to each other, each in any of its forms; line breaks and punctuation do not count."""

    words: tuple[str, ...]


Atom = Word | Prefix | Phrase


class Filters(Struct, frozen=True):
    """What the clause's document must be; an empty tuple asks nothing, values within one are alternatives."""

    numbers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """Compared by the words' keys, so that any form of the unit's name finds it."""
    statuses: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    """Of the day on which the edition came into force."""
    editions: tuple[int, ...] = ()
    clauses: tuple[str, ...] = ()
    """A clause and those below it: «6» takes in 6.23."""
    as_of: date | None = None
    """Editions in force on that day; None: those in force now."""
    day: date | None = None
    """The day on which statuses are judged; None: what editions end up as."""
    all_editions: bool = False
    """Superseded and withdrawn editions as well; `as_of` then asks nothing."""


class Request(Struct, frozen=True):
    """The parsed query. Within a group any atom suffices («a OR b»)."""

    wanted: tuple[tuple[Atom, ...], ...] = ()
    """A clause is the better the more of these groups, and the rarer ones, it satisfies; at least one."""
    required: tuple[tuple[Atom, ...], ...] = ()
    """Groups that must be satisfied: phrases, ``+word``."""
    excluded: tuple[Atom, ...] = ()
    filters: Filters = Filters()
