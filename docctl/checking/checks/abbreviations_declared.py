"""Where a draft says what its abbreviations mean: in their section, in running text, or beside the words."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from docctl.checking.check import Subject
from docctl.checking.checks.abbreviations_words import (
    UPPER,
    Abbreviation,
    abbreviations_in,
    initials_fit,
    is_ending,
)
from docctl.checking.memo import once_per_subject
from docctl.checking.places import Located, located
from docctl.domain.draft import paragraphs_of
from docctl.domain.folding import fold, words_of
from docctl.domain.parts import SectionPart
from docctl.domain.patterns import regex
from docctl.domain.place import Part, Place

REACH = 160
"""Characters around a parenthesis in which its words are looked for."""
MOST_WORDS = 14
MOST_LOOKS = 1_000
"""Places in one paragraph at which words are laid beside an abbreviation."""
LONGEST_HEAD = 40
"""Characters of a table's cell that may hold what is declared."""

_WORD = rf"[{UPPER}][^\W_]{{0,14}}"
_HEAD = rf"[«\"“„]?({_WORD}(?:[ /\u00a0-]{_WORD}){{0,2}})[»\"”]?"
_SPACE = r"[ \u00a0\t]"
_JOINT = rf"(?:{_SPACE}*[–—―=:\t]|{_SPACE}+-(?={_SPACE})|{_SPACE}*\((?=[^\W\d_])|-{_SPACE}?(?=[^\W\d_«\"]))"
_MARKER = rf"(?:[-–—•·*]|\(?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[.)]?(?={_SPACE}))"
_LINE = regex(rf"(?:^|(?<=[;:,.\n])){_SPACE}*{_MARKER}?{_SPACE}*{_HEAD}({_JOINT})")
OPENERS = ("әрі", "былай", "қарай", "алее", "ereinafter", "ereafter")
"""One of them is in every declaration in so many words: a quick look before the search."""
_OPENER = regex(
    r"(?:бұдан әрі|бұдан былай|ары қарай|әрі қарай|далее|hereinafter|hereafter)(?![^\W\d_])[^()\n;]{0,60}",
    re.IGNORECASE,
)
_IN_PARENTHESES = regex(rf"\({_SPACE}*[«\"“]?({_WORD})[»\"”]?{_SPACE}*\)")
_EXPLAINED = regex(rf"(?<![^\W\d_])({_WORD}){_SPACE}*(?:\(|[–—]|-{_SPACE}){_SPACE}*")


class Declaration(Struct, frozen=True):
    """One abbreviation declared at one place."""

    text: str
    meaning: str
    """Empty where the words around it were not read as its meaning."""
    place: Place
    paragraph: int
    start: int
    """Where the abbreviation stands in the paragraph's text, in characters."""
    listed: bool
    """In the abbreviations section."""

    @property
    def key(self) -> str:
        """What its forms have in common."""
        return fold(self.text)


class Standing(Struct, frozen=True):
    """A paragraph of the body and the section that it stands in."""

    found: Located
    section: SectionPart | None
    """None before the first heading."""

    @property
    def role(self) -> str | None:
        """The role of its section."""
        return self.section.role if self.section else None

    @property
    def heading(self) -> bool:
        """Whether it is the heading of its section."""
        return self.section is not None and self.section.heading.index == self.found.paragraph.index


@once_per_subject
def body_of(subject: Subject) -> tuple[Standing, ...]:
    """The paragraphs of the text, each with its section."""
    headings = {section.heading.index: section for section in subject.parts.sections}
    section: SectionPart | None = None
    standings = []
    for found in located(subject):
        section = headings.get(found.paragraph.index, section)
        if found.part is Part.BODY:
            standings.append(Standing(found, section))
    return tuple(standings)


def listed_in(standings: Sequence[Standing], section: SectionPart) -> Iterator[Declaration]:
    """What the abbreviations section declares: in lines, clauses, a list in one paragraph, or a table."""
    for standing in standings:
        if not standing.heading and standing.found.paragraph.cell is None:
            yield from _in_lines(standing.found)
    by_index = {standing.found.paragraph.index: standing.found for standing in standings}
    yield from _in_tables(section, by_index)


