"""Who must change what, as text for a person and as JSON for a program."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import msgspec

from docctl.domain.registry.names import kind_name
from docctl.reporting.search import marked_up
from docctl.reporting.search_marks import highlighted
from docctl.reporting.style import Paint, harmless, plain
from docctl.search.showing.answer import Impact, Mention, Touched
from docctl.wording import Translate

SCHEMA = "docctl/impact/1"
_INDENT = 8


def as_json(found: Impact) -> str:
    """Every document and every place in it."""
    values = {
        "schema": SCHEMA,
        "text": found.asked,
        "as_of": found.as_of,
        "total": found.total,
        "documents": [_document(document) for document in found.documents],
    }
    return msgspec.json.format(msgspec.json.encode(values), indent=1).decode() + "\n"


def _document(document: Touched) -> Mapping[str, object]:
    return {
        "number": document.number,
        "edition": document.edition,
        "kind": document.kind,
        "unit": document.unit,
        "owner": document.owner,
        "title": document.title,
        "is_of_unit": document.is_of_unit,
        "mentions": [
            {
                "place": mention.place,
                "clause": mention.clause,
                "heading": mention.heading,
                "snippet": marked_up(mention.snippet),
            }
            for mention in document.mentions
        ],
    }


def as_text(found: Impact, _: Translate, paint: Paint = plain) -> str:
    """By unit, then by document, so that each unit sees what is its own to change."""
    day = f"{found.as_of:%d.%m.%Y}"
    if not found.documents:
        return _("No document in force on {day} mentions it.").format(day=day) + "\n"
    count = _("To be changed, as of {day}: documents {documents}, units {units}, places {places}.")
    units = {document.unit for document in found.documents}
    said = count.format(day=day, documents=len(found.documents), units=len(units), places=found.total)
    lines = [said]
    for unit, documents in groupby(found.documents, key=lambda document: document.unit):
        lines += ["", paint(harmless(unit), "part")]
        for document in documents:
            lines += _lines(document, _, paint)
    return "\n".join(lines) + "\n"


def _lines(document: Touched, _: Translate, paint: Paint) -> Iterator[str]:
    yield f"  {paint(harmless(f'№ {document.number} · {document.title}'), 'title')}"
    edition = _("edition {edition}").format(edition=document.edition)
    kind = kind_name(document.kind, _)
    own = _("the unit's own document") if document.is_of_unit else ""
    yield "  " + paint(harmless(" · ".join(filter(None, (edition, kind, document.owner, own)))), "place")
    for mention in document.mentions:
        yield f"    {harmless(_place(mention, _))}".rstrip()
        yield from highlighted(mention.snippet, _INDENT, paint)


def _place(mention: Mention, _: Translate) -> str:
    if mention.place == "title":
        return _("title of the document")
    if mention.place == "heading":
        return _("heading")
    return f"{mention.clause} {mention.heading}"
