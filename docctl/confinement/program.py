"""A program run confined: LibreOffice, Tesseract."""

import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from docctl.confinement.child import PIPE, child
from docctl.confinement.limits import Confinement
from docctl.confinement.work import died
from docctl.errors import UnreadableDraft

OUTPUT = 1
NOT_STARTED = 127


class ProgramFailed(UnreadableDraft):
    """A program ended with an exit code that says it did not do its work; `values` has it as ``code``."""


def run_confined(
    command: Sequence[str], limits: Confinement, folder: Path, environment: Mapping[str, str] | None = None
) -> bytes:
    """What the program, started in `folder`, prints on standard output.

    `command` begins with the whole path of the program itself: a script that starts it cannot work, since no
    new process is allowed. Of docctl's environment it sees the search path alone, and `environment`; its home
    and its folder for temporary files are `folder`. Raises UnreadableDraft when it dies, is late, takes more
    than it may, ProgramFailed when it ends with another exit code than 0.
    """
    given = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        **(environment or {}),
    }
    with child(lambda: _become(command, folder, given), limits) as process:
        printed = process.output()
        code = process.code()
    if code < 0:
        raise died(code, limits)
    if code > 0:
        raise ProgramFailed("{program} cannot work on it", program=Path(command[0]).name, code=code)
    return printed


def _become(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> NoReturn:
    os.dup2(PIPE, OUTPUT)
    os.close(PIPE)
    # What Python ignores a program must not: it would go on writing into a closed pipe or a full file.
    for sign in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(sign, signal.SIG_DFL)
    os.chdir(folder)
    try:
        os.execve(command[0], tuple(command), environment)
    finally:
        os._exit(NOT_STARTED)
