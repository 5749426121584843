"""Pieces of words: what two words share when they are not quite the same."""

from collections.abc import Collection

_QUAD = 4


def trigrams(word: str) -> frozenset[str]:
    """The pieces of three letters of a word, its ends marked."""
    marked = f"^{word}$"
    return frozenset([marked[at : at + 3] for at in range(len(marked) - 2)])


def quad_number(quad: bytes) -> int:
    """A piece of four letters as one number."""
    return int.from_bytes(quad, "big")


def quads(coded: bytes) -> Collection[bytes]:
    """The pieces of four letters of a text in the code page, each once."""
    return {coded[at : at + _QUAD] for at in range(len(coded) - _QUAD + 1)}
