"""Whether the files that people see are those that were recorded, without asking Git's index."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from docctl.store.paths import DOCUMENTS, REGISTRY
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.state import Entry
from docctl.store.work_tree import content_id

_PASSING = ("~$", ".~lock.")
"""Beginnings of names under which word processors note that a file is open."""


def work_tree_problems(root: Path, entries: Iterable[Entry]) -> Iterator[Problem]:
    """Files changed, missing or put there by hand, against what the end of the branch holds."""
    recorded = {entry.path: entry.blob for entry in entries}
    for path, blob in recorded.items():
        found = content_id(root / path)
        if found is None:
            yield Problem(code=Code.WORK_TREE_MISSING, where=path)
        elif str(found) != blob:
            yield Problem(code=Code.WORK_TREE_CHANGED, where=path)
    for folder in (REGISTRY, DOCUMENTS):
        for path in _files(root, folder):
            if path not in recorded:
                yield Problem(code=Code.WORK_TREE_FOREIGN, where=path)


def _files(root: Path, folder: str) -> Iterator[str]:
    """Everything below that is no folder, through no link."""
    try:
        found = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in found:
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, path)
        elif not entry.name.startswith(_PASSING):
            yield path
