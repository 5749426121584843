"""The history as verification sees it: every commit with what it changed, older ones first."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from docctl.store import message as words
from docctl.store.message import Message
from docctl.store.paths import DOCUMENTS, REGISTRY, SUBMISSIONS

SETTINGS = "docctl.toml"
ROLES = f"{REGISTRY}/roles.yaml"
ALLOWED_SIGNERS = f"{REGISTRY}/allowed_signers"
_FREE = (f"{REGISTRY}/README.md", f"{DOCUMENTS}/README.md")
"""Files beside the registry that people may change with plain Git."""


class FileChange(Struct, frozen=True):
    """One file before and after."""

    path: str
    before: str
    """Blob id; empty when there was none."""
    after: str
    mode: str
    """Git's file mode afterwards: ``100644``, ``120000`` for a link …; ``000000`` when it is gone."""


class Signature(Struct, frozen=True):
    """A signature and the bytes that it is over."""

    armour: bytes
    payload: bytes


class Step(Struct, frozen=True, kw_only=True):
    """One commit."""

    commit: str
    parents: tuple[str, ...]
    tree: str
    time: int
    """Of recording, seconds since 1970."""
    author: str
    """«Name <mail>»."""
    message: Message
    signature: Signature | None = None
    changes: tuple[tuple[FileChange, ...], ...] = ()
    """Against each parent in their order; against nothing for the first commit."""

    @property
    def action(self) -> str:
        """The action that docctl recorded; empty for a commit made without it."""
        return self.message.first(words.ACTION)

    @property
    def is_merge(self) -> bool:
        """Whether it joins histories."""
        return len(self.parents) > 1

    @property
    def made(self) -> tuple[FileChange, ...]:
        """What it changes against its first parent."""
        return self.changes[0] if self.changes else ()


def older_first(parents: Mapping[str, tuple[str, ...]], head: str) -> tuple[str, ...]:
    """The commits that `head` rests on, itself last, each after all its parents that are known."""
    ordered: dict[str, None] = {}
    waiting = [head]
    while waiting:
        missing = [one for one in parents[waiting[-1]] if one in parents and one not in ordered]
        if waiting[-1] in ordered or not missing:
            ordered.setdefault(waiting.pop())
        else:
            waiting.extend(missing)
    return tuple(ordered)


def is_record(path: str) -> bool:
    """Whether only docctl may change the file: a card, a submission, a document."""
    return path.startswith((f"{REGISTRY}/", f"{DOCUMENTS}/")) and path not in (
        ROLES,
        ALLOWED_SIGNERS,
        *_FREE,
    )


def is_configuration(path: str) -> bool:
    """Whether the file says who may do what."""
    return path in (ROLES, ALLOWED_SIGNERS, SETTINGS)


def fixed_folder(path: str) -> str:
    """The folder of the edition, or of the round of a submission, that the path is in; empty elsewhere."""
    parts = path.split("/")
    depth = 4 if parts[1:2] == [SUBMISSIONS] else 3
    return "/".join(parts[:depth]) if parts[0] == DOCUMENTS and len(parts) > depth else ""


def is_card(path: str) -> bool:
    """Whether a document's card lies there."""
    folder, _, name = path.rpartition("/")
    return folder == REGISTRY and name.endswith(".yaml") and path != ROLES


def is_submission(path: str) -> bool:
    """Whether the record of a submission lies there."""
    return path.rpartition("/")[0] == f"{REGISTRY}/{SUBMISSIONS}" and path.endswith(".yaml")


def record_changes(changes: Iterable[FileChange]) -> tuple[FileChange, ...]:
    """Those of the changes that only docctl may make."""
    return tuple(change for change in changes if is_record(change.path))
