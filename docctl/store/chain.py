"""The chain over all transitions: each one's hash covers its content and the hashes of those before it."""

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from docctl.store.message import CHAIN, SEQUENCE, Trailers


class Link(Struct, frozen=True):
    """The place of a transition in the chain."""

    sequence: int
    chain: str
    """SHA-256, in hexadecimal digits."""


def next_link(parents: Iterable[Link], tree: str, recorded: int, trailers: Trailers) -> Link:
    """The link of a commit over its parents, in their order.

    `tree` is the id of its tree, `recorded` seconds since 1970, `trailers` what the message says; those that
    tell the link itself do not count. A commit without trailers has a link by the same formula.
    """
    before = tuple(parents)
    sequence = 1 + max((link.sequence for link in before), default=0)
    said = [part for key, value in trailers if key not in (SEQUENCE, CHAIN) for part in (key, value)]
    fields = (str(len(before)), *(link.chain for link in before), str(sequence), tree, str(recorded), *said)
    return Link(sequence, hashlib.sha256(b"".join(map(_counted, fields))).hexdigest())


def _counted(field: str) -> bytes:
    """The field after its length: no two lists of fields give the same bytes."""
    encoded = field.encode("utf-8", "surrogateescape")
    return b"%d:%b," % (len(encoded), encoded)
