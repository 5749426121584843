"""A word of a request → the keys it may be found under, the surest first."""

from collections.abc import Callable

from msgspec import Struct

from docctl.search.ranking.forms import Words

_ALIKE, _UNSURE = 0.35, 0.9
"""What a key is worth whose word differs by look-alike letters: beside a known word, in place of another."""
_OFTENER = 5
"""A look-alike word so many times as frequent as the word typed is taken for it."""
_AKIN = 0.85
"""What a word that begins alike is worth in place of an unknown one, were it the same to the last letter."""
_NEAR = 0.75
"""What a word is worth in place of an unknown one, by a letter of difference."""
_CANDIDATES = 6
_FAMILY = 0.25
_COMMON = 4
"""Letters that a word and its relatives have in common, at least."""
_RELATIVES = 40


class Variant(Struct, frozen=True, gc=False):
    """A key under which a word may be found."""

    key: str
    weight: float
    """1 for the word itself."""


def sure_keys(word: str, key: str, vocabulary: Words) -> tuple[str, ...]:
    """The keys of a word that was understood: its own, and those of the same form in other languages."""
    return tuple(dict.fromkeys((*(form.key for form in vocabulary.forms(word)), key)))


class Expanded(Struct, frozen=True, gc=False):
    """What a word may be found under."""

    variants: tuple[Variant, ...]
    """The surest first."""
    meant: str
    """The word itself, or the known word that it is taken for."""


def expand(word: str, key: str, vocabulary: Words, has_key: Callable[[str], bool]) -> Expanded:
    """The keys of a folded word; `key` is what its language makes of it. An unknown word is guessed at."""
    spelt = as_spelt(word, key, vocabulary, has_key)
    if any(has_key(variant.key) for variant in spelt.variants):
        return spelt
    weights = {variant.key: variant.weight for variant in spelt.variants}
    meant = _guess(word, vocabulary, weights) or word
    return Expanded(_sorted(weights), meant)


def as_spelt(word: str, key: str, vocabulary: Words, has_key: Callable[[str], bool]) -> Expanded:
    """The keys of a folded word as it stands, but for letters that a Russian keyboard lacks.

    All there is to numbers, acts and abbreviations: № 320-III is no slip for № 319-III.
    """
    weights: dict[str, float] = {}
    for sure in sure_keys(word, key, vocabulary):
        _keep(weights, sure, 1.0)
    meant = word
    own = max((form.frequency for form in vocabulary.forms(word)), default=int(any(map(has_key, weights))))
    for form in vocabulary.alike(word):
        oftener = form.frequency > _OFTENER * own
        meant = form.word if oftener and meant == word else meant
        _keep(weights, form.key, _UNSURE if oftener else _ALIKE)
    return Expanded(_sorted(weights), meant)


def _guess(word: str, vocabulary: Words, weights: dict[str, float]) -> str | None:
    """Weigh what an unknown word may be; the likeliest word."""
    likely: dict[str, float] = {}
    for near in vocabulary.near(word, letters_of(word))[:_CANDIDATES]:
        _keep(likely, near.word, _NEAR**near.distance)
        _keep(weights, near.key, _NEAR**near.distance)
    for akin in vocabulary.akin(word):
        worth = _AKIN * (1 - akin.distance / len(word))
        _keep(likely, akin.word, worth)
        _keep(weights, akin.key, worth)
    return max(likely, key=likely.__getitem__, default=None)


def relatives(word: str, vocabulary: Words) -> tuple[Variant, ...]:
    """Keys of words that begin alike, for questions of many words."""
    shared = max(_COMMON, len(word) * 2 // 3)
    weights: dict[str, float] = {}
    if len(word) >= _COMMON:
        for form in vocabulary.commonest(word[:shared], _RELATIVES):
            _keep(weights, form.key, _FAMILY)
    return _sorted(weights)


def letters_of(word: str) -> int:
    """How many letters of a word may be wrong."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 7 else 2 if len(word) < 11 else 3


def _keep(weights: dict[str, float], key: str, weight: float) -> None:
    weights[key] = max(weight, weights.get(key, 0.0))


def _sorted(weights: dict[str, float]) -> tuple[Variant, ...]:
    ordered = sorted(weights.items(), key=lambda pair: -pair[1])
    return tuple(Variant(key, weight) for key, weight in ordered)
