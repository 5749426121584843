"""What the watcher remembers: which drafts have their report, and which files were dealt with.

In SQLite, which loses nothing that it acknowledged. A station has a lock, so the watcher is alone with it:
it is opened for one process, without shared memory, which network folders do not have.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docctl.app.watching.deciding import Stamp
from docctl.errors import DiskTrouble

_TABLES = """
CREATE TABLE IF NOT EXISTS drafts (key TEXT PRIMARY KEY, report BLOB UNIQUE NOT NULL, done INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (folder BLOB, name BLOB, size INTEGER, modified INTEGER, changed INTEGER,
    PRIMARY KEY (folder, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS moves (target BLOB PRIMARY KEY) WITHOUT ROWID;
"""
_SETTINGS = ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "cache_size=-2000")
DAMAGED = "damaged"


class Ledger:
    """Drafts by their key, files by their path. Names are bytes there: not every name is text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        """Leave it; what is not committed is forgotten."""
        self._connection.close()

    @contextmanager
    def committing(self) -> Iterator[None]:
        """What is noted in the block is on the disk after it, all or nothing; raises DiskTrouble."""
        try:
            with self._connection:
                self._connection.execute("BEGIN")
                yield
        except sqlite3.Error as error:
            raise _trouble(error) from error

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """The files of a folder that were dealt with, as they were then."""
        rows = self._rows("SELECT name, size, modified, changed FROM files WHERE folder = ?", _raw(folder))
        return {os.fsdecode(name): Stamp(size, modified, changed) for name, size, modified, changed in rows}

    def folders(self) -> set[str]:
        """The folders of which files were dealt with."""
        return {os.fsdecode(folder) for (folder,) in self._rows("SELECT DISTINCT folder FROM files")}

    def remember(self, path: str, stamp: Stamp) -> None:
        """The file was dealt with as it is."""
        folder, _, name = path.rpartition("/")
        values = (_raw(folder), _raw(name), stamp.size, stamp.modified, stamp.changed)
        self._do("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", *values)

    def forget(self, folder: str, names: Iterable[str]) -> None:
        """The files are gone."""
        for name in names:
            self._do("DELETE FROM files WHERE folder = ? AND name = ?", _raw(folder), _raw(name))

    def forget_folder(self, folder: str) -> None:
        """The folder is gone with all its files."""
        self._do("DELETE FROM files WHERE folder = ?", _raw(folder))

    def claimed(self, key: str) -> str | None:
        """The name that the draft's report has or will have; None for a draft never seen."""
        rows = list(self._rows("SELECT report FROM drafts WHERE key = ?", key))
        return os.fsdecode(rows[0][0]) if rows else None

    def is_done(self, key: str) -> bool:
        """Whether the draft has its report."""
        return bool(list(self._rows("SELECT 1 FROM drafts WHERE key = ? AND done", key)))

    def is_taken(self, report: str) -> bool:
        """Whether a draft has, or will have, a report of this name."""
        return bool(list(self._rows("SELECT 1 FROM drafts WHERE report = ?", _raw(report))))

    def claim(self, key: str, report: str) -> None:
        """The draft's report will have this name, also after a crash."""
        self._do("INSERT INTO drafts VALUES (?, ?, 0)", key, _raw(report))

    def finish(self, key: str) -> None:
        """The draft has its report."""
        self._do("UPDATE drafts SET done = 1 WHERE key = ?", key)

    def renounce(self, key: str) -> None:
        """The draft gets no report after all."""
        self._do("DELETE FROM drafts WHERE key = ? AND NOT done", key)

    def intend(self, target: str) -> None:
        """A file is about to be given back under this path."""
        self._do("INSERT OR REPLACE INTO moves VALUES (?)", _raw(target))

    def intentions(self) -> list[str]:
        """Where files were about to be given back; whether they were is not known."""
        return [os.fsdecode(target) for (target,) in self._rows("SELECT target FROM moves")]

    def settle(self, target: str) -> None:
        """It is known whether the file was given back there."""
        self._do("DELETE FROM moves WHERE target = ?", _raw(target))

    def _do(self, statement: str, *values: object) -> None:
        try:
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _trouble(error) from error

    def _rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _trouble(error) from error


def open_ledger(file: Path) -> Ledger:
    """The ledger in that file, a new one where there is none or it is damaged; raises DiskTrouble.

    A damaged one is kept beside. Nothing is doubled by its loss: the reports that are there are seen.
    """
    try:
        return _opened(file)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise _trouble(error) from error
    for ending in ("", "-wal"):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.replace(file.with_name(f"{file.name}.{DAMAGED}{ending}"))
    return _opened(file)


def _opened(file: Path) -> Ledger:
    connection = sqlite3.connect(file, isolation_level=None)
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(DAMAGED)
        connection.executescript(_TABLES)
    except sqlite3.Error:
        connection.close()
        raise
    return Ledger(connection)


def _raw(name: str) -> bytes:
    return os.fsencode(name)


def _trouble(error: sqlite3.Error) -> DiskTrouble:
    return DiskTrouble("What docctl remembers of the folder cannot be written: {reason}.", reason=error)
