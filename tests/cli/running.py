"""docctl run as people run it: a process of its own, told nothing by the machine it runs on."""

import os
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parents[2]


class Outcome(Struct):
    """How a call ended."""

    code: int
    out: str
    err: str


def environment(home: Path, **more: str) -> dict[str, str]:
    """Of a process without locale, workspace or state of the developer's."""
    kept = {name: os.environ[name] for name in ("PATH", "CI") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


def docctl(*arguments: str | Path, home: Path, **more: str) -> Outcome:
    """Run docctl in the folder `home` with English messages, unless `DOCCTL_LANG` says another."""
    done = subprocess.run(
        [sys.executable, "-m", "docctl", *map(str, arguments)],
        cwd=home,
        env=environment(home, **{"DOCCTL_LANG": "en", **more}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
