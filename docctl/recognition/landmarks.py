"""Where the parts of a draft begin: headings of sections, of the contents and of the sheets."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.domain.folding import fold, russian_letters, words_of
from docctl.recognition.lines import Layout, Line, is_bold, is_capitals, set_off
from docctl.recognition.matching import Match
from docctl.recognition.vocabulary import CONTENTS, SHEETS, SIGNATURE, Vocabulary

_UNENDED = (";", ",", ":")
"""What no heading ends in: the line leads to, or belongs to, a list."""
_LONGEST_UNKNOWN = 200
"""Characters of the longest heading that the form does not know."""


class Landmark(Struct, frozen=True):
    """A heading."""

    position: int
    role: str | None
    """Role of a section, `CONTENTS` or a sheet; None for a section that the form does not know."""
    exact: bool
    title: str
    lines: int = 1
    """Paragraphs that the heading stands on."""
    number_at: int | None = None
    """Position of the line with its number, when that stands on a line of its own above it."""


class Finder(Struct, frozen=True):
    """Finds headings in a layout."""

    layout: Layout
    vocabulary: Vocabulary
    named: frozenset[str]
    """Words of the document's title, in letters of a Russian keyboard: they may own a section."""
    followers: tuple[int | None, ...]
    """For each line the next line that has a number."""
    known: dict[str, tuple[str, Match | None]]
    """Lines looked up already."""

    def listed(self, start: int, stop: int) -> Iterator[Landmark]:
        """Headings between two positions whose wording the form knows."""
        position = start
        while position < stop:
            found = self._listed_at(position) if self._may_head(self.layout.lines[position]) else None
            if found:
                yield found
            position += found.lines if found else 1

    def _may_head(self, line: Line) -> bool:
        if line.table is not None or not line.short or line.paragraph.bullet:
            return False
        if line.paragraph.label and not line.number:
            return False
        return not line.number or (line.number.depth == 1 and not line.number.doubtful)

    def _listed_at(self, position: int) -> Landmark | None:
        line = self.layout.lines[position]
        if not line.rest:
            return self._number_above(position)
        if not self._can_head(line):
            return None
        title, match = self._heading(line.rest)
        if match and self._is_heading(line, match):
            return Landmark(position, match.role, match.exact, _one_line(title))
        return self._on_two_lines(position)

    def _can_head(self, line: Line) -> bool:
        """Whether its shape alone lets the line be a heading: no item of a list, no sentence."""
        if line.rest.endswith(_UNENDED):
            return line.rest.endswith(":") and line.number is not None and set_off(line.paragraph)
        if line.number is not None or set_off(line.paragraph):
            return True
        return line.rest[:1].isupper() and not line.rest.endswith(".")

    def _heading(self, text: str) -> tuple[str, Match | None]:
        """What a line says; the same line is looked up once."""
        if text not in self.known:
            self.known[text] = self.vocabulary.heading(text, self.named)
        return self.known[text]

    def _match(self, text: str) -> Match | None:
        return self._heading(text)[1]

    def _is_heading(self, line: Line, match: Match) -> bool:
        """Whether a line with a heading's wording stands there as a heading, not as an item or a sentence."""
        if match.role == SIGNATURE and not self._leads_to_table(line):
            return False
        if set_off(line.paragraph) or match.role in SHEETS or match.role == CONTENTS:
            return match.certain or set_off(line.paragraph)
        if line.number is None:
            return match.certain
        return not line.number.bracketed and (match.certain or self._leads(line))

    def _leads_to_table(self, line: Line) -> bool:
        below = self.layout.lines[line.position + 1 : line.position + 5]
        return any(other.table is not None for other in below)

    def _leads(self, line: Line) -> bool:
        """Clauses of its number follow."""
        follower = self._follower(line.position)
        return bool(line.number and follower and follower.first == line.number.first and follower.last == 1)

    def _follower(self, position: int) -> "_Clause | None":
        following = self.followers[position]
        number = self.layout.lines[following].number if following is not None else None
        return _Clause(number.first, number.last) if number and number.depth > 1 else None

    def _number_above(self, position: int) -> Landmark | None:
        """«1-бөлім» on a line of its own, the wording on the next."""
        line = self.layout.lines[position]
        below = self._next_written(position)
        if line.number is None or below is None or below.number or below.table is not None or not below.short:
            return None
        if match := self._match(below.rest):
            lines = below.position - position + 1
            return Landmark(below.position, match.role, match.exact, _one_line(below.rest), lines, position)
        return None

    def _on_two_lines(self, position: int) -> Landmark | None:
        """A heading that goes on in the next paragraph."""
        line = self.layout.lines[position]
        if position + 1 >= len(self.layout.lines) or not self.vocabulary.headings.goes_on(line.rest):
            return None
        below = self.layout.lines[position + 1]
        if below.number or below.table is not None or not below.short:
            return None
        if not set_off(line.paragraph) or not set_off(below.paragraph):
            return None
        joined = f"{line.rest} {below.rest}"
        match = self._match(joined)
        if match and match.certain and self._match(below.rest) is None:
            return Landmark(position, match.role, match.exact, _one_line(joined), 2)
        return None

    def _next_written(self, position: int) -> Line | None:
        for line in self.layout.lines[position + 1 : position + 4]:
            if not line.blank:
                return line
        return None

    def unlisted(self, start: int, stop: int, listed: tuple[Landmark, ...]) -> Iterator[Landmark]:
        """Headings of sections that the form does not know, between two positions."""
        taken = {mark.position + ahead for mark in listed for ahead in range(mark.lines)}
        sections = [mark for mark in listed if mark.role in self.vocabulary.sections]
        look = _Look.of(self.layout.lines[mark.position] for mark in sections)
        current = 0
        for position in range(start, stop):
            line = self.layout.lines[position]
            if position in taken:
                current = line.number.first if line.number else current
            elif self._may_head(line) and line.rest and self._looks_like_section(line, look, current):
                current = line.number.first if line.number else current
                yield Landmark(position, None, False, _one_line(line.rest))

    def _looks_like_section(self, line: Line, look: "_Look", current: int) -> bool:
        text = line.rest
        if len(text) > _LONGEST_UNKNOWN or text.endswith(_UNENDED) or not any(map(str.isalpha, text)):
            return False
        if line.number is None:
            return self._opens_new_section(line, look, current)
        if line.number.bracketed or line.number.first == current:
            return False
        if self._leads(line):
            return set_off(line.paragraph) or text[:1].isupper()
        return look.fits(line) and set_off(line.paragraph)

    def _opens_new_section(self, line: Line, look: "_Look", current: int) -> bool:
        """Without a number only the others' heading style, or clauses N.1 below, make a heading."""
        level = line.paragraph.heading_level
        if level is not None and level in look.levels:
            return True
        follower = self._follower(line.position)
        opens = follower is not None and follower.last == 1 and follower.first != current
        return opens and is_bold(line.paragraph) and self._is_next_written(line.position)

    def _is_next_written(self, position: int) -> bool:
        below = self._next_written(position)
        return below is not None and below.number is not None


