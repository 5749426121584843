"""The words that a request looks for, in the form in which they are recognised in a text."""

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from docctl.search.request import Atom, Phrase, Prefix, Request
from docctl.search.words.folding import fold, skeleton
from docctl.search.words.token import Token

Analyse = Callable[[str], tuple[Token, ...]]
"""Text to tokens: the index's own, which knows every word that it holds."""


class SoughtWord(Struct, frozen=True, gc=False):
    """A word in any of its forms."""

    key: str
    exact: str

    def is_in(self, token: Token) -> bool:
        """Whether the token is a form of the word."""
        return token.key == self.key or token.exact == self.exact

    def resembles(self, token: Token) -> bool:
        """Whether it is one but for Russian letters instead of Kazakh ones."""
        return not token.protected and bool({skeleton(token.key), skeleton(token.exact)} & self.skeletons)

    @property
    def skeletons(self) -> set[str]:
        """The word as typed without Kazakh letters."""
        return {skeleton(self.key), skeleton(self.exact)}


class Sought(Struct, frozen=True):
    """All that is to be marked."""

    words: tuple[SoughtWord, ...] = ()
    near: frozenset[str] = frozenset()
    """Keys that the index took for words of the query: what typos were meant to be."""
    prefixes: tuple[str, ...] = ()
    phrases: tuple[tuple[SoughtWord, ...], ...] = ()


def sought_by(request: Request, analyse: Analyse, near: Collection[str] = ()) -> Sought:
    """What a request looks for; what it excludes is not there to be marked."""
    atoms = tuple(dict.fromkeys(_atoms(request)))
    words = (word for atom in atoms for word in _words(atom, analyse))
    phrases = (_phrase(atom, analyse) for atom in atoms if isinstance(atom, Phrase))
    prefixes = (fold(atom.text) for atom in atoms if isinstance(atom, Prefix))
    return Sought(tuple(dict.fromkeys(words)), frozenset(near), tuple(prefixes), tuple(filter(None, phrases)))


def _atoms(request: Request) -> Iterator[Atom]:
    for group in (*request.wanted, *request.required):
        yield from group


def _words(atom: Atom, analyse: Analyse) -> tuple[SoughtWord, ...]:
    if isinstance(atom, Phrase | Prefix):
        return ()
    return _sought(atom.text, analyse)


def _phrase(phrase: Phrase, analyse: Analyse) -> tuple[SoughtWord, ...]:
    return _sought(" ".join(phrase.words), analyse)


def _sought(text: str, analyse: Analyse) -> tuple[SoughtWord, ...]:
    return tuple(SoughtWord(token.key, token.exact) for token in analyse(text))
