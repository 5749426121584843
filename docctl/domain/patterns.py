"""Regular expressions that are compiled when they are first used.

A check has more than a hundred of them and a draft meets half: compiling all would be a fifth of the time
that a short draft takes.
"""

import re
from typing import Any, cast


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, later."""
    return cast(re.Pattern[str], _Later(text, flags))


class _Later:
    """Stands for a pattern; from its first use on it has that pattern's methods as its own."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
