"""What was found as text for a person and as JSON for a program; what a change touches, likewise."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from docctl.domain.registry.card import EditionStatus
from docctl.domain.registry.names import EDITION_STATUSES, kind_name
from docctl.reporting.search_marks import highlighted
from docctl.reporting.style import Paint, harmless, plain
from docctl.search.clause import Clause
from docctl.search.query.note import Note
from docctl.search.showing.answer import Answer, Counts, ShownHit
from docctl.search.showing.snippet import Snippet
from docctl.wording import N_, Translate

SCHEMA = "docctl/search/1"
FACETS = {"kind": N_("Kinds"), "unit": N_("Units"), "status": N_("Statuses"), "year": N_("Years")}
PATH = " › "
_SHOWN = 6
"""Values of a facet that are printed."""
_INDENT = 8
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_json(answer: Answer, _: Translate) -> str:
    """The answer by the contract; `took_ms` is all of it that differs from run to run."""
    return _written(
        schema=SCHEMA,
        query=answer.query,
        repaired=answer.repaired,
        total=answer.total,
        took_ms=round(answer.took_ms, 1),
        as_of=answer.as_of,
        known_at=answer.known_at,
        hits=[_hit(hit) for hit in answer.hits],
        facets={name: dict(_counts(answer, name)) for name in FACETS},
        suggestion=answer.suggestion,
        notes=[worded(note, _) for note in answer.notes],
    )


def _written(**values: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(values), indent=1).decode() + "\n"


def _hit(hit: ShownHit) -> Mapping[str, object]:
    clause = hit.clause
    return {
        "number": clause.number,
        "edition": clause.edition,
        "kind": clause.kind,
        "unit": clause.unit,
        "status": hit.status,
        "title": clause.title,
        "clause": clause.clause,
        "heading": PATH.join(clause.headings),
        "snippet": marked_up(hit.snippet),
        "score": round(hit.score, 2),
        "language": clause.language,
        "in_force_from": clause.in_force_from,
        "in_force_to": clause.in_force_to,
    }


def marked_up(snippet: Snippet) -> str:
    """The snippet as HTML: what matched in ``<mark>``, everything else escaped, no line breaks."""
    stretches = (
        f"<mark>{text}</mark>" if stretch.marked else text
        for stretch in snippet.stretches
        for text in [harmless(stretch.text).translate(_ESCAPED)]
    )
    return f"{'… ' * snippet.begins_inside}{''.join(stretches)}{' …' * snippet.ends_inside}"


def worded(note: Note, _: Translate) -> str:
    """A note as a sentence."""
    return _(note.message).format(value=harmless(note.value))


def as_text(answer: Answer, _: Translate, paint: Paint = plain) -> str:
    """The answer by document, in the order of the best clause of each."""
    lines = [*_head(answer, _, paint), *_documents(answer.hits, _, paint)]
    if answer.total:
        lines += ["", *_facets(answer, _, paint)]
    return "\n".join(lines) + "\n"


def _head(answer: Answer, _: Translate, paint: Paint) -> Iterator[str]:
    if answer.repaired:
        yield _("searched for: {query}").format(query=paint(harmless(answer.repaired), "title"))
    yield from (worded(note, _) for note in answer.notes)
    if answer.suggestion:
        yield _("Did you mean: {query}").format(query=paint(harmless(answer.suggestion), "title"))
    took = f"{answer.took_ms:.0f}"
    if not answer.total:
        yield _("Nothing was found. Time: {took} ms.").format(took=took)
    else:
        found = _("Clauses found: {total}; shown: {shown}. Time: {took} ms.")
        yield found.format(total=answer.total, shown=len(answer.hits), took=took)


def _documents(hits: Iterable[ShownHit], _: Translate, paint: Paint) -> Iterator[str]:
    together: dict[tuple[str, int], list[ShownHit]] = {}
    for hit in hits:
        together.setdefault((hit.clause.number, hit.clause.edition), []).append(hit)
    for group in together.values():
        yield ""
        yield from document_head(group[0].clause, group[0].status, _, paint)
        for hit in group:
            yield from clause_lines(hit.clause.clause, hit.clause.headings, hit.snippet, paint)


def document_head(clause: Clause, status: str, _: Translate, paint: Paint) -> Iterator[str]:
    """The edition that a clause is of: number, title; kind, unit, status."""
    name = f"№ {clause.number} · {clause.title}"
    yield paint(harmless(name), "title")
    edition = _("edition {edition}").format(edition=clause.edition)
    state, kind = status_name(status, _), kind_name(clause.kind, _)
    yield paint(harmless(" · ".join(filter(None, (edition, state, kind, clause.unit)))), "place")


def clause_lines(number: str, headings: Iterable[str], snippet: Snippet, paint: Paint) -> Iterator[str]:
    """The number of a clause and the way down to it, then its text."""
    label = f"  {harmless(number)}".ljust(_INDENT - 1)
    yield f"{label} {paint(harmless(PATH.join(headings)), 'part')}".rstrip()
    yield from highlighted(snippet, _INDENT, paint)


def _facets(answer: Answer, _: Translate, paint: Paint) -> Iterator[str]:
    for name, heading in FACETS.items():
        counts = _counts(answer, name)
        if counts:
            said = ", ".join(f"{_value(name, value, _)} {count}" for value, count in counts[:_SHOWN])
            rest = ", …" if len(counts) > _SHOWN else ""
            yield f"{paint(_(heading), 'place')}: {harmless(said)}{rest}"


def _counts(answer: Answer, facet: str) -> Counts:
    counts: Counts = getattr(answer.facets, facet)
    return counts


def _value(facet: str, value: str, _: Translate) -> str:
    if facet == "kind":
        return kind_name(value, _)
    return status_name(value, _) if facet == "status" else value


def status_name(status: str, _: Translate) -> str:
    """The status of an edition in words."""
    return _(EDITION_STATUSES[EditionStatus(status)])
