"""The words of an index: known ones, those that begin so, those that are near."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from docctl.search.index.segment_vocabulary import SegmentVocabulary
from docctl.search.ranking.distance import distance
from docctl.search.ranking.forms import Form, Near
from docctl.search.words.folding import fold

_MEMO = 4096


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
            yield from segment.beginning(start)

    def commonest(self, prefix: str, count: int) -> tuple[Form, ...]:
        """Of the forms that begin so those in most clauses, the commonest first."""
        start = fold(prefix)
        found = (form for segment in self._segments for form in segment.commonest(start, count))
        return _merged(found)[:count]

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
        return _merged(form for segment in self._segments for form in segment.exactly(word))

    def look_near(self, word: str, letters: int) -> tuple[Near, ...]:
        """The forms at most so many letters away, the likeliest first; `near` remembers them."""
        folded = fold(word)
        forms = _merged(form for segment in self._segments for form in segment.near(folded, letters))
        near = (Near(form.word, form.key, form.frequency, distance(folded, form.word)) for form in forms)
        return tuple(sorted((word for word in near if word.distance <= letters), key=_likelihood))


def _likelihood(near: Near) -> tuple[float, int]:
    return near.distance, -near.frequency


def _merged(forms: Iterable[Form]) -> tuple[Form, ...]:
    """Each form once, what segments count added up, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for form in forms:
        counts[form.word, form.key] += form.frequency
    return tuple(Form(word, key, count) for (word, key), count in counts.most_common())
