"""The workspace held alone by this process: locked, looked at, and what a stopped writer left finished."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from pygit2 import Commit, Repository

from docctl.store.gc_hold import no_collection
from docctl.store.git_locks import remove_left_locks
from docctl.store.healing import heal
from docctl.store.lock import locked
from docctl.store.opening import checked_head
from docctl.store.repository import disk_trouble, opened, reading
from docctl.store.witness import Witness, read_witness


class Held(Struct, frozen=True):
    """A workspace that nobody else writes into now."""

    root: Path
    repository: Repository
    branch: str
    head: str
    witness: Witness


@contextmanager
def held(root: Path, wait: float) -> Iterator[Held]:
    """Lock, look, and finish what a stopped writer left; raises Busy, RepositoryTrouble, DiskTrouble."""
    deadline = time.monotonic() + wait
    with locked(root, wait), no_collection(root, deadline):
        head = checked_head(root)
        with opened(root) as repository:
            remove_left_locks(root, ("index", "HEAD", "packed-refs", head.branch), deadline)
            with disk_trouble(root), reading(str(root)):
                witness = heal(repository, root, repository[head.commit].peel(Commit), read_witness(root))
            yield Held(root, repository, head.branch, head.commit, witness)
