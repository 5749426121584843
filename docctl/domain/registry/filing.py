"""Where the lifecycle files what is handed in: the store knows the folders, the records name the files."""

from typing import Protocol

DOCUMENT, SCAN, TEXT = "document.docx", "signed.pdf", "text.md"
"""The Word file, the signed paper and the clauses as text, each in the folder of its edition or round."""


class Filing(Protocol):
    """The folders of the registry, from the top of the workspace: `docctl.store.paths` is one."""

    def edition_folder(self, number: str, edition: int, /) -> str:
        """The folder of an edition; raises TransitionRefused for a number that cannot be a name."""

    def round_folder(self, submission: str, round_: int, /) -> str:
        """The folder of one time that a draft was handed in."""
