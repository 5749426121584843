"""What an index consists of: one small file, replaced at one moment; the others are nothing without it."""

from zlib import crc32

from msgspec import DecodeError, Struct, ValidationError, json

from docctl import __version__
from docctl.search.index.layout import CLAUSES, SUMS, TABLE
from docctl.search.index.pages import Damaged
from docctl.search.index.places import Place

NAME, LOCK = "manifest", "lock"
_FORMAT = 2
"""Changes with the files, and with the keys that words are given between two versions of docctl."""
VERSION = f"{_FORMAT}/{__version__}"
_ENCODER = json.Encoder()


class Part(Struct, frozen=True):
    """A segment."""

    name: str
    clauses: int
    sizes: dict[str, int]
    """Bytes of its files, by suffix."""
    sums: int
    """Checksum of the file of its checksums."""
    gone: tuple[str, ...] = ()
    """Documents whose clauses in this segment no longer count."""


class Manifest(Struct, frozen=True):
    """The state of an index."""

    version: str
    head: str
    """The state of the source that it holds."""
    parts: tuple[Part, ...] = ()


_DECODER = json.Decoder(Manifest)


def read_manifest(place: Place) -> Manifest:
    """The state of the index there; raises Damaged when there is none that can be trusted, OSError."""
    content = bytes(place.open(NAME))
    try:
        sum_, body = content[:8], content[8:]
        if int(sum_, 16) != crc32(body):
            raise Damaged
        return _DECODER.decode(body)
    except (ValueError, DecodeError, ValidationError) as error:
        raise Damaged from error


def write_manifest(place: Place, manifest: Manifest) -> None:
    """From now on this is the index; raises OSError."""
    body = _ENCODER.encode(manifest)
    place.replace(NAME, b"%08x" % crc32(body) + body)


def current_manifest(place: Place) -> Manifest | None:
    """The state of the index there; None where there is none that can be trusted. Raises OSError."""
    try:
        manifest = read_manifest(place)
    except (Damaged, FileNotFoundError):
        return None
    return manifest if manifest.version == VERSION else None


def sweep(place: Place, manifest: Manifest) -> None:
    """Take away what the manifest does not name; raises OSError."""
    for name in orphans(place, manifest):
        place.remove(name)


def orphans(place: Place, manifest: Manifest) -> list[str]:
    """The files that the manifest does not name."""
    suffixes = (TABLE, CLAUSES, SUMS)
    named = {f"{part.name}{suffix}" for part in manifest.parts for suffix in suffixes} | {NAME, LOCK}
    return [name for name in place.names() if name not in named]
