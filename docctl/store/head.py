"""Where the branch stands, read from Git's files without a library: what only looks must start fast."""

from pathlib import Path

from msgspec import Struct

_SYMBOLIC = "ref: "
_BRANCHES = "refs/heads/"


class Head(Struct, frozen=True):
    """What HEAD points to."""

    branch: str
    """Full name, ``refs/heads/main``; empty when HEAD is detached."""
    commit: str
    """Empty when the branch has no commit yet."""


def read_head(git_folder: Path) -> Head:
    """The branch that is checked out and its commit; raises OSError when there is no HEAD."""
    text = (git_folder / "HEAD").read_text("utf-8", "surrogateescape").strip()
    if not text.startswith(_SYMBOLIC):
        return Head("", text)
    branch = text.removeprefix(_SYMBOLIC).strip()
    return Head(branch if branch.startswith(_BRANCHES) else "", read_ref(git_folder, branch))


def read_ref(git_folder: Path, name: str) -> str:
    """The object that a ref points to, empty when there is no such ref."""
    try:
        return (git_folder / name).read_text("ascii", "replace").strip()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return _packed(git_folder, name)


def _packed(git_folder: Path, name: str) -> str:
    try:
        text = (git_folder / "packed-refs").read_text("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""
    found = (line[:40] for line in text.splitlines() if line[41:] == name)
    return next(found, "")
