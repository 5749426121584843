"""The vocabulary of a segment in the making: folded forms, their keys, the pieces they are found by."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from docctl.search.index.beginnings import Beginnings
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
from docctl.search.index.nearness import near_entries
from docctl.search.ranking.coding import coded
from docctl.search.ranking.grams import quad_number, quads
from docctl.search.words.folding import bones


class VocabularyWriter:
    """Gathers the clauses of each form."""

    def __init__(self) -> None:
        self._clauses: dict[tuple[str, str], array[int]] = {}

    def add(self, clause: int, forms: Iterable[tuple[str, str]]) -> None:
        """The forms of a clause with their keys, each once."""
        known = self._clauses
        for form in forms:
            if form in known:
                known[form].append(clause)
            else:
                known[form] = array("I", (clause,))

    def entries(self, kids: Mapping[str, int], size: int) -> Iterator[tuple[bytes, bytes]]:
        """What the segment's table holds of them; `kids` are the numbers of the keys, of `size` clauses."""
        pairs = sorted(self._clauses)
        forms = [form for form, _ in pairs]
        counts = [len(self._clauses[pair]) for pair in pairs]
        starts = array("I", accumulate(counts, initial=0))
        clauses = array("I", b"".join(self._clauses[pair].tobytes() for pair in pairs))
        yield FORM_STARTS, starts.tobytes()
        yield FORM_CLAUSES, clauses.tobytes()
        yield from Beginnings(forms, starts, clauses, size).entries()
        yield from _strings(FORMS, FORM_ENDS, forms)
        yield from _strings(KEYS, KEY_ENDS, list(kids))
        yield FORM_KEYS, array("I", [kids[key] for _, key in pairs]).tobytes()
        skeletons = [bones(form) for form in forms]
        yield BY_SKELETON, array("I", sorted(range(len(forms)), key=skeletons.__getitem__)).tobytes()
        yield from near_entries(skeletons)
        yield from _quads(forms, counts)


def _strings(blob: bytes, ends: bytes, strings: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
    places = array("I", [0])
    for string in encoded:
        places.append(places[-1] + len(string))
    yield blob, b"".join(encoded)
    yield ends, places.tobytes()


def _quads(forms: Sequence[str], counts: Sequence[int]) -> Iterator[tuple[bytes, bytes]]:
    """In how many clauses each piece of four letters occurs, at most: the sum over the forms that have it."""
    totals: dict[bytes, int] = {}
    for form, count in zip(forms, counts, strict=True):
        for quad in quads(coded(f" {form} ")):
            totals[quad] = totals.get(quad, 0) + count
    ordered = sorted(totals, key=quad_number)
    yield QUADS, array("I", map(quad_number, ordered)).tobytes()
    yield QUAD_COUNTS, array("I", [totals[quad] for quad in ordered]).tobytes()
