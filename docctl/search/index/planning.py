"""A request → what is looked for in every segment."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from docctl.search.index.atoms import AnyKey, Sequel, Sought
from docctl.search.ranking.expansion import Variant, as_spelt, expand, relatives, sure_keys
from docctl.search.ranking.forms import Words
from docctl.search.ranking.questions import worth
from docctl.search.request import Atom, Phrase, Prefix, Request, Word
from docctl.search.words.token import Token

Analyse = Callable[[str], tuple[Token, ...]]
QUESTION = 3
"""A request of so many words is taken for a question: words of one family may answer it."""
_LONG = 5
"""A request of so many words besides those in quotes is asked in words."""
_LONGEST = 64
"""So many groups of a request are looked for; nobody's question has more."""


class Group(Struct, frozen=True):
    """Alternatives, any of which satisfies the request."""

    variants: tuple[Variant, ...] = ()
    sought: tuple[Sought, ...] = ()
    """Phrases and beginnings."""
    words: tuple[str, ...] = ()
    """The folded words, for their pieces."""
    worth: float = 1.0


class Plan(Struct, frozen=True):
    """What is looked for."""

    wanted: tuple[Group, ...]
    required: tuple[tuple[Sought, ...], ...]
    excluded: tuple[Sought, ...]
    scored: tuple[Group, ...]
    """The wanted groups and what is required, for the order of the answers."""

    def keys(self) -> frozenset[str]:
        """The keys of all that counts for a clause."""
        sought = [one for group in self.scored for one in group.sought]
        words = [keys for one in sought if isinstance(one, Sequel) for keys in one.words]
        single = [one.keys for one in sought if isinstance(one, AnyKey)]
        variants = (variant.key for group in self.scored for variant in group.variants)
        return frozenset((*variants, *(key for keys in (*words, *single) for key in keys)))


class Planner:
    """Plans requests for one index."""

    def __init__(self, analyse: Analyse, vocabulary: Words, has_key: Callable[[str], bool]) -> None:
        self._analyse, self._vocabulary, self._has_key = analyse, vocabulary, has_key

    def plan(self, request: Request) -> Plan:
        """What is looked for; raises Damaged."""
        wanted = self._all_groups(request.wanted)
        needed = self._all_groups(request.required)
        if _is_question(wanted):
            quoted = self._all_groups(tuple(_as_words(request.required)))
            strict = tuple(atoms for atoms in request.required if not _is_quoted(atoms))
            return self._plan((*wanted, *quoted, *needed), strict, request.excluded)
        return self._plan(wanted, request.required, request.excluded, needed)

    def _plan(
        self,
        wanted: tuple[Group, ...],
        required: Sequence[Sequence[Atom]],
        excluded: Sequence[Atom],
        needed: tuple[Group, ...] = (),
    ) -> Plan:
        if len(wanted) >= QUESTION:
            wanted = tuple(map(self._as_question, wanted))
        return Plan(
            wanted,
            tuple(tuple(self._sought(atoms)) for atoms in required[:_LONGEST]),
            tuple(self._sought(excluded[:_LONGEST])),
            (*wanted, *needed),
        )

    def _all_groups(self, alternatives: Sequence[Sequence[Atom]]) -> tuple[Group, ...]:
        """Where something is asked and none of it is a word, a group that nothing satisfies."""
        groups = [group for atoms in alternatives[:_LONGEST] for group in self._groups(atoms)]
        return tuple(groups or (Group() for _ in alternatives[:1]))

    def _groups(self, atoms: Sequence[Atom]) -> Iterator[Group]:
        """A word of several parts alone is several groups: each part helps."""
        if len(atoms) == 1 and isinstance(atoms[0], Word):
            for token in self._analyse(atoms[0].text):
                yield self._word(token)
        else:
            yield self._alternatives(atoms)

    def _alternatives(self, atoms: Iterable[Atom]) -> Group:
        variants: list[Variant] = []
        sought: list[Sought] = []
        words: list[str] = []
        for atom in atoms:
            tokens = () if isinstance(atom, Prefix) else self._analyse(_text(atom))
            words.extend(token.exact for token in tokens)
            if isinstance(atom, Word) and len(tokens) == 1:
                variants.extend(self._word(tokens[0]).variants)
            else:
                sought.extend(self._sought((atom,)))
        return Group(tuple(variants), tuple(sought), tuple(words))

    def _word(self, token: Token) -> Group:
        keys_of = as_spelt if token.protected else expand
        found = keys_of(token.exact, token.key, self._vocabulary, self._has_key)
        return Group(found.variants, words=(found.meant,), worth=worth(found.meant))

    def _as_question(self, group: Group) -> Group:
        if len(group.words) != 1 or group.worth < 1.0 or group.sought:
            return group
        known = {variant.key for variant in group.variants}
        more = (
            variant for variant in relatives(group.words[0], self._vocabulary) if variant.key not in known
        )
        return Group((*group.variants, *more), group.sought, group.words, group.worth)

    def _sought(self, atoms: Iterable[Atom]) -> Iterator[Sought]:
        for atom in atoms:
            if isinstance(atom, Prefix):
                yield atom
                continue
            words = tuple(self._keys(token) for token in self._analyse(_text(atom)))
            if len(words) == 1:
                yield AnyKey(words[0])
            elif words:
                yield Sequel(words)

    def _keys(self, token: Token) -> tuple[str, ...]:
        return sure_keys(token.exact, token.key, self._vocabulary)


def _is_question(groups: Sequence[Group]) -> bool:
    """Whether somebody asks in words, «қандай», «когда», and so quotes where others command."""
    return len(groups) >= _LONG or any(group.worth < 1.0 for group in groups)


def _is_quoted(atoms: Sequence[Atom]) -> bool:
    return any(isinstance(atom, Phrase) for atom in atoms)


def _as_words(required: Iterable[Sequence[Atom]]) -> Iterator[tuple[Atom]]:
    """The words of phrases, each by itself."""
    for atoms in required:
        for atom in atoms:
            if isinstance(atom, Phrase):
                yield from ((Word(word),) for word in atom.words)


def _text(atom: Word | Phrase) -> str:
    return atom.text if isinstance(atom, Word) else " ".join(atom.words)
