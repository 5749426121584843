"""Cards and submissions read from the files of a commit, those already kept not again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeGuard

from pygit2 import Blob, Object, Tree
from pygit2.enums import FileMode

from docctl.domain.registry.card import Card
from docctl.domain.registry.submission import Submission
from docctl.store.card_file import read_card
from docctl.store.paths import REGISTRY, SUBMISSIONS
from docctl.store.places import NO_CARDS
from docctl.store.record_cache import Kept, Records, kept
from docctl.store.repository import opened, reading
from docctl.store.submission_file import read_submission
from docctl.store.trees import blob_at, folder_at, tree_of

_ENDING = ".yaml"
_Read = Callable[[bytes, str], Card | Submission]


def records_at(root: Path, commit: str, known: Records | None) -> Records:
    """All records of a commit; raises DamagedRecord with file and line for one that cannot be read."""
    with opened(root) as repository, reading(REGISTRY):
        tree = tree_of(repository, commit)
        cards = known.cards if known else {}
        submissions = known.submissions if known else {}
        return Records(
            commit,
            _kept(folder_at(tree, REGISTRY), REGISTRY, read_card, cards),
            _kept(_submissions(tree), f"{REGISTRY}/{SUBMISSIONS}", read_submission, submissions),
        )


def file_at(root: Path, commit: str, path: str) -> bytes | None:
    """The bytes of a file as recorded, None when there is none; raises DamagedRecord."""
    with opened(root) as repository, reading(path):
        blob = blob_at(tree_of(repository, commit), path)
        return None if blob is None else blob.data


def record_names(folder: Tree | None) -> Iterator[tuple[str, Blob]]:
    """The files of a folder that are records, by name without ending."""
    for entry in folder or ():
        name = str(entry.name)
        if _is_file(entry) and name.endswith(_ENDING) and name not in NO_CARDS:
            yield name.removesuffix(_ENDING), entry


def _is_file(entry: Object) -> TypeGuard[Blob]:
    return isinstance(entry, Blob) and entry.filemode != FileMode.LINK


def _submissions(tree: Tree) -> Tree | None:
    return folder_at(tree, f"{REGISTRY}/{SUBMISSIONS}")


def _kept(folder: Tree | None, place: str, read: _Read, known: dict[str, Kept]) -> dict[str, Kept]:
    records = {}
    for name, blob in record_names(folder):
        identity = str(blob.id)
        old = known.get(name)
        if old is None or old.blob != identity:
            old = kept(identity, read(blob.data, f"{place}/{name}{_ENDING}"))
        records[name] = old
    return records
