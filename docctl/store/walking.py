"""The history read from the repository itself."""

from pathlib import Path

from pygit2 import Commit, Oid, Repository
from pygit2.enums import SortMode

from docctl.store.commits import read_commit
from docctl.store.ledger import Entry, Part, entry_of
from docctl.store.repository import opened, reading


def missing_parts(root: Path, known: list[Part], head: str) -> list[Part]:
    """The known parts and what is missing up to `head`; all of it anew where `head` does not follow them."""
    with opened(root) as repository, reading(str(root)):
        last = known[-1].head if known else ""
        if not last or not _follows(repository, head, last):
            return [Part("", head, _walk(repository, head, ""))]
        return [*known, Part(last, head, _walk(repository, head, last))]


def _follows(repository: Repository, head: str, base: str) -> bool:
    return Oid(hex=base) in repository and repository.descendant_of(Oid(hex=head), Oid(hex=base))


def _walk(repository: Repository, head: str, base: str) -> list[Entry]:
    walker = repository.walk(Oid(hex=head), SortMode.TOPOLOGICAL | SortMode.REVERSE)
    if base:
        walker.hide(Oid(hex=base))
    return [_entry(commit) for commit in walker]


def _entry(commit: Commit) -> Entry:
    return entry_of(read_commit(commit), [str(parent) for parent in commit.parent_ids])
