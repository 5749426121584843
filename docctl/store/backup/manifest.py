"""What a backup says of itself. Pure."""

from datetime import datetime

from msgspec import Struct


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the archive."""

    name: str
    size: int
    """Bytes."""
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a backup says of itself."""

    format: str
    docctl: str
    """The version that made it."""
    made: datetime
    """In UTC."""
    branch: str
    head: str
    sequence: int
    """Of the last transition."""
    refs: dict[str, str]
    """Every name and the id of what it points to."""
    members: tuple[Member, ...]
