"""What an untrusted Word file may cost, decided before any parser sees a byte of it."""

from msgspec import Struct

MIB = 1024 * 1024


class Limits(Struct, frozen=True):
    """Every limit on a file; sizes in bytes."""

    file: int = 50 * MIB
    unpacked: int = 200 * MIB
    """Sum of the sizes that all entries declare, and of what is really inflated."""
    part: int = 20 * MIB
    """One XML part, as stored and again when recoded to UTF-8."""
    entries: int = 2_000
    ratio: int = 100
    """Unpacked to packed size, of one entry while it inflates and of the archive as a whole."""
    ratio_from: int = MIB
    """The ratio counts only above this size: small parts of repeated markup compress better than 100:1."""
    paragraphs: int = 200_000
    """In all parts that are read, counted on the bytes."""
    elements: int = 1_000_000
    """In all parts that are read, counted on the bytes; 20 MiB that Word wrote hold about 600,000."""
    attributes: int = 5_000_000
    """In all parts that are read, counted on the bytes by their equals signs."""
    depth: int = 256
    """Nesting of elements: what libxml2 allows with ``huge_tree=False``."""


LIMITS = Limits()
