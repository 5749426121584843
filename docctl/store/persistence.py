"""Objects written although somebody tidies up the repository meanwhile."""

import errno
import os
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
TRIES = 5
_GONE = os.strerror(errno.ENOENT)


def persistently(write: Callable[[], T]) -> T:
    """The result of writing objects, tried again where a folder that they go into was gone.

    ``git repack -d`` takes an empty folder away, also in the moment between its being made and the first
    object's being put there. An object written again is the same. Raises what `write` raises.
    """
    for _ in range(TRIES - 1):
        try:
            return write()
        except OSError as error:
            if _GONE not in str(error):
                raise
    return write()
