"""Opening an index: current, whole and of this version, whatever was there."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from docctl.errors import DiskTrouble
from docctl.search.clause import ClauseSource
from docctl.search.index.index import Index
from docctl.search.index.manifest import LOCK, Manifest, current_manifest, orphans, sweep
from docctl.search.index.pages import Damaged
from docctl.search.index.places import Folder, Memory, Place
from docctl.search.index.progress import Progress, silent
from docctl.search.index.state import State

UPDATING = "docctl.search.index.updating"
"""Not loaded by a search that finds the index current."""
_ATTEMPTS = 3
"""A writer may take files away between the reading of the manifest and their opening."""


def open_index(folder: Path, source: ClauseSource, progress: Progress = silent) -> Index:
    """The index of the source's present state, brought up to it where need be.

    The folder is a private cache. When the disk refuses, the index is built in memory; DiskTrouble when
    there is no room for that either.
    """
    place = Folder(folder)

    def rebuild() -> State:
        return _brought_up(folder, place, source, progress, anew=True)

    state = _as_it_is(place, source.head())
    if state is None:
        state = _brought_up(folder, place, source, progress, anew=False)
    else:
        _tidy(folder, place, state.manifest)
    return Index(state, rebuild)


def rebuild_index(folder: Path, source: ClauseSource, progress: Progress = silent) -> Index:
    """The index of the source's present state, built anew whatever was there; see `open_index`."""
    place = Folder(folder)

    def rebuild() -> State:
        return _brought_up(folder, place, source, progress, anew=True)

    return Index(rebuild(), rebuild)


def _as_it_is(place: Place, head: str) -> State | None:
    """What is there, when it is current and whole as far as sizes tell."""
    for _ in range(_ATTEMPTS):
        try:
            manifest = current_manifest(place)
            return State(place, manifest) if manifest and manifest.head == head else None
        except (Damaged, OSError):
            continue
    return None


def _tidy(folder: Path, place: Place, manifest: Manifest) -> None:
    """Take away what a killed writer left, unless one is at work."""
    try:
        if orphans(place, manifest):
            with _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
                present = current_manifest(place)
                if present:
                    sweep(place, present)
    except OSError:
        return


def _brought_up(
    folder: Path, place: Folder, source: ClauseSource, progress: Progress, *, anew: bool
) -> State:
    try:
        place.make()
        with _locked(folder, fcntl.LOCK_EX):
            return _written(place, source, progress, anew=anew)
    except OSError:
        return _in_memory(folder, source, progress)


def _written(place: Place, source: ClauseSource, progress: Progress, *, anew: bool) -> State:
    """Under the lock: another process may have done the work meanwhile."""
    old = None if anew else _whole(place)
    if old and old.head == source.head():
        return State(place, old)
    try:
        return State(place, _update(place, source, old, progress))
    except Damaged:
        return State(place, _update(place, source, None, progress))
    except OSError:
        _forget_unfinished(place)
        raise


def _update(place: Place, source: ClauseSource, old: Manifest | None, progress: Progress) -> Manifest:
    manifest: Manifest = import_module(UPDATING).update(place, source, old, progress)
    return manifest


def _whole(place: Place) -> Manifest | None:
    """The manifest there, when the files that it names are there in full."""
    manifest = current_manifest(place)
    try:
        if manifest:
            State(place, manifest)
    except (Damaged, FileNotFoundError):
        return None
    return manifest


def _forget_unfinished(place: Place) -> None:
    """Give back the room that an index which could not be finished takes."""
    present = current_manifest(place)
    for name in orphans(place, present) if present else place.names():
        if name != LOCK:
            place.remove(name)


def _in_memory(folder: Path, source: ClauseSource, progress: Progress) -> State:
    place = Memory()
    try:
        return State(place, _update(place, source, None, progress))
    except (MemoryError, OSError) as error:
        raise DiskTrouble(
            "The search index cannot be written and there is no room for it in memory. Nothing was changed;"
            " make room on the disk and try again.",
            at=str(folder),
        ) from error


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """One writer at a time; the kernel frees the lock when its holder ends, however it ends."""
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)
