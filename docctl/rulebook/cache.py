"""Proved content kept between runs, keyed by the bytes of its files: reading YAML is slow, JSON is not.

Losing or damaging the cache costs time only.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from docctl import __version__
from docctl.checking.check import CHECKS

T = TypeVar("T")
Fingerprint = str
ENDINGS = (".yaml", ".yml")


def fingerprint(folders: Sequence[Path]) -> Fingerprint:
    """A digest of every YAML file under the folders, of their order, and of the code that proves them."""
    digest = blake2b(__version__.encode(), digest_size=16)
    digest.update(repr([(name, kind.params.__struct_fields__) for name, kind in CHECKS.items()]).encode())
    for folder in folders:
        digest.update(b"\0folder\0")
        for path in files_in(folder):
            with suppress(OSError):
                digest.update(b"\0" + os.fsencode(path.relative_to(folder)) + b"\0")
                digest.update(path.read_bytes())
    return digest.hexdigest()


def files_in(folder: Path) -> list[Path]:
    """Every YAML file under the folder, in a fixed order."""
    found = (f"{here}{os.sep}{name}" for here, _, names in os.walk(folder) for name in names)
    return [Path(path) for path in sorted(found) if path.endswith(ENDINGS)]


def cached(state: Fingerprint, kind: type[T]) -> T | None:
    """What was remembered for this state, or None."""
    try:
        return msgspec.json.decode(_file(state).read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None


def remember(state: Fingerprint, content: object) -> None:
    """Keep the content; a folder that cannot be written is no error."""
    file = _file(state)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _forget_old(file.parent)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(msgspec.json.encode(content))
        part.replace(file)


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)[-7:]
    for path in folder.glob("rules-*"):
        if path not in kept:
            path.unlink(missing_ok=True)


def _file(state: Fingerprint) -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "docctl" / f"rules-{state}.json"
