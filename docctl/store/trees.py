"""Trees of files: looked up and rebuilt around what changed, without an index."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import pygit2
from pygit2 import Oid, Repository, Tree
from pygit2.enums import FileMode, ObjectType

_TREE = ObjectType.TREE


def tree_of(repository: Repository, commit: str) -> Tree:
    """The top folder of a commit; raises KeyError or GitError."""
    return repository[commit].peel(Tree)


def blob_at(tree: Tree, path: str) -> pygit2.Blob | None:
    """The file at that path, None when there is none."""
    try:
        found = tree[path]
    except KeyError:
        return None
    return found if isinstance(found, pygit2.Blob) else None


def folder_at(tree: Tree, path: str) -> Tree | None:
    """The folder at that path, None when there is none."""
    try:
        return _folder(tree[path])
    except KeyError:
        return None


def files_under(tree: Tree, prefix: str = "") -> Iterator[tuple[str, Oid]]:
    """Every file with its path."""
    for entry in tree:
        path = f"{prefix}{entry.name}"
        if isinstance(entry, Tree):
            yield from files_under(entry, f"{path}/")
        else:
            yield path, entry.id


def path_before(tree: Tree, path: str) -> str:
    """The last file that sorts before that path in Git's order, empty when there is none."""
    name, slash, rest = path.partition("/")
    at = bisect_left(range(len(tree)), f"{name}{slash}".encode(), key=lambda at: _sorting(tree[at]))
    same = tree[at] if slash and at < len(tree) else None
    if isinstance(same, Tree) and same.name == name and (inner := path_before(same, rest)):
        return f"{name}/{inner}"
    return _last_path(tree[at - 1]) if at else ""


def _sorting(entry: pygit2.Object) -> bytes:
    """Folders sort as if their names ended in «/»."""
    return f"{entry.name}/".encode() if isinstance(entry, Tree) else str(entry.name).encode()


def _last_path(entry: pygit2.Object) -> str:
    return f"{entry.name}/{_last_path(entry[-1])}" if isinstance(entry, Tree) else str(entry.name)


def changed_files(
    old: Tree | None, new: Tree | None, prefix: str = ""
) -> Iterator[tuple[str, Oid | None, Oid | None]]:
    """Path, old and new id of every file that differs; folders that are the same are not looked into."""
    before, after = _entries(old), _entries(new)
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name), after.get(name)
        if was is not None and now is not None and was.id == now.id:
            continue
        path = f"{prefix}{name}"
        if isinstance(was, Tree) or isinstance(now, Tree):
            yield from changed_files(_folder(was), _folder(now), f"{path}/")
        if (ids := (_file(was), _file(now))) != (None, None):
            yield (path, *ids)


def _folder(entry: pygit2.Object | None) -> Tree | None:
    return entry if isinstance(entry, Tree) else None


def _file(entry: pygit2.Object | None) -> Oid | None:
    return None if entry is None or isinstance(entry, Tree) else entry.id


def _entries(tree: Tree | None) -> dict[str, pygit2.Object]:
    return {} if tree is None else {str(entry.name): entry for entry in tree}


def with_files(repository: Repository, base: Tree | None, files: Mapping[str, Oid]) -> Oid:
    """The id of a tree like `base` with these files in it; new folders on their paths are made.

    Raises ValueError where a file stands in the place of a folder or the other way round.
    """
    here = {path: oid for path, oid in files.items() if "/" not in path}
    below: dict[str, dict[str, Oid]] = {}
    for path, oid in files.items():
        folder, slash, rest = path.partition("/")
        if slash:
            below.setdefault(folder, {})[rest] = oid
    builder = repository.TreeBuilder() if base is None else repository.TreeBuilder(base)
    for name, oid in here.items():
        builder.insert(name, oid, FileMode.BLOB)
    for name, inner in below.items():
        folder_now = None if base is None else folder_at(base, name)
        builder.insert(name, with_files(repository, folder_now, inner), FileMode.TREE)
    return builder.write()
