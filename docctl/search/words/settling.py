"""Keys that are their own keys: a step is repeated until it changes nothing more."""

from collections.abc import Callable


def settled(word: str, step: Callable[[str], str]) -> str:
    """What the step turns the word into at last; of words that turn into each other, the first by code."""
    seen = [word]
    while (after := step(seen[-1])) not in seen:
        seen.append(after)
    return min(seen[seen.index(after) :])
