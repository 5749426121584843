"""What an untrusted PDF may cost, decided before and while it is read."""

from msgspec import Struct

MIB = 1024 * 1024


class Limits(Struct, frozen=True):
    """Every limit on a PDF."""

    file: int = 50 * MIB
    """Bytes."""
    pages: int = 2_000
    letters: int = 60_000
    """On a page: a sheet covered with letters of 4 points holds about 40,000."""
    all_letters: int = 10_000_000
    """On all pages."""
    objects: int = 100_000
    """Texts, paths and pictures on a page; a map has some ten thousand."""
    boxes: int = 4_000
    """Ruled lines of a page that are looked at."""
    seconds: float = 18.0
    """On the clock, for the reading of all pages."""
    computing: int = 15
    """Seconds of processor time."""
    memory: int = 900 * MIB
    """Bytes of address space, what docctl itself has taken among them."""


LIMITS = Limits()
