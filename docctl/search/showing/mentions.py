"""Where a text mentions an act, a unit or a wording: all its words in their order, each in any form.

Words stand next to each other. Others may stand between only where the name itself leaves room: before and
after a part in quotes («Білім туралы» … Заңы), where it says «…», and beside the kind of an act that is
called by what it is about.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from docctl.domain.patterns import regex
from docctl.search.showing.marking import Mark, occurrences
from docctl.search.showing.sought import Analyse, SoughtWord
from docctl.search.words.token import Token

ROOM = 12
"""Words that may stand between two parts: the state, the date and the number of an act."""
_ACTS = frozenset("заң кодекс жарлық қаулы бұйрық закон указ постановление приказ law code order".split())
"""Keys of the words for kinds of acts."""
_ABOUT = frozenset("туралы о об on".split())
"""By which the name of an act says what it is about."""
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


def readings_of(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """The parts as a document may have them, the likeliest first.

    «Білім туралы заң» is «Білім туралы» … Заңы in a document, "Law on Education" is the Law … on Education:
    there is room between the kind of an act and its name.
    """
    if len(parts) == 1:
        words = parts[0].words
        parts = next((pair for at in (1, len(words) - 1) if _is_act(pair := _split(parts[0], at))), parts)
    yield parts
    if len(parts) == 2:
        yield parts[::-1]


def _is_act(parts: tuple[Part, ...]) -> bool:
    """Whether one is the kind of an act and the other says what it is about."""
    kinds = [part for part in parts if len(part.words) == 1 and part.words[0].key in _ACTS]
    names = [part for part in parts if part.words[-1].exact in _ABOUT or part.words[0].exact in _ABOUT]
    return len(kinds) == len(names) == 1 and len(parts) == 2


def _split(part: Part, at: int) -> tuple[Part, ...]:
    pieces = (slice(None, at), slice(at, None))
    return tuple(Part(part.words[piece], part.surfaces[piece]) for piece in pieces if part.words[piece])


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
