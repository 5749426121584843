"""Printed headings matched with the wordings of a form: order, case, number and small slips forgiven."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from msgspec import Struct

from docctl.domain.folding import bare, fold, russian_letters, words_of
from docctl.domain.words import Language
from docctl.recognition.stems import Stems

_STEM = 3
"""Letters at the beginning or end of a word by which it is looked up before it is compared."""
_SAME_BEGINNING = 0.6
"""Share of the longer word that two forms of one word have in common at the beginning."""
_ENDING = 5
"""Letters that the case and number of a word may add."""
_LONG_WORD = 9
"""Letters from which on two slips are forgiven."""
_SHORT_WORD = 4
"""Letters below which no slip is forgiven."""
_EDGE = 2
"""Letters at the beginning or at the end that no slip has touched: a quick test for most words."""
_LONGEST = 20
"""Words of the longest heading that is compared."""


Prescribed = tuple[str, Language, str, bool]
"""Role, language, wording, and whether it is a prescribed one."""
Ends = tuple[tuple[str, str], ...]
"""Beginning and end of every word of a wording."""


class Match(Struct, frozen=True):
    """What a heading was recognised as."""

    role: str
    exact: bool
    """A prescribed wording, the unit's own name apart."""
    certain: bool
    """A listed wording, not only one that resembles it."""
    language: Language
    """Of the wording."""


class Wording(Struct, frozen=True):
    """A wording of the form, prepared."""

    role: str
    language: Language
    words: tuple[str, ...]
    """Its words that count, in letters of a Russian keyboard."""


class Headings(Struct, frozen=True):
    """The wordings of a form, looked up by what a heading says."""

    by_key: dict[str, Match]
    by_words: dict[tuple[str, ...], Match]
    """Sorted words that count, so that order and joining words do not matter."""
    by_edge: dict[tuple[int, str], tuple[Wording, ...]]
    """Wordings by their number of words and an edge of the first or last of them."""
    beginnings: frozenset[str]
    """First words of longer wordings: a heading may go on in the next paragraph."""
    by_stem: dict[str, tuple[Ends, ...]]
    """Wordings by the ends of their first word: what most lines lack."""
    vocabulary: frozenset[str]
    joining: frozenset[str]
    owners: tuple[Stems, ...]
    """Words for units and positions, which may own a section: the rights *of the office*."""

    def match(self, title: str, named: frozenset[str]) -> Match | None:
        """What a heading without its number is.

        Args:
            title: the heading.
            named: words of the document's title, in letters of a Russian keyboard.
        """
        folded = fold(title)
        words = words_of(folded)
        if not 0 < len(words) <= _LONGEST:
            return None
        if found := self.by_key.get(" ".join(words)):
            return found
        plain = words_of(russian_letters(folded))
        if not self._is_worth_a_look(plain):
            return None
        cuts = [_Cut(0, len(words), tuple(Language)), *self._cuts(words, plain, named)]
        return (
            _first(self._whole(words, cut) for cut in cuts[1:])
            or _first(self._any_order(plain, cut) for cut in cuts)
            or _first(self._similar(plain, cut) for cut in cuts)
        )

    def _is_worth_a_look(self, plain: list[str]) -> bool:
        """Whether every word of some wording begins or ends as a word of the line does."""
        ends = {word[:_STEM] for word in plain}
        ends.update("-" + word[-_STEM:] for word in plain)
        return any(
            all(beginning in ends or ending in ends for beginning, ending in wording)
            for end in ends
            for wording in self.by_stem.get(end, ())
        )

    def goes_on(self, title: str) -> bool:
        """Whether a listed wording begins with these words and has more."""
        return bare(fold(title)) in self.beginnings

    def _cuts(self, words: list[str], plain: list[str], named: frozenset[str]) -> Iterator["_Cut"]:
        """The heading without its owner, whom Kazakh names before it, Russian after it and English both."""
        count = len(words)
        kinds = [self._kind(word, key, named) for word, key in zip(words, plain, strict=True)]
        for cut in range(1, count):
            if _is_owner(kinds[:cut]) and self.joining.isdisjoint(plain[cut - 1 : cut + 1]):
                yield _Cut(cut, count, (Language.KK, Language.EN))
            if _is_owner(kinds[cut:]):
                yield _Cut(0, cut, (Language.RU, Language.EN))

    def _kind(self, word: str, plain: str, named: frozenset[str]) -> "_Kind":
        """What a word can be in the name of an owner."""
        if plain.isdecimal():
            return _Kind.HEADS
        if plain in self.joining or len(plain) == 1:
            return _Kind.JOINS
        if any(stems.begins(word) for stems in self.owners):
            return _Kind.OWNS
        if plain in named:
            return _Kind.NAMED
        if plain in self.vocabulary:
            return _Kind.HEADS
        return _Kind.NAMED if any(same_word(plain, name) for name in named) else _Kind.OTHER

    def _whole(self, words: list[str], cut: "_Cut") -> Match | None:
        return cut.allowed(self.by_key.get(" ".join(words[cut.start : cut.stop])))

    def _any_order(self, plain: list[str], cut: "_Cut") -> Match | None:
        return cut.allowed(self.by_words.get(tuple(sorted(self._telling(plain, cut)))))

    def _telling(self, plain: list[str], cut: "_Cut") -> tuple[str, ...]:
        return tuple(word for word in plain[cut.start : cut.stop] if word not in self.joining)

    def _similar(self, plain: list[str], cut: "_Cut") -> Match | None:
        words = self._telling(plain, cut)
        if not words:
            return None
        for edge in {words[0][:_EDGE], words[0][-_EDGE:]}:
            for wording in self.by_edge.get((len(words), edge), ()):
                if wording.language not in cut.languages:
                    continue
                if _all_same(words, wording.words) or _all_same(words[::-1], wording.words):
                    return Match(wording.role, False, False, wording.language)
        return None


