"""What bringing two histories together did, or found in its way. Pure."""

from msgspec import Struct

from docctl.store.change import Recorded


class Synced(Struct, frozen=True, kw_only=True):
    """What became of it."""

    head: str
    """Where both sides stand now."""
    taken: tuple[Recorded, ...] = ()
    """Transitions of others that are here now."""
    given: tuple[Recorded, ...] = ()
    """Own transitions that the shared repository has now."""
    put_aside: tuple[Recorded, ...] = ()
    """Own transitions that have to be recorded again where they are still wanted."""
    aside: str = ""
    """The ref under which those are kept."""


class Overlap(Struct, frozen=True):
    """Something that both sides changed."""

    subject: str
    """The number of a document, the id of a submission, or the path of another file."""
    ours: tuple[Recorded, ...]
    """Own transitions about it, oldest first."""
    theirs: tuple[Recorded, ...]
