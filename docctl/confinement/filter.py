"""A filter on system calls (seccomp): only local sockets, no new processes, no hand on other processes.

The kernel runs it on every call of the process and of what it becomes. Source: linux/seccomp.h,
linux/filter.h, the tables of system calls of the two architectures.
"""

import ctypes
import errno
import platform
from collections.abc import Iterator, Mapping

from msgspec import Struct

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, EQUALS, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
"""Offsets into struct seccomp_data; of the argument its lower half: both architectures are little-endian."""
NO_NEW_PRIVILEGES, SET_SECCOMP, MODE_FILTER = 38, 22, 2
CLONE_THREAD = 0x00010000
AF_UNIX = 1
X32 = 0x40000000
"""Calls of x86-64 in another guise."""


class _Architecture(Struct, frozen=True):
    audit: int
    socket: int
    clone: int
    refused: Mapping[int, int]
    """Number of a call to the error that it ends in."""


# clone3 hides its flags from filters; told that there is none, the C library falls back to clone.
_NEW = {425: errno.ENOSYS, 435: errno.ENOSYS, 438: errno.EPERM}
"""io_uring_setup, clone3, pidfd_getfd: everywhere the same."""
_ARCHITECTURES = {
    # fork, vfork, ptrace, process_vm_readv, process_vm_writev
    "x86_64": _Architecture(0xC000003E, 41, 56, dict.fromkeys((57, 58, 101, 310, 311), errno.EPERM) | _NEW),
    "aarch64": _Architecture(0xC00000B7, 198, 220, dict.fromkeys((117, 270, 271), errno.EPERM) | _NEW),
}


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("then", ctypes.c_uint8),
        ("otherwise", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def filter_calls() -> bool:
    """Put the filter on, for good; False where the kernel or the architecture has none."""
    architecture = _ARCHITECTURES.get(platform.machine())
    if architecture is None:
        return False
    steps = tuple(_steps(architecture))
    program = _Program(len(steps), (_Step * len(steps))(*(_Step(*step) for step in steps)))
    prctl = ctypes.CDLL(None).prctl
    nothing = ctypes.c_ulong(0)
    if prctl(NO_NEW_PRIVILEGES, ctypes.c_ulong(1), nothing, nothing, nothing) != 0:
        return False
    refused: int = prctl(SET_SECCOMP, ctypes.c_ulong(MODE_FILTER), ctypes.byref(program), nothing, nothing)
    return refused == 0


def _steps(architecture: _Architecture) -> Iterator[tuple[int, int, int, int]]:
    """The filter: each test jumps over the answer below it when it does not fit."""
    yield LOAD, 0, 0, ARCHITECTURE
    yield EQUALS, 1, 0, architecture.audit
    yield RETURN, 0, 0, KILL
    yield LOAD, 0, 0, NUMBER
    yield AT_LEAST, 0, 1, X32
    yield RETURN, 0, 0, KILL
    for call, error in architecture.refused.items():
        yield EQUALS, 0, 1, call
        yield RETURN, 0, 0, REFUSE | error
    yield EQUALS, 0, 4, architecture.socket
    yield LOAD, 0, 0, FIRST_ARGUMENT
    yield EQUALS, 1, 0, AF_UNIX
    yield RETURN, 0, 0, REFUSE | errno.EAFNOSUPPORT
    yield RETURN, 0, 0, ALLOW
    yield EQUALS, 0, 3, architecture.clone
    yield LOAD, 0, 0, FIRST_ARGUMENT
    yield ANY_BIT, 1, 0, CLONE_THREAD
    yield RETURN, 0, 0, REFUSE | errno.EPERM
    yield RETURN, 0, 0, ALLOW
