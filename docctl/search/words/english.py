"""Stems of English words, by Snowball, which is loaded when the first of them comes."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from docctl.search.words.settling import settled

STEMMER = "snowballstemmer"


def english_stem(word: str) -> str:
    """Key of a folded English word."""
    return settled(word, _stemmer())


@cache
def _stemmer() -> Callable[[str], str]:
    stem: Callable[[str], str] = import_module(STEMMER).stemmer("english").stemWord
    return stem
