"""The contents in a way."""

from collections.abc import Iterator

import msgspec

from docctl.domain.draft import Cell, Paragraph, Row, Run, Table
from tests.kit.looks import Role
from tests.kit.markup import tag, val
from tests.kit.options import Contents, Headings
from tests.kit.paragraphs import Press, empty_paragraph, tab_stops, toc_mark
from tests.kit.properties import RUN_ORDER, in_order
from tests.kit.runs import field_char, plain_run
from tests.kit.style_ids import style_id
from tests.kit.tables import table_xml

TITLE_AT, PAGE_AT = 22.0, 467.0
"""Tab stops, in points."""
DOTS = 40
COLUMNS = {"kk": "№\tБөлімнің атауы\tБет", "ru": "№\tНаименование раздела\tСтр.", "en": "No.\tSection\tPage"}


def contents_xml(press: Press, above: str, entries: list[Paragraph]) -> str:
    """The heading of the contents, which is written already, and the entries."""
    match press.way.contents:
        case Contents.TYPED:
            return above + "".join(_entry(press, entry) for entry in entries)
        case Contents.DOTS:
            return above + "".join(press.paragraph(_dotted(entry), Role.ENTRY) for entry in entries)
        case Contents.TABLE:
            return above + table_xml(press, _table(entries), bordered=False) + empty_paragraph()
        case Contents.HEADED_TABLE:
            headings = COLUMNS[(press.draft.default_language or "en")[:2]]
            return (
                above + table_xml(press, _table([_line(entries[0], headings), *entries])) + empty_paragraph()
            )
    field = "".join(_field(press, entries))
    if press.way.contents is Contents.FIELD:
        return above + field
    gallery = tag("w:docPartObj", val("w:docPartGallery", "Table of Contents"), "<w:docPartUnique/>")
    properties = tag("w:sdtPr", val("w:id", press.runs.next_id()), gallery)
    return tag("w:sdt", properties, tag("w:sdtContent", above + field))


def _entry(press: Press, entry: Paragraph, start: str = "", end: str = "") -> str:
    stops = tab_stops(("left", TITLE_AT, "none"), ("right", PAGE_AT, "dot"))
    return press.paragraph(entry, Role.ENTRY, extra={"w:tabs": stops}, start=start, end=end)


def _dotted(entry: Paragraph) -> Paragraph:
    *front, page = entry.text.split("\t")
    return _line(entry, f"{' '.join(front)} {'.' * DOTS} {page}")


def _line(entry: Paragraph, text: str) -> Paragraph:
    runs = (Run(text, entry.runs[0].format),) if text else ()
    return msgspec.structs.replace(entry, index=0, text=text, runs=runs, fields=())


def _table(entries: list[Paragraph]) -> Table:
    rows = []
    for number, entry in enumerate(entries, start=1):
        *front, title, page = entry.text.split("\t")
        texts = (*(front or [""]), title, page)
        cells = (Cell(number, column, (_line(entry, text),)) for column, text in enumerate(texts, start=1))
        rows.append(Row(tuple(cells)))
    return Table(1, tuple(rows))


def _field(press: Press, entries: list[Paragraph]) -> Iterator[str]:
    """A field over paragraphs, as Word writes it: the end stands in a paragraph of its own."""
    switch = "\\u" if press.way.headings is Headings.OUTLINE else '\\o "1-3"'
    for number, entry in enumerate(entries):
        start = ""
        if number == 0:
            dirty = "true" if any(field.dirty for field in entry.fields) else None
            instruction = tag("w:instrText", f" TOC {switch} \\h \\z \\u ", xml_space="preserve")
            start = field_char("begin", w_dirty=dirty) + tag("w:r", instruction) + field_char("separate")
        yield _entry(press, _line(entry, ""), start=start + _hyperlink(press, entry))
    yield f"<w:p><w:pPr></w:pPr>{field_char('end')}</w:p>"


def _hyperlink(press: Press, entry: Paragraph) -> str:
    *front, page = entry.text.split("\t")
    mark = _mark(press, front[-1] if front else page)
    link = {"w:rStyle": val("w:rStyle", style_id("Hyperlink", press.way)), "w:noProof": "<w:noProof/>"}
    hidden = {"w:noProof": "<w:noProof/>", "w:webHidden": "<w:webHidden/>"}
    instruction = tag("w:instrText", f" PAGEREF {mark} \\h ", xml_space="preserve")
    inside = (
        _run(press, "\t".join(front), link),
        _run(press, "\t", hidden),
        field_char("begin", tag("w:rPr", *hidden.values())),
        tag("w:r", tag("w:rPr", *hidden.values()), instruction),
        field_char("separate"),
        _run(press, page, hidden),
        field_char("end"),
    )
    return tag("w:hyperlink", *inside, w_anchor=mark, w_history=1)


def _run(press: Press, text: str, pieces: dict[str, str]) -> str:
    properties = tag("w:rPr", in_order(press.said(Role.ENTRY) | pieces, RUN_ORDER))
    return plain_run(text, properties)


def _mark(press: Press, title: str) -> str:
    headings = (p for p in press.draft.paragraphs() if p.heading_level and p.text.endswith(title))
    found = next(headings, None)
    return toc_mark(found.index if found else 0)
