"""What docctl last saw at the end of the branch, kept outside of it: a cut-off history does not go unseen."""

from pathlib import Path

import msgspec
from msgspec import Struct

from docctl.store.private import make_private, private_path, replace_file

_NAME = "witness"


class Seen(Struct, frozen=True):
    """A state that was recorded."""

    commit: str
    sequence: int
    chain: str


class Witness(Struct, frozen=True):
    """The last state that was completely recorded, files of the workspace included."""

    head: Seen
    lost: tuple[Seen, ...] = ()
    """Ends of the branch that docctl had recorded and that its history later no longer held."""


def read_witness(root: Path) -> Witness | None:
    """The witness; None when there is none or it cannot be read: a fresh clone has none."""
    try:
        return msgspec.json.decode(private_path(root, _NAME).read_bytes(), type=Witness)
    except (OSError, msgspec.MsgspecError):
        return None


def write_witness(root: Path, witness: Witness) -> None:
    """Replace it, durably; raises OSError."""
    make_private(root)
    replace_file(private_path(root, _NAME), msgspec.json.encode(witness), durable=True)
