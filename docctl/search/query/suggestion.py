"""«Did you mean»: a near word for each word that no clause holds."""

from collections.abc import Iterator

from docctl.search.query.known_words import KnownWords, telling
from docctl.search.query.parsing import STAR
from docctl.search.query.pieces import EXCLUDED, Piece, pieces
from docctl.search.words.scanning import Written

_FIGURES = frozenset("0123456789")
_LONG = 8
"""Letters from which on two slips are forgiven."""
_MOST_WORDS = 8
"""Unknown words that are looked up; a query with more is no slip of the pen."""


def suggested(text: str, words: KnownWords) -> str | None:
    """The query with known words in place of unknown ones that are near to them; None when there are none."""
    asked = (piece for piece in pieces(text) if piece.sign != EXCLUDED and not piece.field)
    unknown = [place for piece in asked for place in _unknown(piece, words)][:_MOST_WORDS]
    changed = text
    for start, word in reversed(unknown):
        if near := _near(word, words):
            changed = changed[:start] + near + changed[start + len(word.surface) :]
    return changed if changed != text else None


def _unknown(piece: Piece, words: KnownWords) -> Iterator[tuple[int, Written]]:
    """The whole words of a piece that no clause holds, and where they begin in the query."""
    for word in telling(piece.text):
        is_prefix = piece.text[word.end : word.end + 1] == STAR and not piece.quoted
        if not (is_prefix or words.has(word.exact)):
            yield piece.start + word.start, word


def _near(word: Written, words: KnownWords) -> str | None:
    """The likeliest word meant, its case as typed; numbers are nobody's slip."""
    if not _FIGURES.isdisjoint(word.exact):
        return None
    found = words.near(word.exact, 2 if len(word.exact) >= _LONG else 1)
    return found and _in_case_of(word.surface, found)


def _in_case_of(typed: str, found: str) -> str:
    if len(typed) == len(found):
        letters = zip(typed, found, strict=True)
        return "".join(letter.upper() if like.isupper() else letter for like, letter in letters)
    if typed.isupper():
        return found.upper()
    return found.capitalize() if typed[:1].isupper() else found
