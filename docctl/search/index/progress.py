"""Somebody may watch the indexing."""

from collections.abc import Callable

Progress = Callable[[int], None]
"""Is told how many clauses were indexed since it was told last."""


def silent(clauses: int) -> None:
    """Nobody watches."""
