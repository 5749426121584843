"""What differs between two states, document by document."""

from collections.abc import Iterator
from pathlib import Path

from pygit2 import Commit, Repository, Tree

from docctl.store.naming import number_of
from docctl.store.paths import DOCUMENTS, REGISTRY, SUBMISSIONS
from docctl.store.record_reading import record_names
from docctl.store.repository import opened, reading
from docctl.store.trees import folder_at


def changed_documents(root: Path, since: str, to: str) -> frozenset[str] | None:
    """Numbers of documents whose card or files differ; None when a commit is not there."""
    with opened(root) as repository, reading(str(root)):
        old, new = _tree(repository, since), _tree(repository, to)
        if old is None or new is None:
            return None
        cards = _differing(dict(_card_ids(old)), dict(_card_ids(new)))
        files = _differing(dict(_folder_ids(old)), dict(_folder_ids(new)))
        return frozenset(map(number_of, cards | files))


def _tree(repository: Repository, commit: str) -> Tree | None:
    try:
        found = repository.get(commit)
    except ValueError:
        return None
    return found.tree if isinstance(found, Commit) else None


def _card_ids(tree: Tree) -> Iterator[tuple[str, str]]:
    return ((name, str(blob.id)) for name, blob in record_names(folder_at(tree, REGISTRY)))


def _folder_ids(tree: Tree) -> Iterator[tuple[str, str]]:
    folders = (entry for entry in folder_at(tree, DOCUMENTS) or () if isinstance(entry, Tree))
    return ((str(entry.name), str(entry.id)) for entry in folders if entry.name != SUBMISSIONS)


def _differing(old: dict[str, str], new: dict[str, str]) -> set[str]:
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
