"""The shared repository: what it holds, what is brought from it, what is handed to it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from docctl.errors import RepositoryTrouble
from docctl.store.sharing.git_calls import Answer, git_transport, lines_of

TAGS = "refs/tags/edition/"
_REJECTED = ("non-fast-forward", "fetch first", "stale info", "cannot lock ref", "failed to update ref")
"""What git says when somebody else was quicker."""


class Remote(Struct, frozen=True):
    """A shared repository, and the branch of it that is kept in step."""

    root: Path
    name: str
    branch: str
    """Full name, as in the workspace: ``refs/heads/main``."""


class Theirs(Struct, frozen=True):
    """What a shared repository holds."""

    head: str
    """The end of the branch; empty when it has none yet."""
    tags: Mapping[str, str]
    """Of editions: full name and the id of the tag object."""


def remote_named(root: Path, name: str, branch: str) -> Remote:
    """The remote of that name; raises RepositoryTrouble when the repository has none."""
    if name.startswith("-") or git_transport(root, "config", f"remote.{name}.url").code:
        raise RepositoryTrouble(
            "There is no shared repository “{remote}” here. Name it once: git remote add {remote} ADDRESS",
            at=str(root),
            remote=name,
        )
    return Remote(root, name, branch)


def look(remote: Remote) -> Theirs:
    """What the remote holds now; raises RepositoryTrouble when it cannot be reached."""
    answer = git_transport(remote.root, "ls-remote", "--", remote.name, remote.branch, f"{TAGS}*")
    _refuse_failed(answer, remote)
    refs = {name: identity for identity, _, name in (line.partition("\t") for line in lines_of(answer))}
    tags = {name: refs[name] for name in refs if name.startswith(TAGS) and not name.endswith("^{}")}
    return Theirs(refs.get(remote.branch, ""), tags)


def bring(remote: Remote, names: Iterable[str]) -> None:
    """Bring the objects behind these refs, each checked; no ref of the workspace moves.

    Raises RepositoryTrouble when the remote cannot be reached or sends something unsound.
    """
    options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--")
    answer = git_transport(remote.root, "fetch", *options, remote.name, *names)
    _refuse_failed(answer, remote)


def hand_over(remote: Remote, commit: str, tags: Iterable[str]) -> bool:
    """Put the commit at the end of the remote's branch, and these tags, all of it or nothing.

    False when somebody else was quicker. Raises RepositoryTrouble when the remote refuses otherwise.
    """
    refs = (f"{commit}:{remote.branch}", *(f"{tag}:{tag}" for tag in tags))
    answer = git_transport(remote.root, "push", "--quiet", "--atomic", "--", remote.name, *refs)
    if answer.code and any(word in answer.err for word in _REJECTED):
        return False
    if answer.code:
        raise RepositoryTrouble(
            "The shared repository “{remote}” does not take what was recorded here: {reason}. It is safe"
            " here; when that is put right, run docctl sync again.",
            at=str(remote.root),
            remote=remote.name,
            reason=answer.reason.rstrip("."),
        )
    return True


def _refuse_failed(answer: Answer, remote: Remote) -> None:
    if answer.code:
        raise RepositoryTrouble(
            "The shared repository “{remote}” does not answer as it should: {reason}. Nothing was changed"
            " here.",
            at=str(remote.root),
            remote=remote.name,
            reason=answer.reason.rstrip("."),
        )
