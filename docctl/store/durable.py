"""Making what was written survive a loss of power."""

import ctypes
import os
from pathlib import Path


def sync_file_system(path: Path) -> None:
    """Everything written so far to the file system that `path` is on is on the disk; raises OSError.

    One call for all new objects: a third of the time of an fsync for each file and folder.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if hasattr(_C_LIBRARY, "syncfs"):
            _checked(_C_LIBRARY.syncfs(descriptor), path)
        else:
            os.sync()
    finally:
        os.close(descriptor)


def _checked(result: int, path: Path) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(path))


_C_LIBRARY = ctypes.CDLL(None, use_errno=True)
