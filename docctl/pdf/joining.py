"""Rows of text put together to the paragraphs that were broken into them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from docctl.domain.formats import Alignment
from docctl.domain.patterns import regex
from docctl.pdf.columns import Column
from docctl.pdf.rows import MM, Row

_ENTRY = regex(r"(?:\.{3,}|…|_{3,}|·{3,}|\t)[\s.]*\d{1,4}$")
"""An entry of the contents: dots or a tab, and a page."""
_MARKED = regex(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,5}[.)]?|\(?[a-zа-яёәғқңөұүһі]\)|[IVXLC]{1,6}[.)]|[-–—•▪●◦*§])(?=\s)"
)
"""What a list item, clause or heading begins with."""
_CLAUSE = regex(r"\d{1,3}(?:\.\d{1,3}){1,5}\.?\s")
_ENDS = (".", ";", ":", "!", "?")
_LEADS = (";", ":")
_DASHES = "-–—"
_STOPS = ".,;:)»"
_SCRAP = 3
"""Letters of the longest end of a torn word that no other place of the document has to prove."""
_HYPHENS = ("-", "\u2010", "\u00ad")
_WORD = regex(r"\w+(?:-\w+)*")
_LAST = regex(r"[\w-]+$")
_FIRST = regex(r"^[\w-]+")
_INDENT = 3.0
"""Millimetres from which on a first line is indented."""
_EXACT = 0.7
"""Millimetres within which edges or middles of lines are at one place."""
_WIDE = 1.3
"""Times the usual distance from which on rows stand apart."""
_SLACK = 1.0
"""Millimetres more or less for the width of a word."""


def paragraphs_in(rows: Sequence[Row], column: Column) -> Iterator[list[Row]]:
    """The rows of one paragraph after another."""
    open_rows: list[Row] = []
    for row in rows:
        if open_rows and not goes_on(open_rows, row, column):
            yield open_rows
            open_rows = []
        open_rows.append(row)
    if open_rows:
        yield open_rows


def goes_on(rows: list[Row], row: Row, column: Column) -> bool:
    """Whether the row belongs to the paragraph of the rows before it."""
    before = rows[-1]
    if _ENTRY.search(before.text[-12:]) or abs(before.size - row.size) > 1.1:
        return False
    aligned, below = column.aligned(before), column.aligned(row)
    if column.justified and column.reaches(before) and aligned is Alignment.LEFT:
        return not _opens(rows, row, column)
    if before.bold != row.bold or _stands_apart(before, row, column) or _ragged(before, row):
        return False
    if (aligned is Alignment.CENTER) != (below is Alignment.CENTER) and len(rows) == 1:
        return False
    if column.room(before) > _first_word(row) + _SLACK or _succeeds(rows[0], row):
        return False
    return _reads_on(before, row, column)


def _ragged(before: Row, row: Row) -> bool:
    """Set to the right or centred in a box that nobody sees: each line stands for itself."""
    if abs(before.left - row.left) < _INDENT:
        return False
    middles = abs(before.left + before.right - row.left - row.right) / 2
    return abs(before.right - row.right) < _EXACT or middles < _EXACT


def _succeeds(first: Row, row: Row) -> bool:
    """Whether the row begins with the number that follows that of the paragraph."""
    one, other = _CLAUSE.match(first.text), _CLAUSE.match(row.text)
    if not one or not other:
        return False
    before, after = (tuple(map(int, found[0].rstrip(". \t\u00a0").split("."))) for found in (one, other))
    return after in ((*before[:-1], before[-1] + 1), (*before, 1))


def _opens(rows: list[Row], row: Row, column: Column) -> bool:
    """After a row that fills the column: whether the next opens a paragraph all the same."""
    before = rows[-1]
    ended = before.text.endswith(_ENDS)
    marked = _MARKED.match(row.text) is not None
    if _succeeds(rows[0], row):
        return True
    if before.bold != row.bold and (ended or marked or _stands_apart(before, row, column)):
        return True
    if not ended:
        return False
    if row.left - column.left > _INDENT and before.left - column.left < _INDENT:
        return True
    return marked and (row.text[0] not in _DASHES or before.text.endswith(_LEADS))


def _reads_on(before: Row, row: Row, column: Column) -> bool:
    """After a row that ends for want of room: whether the next goes on with it."""
    if before.text.endswith(_LEADS):
        return False
    ended = before.text.endswith(_ENDS)
    if row.text[:1].islower():
        return True
    if _MARKED.match(row.text):
        return not ended and not before.bold and _CLAUSE.match(row.text) is not None
    return not (ended and row.left - column.left > _INDENT and before.left - column.left < _INDENT)


def _stands_apart(before: Row, row: Row, column: Column) -> bool:
    """Whether more white than usual parts the rows; between pages nobody knows."""
    if before.page != row.page or not column.leading:
        return False
    step = (row.bottom - before.bottom) / (max(row.size, 1.0) * MM)
    return step < 0.2 or step > _WIDE * column.leading


def _first_word(row: Row) -> float:
    """Millimetres of the row's first word, by its share of the letters, and of the space before it."""
    word = row.text.split(None, 1)[0] if row.text.strip() else ""
    return (len(word) + 1) * (row.right - row.left) / max(len(row.text), 1)


class Hyphens:
    """Whether a hyphen at the end of a line belongs to its word, by the other words of the document."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self._words: Counter[str] | None = None

    def joined(self, text: str, following: str, room: float) -> str:
        """A line and the next as running text.

        Args:
            text: the line.
            following: the next.
            room: letters that would have had room behind the line.
        """
        if not text.endswith(_HYPHENS) or not following[:1].isalpha():
            torn = room < 1 and self._is_torn(text, following)
            return text + following if torn else f"{text} {following}"
        if text.endswith("\u00ad"):
            return text[:-1] + following
        head, tail = _LAST.search(text[:-1]), _FIRST.search(following)
        if not head or not tail or not head[0][-1:].isalpha():
            return text + following
        return text + following if self._belongs(head[0], tail[0]) else text[:-1] + following

    def _belongs(self, head: str, tail: str) -> bool:
        if head.isupper() or not tail[:1].islower():
            return True
        words = self._seen()
        whole, parted = words[(head + tail).casefold()], words[f"{head}-{tail}".casefold()]
        if whole != parted:
            return parted > whole
        return words[head.casefold()] > 0 and words[tail.casefold()] > 0

    def _is_torn(self, text: str, following: str) -> bool:
        """Whether a word wider than its cell was torn: it fills the line alone."""
        if " " in text or not text[-1:].isalnum():
            return False
        if following[:1] in _STOPS or (text[-1].isdigit() and following[:1].isdigit()):
            return True
        tail = _FIRST.search(following)
        if tail is None or text[-1].isupper() != tail[0][0].isupper():
            return False
        words, head, rest = self._seen(), text.casefold(), tail[0].casefold()
        return not words[head] and (words[head + rest] > 0 or len(rest) <= _SCRAP)

    def _seen(self) -> Counter[str]:
        if self._words is None:
            self._words = Counter(word for row in self._rows for word in _WORD.findall(row.text.casefold()))
        return self._words
