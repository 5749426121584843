"""Sentences of the program: marked in English where they stand, translated where they are shown."""

from collections.abc import Callable

Translate = Callable[[str], str]
"""An English sentence to the same in the language of the run."""


class Said(str):
    """A value within a sentence that is worded as well; it is itself an English text of the catalogues."""

    __slots__ = ()


def N_(message: str) -> str:  # noqa: N802  gettext's own name for "extract now, translate later"
    """Mark a message for the catalogues."""
    return message
