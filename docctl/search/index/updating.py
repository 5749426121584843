"""Bringing an index up to its source. Whoever calls this holds the lock."""

from collections.abc import Iterable, Iterator
from os import urandom

from docctl.search.clause import Clause, ClauseSource, DocumentClauses
from docctl.search.index.inverting import Filer
from docctl.search.index.manifest import VERSION, Manifest, Part, sweep, write_manifest
from docctl.search.index.places import Place
from docctl.search.index.progress import Progress
from docctl.search.index.segment_writer import SegmentWriter
from docctl.search.index.state import OpenedSegment

_SEGMENTS = 6
"""More segments than this are joined: each costs a search a little."""


def update(place: Place, source: ClauseSource, old: Manifest | None, progress: Progress) -> Manifest:
    """The manifest of an index that holds what the source holds; `old` is None to build anew.

    Raises Damaged when what is there cannot be joined, OSError when the disk refuses.
    """
    head = source.head()
    changes = source.changes(old.head) if old else None
    if old is None or changes is None:
        everything = source.changes(None)
        return _put(place, Manifest(VERSION, head, tuple(_write(place, everything or (), progress))))
    changed = tuple(changes)
    kept = _without(old.parts, [document.number for document in changed])
    new = _put(place, Manifest(VERSION, head, (*kept, *_write(place, changed, progress))))
    return _put(place, _joined(place, new, progress)) if len(new.parts) > _SEGMENTS else new


def _put(place: Place, manifest: Manifest) -> Manifest:
    write_manifest(place, manifest)
    sweep(place, manifest)
    return manifest


def _write(place: Place, documents: Iterable[DocumentClauses], progress: Progress) -> Iterator[Part]:
    """Write the documents into as many segments as they need."""
    writer: SegmentWriter | None = None
    filer = Filer()
    for document in documents:
        if not document.clauses:
            continue
        writer = writer or SegmentWriter(place, urandom(8).hex(), filer)
        writer.add(document)
        progress(len(document.clauses))
        if writer.is_full():
            yield writer.finish()
            writer = None
    if writer:
        yield writer.finish()


def _without(parts: Iterable[Part], numbers: Iterable[str]) -> Iterator[Part]:
    changed = frozenset(numbers)
    for part in parts:
        yield Part(part.name, part.clauses, part.sizes, part.sums, tuple(sorted({*part.gone, *changed})))


def _joined(place: Place, manifest: Manifest, progress: Progress) -> Manifest:
    """The smaller half of the segments made one, without what is gone."""
    by_size = sorted(manifest.parts, key=lambda part: part.clauses)
    small, large = by_size[: _SEGMENTS // 2 + 1], by_size[_SEGMENTS // 2 + 1 :]
    documents = [document for part in small for document in _documents(OpenedSegment(place, part))]
    return Manifest(VERSION, manifest.head, (*large, *_write(place, documents, progress)))


def _documents(opened: OpenedSegment) -> Iterator[DocumentClauses]:
    clauses: dict[str, list[Clause]] = {}
    for block in opened.blocks():
        read = map(opened.segment.clause, range(block.first, block.last))
        clauses.setdefault(block.number, []).extend(read)
    return (DocumentClauses(number, tuple(found)) for number, found in clauses.items())
