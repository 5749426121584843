"""The history read for verification, in spite of damage: what cannot be read is a problem, not an end."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pygit2
from msgspec import Struct, structs
from pygit2 import Commit, Repository

from docctl.domain.patterns import regex
from docctl.store.commits import message_of
from docctl.store.paths import DOCUMENTS, REGISTRY
from docctl.store.sharing.git_calls import git
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.steps import SETTINGS, FileChange, Signature, Step, older_first

ARMOUR = b"-----BEGIN SSH SIGNATURE-----"
_NO_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""The empty tree, which every repository has."""
_NOTHING = "0" * 40
_WRITTEN = regex(
    r"(?P<pair>[0-9a-f]{40} [0-9a-f]{40})\n"
    r"|:\d{6} (?P<mode>\d{6}) (?P<before>[0-9a-f]{40}) (?P<after>[0-9a-f]{40}) [A-Z]\d*\0(?P<path>[^\0]*)\0"
)


class History(Struct, frozen=True):
    """The commits that could be read, older first, and what could not."""

    steps: tuple[Step, ...]
    problems: tuple[Problem, ...] = ()


def read_history(
    repository: Repository, root: Path, head: str, known: frozenset[str] = frozenset()
) -> History:
    """Every commit that `head` rests on with its changes of the registry; those `known` are left out."""
    commits, problems = _commits(repository, head, known)
    parents = {name: _parents(commit) for name, commit in commits.items()}
    if head not in parents:
        return History((), tuple(problems))
    steps = [_step(name, commits[name]) for name in older_first(parents, head)]
    trees = {name: str(commit.tree_id) for name, commit in commits.items()}
    trees |= _trees(repository, known)
    changes, wrong = _all_changes(root, [pair for step in steps for pair in _pairs(step, trees)])
    changed = [_with_changes(step, trees, changes) for step in steps]
    return History(tuple(changed), (*problems, *wrong))


def _commits(
    repository: Repository, head: str, known: frozenset[str]
) -> tuple[dict[str, Commit], list[Problem]]:
    found: dict[str, Commit] = {}
    problems: dict[str, Problem] = {}
    waiting = [head]
    while waiting:
        name = waiting.pop()
        if name in found or name in problems or name in known:
            continue
        try:
            found[name] = _commit(repository, name)
            waiting.extend(_parents(found[name]))
        except (KeyError, ValueError, pygit2.GitError) as error:
            problems[name] = Problem(code=Code.OBJECT_DAMAGED, where=name, found=str(error).strip("'"))
    return found, list(problems.values())


def _commit(repository: Repository, name: str) -> Commit:
    found = repository[name]
    if not isinstance(found, Commit):
        raise ValueError(found.type_str)
    return found


def _parents(commit: Commit) -> tuple[str, ...]:
    """As the commit itself says: libgit2 believes the files of grafts and of shallow clones."""
    head = commit.read_raw().partition(b"\n\n")[0].decode("utf-8", "replace")
    said = (line.split(" ") for line in head.split("\n"))
    return tuple(words[1] for words in said if words[0] == "parent")


def _trees(repository: Repository, names: Iterable[str]) -> dict[str, str]:
    return {name: str(_commit(repository, name).tree_id) for name in names}


def _step(name: str, commit: Commit) -> Step:
    author = commit.author
    return Step(
        commit=name,
        parents=_parents(commit),
        tree=str(commit.tree_id),
        time=commit.commit_time,
        author=f"{author.name} <{author.email}>",
        message=message_of(commit),
        signature=_signature(commit),
    )


def _signature(commit: Commit) -> Signature | None:
    """Signatures of other kinds than SSH prove nothing here."""
    armour, payload = commit.gpg_signature
    return Signature(armour, payload) if armour and payload and armour.startswith(ARMOUR) else None


def _pairs(step: Step, trees: Mapping[str, str]) -> list[str]:
    """The trees to compare, a line for each parent."""
    if not step.parents:
        return [f"{_NO_TREE} {step.tree}"]
    return [f"{trees[parent]} {step.tree}" for parent in step.parents if parent in trees]


def _with_changes(
    step: Step, trees: Mapping[str, str], changes: Mapping[str, tuple[FileChange, ...]]
) -> Step:
    return structs.replace(step, changes=tuple(changes.get(pair, ()) for pair in _pairs(step, trees)))


def _all_changes(
    root: Path, pairs: Iterable[str]
) -> tuple[dict[str, tuple[FileChange, ...]], tuple[Problem, ...]]:
    """Files that differ between each pair of trees, by one run of git: libgit2 takes many times as long."""
    given = "".join(f"{pair}\n" for pair in dict.fromkeys(pairs))
    options = ("diff-tree", "--stdin", "-r", "-z", "--no-renames", "--", REGISTRY, DOCUMENTS, SETTINGS)
    answer = git(root, *options, given=given.encode())
    problems = (
        (Problem(code=Code.OBJECT_DAMAGED, where="git diff-tree", found=answer.reason),)
        if answer.code
        else ()
    )
    return _parsed(answer.out.decode("utf-8", "surrogateescape")), problems


def _parsed(output: str) -> dict[str, tuple[FileChange, ...]]:
    """What diff-tree writes: a line with two trees, then «:modes ids status» and a path for each file."""
    changes: dict[str, list[FileChange]] = {}
    pair: list[FileChange] = []
    for match in _WRITTEN.finditer(output):
        if match["pair"]:
            pair = changes.setdefault(match["pair"], [])
        else:
            pair.append(FileChange(match["path"], _id(match["before"]), _id(match["after"]), match["mode"]))
    return {trees: tuple(files) for trees, files in changes.items()}


def _id(written: str) -> str:
    return "" if written == _NOTHING else written
