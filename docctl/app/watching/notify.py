"""Word to the service manager, where there is one: that the watcher is ready, and that it is alive.

The protocol of sd_notify(3): datagrams to the socket that the environment names.
"""

import os
import socket
from contextlib import suppress

VARIABLE = "NOTIFY_SOCKET"
READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


def notify(state: str) -> None:
    """Say it; nobody listening is no trouble."""
    address = os.environ.get(VARIABLE, "")
    if not address.startswith(("/", "@")):
        return
    # A name that begins with "@" is no file: the kernel keeps such names under a zero byte.
    name = f"\0{address[1:]}" if address.startswith("@") else address
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as there:
        there.connect(name)
        there.send(state.encode())
