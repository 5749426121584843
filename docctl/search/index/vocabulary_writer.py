"""The vocabulary of a segment in the making: folded forms, their keys, the pieces they are found by."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
from docctl.search.ranking.coding import coded
from docctl.search.ranking.grams import quad_number, quads, trigrams
from docctl.search.words.folding import skeleton

_LETTERS = 4
"""Bytes of a piece of four letters in the code page, read as one number."""


class VocabularyWriter:
    """Counts forms."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()

    def add(self, forms: Iterable[tuple[str, int]]) -> None:
        """The forms of one clause with the numbers of their keys, each once."""
        self._counts.update(forms)

    def entries(self, keys: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
        """What the segment's table holds of them; `keys` by their numbers."""
        pairs = sorted(self._counts)
        forms = [form for form, _ in pairs]
        counts = [self._counts[pair] for pair in pairs]
        yield from _strings(FORMS, FORM_ENDS, forms)
        yield from _strings(KEYS, KEY_ENDS, keys)
        yield FREQUENCIES, array("I", counts).tobytes()
        totals = array("I", bytes(4 * len(keys)))
        for (_, kid), count in zip(pairs, counts, strict=True):
            totals[kid] += count
        yield KEY_TOTALS, totals.tobytes()
        yield FORM_KEYS, array("I", [kid for _, kid in pairs]).tobytes()
        yield from _skeletons([skeleton(form) for form in forms])
        yield from _quads(forms, counts)


def _strings(blob: bytes, ends: bytes, strings: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
    places = array("I", [0])
    for string in encoded:
        places.append(places[-1] + len(string))
    yield blob, b"".join(encoded)
    yield ends, places.tobytes()


def _skeletons(skeletons: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    yield BY_SKELETON, array("I", sorted(range(len(skeletons)), key=skeletons.__getitem__)).tobytes()
    holders: dict[str, array[int]] = {}
    for number, form in enumerate(skeletons):
        for gram in trigrams(form):
            holders.setdefault(gram, array("I")).append(number)
    for gram, numbers in holders.items():
        yield TRIGRAM + gram.encode("utf-8", "surrogatepass"), numbers.tobytes()


def _quads(forms: Sequence[str], counts: Sequence[int]) -> Iterator[tuple[bytes, bytes]]:
    """In how many clauses each piece of four letters occurs, at most: the sum over the forms that have it."""
    totals: dict[bytes, int] = {}
    for form, count in zip(forms, counts, strict=True):
        for quad in quads(coded(f" {form} ")):
            totals[quad] = totals.get(quad, 0) + count
    ordered = sorted(totals, key=quad_number)
    yield QUADS, array("I", map(quad_number, ordered)).tobytes()
    yield QUAD_COUNTS, array("I", [totals[quad] for quad in ordered]).tobytes()
