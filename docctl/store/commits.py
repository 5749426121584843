"""Transitions as commits: written, and read back."""

from collections.abc import Callable
from datetime import UTC, datetime

from msgspec import Struct
from pygit2 import Commit, Oid, Repository
from pygit2.enums import ObjectType

from docctl.domain.patterns import regex
from docctl.errors import UsageError
from docctl.store import message as words
from docctl.store.chain import Link, next_link
from docctl.store.change import Change, Recorded
from docctl.store.message import Message, read_message, trailers_of, write_message

Sign = Callable[[bytes], str]
"""Signs the bytes of a commit or a tag as Git does; the signature in ASCII armour."""
MERGE, EDIT = "merge", "edit"
"""What a commit without trailers is: a union of histories, or somebody's own work with plain Git."""
_ACTOR = regex(r"\s*([^<>\s][^<>]*?)\s*<([^<>\s]*)>\s*")
_Memory = dict[Oid, Link]


class Transition(Struct, frozen=True):
    """All that the commit of a transition holds, but for its time."""

    tree: Oid
    parents: tuple[Commit, ...]
    change: Change
    tags: tuple[str, ...] = ()
    """Names of the tags that belong to it."""


def write_commit(
    repository: Repository, transition: Transition, now: datetime, sign: Sign | None = None
) -> Recorded:
    """Write the commit of a transition, on no branch yet. Its time is never before that of a parent.

    Raises UsageError when the actor is not «Name <mail>».
    """
    tree, parents, change = transition.tree, transition.parents, transition.change
    moment = max([int(now.timestamp()), *(parent.commit_time for parent in parents)])
    trailers = trailers_of(change, transition.tags)
    link = next_link([link_of(parent) for parent in parents], str(tree), moment, trailers)
    placed = (*trailers, (words.SEQUENCE, str(link.sequence)), (words.CHAIN, link.chain))
    stamp = f"{signature_name(change.actor)} {moment} +0000"
    head = [
        f"tree {tree}",
        *(f"parent {parent.id}" for parent in parents),
        f"author {stamp}",
        f"committer {stamp}",
    ]
    text = write_message(change, placed)
    commit = repository.write(ObjectType.COMMIT, _signed("\n".join(head), text, sign))
    return _recorded(str(commit), moment, read_message(text), link, len(parents))


def write_tag(repository: Repository, name: str, recorded: Recorded, sign: Sign | None = None) -> Oid:
    """Write an annotated tag of a transition, under no name yet."""
    stamp = f"{signature_name(recorded.actor)} {int(recorded.recorded.timestamp())} +0000"
    text = f"object {recorded.commit}\ntype commit\ntag {name}\ntagger {stamp}\n\n{name}\n"
    signature = sign(text.encode()) if sign else ""
    return repository.write(ObjectType.TAG, (text + signature).encode())


def signature_name(actor: str) -> str:
    """«Name <mail>» as Git writes it; raises UsageError when it is none."""
    match = _ACTOR.fullmatch(actor)
    if match is None or words.folded(actor) != actor.strip() or not _is_text(actor):
        raise UsageError("“{actor}” is not of the form “Name <mail>”.", actor=words.folded(actor))
    return f"{match[1]} <{match[2]}>"


def read_commit(commit: Commit) -> Recorded:
    """What a commit records; one that docctl did not make is an `EDIT` or a `MERGE`."""
    link = link_of(commit)
    return _recorded(str(commit.id), commit.commit_time, message_of(commit), link, len(commit.parent_ids))


def message_of(commit: Commit) -> Message:
    """The message, read."""
    return read_message(commit.raw_message.decode("utf-8", "replace"))


def link_of(commit: Commit) -> Link:
    """The place in the chain, as the trailers say; worked out from the parents where there are none."""
    known: _Memory = {}
    open_ones = [commit]
    while open_ones:
        one = open_ones[-1]
        missing = [parent for parent in _unsaid_parents(one) if parent.id not in known]
        if missing:
            open_ones.extend(missing)
        else:
            known[one.id] = _said(one) or _implied(one, known)
            open_ones.pop()
    return known[commit.id]


def _unsaid_parents(commit: Commit) -> list[Commit]:
    return [] if _said(commit) else commit.parents


def _said(commit: Commit) -> Link | None:
    read = message_of(commit)
    sequence, chain = read.first(words.SEQUENCE), read.first(words.CHAIN)
    return Link(int(sequence), chain) if sequence.isdecimal() and chain else None


def _implied(commit: Commit, known: _Memory) -> Link:
    parents = [known[parent] for parent in commit.parent_ids]
    return next_link(parents, str(commit.tree_id), commit.commit_time, ())


def _recorded(commit: str, moment: int, read: Message, link: Link, parents: int) -> Recorded:
    documents, submissions = read.all(words.DOCUMENT), read.all(words.SUBMISSION)
    edition = read.first(words.EDITION)
    return Recorded(
        sequence=link.sequence,
        commit=commit,
        recorded=datetime.fromtimestamp(moment, UTC),
        action=read.first(words.ACTION) or (MERGE if parents > 1 else EDIT),
        actor=read.first(words.ACTOR),
        operation=read.first(words.OPERATION),
        document=documents[0] if documents else "",
        submission=submissions[0] if submissions else "",
        ground=read.first(words.GROUND),
        edition=int(edition) if edition.isdecimal() else None,
        chain=link.chain,
        documents=documents,
        submissions=submissions,
    )


def _signed(head: str, text: str, sign: Sign | None) -> bytes:
    if sign is None:
        return f"{head}\n\n{text}".encode()
    signature = sign(f"{head}\n\n{text}".encode()).strip().replace("\n", "\n ")
    return f"{head}\ngpgsig {signature}\n\n{text}".encode()


def _is_text(actor: str) -> bool:
    """Whether it can be written at all: arguments in another encoding than UTF-8 cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in actor)
