"""Where a space is missing between two words."""

from collections.abc import Iterator
from itertools import chain

from docctl.checking.checks.text_marks import CYRILLIC, LETTER, Span, address_at
from docctl.domain.patterns import regex
from docctl.domain.words import Language

_SMALL = "a-zа-яёәғқңөұүһі"
_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
# Every pattern begins with the mark, so that the search leaps from mark to mark; what must stand before it
# comes last.
_AFTER_COMMA = regex(
    rf"[,;](?:(?=[{LETTER}«„(])(?<=[{LETTER})»”\"].)|(?=\d)(?<=[{CYRILLIC}]{{3}}.)|(?=[{CYRILLIC}]{{3}})(?<=\d.))"
)
_AFTER_MARK = regex(rf"[:!?](?=[{CYRILLIC}]{{2}})(?<=[{CYRILLIC}]{{2}}[:!?])")
_AFTER_STOP = regex(rf"\.(?=[{_CAPITAL}][{_SMALL}])(?<=[{_SMALL})»”\"]\.)")
_BEFORE_SIGN = regex(rf"[№«„](?:(?<=№)(?=[ \u00a0]?\d)|(?=[{LETTER}]))(?<=[{LETTER})»”][№«„])")
_BEFORE_BRACKET = regex(rf"\((?=[{LETTER}]{{4,30}}[ \u00a0][{LETTER}]{{2}})(?<=[{LETTER}]{{2}}\()")
_AFTER_YEAR = regex(rf"(?:19|20)\d\d(?=[{_SMALL}]{{3}})(?<![\w.,/-]\d{{4}})")
_CLOSED = regex(rf"[»”)](?=[{LETTER}]{{2}})")
_WORD = regex(rf"[{LETTER}]{{1,40}}")
_WORD_BEFORE = regex(rf"[{LETTER}]{{1,30}}\Z")
_VOWEL = regex("[aeiouyаәеёиоөуұүыіэюя]")
SHORTEST_SENTENCE_END = 4
"""Letters of the shortest word that is no abbreviation before a full stop."""
LONGEST_BRACKET = 200
LONGEST_ENTITY = 8
"""Letters of a sign of a web page written as «&nbsp;»."""


def glued(text: str, language: Language, abbreviations: frozenset[str], joined: int) -> Span | None:
    """The first place of the text where a space is missing between two words.

    Args:
        text: a paragraph.
        language: of the document.
        abbreviations: words, in lower case, whose full stop ends no sentence.
        joined: letters of the shortest lower-case word that is no ending of a quoted name.
    """
    spans = chain(
        _at_commas(text),
        (found.span() for found in _AFTER_MARK.finditer(text)),
        _at_stops(text, language, abbreviations),
        (found.span() for found in _BEFORE_SIGN.finditer(text)),
        (found.span() for found in _BEFORE_BRACKET.finditer(text)),
        (found.span() for found in _AFTER_YEAR.finditer(text)),
        _at_closing_marks(text, joined),
        _at_straight_quotes(text, joined),
    )
    return next((span for span in spans if not address_at(text, *span)), None)


def _at_commas(text: str) -> Iterator[Span]:
    """Commas and semicolons, those of lists of single letters («а,б») and of «&nbsp;» apart."""
    for found in _AFTER_COMMA.finditer(text):
        start, end = found.span()
        if text[start] == ";" and "&" in text[max(0, start - LONGEST_ENTITY) : start]:
            continue
        lone_before = start < 2 or not text[start - 2].isalpha()
        lone_after = not text[end + 1 : end + 2].isalpha()
        if not (lone_before and lone_after):
            yield start, end


def _at_stops(text: str, language: Language, abbreviations: frozenset[str]) -> Iterator[Span]:
    """Full stops between sentences. Initials («А.Б. Ерлан») and shortened words («проф.») are none."""
    for found in _AFTER_STOP.finditer(text):
        start = found.start()
        if language is not Language.EN and text[start + 1].isascii():
            continue
        if not text[start - 1].isalpha() or _ends_sentence(text, start, abbreviations):
            yield found.span()


def _ends_sentence(text: str, start: int, abbreviations: frozenset[str]) -> bool:
    word = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if word is None or len(word[0]) < SHORTEST_SENTENCE_END:
        return False
    before = word[0].casefold()
    return before not in abbreviations and _VOWEL.search(before) is not None


def _at_closing_marks(text: str, joined: int) -> Iterator[Span]:
    for found in _CLOSED.finditer(text):
        if found[0] == ")" and not _closes_phrase(text, found.start()):
            continue
        if _another_word(text, found.end(), joined):
            yield found.span()


def _closes_phrase(text: str, end: int) -> bool:
    """Several words stand in the brackets; «студент(тер)ге» and «1)» have none."""
    start = text.rfind("(", max(0, end - LONGEST_BRACKET), end)
    return start >= 0 and " " in text[start:end] and ")" not in text[start:end]


def _another_word(text: str, start: int, joined: int) -> bool:
    """A word of its own begins here, and no ending of the word before."""
    word = _WORD.match(text, start)
    if word is None:
        return False
    return word[0][0].isupper() or len(word[0]) >= joined


def _at_straight_quotes(text: str, joined: int) -> Iterator[Span]:
    """Straight quotes open and close by turns; where that does not come out even, nothing is said."""
    if '"' not in text:
        return
    places = [place for place, letter in enumerate(text) if letter == '"']
    opening, closing = places[::2], places[1::2]
    if len(opening) != len(closing) or not _come_out_even(text, opening, closing):
        return
    for place in opening:
        if place and text[place - 1].isalpha():
            yield place, place + 1
    for place in closing:
        if _another_word(text, place + 1, joined):
            yield place, place + 1


def _come_out_even(text: str, opening: list[int], closing: list[int]) -> bool:
    spaced = (text[place + 1].isspace() for place in opening)
    return not any(spaced) and not any(text[place - 1].isspace() for place in closing)
