"""The snapshot that a writer decides on: reads just the files it is asked for."""

from pathlib import Path

from pygit2 import Commit, Repository

from docctl.domain.registry.card import Card
from docctl.domain.registry.submission import Submission
from docctl.store.card_file import read_card
from docctl.store.paths import card_path, submission_path
from docctl.store.repository import reading
from docctl.store.snapshot import Snapshot
from docctl.store.submission_file import read_submission
from docctl.store.trees import blob_at


class LiveSnapshot(Snapshot):
    """A snapshot over an open repository; its cost does not grow with the registry."""

    def __init__(self, root: Path, repository: Repository, head: Commit) -> None:
        super().__init__(root, str(head.id))
        self._repository = repository
        self._tree = head.tree

    def card(self, number: str) -> Card | None:
        """The card of a document, None when there is none; raises DamagedRecord."""
        path = card_path(number)
        content = self._content(path)
        return None if content is None else read_card(content, path)

    def submission(self, identity: str) -> Submission | None:
        """A submission, None when there is none; raises DamagedRecord."""
        path = submission_path(identity)
        content = self._content(path)
        return None if content is None else read_submission(content, path)

    def _content(self, path: str) -> bytes | None:
        with reading(path):
            blob = blob_at(self._tree, path)
            return None if blob is None else blob.data
