"""The text of a document in the HTML report, marked where findings are."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from docctl.domain.finding import Severity
from docctl.domain.place import Part, Place
from docctl.reporting.document_text import DocumentText, Line
from docctl.reporting.html_findings import Numbered, cards, references
from docctl.reporting.html_markup import NOTHING, Markup, in_lines, joined, tag
from docctl.reporting.places import part_name
from docctl.wording import Translate

ELLIPSIS = "…"
WHITE = str.maketrans("\t\n", "  ")
ByLine = Mapping[int, Sequence[Numbered]]
"""Findings by `Line.paragraph`."""


class Placed(Struct, frozen=True):
    """The findings of a document by where the report shows them."""

    by_line: ByLine
    elsewhere: tuple[Numbered, ...]
    """About headers, footers, the file, or what is missing."""


def placed(found: Sequence[Numbered], text: DocumentText | None) -> Placed:
    """Each finding at the line it is about, or apart."""
    lines = text.lines if text is not None else ()
    known = {line.paragraph for line in lines}
    rows: dict[tuple[int, int], int] = {}
    for line in lines:
        if line.cell is not None:
            rows.setdefault((line.cell.table, line.cell.row), line.paragraph)
    by_line: dict[int, list[Numbered]] = {}
    elsewhere: list[Numbered] = []
    for each in found:
        at = _line_of(each.finding.place, rows)
        (by_line.setdefault(at, []) if at is not None and at in known else elsewhere).append(each)
    return Placed(by_line, tuple(elsewhere))


def _line_of(place: Place, rows: Mapping[tuple[int, int], int]) -> int | None:
    if place.part in (Part.HEADER, Part.FOOTER):
        return None
    if place.paragraph is None and place.table is not None and place.row is not None:
        return rows.get((place.table, place.row))
    return place.paragraph


def running_lines(text: DocumentText, _: Translate) -> Markup:
    """The headers and footers of the file, section by section."""
    rows = (
        tag("tr", tag("td", str(line.section)), tag("td", part_name(line.part, _)), tag("td", line.text))
        for line in text.running
    )
    heads = (_("Section of the file"), _("Place"), _("Text"))
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    return tag("table", head, *rows) if text.running else NOTHING


def document_text(text: DocumentText, by_line: ByLine, _: Translate) -> Markup:
    """All parts of the document in order, the findings below the lines they are about."""
    return joined(
        *(
            tag("section", tag("h3", part_name(part, _)), *_blocks(list(lines), by_line, text, _))
            for part, lines in groupby(text.lines, lambda line: line.part)
        )
    )


def _blocks(lines: Sequence[Line], by_line: ByLine, text: DocumentText, _: Translate) -> Iterator[Markup]:
    language = text.language.value
    for table, group in groupby(lines, lambda line: line.cell.table if line.cell else None):
        members = list(group)
        found = [each for line in members for each in by_line.get(line.paragraph, ())]
        if table is not None:
            yield tag("table", *_rows(members, by_line), lang=language)
            yield cards(found, _)
            continue
        for line in members:
            its = by_line.get(line.paragraph, ())
            if line.text.strip() or its:
                heading = " heading" if line.level else ""
                yield tag("p", _marked(line, its), class_=f"line{heading}", lang=language)
                yield cards(its, _)


def _rows(lines: Sequence[Line], by_line: ByLine) -> Iterator[Markup]:
    for __, row in groupby(lines, lambda line: line.cell.row if line.cell else 0):
        cells = groupby(row, lambda line: line.cell.column if line.cell else 0)
        yield tag("tr", *(_cell(list(members), by_line) for ___, members in cells))


def _cell(lines: Sequence[Line], by_line: ByLine) -> Markup:
    return tag("td", *(tag("div", _marked(line, by_line.get(line.paragraph, ()))) for line in lines))


def _marked(line: Line, found: Sequence[Numbered]) -> Markup:
    """Label and text, the places that findings quote marked by the worst of them, links to the findings."""
    label = tag("span", line.label, class_="label") if line.label else NOTHING
    pieces: list[str] = []
    at = 0
    for start, end, severity in _spans(line.text, found):
        pieces += [
            in_lines(line.text[at:start]),
            tag("mark", in_lines(line.text[start:end]), class_=severity),
        ]
        at = end
    return joined(label, *pieces, in_lines(line.text[at:]), references(found))


def _spans(text: str, found: Sequence[Numbered]) -> Iterator[tuple[int, int, str]]:
    """What findings quote of the text as ranges that do not overlap."""
    quoted = sorted(span for each in found if (span := _span(text, each)) is not None)
    end = 0
    for start, stop, rank in quoted:
        if stop > end:
            yield max(start, end), stop, list(Severity)[rank].value
            end = stop


def _span(text: str, each: Numbered) -> tuple[int, int, int] | None:
    excerpt = each.finding.place.excerpt.strip(ELLIPSIS)
    start = text.translate(WHITE).find(excerpt) if excerpt else -1
    return (start, start + len(excerpt), each.finding.severity.rank) if start >= 0 else None
