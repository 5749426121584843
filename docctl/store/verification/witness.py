"""Whether the branch still holds what was seen at its end before. Pure."""

from collections.abc import Callable, Collection, Iterator

from docctl.store.verification.problems import Code, Problem
from docctl.store.witness import Seen, Witness

RestsOn = Callable[[str, str], bool]
"""Whether the first commit is known and rests on the second one."""


def witness_problems(
    witness: Witness | None,
    head: str,
    history: Collection[str],
    no_loss: Collection[str],
    rests_on: RestsOn,
) -> Iterator[Problem]:
    """Ends of the branch that are gone.

    Args:
        witness: what docctl saw; None when it has seen nothing yet.
        head: the commit at the end of the branch now.
        history: it and all that it rests on.
        no_loss: what may be gone: set aside by docctl on purpose, or never recorded by it.
        rests_on: tells a branch that was cut off from one that was replaced.
    """
    if witness is None:
        yield Problem(code=Code.NO_WITNESS, where="HEAD")
        return
    for seen in (witness.head, *witness.lost):
        if seen.commit not in history and seen.commit not in no_loss:
            yield _gone(seen, head, rests_on)


def _gone(seen: Seen, head: str, rests_on: RestsOn) -> Problem:
    code = Code.HISTORY_CUT if rests_on(seen.commit, head) else Code.HISTORY_REWRITTEN
    return Problem(code=code, where=head, expected=f"{seen.commit} (№ {seen.sequence})")
