"""The environment in which Git is run: none of the user's settings, hooks or variables reach it."""

import os
from collections.abc import Mapping
from pathlib import Path

GIT_PROGRAM = "git"
_SILENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C.UTF-8",
}
OWN_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.autocrlf=false",
    "core.quotePath=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "commit.gpgSign=false",
    "tag.gpgSign=false",
)
"""Settings for ``git -c``: what the repository's own configuration may say does not count either."""


def pinned_environment(root: Path) -> dict[str, str]:
    """Variables that tie Git to this workspace, whatever others of the same name are set: for GitPython.

    It hands its own environment on and can replace a variable, not take one away.
    """
    git = root.resolve() / ".git"
    places = {
        "GIT_DIR": git,
        "GIT_COMMON_DIR": git,
        "GIT_WORK_TREE": root.resolve(),
        "GIT_INDEX_FILE": git / "index",
        "GIT_OBJECT_DIRECTORY": git / "objects",
    }
    silenced = ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG_PARAMETERS", "GIT_NAMESPACE")
    return (
        {name: str(place) for name, place in places.items()}
        | dict.fromkeys(silenced, "")
        | _SILENT
        | {"GIT_CONFIG_COUNT": "0"}
    )


def user_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment without what points Git elsewhere."""
    return {name: value for name, value in environ.items() if not name.startswith("GIT_")}


def git_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for Git when nothing of the user's may matter."""
    return user_environment(environ) | _SILENT
