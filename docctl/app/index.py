"""The use case of building the search index, which every search otherwise does by itself when it must."""

from typing import TYPE_CHECKING

from docctl.app.clauses import RegistryClauses
from docctl.app.search import FOLDER, NOW, Progress, index_of
from docctl.search.index.index import Index
from docctl.search.index.opening import rebuild_index
from docctl.search.showing.answer import Held

if TYPE_CHECKING:
    from docctl.store.registry import Registry


def current_index(registry: "Registry", progress: Progress) -> Held:
    """What the index holds, brought up to the registry as it is now."""
    return _held(index_of(registry, registry.now(), progress))


def rebuilt_index(registry: "Registry", progress: Progress) -> Held:
    """What the index holds, built anew whatever was there."""
    folder = registry.root.joinpath(*FOLDER, NOW)
    return _held(rebuild_index(folder, RegistryClauses(registry, registry.now()), progress))


def _held(index: Index) -> Held:
    found = index.contents()
    return Held(found.head, found.documents, found.editions, found.clauses, found.size)
