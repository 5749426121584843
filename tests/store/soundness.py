"""What must hold of a workspace whatever happened to it."""

import os
import subprocess
from pathlib import Path

from docctl.store.environment import git_environment
from docctl.store.registry import open_registry
from docctl.store.verification.verifying import verify
from tests.kit.registries import registration


def git(root: Path, *arguments: str, **variables: str) -> str:
    """What plain git writes, none of the machine's settings mattering."""
    environment = git_environment(os.environ) | {"HOME": str(root.parent)} | variables
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def sound(root: Path) -> int:
    """How many transitions the history holds, after one more was recorded and all was looked at.

    No lock was removed by hand, nothing is half done, `verify` and Git itself are content.
    """
    registry = open_registry(root)
    number = f"after-{len(registry.ledger())}"
    with registry.writing(wait=5.0) as writing:
        recorded = writing.record(registration(number))
    assert not recorded.behind
    damage = [problem for problem in verify(root).problems if problem.is_damage]
    assert damage == []
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "rev-parse", f"refs/tags/edition/{number}/1^{{commit}}").strip() == recorded.commit
    locks = [root / f".git/{name}.lock" for name in ("index", "HEAD", "refs/heads/main")]
    assert not any(lock.exists() for lock in locks)
    ledger = registry.ledger()
    assert [one.sequence for one in ledger] == list(range(1, len(ledger) + 1))
    return len(ledger)
