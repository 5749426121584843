"""A word of a text with the keys under which it is found."""

from msgspec import Struct


class Token(Struct, frozen=True, gc=False):
    """One word, number or abbreviation; offsets are characters of the text, the end exclusive."""

    surface: str
    """As it stands in the text."""
    start: int
    end: int
    key: str
    """Under which the index files it: the stem, or the form that is protected from stemming."""
    exact: str
    """The word itself, folded; of a protected word with a suffix after a hyphen, the word without it."""
    protected: bool
    """Never stemmed: numbers, dates, numbers of clauses and acts, abbreviations."""
