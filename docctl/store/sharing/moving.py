"""Putting the branch of a workspace that is held alone elsewhere, with the tags and the witness after it."""

from collections.abc import Mapping, Sequence

from pygit2 import Commit, Repository, Tree
from pygit2 import Tag as TagObject

from docctl.store import message as words
from docctl.store.commits import message_of
from docctl.store.healing import heal
from docctl.store.held import Held
from docctl.store.publishing import TAGS, Tag, publish
from docctl.store.repository import disk_trouble, reading
from docctl.store.sharing.history import changed_paths, refuse_unfit
from docctl.store.witness import Witness, read_witness, write_witness
from docctl.store.work_tree import refuse_changed_by_hand


def move(held: Held, new: str, tags: Sequence[Tag] = ()) -> None:
    """Put the branch on another commit, and the files after it, unless people changed those by hand.

    Raises TransitionRefused, RepositoryTrouble, Busy, DiskTrouble; then nothing was changed.
    """
    with reading(str(held.root)):
        paths = changed_paths(held.repository, held.head, new)
        refuse_unfit(held.root, held.repository[new].peel(Tree), paths)
        refuse_changed_by_hand(held.root, held.repository[held.head].peel(Tree), paths)
    with disk_trouble(held.root):
        publish(held.repository, held.root, held.branch, held.head, new, tags)
        heal(held.repository, held.root, held.repository[new].peel(Commit), held.witness)


def forget(held: Held, commit: str) -> None:
    """Let the witness no longer miss a commit that was set aside on purpose."""
    witness = read_witness(held.root)
    if witness is not None:
        lost = tuple(seen for seen in witness.lost if seen.commit != commit)
        write_witness(held.root, Witness(witness.head, lost))


def missing_tags(held: Held, commits: Sequence[str], theirs: Mapping[str, str]) -> tuple[Tag, ...]:
    """Their tags of these transitions, where they mark what the transition says; docctl makes the others."""
    tags = []
    for commit in commits:
        for name in message_of(held.repository[commit].peel(Commit)).all(words.TAG):
            identity = theirs.get(f"{TAGS}{name}", "")
            found = held.repository.get(identity) if identity else None
            if isinstance(found, TagObject) and str(found.target) == commit:
                tags.append(Tag(name, found.id))
    return tuple(tags)


def own_tags(repository: Repository) -> dict[str, str]:
    """Full names of the tags of editions here, and the ids of the tag objects."""
    names = [name for name in repository.references if name.startswith(f"{TAGS}edition/")]
    return {name: str(repository.references[name].target) for name in names}
