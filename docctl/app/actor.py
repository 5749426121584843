"""Who acts: the name that stands in the history beside every transition."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from docctl.domain.patterns import regex
from docctl.errors import UsageError
from docctl.reporting.style import harmless
from docctl.store.environment import GIT_PROGRAM, user_environment

VARIABLE = "DOCCTL_AS"
_ACTOR = regex(r"\s*([^<>\s][^<>]*?)\s*<([^<>\s]+)>\s*")


def acting(option: str | None, environ: Mapping[str, str], folder: Path) -> str:
    """«Name <mail>»: of ``--as``, else ``$DOCCTL_AS``, else of Git's settings in `folder`.

    Raises UsageError when nobody is named, or not in that form.
    """
    said = option or environ.get(VARIABLE) or _of_git(environ, folder)
    if not said:
        raise UsageError(
            "It is not said who acts. Say it with --as “Name <mail>”, in the variable {variable}, or once for"
            ' all: git config --global user.name "Name"; git config --global user.email mail.',
            variable=VARIABLE,
        )
    match = _ACTOR.fullmatch(said)
    if match is None or not said.isprintable():
        raise UsageError("“{actor}” is not of the form “Name <mail>”.", actor=harmless(said))
    return f"{match[1]} <{match[2]}>"


def _of_git(environ: Mapping[str, str], folder: Path) -> str:
    name, mail = (_setting(key, environ, folder) for key in ("user.name", "user.email"))
    return f"{name} <{mail}>" if name and mail else ""


def _setting(key: str, environ: Mapping[str, str], folder: Path) -> str:
    asked = [GIT_PROGRAM, "config", "--get", key]
    try:
        done = subprocess.run(
            asked, cwd=folder, env=user_environment(environ), capture_output=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "surrogateescape").strip()
