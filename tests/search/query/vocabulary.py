"""A vocabulary of a few words, for queries without an index."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from docctl.search.words.analysis import key_of
from docctl.search.words.folding import fold, skeleton


class Form(Struct, frozen=True):
    word: str
    key: str
    frequency: int


class FewWords:
    """The words of a text, as an index would know them."""

    def __init__(self, text: str) -> None:
        self._counts = Counter(map(fold, text.split()))
        self._words = {word: key_of(word) for word in self._counts}

    def has(self, word: str) -> bool:
        return word in self._words

    def frequency(self, word: str) -> int:
        return self._counts[word]

    def key(self, word: str) -> str | None:
        return self._words.get(word)

    def prefix(self, prefix: str) -> Iterator[Form]:
        return self._forms(word for word in self._words if word.startswith(prefix))

    def alike(self, word: str) -> Sequence[Form]:
        common = (known for known, _ in self._counts.most_common())
        return list(self._forms(known for known in common if skeleton(known) == skeleton(word)))

    def near(self, word: str, letters: int) -> Sequence[Form]:
        slips = {known: _distance(word, known) for known in self._words}
        near = sorted((count, known) for known, count in slips.items() if count <= letters)
        return list(self._forms(known for _, known in near))

    def _forms(self, words: Iterable[str]) -> Iterator[Form]:
        return (Form(word, self._words[word], self._counts[word]) for word in words)


def _distance(left: str, right: str) -> int:
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, start=1):
        before, row = row, [at]
        for place, other in enumerate(right, start=1):
            row.append(min(row[-1] + 1, before[place] + 1, before[place - 1] + (letter != other)))
    return row[-1]
