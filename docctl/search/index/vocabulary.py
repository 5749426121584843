"""The words of an index, searched where they lie: known ones, those that begin so, those that are near."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from docctl.search.index.layout import (
    BY_SKELETON,
    FORM_ENDS,
    FORM_KEYS,
    FORMS,
    FREQUENCIES,
    KEY_ENDS,
    KEY_TOTALS,
    KEYS,
    QUAD_COUNTS,
    QUADS,
    TRIGRAM,
)
from docctl.search.index.tables import Table
from docctl.search.ranking.distance import distance
from docctl.search.ranking.forms import Form, Near
from docctl.search.ranking.grams import quad_number, trigrams
from docctl.search.words.folding import fold, skeleton

_LOOKED_AT = 60
"""So many of the words that share most pieces are compared letter by letter."""
_BESIDE = 6
"""So many forms on either side of a word are looked at for those that begin alike."""
_COMMON, _MOST = 4, 0.6
"""Letters that they have in common, at least, and the share of the word."""
_MEMO = 4096


class SegmentVocabulary:
    """The words of one segment."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._forms = table.strings(FORMS, FORM_ENDS)
        self.keys = table.strings(KEYS, KEY_ENDS)
        self._frequencies = table.numbers(FREQUENCIES)
        self._form_keys = table.numbers(FORM_KEYS)
        self._key_totals = table.numbers(KEY_TOTALS)
        self._by_skeleton = table.numbers(BY_SKELETON)
        self._quads = table.numbers(QUADS)
        self._quad_counts = table.numbers(QUAD_COUNTS)

    def form(self, number: int) -> Form:
        """A form by its number."""
        return Form(self._forms[number], self.keys[self._form_keys[number]], self._frequencies[number])

    def keys_beginning(self, prefix: str) -> tuple[list[str], list[str]]:
        """The keys all of whose forms begin so, and those of which some do."""
        keys, counts, whole = self._form_keys.all, self._frequencies.all, self._key_totals.all
        totals: dict[int, int] = {}
        for number in self.beginning(prefix):
            kid = keys[number]
            totals[kid] = totals.get(kid, 0) + counts[number]
        every: list[str] = []
        some: list[str] = []
        for kid, total in totals.items():
            (every if total == whole[kid] else some).append(self.keys[kid])
        return every, some

    def beginning(self, prefix: str) -> range:
        """Numbers of the forms that begin so."""
        first = bisect_left(self._forms, prefix)
        return range(first, bisect_left(self._forms, prefix + "\U0010ffff", lo=first))

    def alike(self, word: str) -> Iterator[Form]:
        """The forms that have the same skeleton as the word."""
        bones = skeleton(word)
        order = self._by_skeleton
        at = bisect_left(order, bones, key=lambda number: skeleton(self._forms[number]))
        while at < len(order) and skeleton(self._forms[order[at]]) == bones:
            yield self.form(order[at])
            at += 1

    def akin(self, word: str) -> Iterator[Near]:
        """The forms next to the word in the order of skeletons that share most of it."""
        bones = skeleton(word)
        order = self._by_skeleton
        at = bisect_left(order, bones, key=lambda number: skeleton(self._forms[number]))
        for place in range(max(at - _BESIDE, 0), min(at + _BESIDE, len(order))):
            form = self.form(order[place])
            shared = _common(bones, skeleton(form.word))
            if shared >= max(_COMMON, len(bones) * _MOST):
                yield Near(form.word, form.key, form.frequency, len(bones) - shared)

    def sharing(self, word: str, letters: int) -> list[tuple[int, int]]:
        """Numbers of the forms that share most pieces with the word's skeleton, and how many they share.

        `letters` is how far apart they may be: each letter spoils three pieces, two swapped spoil four.
        """
        grams = trigrams(skeleton(word))
        needed = max(len(grams) - 3 * letters - 1, 1)
        shared: Counter[int] = Counter()
        for gram in grams:
            holders = self._table.get(TRIGRAM + gram.encode("utf-8", "surrogatepass"))
            if holders is not None:
                shared.update(holders.cast("I"))
        enough = [(number, count) for number, count in shared.items() if count >= needed]
        return sorted(enough, key=lambda pair: -pair[1])[:_LOOKED_AT]

    def quad_count(self, quad: bytes) -> int:
        """In how many clauses a piece of four letters occurs, at most."""
        number = quad_number(quad)
        at = bisect_left(self._quads, number)
        return self._quad_counts[at] if at < len(self._quads) and self._quads[at] == number else 0


class Vocabulary:
    """The words of all clauses of an index, superseded editions among them."""

    def __init__(self, segments: Sequence[SegmentVocabulary]) -> None:
        self._segments = segments
        self.forms: Callable[[str], tuple[Form, ...]] = lru_cache(maxsize=_MEMO)(self._find)
        self.near: Callable[[str, int], tuple[Near, ...]] = lru_cache(maxsize=_MEMO)(self.look_near)

    def has(self, word: str) -> bool:
        """Whether a clause has the word, in this very form."""
        return bool(self.forms(fold(word)))

    def frequency(self, word: str) -> int:
        """In how many clauses the word stands in this very form."""
        return sum(form.frequency for form in self.forms(fold(word)))

    def key(self, word: str) -> str | None:
        """The key under which most clauses file the folded word; None where none has it."""
        forms = self.forms(word)
        return forms[0].key if forms else None

    def prefix(self, prefix: str) -> Iterator[Form]:
        """The forms that begin so, in no order that matters."""
        start = fold(prefix)
        for segment in self._segments:
            yield from map(segment.form, segment.beginning(start))

    def alike(self, word: str) -> tuple[Form, ...]:
        """The forms that differ from the word by letters that a keyboard without Kazakh ones lacks."""
        return _merged(form for segment in self._segments for form in segment.alike(fold(word)))

    def akin(self, word: str) -> tuple[Near, ...]:
        """The forms that begin alike, the most alike first; the distance is what is left over."""
        found = (form for segment in self._segments for form in segment.akin(fold(word)))
        return tuple(sorted(found, key=_likelihood))

    def quad_count(self, quad: bytes) -> int:
        """In how many clauses a piece of four letters in the code page occurs, at most."""
        return sum(segment.quad_count(quad) for segment in self._segments)

    def _find(self, word: str) -> tuple[Form, ...]:
        found = (
            form
            for segment in self._segments
            for number in segment.beginning(word)[:8]
            if (form := segment.form(number)).word == word
        )
        return _merged(found)

    def look_near(self, word: str, letters: int) -> tuple[Near, ...]:
        """The forms at most so many letters away, the likeliest first; `near` remembers them."""
        folded = fold(word)
        forms = _merged(
            segment.form(number)
            for segment in self._segments
            for number, _ in segment.sharing(folded, letters)
        )
        near = (Near(form.word, form.key, form.frequency, distance(folded, form.word)) for form in forms)
        return tuple(sorted((word for word in near if word.distance <= letters), key=_likelihood))


def _common(left: str, right: str) -> int:
    """How many letters two words have in common from their beginning."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))


def _likelihood(near: Near) -> tuple[float, int]:
    return near.distance, -near.frequency


def _merged(forms: Iterable[Form]) -> tuple[Form, ...]:
    """Each form once, what segments count added up, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for form in forms:
        counts[form.word, form.key] += form.frequency
    return tuple(Form(word, key, count) for (word, key), count in counts.most_common())
