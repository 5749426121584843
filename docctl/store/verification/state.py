"""Whether the records and documents at the end of the branch are whole and agree with one another."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import pygit2
from msgspec import Struct
from pygit2 import Repository, Tree
from pygit2.enums import FileMode

from docctl.domain.registry.card import Card
from docctl.domain.registry.submission import Submission
from docctl.errors import DamagedRecord
from docctl.store.card_file import read_card
from docctl.store.paths import DOCUMENTS, REGISTRY
from docctl.store.submission_file import read_submission
from docctl.store.verification.cards import (
    card_problems,
    files_of_card,
    files_of_submission,
    submission_problems,
)
from docctl.store.verification.problems import Code, Problem
from docctl.store.verification.steps import is_card, is_record, is_submission

T = TypeVar("T")
_PLAIN = (FileMode.BLOB, FileMode.BLOB_EXECUTABLE)
Read = Callable[[str], bytes]
"""The content of a blob by its id; raises KeyError or GitError when it is missing or damaged."""


class Entry(Struct, frozen=True):
    """A file, link or other thing that the tree of a commit holds."""

    path: str
    blob: str
    mode: int


class State(Struct, frozen=True, kw_only=True):
    """What stands at the end of the branch."""

    entries: tuple[Entry, ...]
    cards: Mapping[str, Card]
    """By path."""
    submissions: Mapping[str, Submission]
    problems: tuple[Problem, ...]


def read_state(repository: Repository, commit: str) -> State:
    """The records of a commit, and what is wrong with them and with the files that they name."""
    read = _reader(repository)
    entries, unread = _entries(repository, commit)
    cards, wrong_cards = _records(entries, is_card, read, read_card)
    submissions, wrong_submissions = _records(entries, is_submission, read, read_submission)
    problems = [*unread, *wrong_cards, *wrong_submissions]
    problems += (one for path, card in cards.items() for one in card_problems(path, card))
    by_number = {card.number: card for card in cards.values()}
    for path, submission in submissions.items():
        problems += submission_problems(path, submission, by_number)
    problems += _shape_problems(entries)
    problems += _file_problems(entries, cards.values(), submissions.values(), read)
    return State(entries=entries, cards=cards, submissions=submissions, problems=tuple(problems))


def _reader(repository: Repository) -> Read:
    return lambda blob: repository[blob].read_raw()


def _entries(repository: Repository, commit: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for folder in (REGISTRY, DOCUMENTS):
        try:
            top = repository[commit].peel(Tree)
            if folder in top:
                entry = top[folder]
                entries += _under(repository, folder, str(entry.id), int(entry.filemode))
        except (KeyError, ValueError, pygit2.GitError) as error:
            problems.append(Problem(code=Code.OBJECT_DAMAGED, where=folder, found=str(error).strip("'")))
    return tuple(entries), problems


def _under(repository: Repository, path: str, identity: str, mode: int) -> Iterator[Entry]:
    if mode != FileMode.TREE:
        yield Entry(path, identity, mode)
        return
    for entry in repository[identity].peel(Tree):
        yield from _under(repository, f"{path}/{_name(entry)}", str(entry.id), int(entry.filemode))


def _name(entry: pygit2.Object) -> str:
    return (entry.raw_name or b"").decode("utf-8", "surrogateescape")


def _records(
    entries: Iterable[Entry], wanted: Callable[[str], bool], read: Read, parse: Callable[[bytes, str], T]
) -> tuple[dict[str, T], list[Problem]]:
    records: dict[str, T] = {}
    problems: list[Problem] = []
    for entry in entries:
        if entry.mode in _PLAIN and wanted(entry.path):
            try:
                records[entry.path] = parse(read(entry.blob), entry.path)
            except DamagedRecord as error:
                problems.append(Problem(code=Code.CARD_UNREADABLE, where=entry.path, found=str(error)))
            except (KeyError, pygit2.GitError) as error:
                problems.append(_unreadable(entry, error))
    return records, problems


def _unreadable(entry: Entry, error: Exception) -> Problem:
    return Problem(code=Code.OBJECT_DAMAGED, where=entry.path, found=str(error).strip("'"))


def _shape_problems(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Things that are no plain files, and names that are one and the same on other systems."""
    folded: dict[str, str] = {}
    for entry in entries:
        if entry.mode not in _PLAIN:
            yield Problem(code=Code.NOT_A_FILE, where=entry.path, found=f"{entry.mode:06o}")
        for path in _folders_and_file(entry.path):
            other = folded.setdefault(_fold(path), path)
            if other != path:
                yield Problem(code=Code.TWINS, where=path, found=other)


def _folders_and_file(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:length]) for length in range(1, len(parts) + 1))


def _fold(path: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def _file_problems(
    entries: Iterable[Entry], cards: Iterable[Card], submissions: Iterable[Submission], read: Read
) -> Iterator[Problem]:
    """Files that records name and that are missing or others; files that no record names."""
    there = {entry.path: entry for entry in entries if entry.mode in _PLAIN}
    named = [pair for card in cards for pair in files_of_card(card)]
    named += (pair for submission in submissions for pair in files_of_submission(submission))
    for path, sha256 in named:
        if path in there and sha256:
            yield from _hash_problems(there[path], sha256, read)
        elif path not in there and sha256:
            yield Problem(code=Code.FILE_MISSING, where=path)
    known = {path for path, _ in named}
    for path in there:
        if is_record(path) and path not in known and not is_card(path) and not is_submission(path):
            yield Problem(code=Code.FILE_FOREIGN, where=path)


def _hash_problems(entry: Entry, sha256: str, read: Read) -> Iterator[Problem]:
    try:
        found = hashlib.sha256(read(entry.blob)).hexdigest()
    except (KeyError, pygit2.GitError) as error:
        yield _unreadable(entry, error)
        return
    if found != sha256:
        yield Problem(code=Code.HASH_DIFFERS, where=entry.path, found=found, expected=sha256)