def stated_in(found: Located, longest: int) -> Iterator[Declaration]:
    """What a paragraph of running text declares in so many words: «(бұдан әрі – ЖОО)»."""
    text = found.paragraph.text
    if not any(word in text for word in OPENERS):
        return
    for opener in _OPENER.finditer(text):
        before = text[max(0, opener.start() - REACH) : opener.start()]
        for word in abbreviations_in(opener[0], longest):
            yield _declaration(found, word.text, opener.start() + word.start, before, listed=False)


def explained_in(text: str, longest: int) -> set[str]:
    """Keys of abbreviations that stand beside the words whose initials they are."""
    found: set[str] = set()
    for pattern, fits in ((_IN_PARENTHESES, _fits_before), (_EXPLAINED, _fits_after)):
        for match in islice(pattern.finditer(text), MOST_LOOKS):
            words = abbreviations_in(match[1], longest)
            found.update(word.key for word in words if word.key not in found and fits(word, text, match))
    return found


def same_meaning(meaning: str, words: str) -> bool:
    """Whether most words of a meaning stand among other words, endings apart."""
    wanted = {word[:5] for word in words_of(fold(meaning))}
    there = {word[:5] for word in words_of(fold(words))}
    return bool(wanted) and len(wanted & there) * 2 > len(wanted)


def _fits_before(word: Abbreviation, text: str, match: re.Match[str]) -> bool:
    words = words_of(fold(text[max(0, match.start() - REACH) : match.start()]))[-MOST_WORDS:]
    return any(
        initials_fit(word.text, words[first:]) for first in range(len(words)) if _opens(word, words[first])
    )


def _fits_after(word: Abbreviation, text: str, match: re.Match[str]) -> bool:
    words = words_of(fold(text[match.end() : match.end() + REACH]))[:MOST_WORDS]
    if not words or not _opens(word, words[0]):
        return False
    return any(initials_fit(word.text, words[:last]) for last in range(1, len(words) + 1))


def _opens(word: Abbreviation, first: str) -> bool:
    return first[:1] == word.key[:1]


def _in_lines(found: Located) -> Iterator[Declaration]:
    text = found.paragraph.text
    heads = [match for match in _LINE.finditer(text) if _is_head(match, text)]
    for position, match in enumerate(heads):
        end = heads[position + 1].start() if position + 1 < len(heads) else len(text)
        meaning = text[match.end() : end].partition(";")[0].strip(" \t\u00a0,.;)")
        yield _declaration(found, match[1], match.start(1), meaning, listed=True)


def _is_head(match: re.Match[str], text: str) -> bool:
    """A hyphen may belong to an ending (АУ-дың), and after a comma or stop it joins no meaning."""
    if sum(letter.isupper() for letter in match[1]) < 2:
        return False
    if match[2] != "-":
        return True
    opener = text[match.start() - 1] if match.start() else "\n"
    following = re.match(r"[^\W\d_]+", text[match.end() :][:40])
    return opener in ";:\n" and not (following and is_ending(following[0]))


def _in_tables(section: SectionPart, by_index: dict[int, Located]) -> Iterator[Declaration]:
    for row in (row for table in section.tables for row in table.rows):
        for head, meaning in pairwise(cell for cell in row.cells if cell.text.strip()):
            paragraph = next(paragraphs_of(head.blocks), None)
            text = head.text.strip()
            found = by_index.get(paragraph.index) if paragraph else None
            if found and len(text) <= LONGEST_HEAD and sum(map(str.isupper, text)) > 1:
                start = found.paragraph.text.find(text)
                yield _declaration(found, text, max(start, 0), meaning.text.strip(), listed=True)
                break


def _declaration(found: Located, text: str, start: int, meaning: str, *, listed: bool) -> Declaration:
    place = found.place(start, start + len(text))
    return Declaration(text, meaning, place, found.paragraph.index, start, listed)
