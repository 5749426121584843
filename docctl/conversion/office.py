"""LibreOffice, where it is installed: run on one file, confined, with an empty profile of its own."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from docctl.confinement import Confinement, ProgramFailed, run_confined
from docctl.confinement.limits import MIB
from docctl.conversion.profile import write_profile
from docctl.errors import UnreadableDraft

PROGRAM = "soffice.bin"
"""The program itself; ``soffice`` is a script that starts it, which a confined process cannot."""
STARTERS = ("soffice", "libreoffice")
USUAL_FOLDERS = (
    "/usr/lib*/libreoffice/program",
    "/opt/libreoffice*/program",
    "/snap/libreoffice/current/lib",
)
RESTART = 81
"""Exit code of a first start: the profile is laid out, and the program asks to be started again."""
STARTS = 3
LIMITS = Confinement(seconds=60.0, computing=40, memory=1536 * MIB, written=200 * MIB)
"""Starting takes a second, 300 pages take ten. Of address space the program itself takes half a GiB."""
INPUT = "draft"
ENVIRONMENT = {"SAL_USE_VCLPLUGIN": "svp", "SAL_DISABLE_OPENCL": "1", "SAL_DISABLESKIA": "1"}
"""No screen, no graphics card."""


class Office(Struct, frozen=True):
    """An installed LibreOffice."""

    program: Path

    def converted(self, data: bytes, ending: str, wanted: str, limits: Confinement = LIMITS) -> bytes:
        """The document in another format: ``docx``, ``pdf``.

        Args:
            data: the file.
            ending: what its name ends in, by its content.
            wanted: what the result's name ends in.
            limits: on the process.

        Raises:
            UnreadableDraft: LibreOffice does not open it, dies, takes too long or too much.
        """
        with TemporaryDirectory(prefix="docctl-", ignore_cleanup_errors=True) as private:
            folder = Path(private)
            write_profile(folder / "profile")
            (folder / f"{INPUT}.{ending}").write_bytes(data)
            self._start(folder, ending, wanted, limits)
            return _result(folder / "out" / f"{INPUT}.{wanted}", limits)

    def _start(self, folder: Path, ending: str, wanted: str, limits: Confinement) -> None:
        command = (
            str(self.program),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", wanted, "--outdir", str(folder / "out"), str(folder / f"{INPUT}.{ending}")),
        )
        for _ in range(STARTS):
            try:
                run_confined(command, limits, folder, ENVIRONMENT)
            except ProgramFailed as failed:
                if failed.values["code"] != RESTART:
                    raise _unopened() from failed
            else:
                return
        raise _unopened()


def find_office() -> Office | None:
    """The LibreOffice that is installed here; None where there is none."""
    for folder in _folders():
        if (folder / PROGRAM).is_file():
            return Office(folder / PROGRAM)
    return None


def _folders() -> list[Path]:
    """Where the program may lie: beside the starter that the search path names, else in the usual places."""
    starters = (shutil.which(name) for name in STARTERS)
    named = [Path(starter).resolve().parent for starter in starters if starter]
    return named + [
        found for usual in USUAL_FOLDERS for found in sorted(Path("/").glob(usual[1:]), reverse=True)
    ]


def _result(path: Path, limits: Confinement) -> bytes:
    """LibreOffice ends with code 0 also when it could not open the file: then there is no result."""
    if not path.is_file() or path.is_symlink():
        raise _unopened()
    with path.open("rb") as file:
        return file.read(limits.written)


def _unopened() -> UnreadableDraft:
    return UnreadableDraft("LibreOffice cannot open it: it is damaged or protected by a password")
