"""Whether it is time to tidy up: told by a glance, since every transition asks."""

from pathlib import Path

from docctl.store.private import git_folder

_SAMPLE = "17"
"""One of the 256 folders over which loose objects are spread evenly; Git itself estimates by it."""
_MANY = 16
"""Objects in it from which on it is time: about 4,000 in all, those of some four hundred transitions."""


def is_tidying_due(root: Path) -> bool:
    """Whether loose objects have become many."""
    try:
        return sum(1 for _ in (git_folder(root) / "objects" / _SAMPLE).iterdir()) >= _MANY
    except OSError:
        return False
