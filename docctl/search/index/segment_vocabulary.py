"""The words of one segment, searched where they lie."""

from bisect import bisect_left
from collections.abc import Iterator
from heapq import nlargest

from docctl.search.index.layout import (
    BY_SKELETON,
    FORM_CLAUSES,
    FORM_ENDS,
    FORM_KEYS,
    FORM_STARTS,
    FORMS,
    KEY_ENDS,
    KEYS,
    QUAD_COUNTS,
    QUADS,
)
from docctl.search.index.nearness import NearForms
from docctl.search.index.tables import Table
from docctl.search.ranking.distance import slips_at_most
from docctl.search.ranking.forms import Form, Near
from docctl.search.ranking.grams import quad_number
from docctl.search.words.folding import bones

LAST_LETTER = "\U0010ffff"
_BESIDE = 6
"""So many forms on either side of a word are looked at for those that begin alike."""
_COMMON, _MOST = 4, 0.6
"""Letters that they have in common, at least, and the share of the word."""


class SegmentVocabulary:
    """Forms in the order of their letters, by number. Every method may raise Damaged."""

    def __init__(self, table: Table) -> None:
        self._forms = table.strings(FORMS, FORM_ENDS)
        self._keys = table.strings(KEYS, KEY_ENDS)
        self._form_keys = table.numbers(FORM_KEYS)
        self._starts = table.numbers(FORM_STARTS)
        self._clauses = table.numbers(FORM_CLAUSES)
        self._by_skeleton = table.numbers(BY_SKELETON)
        self._quads = table.numbers(QUADS)
        self._quad_counts = table.numbers(QUAD_COUNTS)
        self._near = NearForms(table, len(self._form_keys))

    def _form(self, number: int) -> Form:
        frequency = self._starts[number + 1] - self._starts[number]
        return Form(self._forms[number], self._keys[self._form_keys[number]], frequency)

    def key(self, kid: int) -> str:
        """A key by its number."""
        return self._keys[kid]

    def exactly(self, word: str) -> Iterator[Form]:
        """The folded word, once to each of its keys."""
        at = bisect_left(self._forms, word)
        while at < len(self._forms) and self._forms[at] == word:
            yield self._form(at)
            at += 1

    def _beginning(self, prefix: str) -> range:
        """Numbers of the forms that begin so."""
        first = bisect_left(self._forms, prefix)
        return range(first, bisect_left(self._forms, prefix + LAST_LETTER, lo=first))

    def beginning(self, prefix: str) -> Iterator[Form]:
        """The forms that begin so, in the order of their letters."""
        return map(self._form, self._beginning(prefix))

    def commonest(self, prefix: str, count: int) -> list[Form]:
        """Of the forms that begin so those in most clauses."""
        numbers, starts = self._beginning(prefix), self._starts.all
        most = nlargest(count, numbers, key=lambda number: starts[number + 1] - starts[number])
        return [self._form(number) for number in most]

    def clauses_beginning(self, prefix: str) -> memoryview:
        """The clauses of each of the forms that begin so, one form's after another's."""
        numbers = self._beginning(prefix)
        return self._clauses.some(self._starts[numbers.start], self._starts[numbers.stop])

    def alike(self, word: str) -> Iterator[Form]:
        """The forms that have the same skeleton as the word."""
        skeleton, order = bones(word), self._by_skeleton
        at = self._place(skeleton)
        while at < len(order) and bones(self._forms[order[at]]) == skeleton:
            yield self._form(order[at])
            at += 1

    def akin(self, word: str) -> Iterator[Near]:
        """The forms next to the word in the order of skeletons that share most of it."""
        skeleton, order = bones(word), self._by_skeleton
        at = self._place(skeleton)
        for place in range(max(at - _BESIDE, 0), min(at + _BESIDE, len(order))):
            form = self._form(order[place])
            shared = _common(skeleton, bones(form.word))
            if shared >= max(_COMMON, len(skeleton) * _MOST):
                yield Near(form.word, form.key, form.frequency, len(skeleton) - shared)

    def _place(self, skeleton: str) -> int:
        return bisect_left(self._by_skeleton, skeleton, key=lambda number: bones(self._forms[number]))

    def near(self, word: str, slips: int) -> Iterator[Form]:
        """The forms whose skeletons are at most so many slips away from that of the word."""
        skeleton = bones(word)
        is_near = slips_at_most(skeleton, slips)
        for number in self._near.candidates(skeleton, slips):
            if is_near(bones(self._forms[number])):
                yield self._form(number)

    def quad_count(self, quad: bytes) -> int:
        """In how many clauses a piece of four letters occurs, at most."""
        number = quad_number(quad)
        at = bisect_left(self._quads, number)
        return self._quad_counts[at] if at < len(self._quads) and self._quads[at] == number else 0


def _common(left: str, right: str) -> int:
    """How many letters two words have in common from their beginning."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))
