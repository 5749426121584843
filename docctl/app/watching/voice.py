"""How the watcher tells what it does."""

from typing import Protocol


class Voice(Protocol):
    """Whoever listens: a log, a terminal, a test."""

    def say(self, path: str, sentence: str) -> None:
        """What became of a file; `path` is empty for the folder as a whole."""

    def progress(self, done: int, total: int) -> None:
        """How far it is with the files that lie there."""
