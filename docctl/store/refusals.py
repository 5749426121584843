"""Changes that the registry never takes, whoever asks."""

import re
import unicodedata
from collections.abc import Iterable

from pygit2 import Tree

from docctl.errors import DamagedRecord, TransitionRefused
from docctl.store.naming import number_of
from docctl.store.paths import REGISTRY, card_path
from docctl.store.places import refuse_bad_path
from docctl.store.trees import blob_at, folder_at
from docctl.store.verification.steps import fixed_folder

_CARD = re.compile(rb"(?s)[0-7]+ (?:([^\0]+)\.yaml|[^\0]+)\0.{20}")
"""An entry of a folder as Git writes it; thousands are looked through when a number is new."""


def refuse_unsound(base: Tree, files: dict[str, bytes], numbers: Iterable[str]) -> None:
    """Raises TransitionRefused for paths out of bounds, a stored document overwritten, a number's twin."""
    for path in files:
        refuse_bad_path(path)
        _refuse_overwriting(base, path, files[path])
    for number in numbers:
        _refuse_parts(number)
        if blob_at(base, card_path(number)) is None:
            _refuse_twin(base, number)


def _refuse_overwriting(base: Tree, path: str, content: bytes) -> None:
    """An edition or round is stored at once; later nothing is put beside it either."""
    folder = fixed_folder(path)
    if not folder or folder_at(base, folder) is None:
        return
    stored = blob_at(base, path)
    if stored is None or stored.data != content:
        raise TransitionRefused(
            "“{path}” is in the registry already, and what is stored never changes. Record a new edition.",
            path=path,
        )


def _refuse_parts(number: str) -> None:
    """A number in another Unicode form would lie under the name of its twin."""
    if not unicodedata.is_normalized("NFC", number):
        raise TransitionRefused(
            "The letters of the number {number} are put together from parts; type it again by hand.",
            number=ascii(number),
        )


def _refuse_twin(base: Tree, number: str) -> None:
    """Two numbers that a person, or a disk, takes for the same."""
    folded = _folded(number)
    folder = folder_at(base, REGISTRY)
    for name in _CARD.findall(b"" if folder is None else folder.read_raw()):
        other = _number(name.decode("utf-8", "replace"))
        if other != number and _folded(other) == folded:
            raise TransitionRefused(
                "The number “{number}” differs from “{other}”, which the registry has, only in the form of"
                " its letters. Use the number as it is registered, or another one.",
                number=number,
                other=other,
            )


def _number(name: str) -> str:
    """What the name stands for; a foreign file's stands for itself, as does one with nothing encoded."""
    if "%" not in name:
        return name
    try:
        return number_of(name)
    except DamagedRecord:
        return name


def _folded(number: str) -> str:
    if number.isascii():
        return number.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", number).casefold())
