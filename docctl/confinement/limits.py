"""What a confined process may cost."""

import resource

from msgspec import Struct

MIB = 1024 * 1024


class Confinement(Struct, frozen=True):
    """Limits on one process; it can start no other, so they hold for all that it does."""

    seconds: float = 20.0
    """Of time on the clock; the process is killed then."""
    computing: int = 15
    """Seconds of processor time."""
    memory: int = 1024 * MIB
    """Bytes of address space, what docctl itself had taken before among them."""
    written: int = 200 * MIB
    """Bytes of each file that it writes, and of what it hands back."""


def impose(limits: Confinement) -> None:
    """The limits from here on, for this process and what it becomes; looser than before is none of them."""
    for what, most in (
        (resource.RLIMIT_CPU, limits.computing),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_DATA, limits.memory),
        (resource.RLIMIT_FSIZE, limits.written),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # The hard limit of processor time kills; the soft one, a second before, says why.
        grace = 1 if what == resource.RLIMIT_CPU and least != hard else 0
        resource.setrlimit(what, (least, least + grace))
