"""Where a text mentions an act, a unit or a wording: all its words in their order, each in any form.

Words stand next to each other. Others may stand between only where the name itself leaves room: before and
after a part in quotes («Білім туралы» … Заңы), and where it says «…».
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.search.showing.marking import Mark, occurrences
from docctl.search.showing.sought import Analyse, SoughtWord
from docctl.search.words.token import Token

ROOM = 12
"""Words that may stand between two parts: the state, the date and the number of an act."""
_APART = regex(r"[«»\"“”„]+|…|\.{3,}")
_PLAIN_NUMBER = regex(r"[0-9]+")
_SIGN = regex(r"(?:№|\bN[oº°]?\.?)\s*")
_SIGN_BEFORE = regex(r"(?:№|\bN[oº°]?\.?)\s{0,3}$")
_BEFORE = 8
"""Characters in which the sign of a number is looked for."""


class Part(Struct, frozen=True):
    """Words that stand next to each other."""

    words: tuple[SoughtWord, ...]
    surfaces: tuple[str, ...]
    """As they were written."""
    signed: bool = False
    """A plain number that counts only with its sign: № 158."""


def parts_of(text: str, analyse: Analyse) -> tuple[Part, ...]:
    """The parts of what is looked for; none when the text has no words."""
    return tuple(_part(tokens, piece) for piece in _APART.split(text) if (tokens := analyse(piece)))


def _part(tokens: Sequence[Token], piece: str) -> Part:
    signed = len(tokens) == 1 and _PLAIN_NUMBER.fullmatch(tokens[0].exact) and _SIGN.search(piece)
    words = tuple(SoughtWord(token.key, token.exact) for token in tokens)
    return Part(words, tuple(token.surface for token in tokens), bool(signed))


def mentions(text: str, tokens: Sequence[Token], parts: Sequence[Part]) -> tuple[Mark, ...]:
    """Every place where the text has all the parts, a mark to each part; one place may be part of several."""
    first, *rest = parts
    found: list[Mark] = []
    for at in _places(text, tokens, first):
        chain = _chain(text, tokens, rest, at + len(first.words))
        if chain is not None:
            starts = (at, *chain)
            found += (_mark(tokens, start, part) for start, part in zip(starts, parts, strict=True))
    return tuple(sorted(set(found), key=lambda mark: mark.start))


def _chain(text: str, tokens: Sequence[Token], parts: Sequence[Part], at: int) -> tuple[int, ...] | None:
    """Where the remaining parts stand, each as near as can be; None where one is missing."""
    starts: list[int] = []
    for part in parts:
        near = tokens[at : at + ROOM + len(part.words)]
        place = next(_places(text, near, part), None)
        if place is None:
            return None
        starts.append(at + place)
        at += place + len(part.words)
    return tuple(starts)


def _places(text: str, tokens: Sequence[Token], part: Part) -> Iterator[int]:
    for at in occurrences(tokens, part.words):
        start = tokens[at].start
        if not part.signed or _SIGN_BEFORE.search(text[max(start - _BEFORE, 0) : start]):
            yield at


def _mark(tokens: Sequence[Token], at: int, part: Part) -> Mark:
    return Mark(tokens[at].start, tokens[at + len(part.words) - 1].end, 0)
