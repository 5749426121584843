"""Normal forms of Russian words, by pymorphy3, which is loaded when the first of them is needed."""

from functools import cache
from importlib import import_module
from typing import Any

ANALYSER, DICTIONARY = "pymorphy3", "pymorphy3_dicts_ru"
"""Loading them costs as much as a whole search; see `docctl.search.words.analysis.Lookup`."""


def normal_form(word: str) -> str:
    """The folded word as a dictionary names it, е written for ё; of an unknown word, by its likes."""
    form: str = _analyser().parse(word)[0].normal_form
    return form.replace("ё", "е")


def is_russian(word: str) -> bool:
    """Whether the dictionary has the folded word."""
    known: bool = _analyser().word_is_known(word)
    return known


@cache
def _analyser() -> Any:
    """The analyser; told where its dictionary is, it does not search all installed packages for one."""
    return import_module(ANALYSER).MorphAnalyzer(path=import_module(DICTIONARY).get_path())