class _Clause(Struct, frozen=True):
    first: int
    last: int


class _Look(Struct, frozen=True):
    """How the known section headings of a draft look."""

    levels: frozenset[int]
    bold: bool
    capitals: bool
    numbered: bool

    @staticmethod
    def of(headings: Iterator[Line]) -> "_Look":
        """The look of these headings."""
        lines = list(headings)
        paragraphs = [line.paragraph for line in lines]
        return _Look(
            frozenset(p.heading_level for p in paragraphs if p.heading_level is not None),
            bool(lines) and all(is_bold(p) for p in paragraphs),
            bool(lines) and all(is_capitals(p.text) for p in paragraphs),
            any(line.number for line in lines),
        )

    def fits(self, line: Line) -> bool:
        """Whether the line looks like them."""
        if self.levels:
            return line.paragraph.heading_level in self.levels
        if self.capitals:
            return is_capitals(line.paragraph.text)
        return is_bold(line.paragraph) if self.bold else set_off(line.paragraph)


def finder_of(layout: Layout, vocabulary: Vocabulary, title: str) -> Finder:
    """The finder of headings in a layout, for a document of this title."""
    named = frozenset(russian_letters(word) for word in words_of(fold(title)) if len(word) > 3)
    return Finder(layout, vocabulary, named, tuple(_followers(layout)), {})


def _followers(layout: Layout) -> list[int | None]:
    followers: list[int | None] = []
    following: int | None = None
    for line in reversed(layout.lines):
        followers.append(following)
        if line.number is not None and not line.number.bracketed:
            following = line.position
    return followers[::-1]


def _one_line(text: str) -> str:
    return " ".join(text.split())
