"""Own transitions moved off the branch, kept under a ref of their own, so that theirs can be taken over."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pygit2 import Commit, Oid

from docctl.store import message as words
from docctl.store.change import Recorded
from docctl.store.commits import message_of
from docctl.store.held import Held
from docctl.store.publishing import TAGS, Tag
from docctl.store.repository import disk_trouble
from docctl.store.sharing.moving import forget, move
from docctl.store.verification.repository import SET_ASIDE


def set_aside(held: Held, theirs: str, own: Sequence[Recorded], tags: Sequence[Tag]) -> str:
    """Keep the own end under a ref, take theirs; the ref, under which the own tags are kept as well.

    Raises what `docctl.store.sharing.moving.move` raises; the branch is then where it was.
    """
    ref = f"{SET_ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    with disk_trouble(held.root):
        held.repository.create_reference_direct(f"{ref}/head", Oid(hex=held.head), False)
        kept = [_keep_tag(held, ref, name) for one in own for name in _tags_of(held, one)]
    move(held, theirs, tags)
    with disk_trouble(held.root):
        taken = {f"{TAGS}{tag.name}" for tag in tags}
        for name in kept:
            if name and name not in taken:
                held.repository.references.delete(name)
        forget(held, held.head)
    return f"{ref}/head"


def _tags_of(held: Held, transition: Recorded) -> tuple[str, ...]:
    return message_of(held.repository[transition.commit].peel(Commit)).all(words.TAG)


def _keep_tag(held: Held, ref: str, name: str) -> str:
    """Note the tag beside the branch; its full name, empty when there is none."""
    full = f"{TAGS}{name}"
    if full not in held.repository.references:
        return ""
    target = held.repository.references[full].target
    held.repository.create_reference_direct(f"{ref}/tags/{name}", Oid(hex=str(target)), True)
    return full
