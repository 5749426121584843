"""Whether two names, written as people write them, can only be one person's."""

from msgspec import Struct

from docctl.domain.folding import fold, words_of


class Person(Struct, frozen=True):
    """A name taken apart: «А.Б. Үлгібаев», «Үлгібаев А. Б.», «Үлгібаев Асқар Болатұлы»."""

    words: frozenset[str]
    """Names in full, the surname among them."""
    initials: tuple[str, ...]
    order: tuple[str, ...]
    """Names in full as written."""


def same_person(one: str, other: str) -> bool:
    """Whether surname and initials agree; a surname alone proves nothing."""
    first, second = person(one), person(other)
    if first.words == second.words and first.words:
        return _compatible(first.initials, second.initials) and bool(len(first.words) > 1 or first.initials)
    if first.initials and second.initials:
        return False
    if first.initials:
        return _fits(first, second)
    if second.initials:
        return _fits(second, first)
    return len(first.words & second.words) > 1


def person(name: str) -> Person:
    """Take a name apart; titles and degrees are not told from names."""
    words = words_of(fold(name))
    full = tuple(word for word in words if len(word) > 1 and not word.isdecimal())
    initials = tuple(word for word in words if len(word) == 1 and word.isalpha())
    return Person(frozenset(full), initials, full)


def _fits(short: Person, full: Person) -> bool:
    """Whether initials and surname are those of a full name."""
    surnames = short.words & full.words
    if len(short.words) != 1 or not surnames:
        return False
    rest = tuple(word[0] for word in full.order if word not in surnames)
    return bool(rest) and _compatible(short.initials, rest)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one list of initials begins the other."""
    return all(left == right for left, right in zip(one, other, strict=False))
