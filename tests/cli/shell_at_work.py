"""A shell with docctl's completion: lines typed into it as people type them, with the Tab key."""

import os
import pty
import select
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import environment

PATIENCE = 60
"""Seconds until a shell that says nothing is held to hang."""
START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config"),
}
PREPARE = {"bash": "", "zsh": "autoload -Uz compinit; compinit -D -u; "}
PROGRAM = """\
#!/bin/sh
if [ -z "$_DOCCTL_COMPLETE" ]; then
    for word in "$@"; do printf '%s\\n' "$word"; done >"$TYPED.part"
    mv "$TYPED.part" "$TYPED"
else
    exec {python} -m docctl "$@"
fi
"""
"""A docctl that completes, and that else only writes down what it was given."""


def found(shell: str) -> str:
    """The shell's path; without it the test is skipped, except in CI."""
    path = shutil.which(shell)
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(f"CI needs {shell}")
    if path is None:
        pytest.skip(f"{shell} is not installed")
    return path


class ShellAtWork:
    """A home folder with a docctl in its path and the script of a shell; `workspace` is where it works."""

    def __init__(self, shell: str, home: Path, workspace: Path) -> None:
        found(shell)
        self.shell, self.home, self.workspace = shell, home, workspace
        (home / "bin").mkdir(parents=True)
        program = home / "bin" / "docctl"
        program.write_text(PROGRAM.format(python=sys.executable))
        program.chmod(0o755)
        self.given = home / "typed"
        self.script = home / f"script.{shell}"
        self.script.write_text(self._docctl("completion", shell))

    def environment(self) -> dict[str, str]:
        """Of the shell."""
        mine = environment(self.home, DOCCTL_LANG="en", TYPED=str(self.given), TERM="dumb", LC_ALL="C.UTF-8")
        return {**mine, "PATH": f"{self.home / 'bin'}:{mine['PATH']}"}

    def answers(self, lines: str) -> str:
        """What the shell prints when it runs the lines, its completion loaded."""
        done = subprocess.run(
            [*START[self.shell][:1], "-c", f"source {self.script}\n{lines}"],
            cwd=self.workspace,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.stderr == ""
        return done.stdout

    def typed(self, line: str) -> list[str]:
        """The arguments that docctl gets when somebody types the line, Tab keys in it, and Enter."""
        self.given.unlink(missing_ok=True)
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.workspace)
            os.execvpe(START[self.shell][0], START[self.shell], self.environment())
        try:
            os.write(terminal, f"{PREPARE[self.shell]}source {shlex.quote(str(self.script))}\n".encode())
            os.write(terminal, f"{line}\n".encode())
            return self._wait(terminal)
        finally:
            os.close(terminal)
            os.waitpid(child, 0)

    def _wait(self, terminal: int) -> list[str]:
        shown, until = b"", time.monotonic() + PATIENCE
        while not self.given.exists():
            assert time.monotonic() < until, shown.decode(errors="replace")
            if select.select([terminal], [], [], 0.05)[0]:
                shown += os.read(terminal, 4096)
        return self.given.read_text("utf-8").splitlines()

    def _docctl(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "docctl", *arguments],
            env=environment(self.home),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout
