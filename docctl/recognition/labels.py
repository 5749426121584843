"""Labels of the sign-off roles: Жасақтаған, Согласовано, Lawyer."""

from functools import lru_cache

from msgspec import Struct

from docctl.domain.folding import bare, fold, russian_letters
from docctl.domain.form import RoleForm
from docctl.recognition.matching import same_word

_EDGE = 2
"""Letters at the beginning or end of a word that two forms of it share."""
_LONGEST = 120
"""Characters of the longest label or position."""


class Labels(Struct, frozen=True):
    """The wordings of the roles."""

    by_key: dict[str, str]
    by_edge: dict[tuple[int, str], tuple[tuple[tuple[str, ...], str], ...]]
    """Words and role of the labels, by how many words they have and an edge of the first."""
    positions: tuple[tuple[tuple[str, ...], str], ...]

    def role(self, text: str) -> str | None:
        """The role that a text is the label of."""
        key = _key(text)
        if not key:
            return None
        if found := self.by_key.get(key):
            return found
        words = key.split()
        for edge in (words[0][:_EDGE], "-" + words[0][-_EDGE:]):
            for label, role in self.by_edge.get((len(words), edge), ()):
                if all(map(same_word, label, words)):
                    return role
        return None

    def of_position(self, text: str) -> str | None:
        """The role in which the holder of a position signs whatever the label says."""
        words = _key(text).split()
        for stems, role in self.positions:
            for start in range(len(words) - len(stems) + 1):
                if all(word.startswith(stem) for stem, word in zip(stems, words[start:], strict=False)):
                    return role
        return None


def labels_of(roles: tuple[RoleForm, ...]) -> Labels:
    """The wordings, prepared."""
    labels = [(_key(text), form.role) for form in roles for text in form.labels.all()]
    positions = [(_key(text), form.role) for form in roles for text in form.positions.all()]
    by_key: dict[str, str] = {}
    by_edge: dict[tuple[int, str], list[tuple[tuple[str, ...], str]]] = {}
    for words, role in _split(labels):
        by_key.setdefault(" ".join(words), role)
        for edge in (words[0][:_EDGE], "-" + words[0][-_EDGE:]):
            by_edge.setdefault((len(words), edge), []).append((words, role))
    return Labels(by_key, {edge: tuple(found) for edge, found in by_edge.items()}, _split(positions))


def _split(wordings: list[tuple[str, str]]) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(key.split()), role) for key, role in wordings)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return russian_letters(bare(fold(text))) if len(text) <= _LONGEST else ""
