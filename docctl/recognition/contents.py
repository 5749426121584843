"""The contents: made by a field, typed with dots or tabs, or laid out as a table."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.draft import Paragraph, Row
from docctl.domain.folding import bare, fold, level, words_of
from docctl.domain.parts import Contents, Entry
from docctl.domain.patterns import regex
from docctl.domain.place import Part
from docctl.recognition.lines import Layout, Line, TableSpan, place_of
from docctl.recognition.numbers import Number
from docctl.recognition.vocabulary import CONTENTS, Vocabulary

_TAIL = regex(r"(?<!\d)(?<!\d\.)(\d{1,4})(?:\s?[-–]\s?\d{1,4})?$")
_FIGURE_NEAR_END = regex(r"\d[\s.]*(?:[^\W\d_]{1,5}\.?\s*)?$")
_LEADERS = " .…·_\t\u00a0-–—"
_SHORT_LEADER = 1
_TOC_STYLE = "toc "
_FEWEST = 3
"""Lines with pages from which on contents without a heading are contents."""
_LONGEST = 300
"""Characters of the longest entry."""


class ContentsSpan(Struct, frozen=True):
    """The lines of the contents."""

    start: int
    stop: int
    contents: Contents


class _Row(Struct, frozen=True):
    """A line that may be an entry."""

    line: Line
    number: str
    title: str
    page: int | None
    level: int
    clear: bool
    """A tab, dots or a field tell that the figure is a page."""


def contents_of(layout: Layout, vocabulary: Vocabulary) -> ContentsSpan | None:
    """The contents, with or without a heading; None when there are none."""
    heading = _heading(layout, vocabulary)
    start = heading.position + 1 if heading else _first_of_field(layout)
    if start is None:
        start = _first_of_run(layout, vocabulary)
    if start is None:
        return None
    span = _table_below(layout, start) if heading else None
    rows, stop = _of_table(layout, span, vocabulary) if span else _typed(layout, start, vocabulary)
    return _span(layout, heading, rows, (start, stop), vocabulary)


def _span(
    layout: Layout, heading: Line | None, rows: list[_Row], reach: tuple[int, int], vocabulary: Vocabulary
) -> ContentsSpan | None:
    first = heading or (rows[0].line if rows else None)
    if first is None:
        return None
    inside = layout.lines[first.position : reach[1]]
    fields = [field for line in inside for field in line.paragraph.fields if field.name == "TOC"]
    contents = Contents(
        place=first.place(Part.CONTENTS),
        entries=tuple(_entry(row, vocabulary) for row in rows),
        field=bool(fields) or any(line.paragraph.in_field == "TOC" for line in inside),
        dirty=any(field.dirty for field in fields)
        or any(_leads_nowhere(line, vocabulary) for line in inside),
    )
    return ContentsSpan(first.position, reach[1], contents)


def _entry(row: _Row, vocabulary: Vocabulary) -> Entry:
    title, match = vocabulary.heading(row.title)
    place = place_of(row.line.paragraph, Part.CONTENTS)
    return Entry(row.number, title, row.page, place, row.level, match.role if match else None)


def _heading(layout: Layout, vocabulary: Vocabulary) -> Line | None:
    for line in layout.lines:
        if line.short and line.number is None and not line.paragraph.bullet:
            match = vocabulary.headings.by_key.get(bare(fold(line.paragraph.text)))
            if match and match.role == CONTENTS and _has_entries(layout, line, vocabulary):
                return line
    return None


def _has_entries(layout: Layout, heading: Line, vocabulary: Vocabulary) -> bool:
    """The line is a heading, not the word in a running text: what follows is short, or nothing."""
    if heading.paragraph.text.strip().endswith((";", ",")):
        return False
    below = (line for line in layout.lines[heading.position + 1 : heading.position + 4] if not line.blank)
    first = next(below, None)
    return first is None or len(first.paragraph.text) <= _LONGEST


def _first_of_field(layout: Layout) -> int | None:
    return next((line.position for line in layout.lines if _in_toc(line)), None)


def _in_toc(line: Line) -> bool:
    paragraph = line.paragraph
    return paragraph.in_field == "TOC" or paragraph.style.startswith(_TOC_STYLE)


def _first_of_run(layout: Layout, vocabulary: Vocabulary) -> int | None:
    """Contents whose heading is missing: known headings one below the other, each with a page."""
    run: list[int] = []
    for line in layout.lines:
        if line.blank:
            continue
        paged = line.short and line.table is None and _FIGURE_NEAR_END.search(line.paragraph.text[-12:])
        row = _row(line, vocabulary) if paged else None
        known = row and row.clear and vocabulary.headings.match(row.title, frozenset())
        run = [*run, line.position] if known else []
        if len(run) >= _FEWEST:
            return run[0]
    return None


def _typed(layout: Layout, start: int, vocabulary: Vocabulary) -> tuple[list[_Row], int]:
    """Entries from a line on, down to what is no entry: a heading again, running text, a new page."""
    rows: list[_Row] = []
    seen: set[str] = set()
    position, stop = start, start
    while position < len(layout.lines):
        line = layout.lines[position]
        position += 1
        if line.blank or (not rows and _is_page_heading(line, vocabulary)):
            continue
        if _leads_nowhere(line, vocabulary) and not _without_error(line.paragraph.text, vocabulary):
            stop = position
            continue
        row = _row(line, vocabulary) if line.table is None and len(line.paragraph.text) <= _LONGEST else None
        if row is None or not _goes_on(layout, row, rows, seen, vocabulary):
            break
        seen.add(bare(fold(row.title)))
        _add(rows, row)
        stop = position
    return rows, stop


def _add(rows: list[_Row], row: _Row) -> None:
    """Add an entry; a title that goes on in the next paragraph is one entry."""
    before = rows[-1] if rows else None
    unfinished = before is not None and before.page is None and before.number
    if before and unfinished and row.page is not None and not row.number and not _in_toc(row.line):
        rows[-1] = _Row(
            before.line, before.number, f"{before.title} {row.title}", row.page, before.level, row.clear
        )
    else:
        rows.append(row)


def _goes_on(layout: Layout, row: _Row, rows: list[_Row], seen: set[str], vocabulary: Vocabulary) -> bool:
    """Whether a line is the next entry."""
    if _in_toc(row.line) or (row.page is not None and row.clear):
        return True
    if bare(fold(row.title)) in seen:
        return False
    if row.page is not None:
        return not rows or any(other.page is not None for other in rows)
    if row.line.starts_page or (row.number.count(".") and len(row.title) > _LONGEST // 2):
        return False
    if any(other.page is not None for other in rows):
        return _page_follows(layout, row.line, vocabulary)
    return vocabulary.headings.match(row.title, frozenset()) is not None or bool(row.number)


def _page_follows(layout: Layout, line: Line, vocabulary: Vocabulary) -> bool:
    """An entry that lost its page stands among entries that have one."""
    for below in layout.lines[line.position + 1 : line.position + 3]:
        if below.starts_page or below.table is not None or len(below.paragraph.text) > _LONGEST:
            return False
        if not below.blank:
            row = _row(below, vocabulary)
            return row is not None and row.page is not None and row.clear
    return False


def _row(line: Line, vocabulary: Vocabulary) -> _Row | None:
    text = line.paragraph.text.strip()
    number = line.number or vocabulary.speech.numbering.typed(text)
    rest = number.rest if number else text
    body, page, clear = _without_page(_without_error(rest, vocabulary) if _in_toc(line) else rest, vocabulary)
    if not body:
        return None
    style = line.paragraph.style
    depth = number.depth if number else 1
    level = int(style[4:]) if style.startswith(_TOC_STYLE) and style[4:].isdecimal() else depth
    return _Row(line, _text(number), body, page, level, clear)


def _leads_nowhere(line: Line, vocabulary: Vocabulary) -> bool:
    """Word shows an error in place of the page, or of all entries."""
    text = line.paragraph.text.strip()
    return _in_toc(line) and _without_error(text, vocabulary) != text


def _without_error(text: str, vocabulary: Vocabulary) -> str:
    """The text up to such an error."""
    text = text.strip()
    if len(text) > _LONGEST:
        return text
    folded = level(text)
    starts = [start for error in vocabulary.speech.field_errors if (start := folded.find(error)) >= 0]
    return text[: min(starts)].strip() if starts and len(folded) == len(text) else text


def _text(number: Number | None) -> str:
    return number.text if number else ""


def _without_page(text: str, vocabulary: Vocabulary) -> tuple[str, int | None, bool]:
    """Title, page, and whether a leader tells that the last figure is a page."""
    text = text.strip()
    head, _, last = text.rpartition(" ")
    if head and vocabulary.speech.pages.begins(fold(last).strip(".")) and head[-1:].isdecimal():
        text = head
    match = _TAIL.search(text[-12:])
    if match is None:
        return " ".join(text.rstrip(_LEADERS).split()), None, False
    before = text[: len(text) - len(text[-12:]) + match.start()]
    title = before.rstrip(_LEADERS)
    leader = before[len(title) :]
    clear = "\t" in leader or len(leader) > _SHORT_LEADER
    return " ".join(title.split()), int(match[1]), clear


def _table_below(layout: Layout, start: int) -> TableSpan | None:
    """The table that the heading stands over or in."""
    for line in layout.lines[start - 1 : start + 6]:
        if line.table is not None:
            return layout.tables[line.table]
        if not line.blank and line.position >= start:
            return None
    return None


def _of_table(layout: Layout, span: TableSpan, vocabulary: Vocabulary) -> tuple[list[_Row], int]:
    lines = {line.paragraph.index: line for line in layout.lines[span.start : span.stop]}
    rows = (_of_row(row, lines, vocabulary) for row in span.table.rows)
    return [row for row in rows if row is not None], span.stop


def _of_row(row: Row, lines: dict[int, Line], vocabulary: Vocabulary) -> _Row | None:
    """An entry of a row: its first figure is the number, its last the page; column headings are none."""
    texts = [" ".join(cell.text.split()) for cell in row.cells]
    written = [text for text in texts if text]
    joined = "\t".join(written)
    line = next((line for line in _lines_of(row, lines) if not line.blank), None)
    if line is None or _is_column_heading(written, vocabulary):
        return None
    number = vocabulary.speech.numbering.typed(joined)
    title, page, clear = _without_page(number.rest if number else joined, vocabulary)
    if not title or vocabulary.headings.by_key.get(bare(fold(title)), None) == _contents_match(vocabulary):
        return None
    return _Row(line, _text(number), title, page, number.depth if number else 1, clear)


def _lines_of(row: Row, lines: dict[int, Line]) -> Iterator[Line]:
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, Paragraph) and block.index in lines:
                yield lines[block.index]


def _contents_match(vocabulary: Vocabulary) -> object:
    return next(match for match in vocabulary.headings.by_key.values() if match.role == CONTENTS)


def _is_page_heading(line: Line, vocabulary: Vocabulary) -> bool:
    """The word for page over the column of pages."""
    words = words_of(fold(line.paragraph.text)) if len(line.paragraph.text) < 20 else []
    return len(words) == 1 and vocabulary.speech.pages.begins(words[0])


def _is_column_heading(written: list[str], vocabulary: Vocabulary) -> bool:
    """The row «№ | Атауы | Бет»: its last cell says page and no cell has a figure."""
    figures = any(any(map(str.isdecimal, text)) for text in written)
    return not figures and len(written) > 1 and vocabulary.speech.pages.within(written[-1])