class _Cut(Struct, frozen=True):
    """The words of a heading without its owner, and the languages that name an owner there."""

    start: int
    stop: int
    languages: tuple[Language, ...]

    def allowed(self, match: Match | None) -> Match | None:
        """The match, if it is in one of the languages."""
        return match if match and match.language in self.languages else None


class _Kind(Enum):
    """What a word can be in the name of a section's owner."""

    JOINS = auto()
    OWNS = auto()
    """A word for a unit, a position or an organisation."""
    NAMED = auto()
    """A word of the document's title."""
    HEADS = auto()
    """A word of the headings themselves, or a figure, as captions have: it names no owner."""
    OTHER = auto()


def _is_owner(kinds: list[_Kind]) -> bool:
    telling = [kind for kind in kinds if kind is not _Kind.JOINS]
    if not telling or _Kind.HEADS in telling:
        return False
    return _Kind.OWNS in telling or _Kind.OTHER not in telling


def _first(found: Iterable[Match | None]) -> Match | None:
    return next((match for match in found if match), None)


def _all_same(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return all(same_word(word, other) for word, other in zip(words, others, strict=True))


def headings_of(
    prescribed: Iterable[Prescribed], joining: Iterable[str], owners: Iterable[Stems]
) -> Headings:
    """The index of wordings.

    Args:
        prescribed: the wordings; earlier ones win.
        joining: words that do not count when headings are compared.
        owners: words for units and positions.
    """
    joins = frozenset(russian_letters(fold(word)) for word in joining)
    owning = tuple(owners)
    by_key: dict[str, Match] = {}
    by_words: dict[tuple[str, ...], Match] = {}
    by_edge: dict[tuple[int, str], dict[Wording, None]] = {}
    for role, language, text, exact in prescribed:
        key = bare(fold(text.replace("{unit}", " ")))
        words = tuple(word for word in russian_letters(key).split() if word not in joins)
        by_key.setdefault(key, Match(role, exact, True, language))
        by_words.setdefault(tuple(sorted(words)), Match(role, False, True, language))
        for word in {words[0], words[-1]} if words else ():
            for edge in {word[:_EDGE], word[-_EDGE:]}:
                by_edge.setdefault((len(words), edge), {})[Wording(role, language, words)] = None
    return Headings(
        by_key,
        by_words,
        {edge: tuple(wordings) for edge, wordings in by_edge.items()},
        frozenset(_beginnings(by_key)),
        _by_stem(by_words),
        frozenset(_vocabulary(by_key, owning)),
        joins,
        owning,
    )


def _by_stem(wordings: Iterable[tuple[str, ...]]) -> dict[str, tuple[Ends, ...]]:
    found: dict[str, dict[Ends, None]] = {}
    for words in wordings:
        ends = tuple((word[:_STEM], "-" + word[-_STEM:]) for word in words)
        for end in ends[0] if ends else ():
            found.setdefault(end, {})[ends] = None
    return {end: tuple(wordings) for end, wordings in found.items()}


def _beginnings(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        words = key.split()
        yield from (" ".join(words[:count]) for count in range(1, len(words)))


def _vocabulary(keys: Iterable[str], owners: tuple[Stems, ...]) -> Iterator[str]:
    """The words of the wordings that name no owner."""
    words = {word for key in keys for word in key.split()}
    yield from (russian_letters(word) for word in words if not any(stems.begins(word) for stems in owners))


def same_word(word: str, other: str) -> bool:
    """Whether two words are forms of one word, or one is the other with a slip of the pen."""
    if word == other:
        return True
    if word[:_EDGE] != other[:_EDGE] and word[-_EDGE:] != other[-_EDGE:]:
        return False
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) < _SHORT_WORD:
        return False
    common = _common_beginning(shorter, longer)
    if common >= _SAME_BEGINNING * len(longer) and len(longer) - common <= _ENDING and common >= _SHORT_WORD:
        return True
    slips = 2 if len(shorter) >= _LONG_WORD else 1
    return len(longer) - len(shorter) <= slips and _slips(shorter, longer, slips)


def _common_beginning(word: str, other: str) -> int:
    for count, (letter, twin) in enumerate(zip(word, other, strict=False)):
        if letter != twin:
            return count
    return min(len(word), len(other))


def _slips(word: str, other: str, allowed: int) -> bool:
    """Whether at most `allowed` letters are wrong, missing, added or swapped with the next one."""
    while word and other and word[0] == other[0]:
        word, other = word[1:], other[1:]
    if not word or not other:
        return max(len(word), len(other)) <= allowed
    if not allowed:
        return False
    return (
        _slips(word[1:], other[1:], allowed - 1)
        or _slips(word, other[1:], allowed - 1)
        or _slips(word[1:], other, allowed - 1)
        or (word[:2] == other[1::-1] and _slips(word[2:], other[2:], allowed - 1))
    )
