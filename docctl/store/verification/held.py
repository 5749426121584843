"""Verification while nobody else writes: a file must not be looked at while it is being put in its place."""

from pathlib import Path

import pygit2

from docctl.errors import DamagedRecord, DiskTrouble
from docctl.store.registry import Registry
from docctl.store.verification.problems import Verified
from docctl.store.verification.verifying import verify


def verify_held(root: Path) -> Verified:
    """What verification finds, after what a stopped writer left undone has been finished, as always.

    Raises Busy when somebody else has been writing all the time, and what `verify` raises.
    """
    try:
        with Registry(root).writing():
            return verify(root)
    except (DiskTrouble, DamagedRecord, pygit2.GitError):
        # Nothing can be recorded here, so nothing is being recorded either: look at what there is.
        return verify(root)
