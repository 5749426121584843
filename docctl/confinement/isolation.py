"""A process cut off from the network and from other processes, as far as the system allows."""

import ctypes
import os
import platform
import signal
from contextlib import suppress
from pathlib import Path

from docctl.confinement.filter import filter_calls

NEW_USERS, NEW_NETWORK = 0x10000000, 0x40000000
DIE_WITH_PARENT = 1


def cut_off() -> None:
    """This process, for good: no network, no other process to start or to touch, its end with its parent's.

    Linux gives it a network of its own that leads nowhere, and refuses it the system calls for sockets and
    for new processes (see `filter`). Either alone cuts the network; the second works for every user, on
    x86-64 and ARM64. Elsewhere the network is not cut and children are killed only while they stay in the
    group of the process; the limits of time and memory hold.
    """
    if platform.system() != "Linux":
        return
    parent = os.getppid()
    _leave_network()
    # After the change of user, which forgets it. The parent may have ended meanwhile.
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, ctypes.c_ulong(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)
    filter_calls()


def _leave_network() -> None:
    """A network of its own without any device; as the same user, for whom the files stay readable."""
    user, group = os.geteuid(), os.getegid()
    if ctypes.CDLL(None).unshare(NEW_USERS | NEW_NETWORK) != 0:
        return
    with suppress(OSError):
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
