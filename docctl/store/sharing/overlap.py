"""What two histories changed, and where they meet. Pure."""

from collections.abc import Iterable, Sequence

from docctl.errors import DamagedRecord, TransitionRefused
from docctl.store.change import Recorded
from docctl.store.naming import number_of
from docctl.store.paths import REGISTRY, SUBMISSIONS
from docctl.store.sharing.outcome import Overlap
from docctl.store.verification.steps import is_record


class Conflict(TransitionRefused):
    """Two histories that nobody but a person can join: both changed the same documents."""

    def __init__(
        self, message: str, /, *, at: str = "", overlaps: tuple[Overlap, ...] = (), **values: object
    ):
        super().__init__(message, at=at, **values)
        self.overlaps = overlaps


def subject_of(path: str) -> str:
    """What a file belongs to: the number of a document, the id of a submission, else the file itself."""
    if not is_record(path):
        return path
    parts = path.split("/")
    if parts[1] == SUBMISSIONS:
        return parts[2].removesuffix(".yaml")
    name = parts[1].removesuffix(".yaml") if parts[0] == REGISTRY else parts[1]
    try:
        return number_of(name)
    except DamagedRecord:
        return path


def overlaps(
    ours: Iterable[str], theirs: Iterable[str], own: Sequence[Recorded], their: Sequence[Recorded]
) -> tuple[Overlap, ...]:
    """The subjects that both sides changed, with the transitions of each side.

    Args:
        ours: paths that differ between the common ancestor and the own end.
        theirs: the same of the other side.
        own: the own transitions since the common ancestor.
        their: those of the other side.
    """
    common = {subject_of(path) for path in ours} & {subject_of(path) for path in theirs}
    return tuple(Overlap(one, _about(one, own), _about(one, their)) for one in sorted(common))


def _about(subject: str, transitions: Sequence[Recorded]) -> tuple[Recorded, ...]:
    """Those about the subject; a file of no record belongs to what was done without docctl."""
    about = [one for one in transitions if subject in one.documents or subject in one.submissions]
    return tuple(about or (one for one in transitions if not one.documents and not one.submissions))
