"""``field:value``: the names of the fields in three languages, and what their values mean."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from docctl.domain.patterns import regex
from docctl.search.query.note import Note
from docctl.search.request import Filters
from docctl.search.words.folding import skeleton
from docctl.wording import N_

T = TypeVar("T")

_NAMES = {
    "number": "number нөмір нөмірі номер",
    "kind": "kind түр түрі вид тип",
    "unit": "unit бөлімше бөлімшесі подразделение отдел",
    "status": "status мәртебе мәртебесі күйі статус",
    "year": "year жыл жылы год",
    "edition": "edition басылым басылымы издание редакция",
    "clause": "clause тармақ тармағы пункт",
    "as_of": "as-of asof date күні күнгі дата",
    "since": "from since бастап от с",
    "until": "to until дейін до по",
}
FIELDS = {skeleton(name): field for field, names in _NAMES.items() for name in names.split()}
"""Folded name, also in Russian letters, to the field."""

_KINDS = {
    "regulation": ("regulation", "ереже", "ережелер", "положение", "положения"),
    "job_description": (
        "job description",
        "лауазымдық нұсқаулық",
        "нұсқаулық",
        "должностная инструкция",
        "инструкция",
    ),
}
_STATUSES = {
    "in_force": (
        "in force",
        "қолданыста",
        "қолданыстағы",
        "күшінде",
        "действует",
        "действующий",
        "действующее",
    ),
    "superseded": ("superseded", "ауыстырылған", "ауыстырылды", "заменен", "заменено", "замененное"),
    "withdrawn": (
        "withdrawn",
        "күшін жоғалтқан",
        "күші жойылған",
        "утратил силу",
        "утратило силу",
        "утративший силу",
        "отменен",
        "отменено",
    ),
}
_ALL = frozenset(map(skeleton, ("all", "барлығы", "барлық", "все")))
_TODAY = frozenset(map(skeleton, ("today", "бүгін", "сегодня")))
_ISO = regex(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_FIGURES = regex(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_YEARS = regex(r"((?:19|20)[0-9]{2})(?:-((?:19|20)[0-9]{2}))?")
_CLAUSE = regex(r"[0-9]{1,4}(?:\.[0-9]{1,4})*")
_ORDINAL = regex("[0-9]{1,4}")
_MARKS = regex(r"[\"“”„«»\s]+")

NO_DATE = N_("“{value}” is no date; write it like 2026-03-01 or 01.03.2026; left out.")
_FIRST_YEAR = 1950
"""No document of a registry is older."""

Taken = Filters | Note
"""The filters with the field's value, or why it was not understood."""


def field_named(name: str) -> str | None:
    """The field with that name in any language, None for other words."""
    return FIELDS.get(skeleton(name))


def with_field(filters: Filters, field: str, value: str, today: date) -> Taken:
    """The filters with one more value of a field; a note where the value is none."""
    value = _MARKS.sub(" ", value).strip()
    return _READERS[field](filters, value, today) if value else Note(N_("A field has no value; left out."))


def kind_meant(value: str) -> str:
    """The kind that is called so in one of the languages; an office's own kind as it is."""
    return _meant(value, _KINDS)


def status_meant(value: str) -> str | None:
    """The status that is called so, None for other words."""
    status = _meant(value, _STATUSES)
    return status if status in _STATUSES else None


def _meant(value: str, names: Mapping[str, tuple[str, ...]]) -> str:
    said = skeleton(value).replace("_", " ")
    found = (code for code, known in names.items() if said in map(skeleton, known))
    return next(found, value)


def _number(filters: Filters, value: str, _: date) -> Taken:
    return replace(filters, numbers=_and(filters.numbers, value.removeprefix("№").strip() or value))


def _kind(filters: Filters, value: str, _: date) -> Taken:
    return replace(filters, kinds=_and(filters.kinds, kind_meant(value)))


def _unit(filters: Filters, value: str, _: date) -> Taken:
    return replace(filters, units=_and(filters.units, value))


def _status(filters: Filters, value: str, _: date) -> Taken:
    status = status_meant(value)
    if status is None:
        return Note(N_("“{value}” is no status: in_force, superseded or withdrawn; left out."), value)
    return replace(filters, statuses=_and(filters.statuses, status))


def _year(filters: Filters, value: str, _: date) -> Taken:
    years = _YEARS.fullmatch(value)
    if years is None:
        return Note(N_("“{value}” is no year, such as 2024 or 2020-2024; left out."), value)
    first, last = sorted((int(years[1]), int(years[2] or years[1])))
    return replace(filters, years=tuple(sorted({*filters.years, *range(first, last + 1)})))


def _edition(filters: Filters, value: str, _: date) -> Taken:
    if skeleton(value) in _ALL:
        return replace(filters, all_editions=True)
    if not _ORDINAL.fullmatch(value):
        return Note(N_("“{value}” is no edition: write its number, or all; left out."), value)
    return replace(filters, editions=_and(filters.editions, int(value)))


def _clause(filters: Filters, value: str, _: date) -> Taken:
    number = value.removesuffix(".")
    if not _CLAUSE.fullmatch(number):
        return Note(N_("“{value}” is no number of a clause, such as 6 or 6.23; left out."), value)
    return replace(filters, clauses=_and(filters.clauses, number))


def _as_of(filters: Filters, value: str, today: date) -> Taken:
    day = _day(value, today)
    return replace(filters, as_of=day) if day else Note(NO_DATE, value)


def _since(filters: Filters, value: str, today: date) -> Taken:
    day = _day(value, today)
    if day is None:
        return Note(NO_DATE, value)
    years = filters.years or range(day.year, max(day.year, today.year + 1) + 1)
    return _within(filters, [year for year in years if year >= day.year], value)


def _until(filters: Filters, value: str, today: date) -> Taken:
    day = _day(value, today)
    if day is None:
        return Note(NO_DATE, value)
    years = filters.years or range(_FIRST_YEAR, day.year + 1)
    return _within(filters, [year for year in years if year <= day.year], value)


def _within(filters: Filters, years: Sequence[int], value: str) -> Taken:
    if not years:
        return Note(N_("“{value}” leaves no year between from: and to:; left out."), value)
    return replace(filters, years=tuple(years))


def _day(value: str, today: date) -> date | None:
    return today if skeleton(value) in _TODAY else day_written(value)


def day_written(value: str) -> date | None:
    """The day, written as ISO or as people here write it."""
    if iso := _ISO.fullmatch(value):
        return _calendar(iso[1], iso[2], iso[3])
    if figures := _FIGURES.fullmatch(value):
        return _calendar(figures[3], figures[2], figures[1])
    return None


def _calendar(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _and(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    return values if value in values else (*values, value)


_READERS: Mapping[str, Callable[[Filters, str, date], Taken]] = {
    "number": _number,
    "kind": _kind,
    "unit": _unit,
    "status": _status,
    "year": _year,
    "edition": _edition,
    "clause": _clause,
    "as_of": _as_of,
    "since": _since,
    "until": _until,
}
