"""Whether Git's own keeping is sound: objects, replacements, what is borrowed, what lies in the index."""

import hashlib
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pygit2
from pygit2 import Repository

from docctl.domain.patterns import regex
from docctl.store.paths import DOCUMENTS, REGISTRY
from docctl.store.private import git_folder
from docctl.store.sharing.git_calls import command, local_environment
from docctl.store.verification.problems import Code, Problem

REPLACEMENTS = "refs/replace/"
SET_ASIDE = "refs/docctl/set-aside/"
_OBJECT = regex(r"[0-9a-f]{40}")
_CONNECTED = ("fsck", "--connectivity-only", "--strict", "--no-dangling", "--no-progress")
_GRAPHS = ("objects/info/commit-graph", "objects/info/commit-graphs")
_NO_INDEX = "docctl/no-index"
"""Git would go no further than an index that it cannot read; `index_problems` looks at that."""
_HARMLESS = ("notice:", "Checking ", "hint:")


class GitChecks:
    """Git's own checks, running beside ours: that nothing is missing.

    A full ``git fsck`` would read every byte as well and takes many times as long; `loose_problems` and
    `pack_problems` do that.
    """

    def __init__(self, root: Path) -> None:
        git = git_folder(root)
        calls: list[tuple[str, ...]] = [_CONNECTED]
        if any((git / name).exists() for name in _GRAPHS):
            calls.append(("commit-graph", "verify", "--no-progress"))
        self._running = [(f"git {call[0]}", _started(root, call)) for call in calls]

    def problems(self) -> Iterator[Problem]:
        """What they complain of; waits until they have ended."""
        for name, process in self._running:
            written, _ = process.communicate()
            said = written.decode("utf-8", "replace").splitlines()
            serious = [line for line in said if line.strip() and not line.startswith(_HARMLESS)]
            if process.returncode and not serious:
                serious = [f"exit code {process.returncode}"]
            for line in serious:
                yield Problem(code=Code.OBJECT_DAMAGED, where=name, found=line)

    def __enter__(self) -> "GitChecks":
        return self

    def __exit__(self, *_: object) -> None:
        for _name, process in self._running:
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


def _started(root: Path, call: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(*call),
        cwd=root,
        env=local_environment() | {"GIT_INDEX_FILE": str(git_folder(root).resolve() / _NO_INDEX)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def loose_problems(root: Path) -> Iterator[Problem]:
    """Objects in files of their own whose bytes are not those of their name."""
    for folder in sorted((git_folder(root) / "objects").glob("[0-9a-f][0-9a-f]")):
        for file in sorted(folder.iterdir()):
            name = folder.name + file.name
            if _OBJECT.fullmatch(name) and (found := _wrong(file, name)):
                yield Problem(code=Code.OBJECT_DAMAGED, where=name, found=found)


def _wrong(file: Path, name: str) -> str:
    """What is wrong with the object, empty when it is sound."""
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(file.read_bytes())
    except (OSError, zlib.error) as error:
        return str(error)
    if not unpacking.eof or unpacking.unused_data:
        return "incomplete" if not unpacking.eof else "garbage at its end"
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return "" if digest == name else digest


def pretence_problems(repository: Repository, root: Path) -> Iterator[Problem]:
    """What makes Git show other things than were recorded, or keeps them elsewhere."""
    for name in repository.references:
        if name.startswith(REPLACEMENTS):
            by = str(repository.references[name].target)
            yield Problem(code=Code.OBJECT_REPLACED, where=name.removeprefix(REPLACEMENTS), found=by)
    for code, name in ((Code.GRAFT, "info/grafts"), (Code.ALTERNATES, "objects/info/alternates")):
        for line in _lines(git_folder(root) / name):
            yield Problem(code=code, where=f".git/{name}", found=line)


def set_aside_problems(repository: Repository) -> Iterator[Problem]:
    """Notes of what was set aside by `docctl sync --set-aside`."""
    for name in repository.references:
        if name.startswith(SET_ASIDE):
            yield Problem(code=Code.SET_ASIDE, where=name, found=str(repository.references[name].target))


def index_problems(repository: Repository, tree: pygit2.Tree) -> Iterator[Problem]:
    """Changes of the registry that wait in the index for a commit by hand."""
    try:
        deltas = tree.diff_to_index(repository.index).deltas
        paths = {delta.new_file.path for delta in deltas}
    except (pygit2.GitError, OSError) as error:
        yield Problem(code=Code.INDEX_DIFFERS, where=".git/index", found=str(error))
        return
    for path in sorted(paths):
        if path.startswith((f"{REGISTRY}/", f"{DOCUMENTS}/")):
            yield Problem(code=Code.INDEX_DIFFERS, where=path)


def _lines(file: Path) -> list[str]:
    try:
        text = file.read_text("utf-8", "replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
