"""The use case `templates build`: a template from a source that people change without Word."""

import os
from pathlib import Path

from docctl.app.examine import printable
from docctl.app.templates import TEMPLATES
from docctl.app.workspace import Workspace
from docctl.errors import UsageError
from docctl.templating.building import build
from docctl.templating.source import SOURCE, read_source


def build_template(workspace: Workspace, source: Path, file: Path) -> None:
    """Write the template; what its source shares with others comes from beside it, the office, or docctl.

    Raises ConfigurationError with file and line for a wrong source, UsageError where nothing can be written.
    """
    path = source / SOURCE if source.is_dir() else source
    data = build(read_source(path, _folders(workspace, path)))
    waiting = file.with_name(f".docctl-{os.getpid()}")
    try:
        waiting.write_bytes(data)
        waiting.replace(file)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        reason = os.strerror(error.errno or 0)
        raise UsageError("Cannot be written: {reason}.", at=printable(file), reason=reason) from error


def _folders(workspace: Workspace, path: Path) -> list[Path]:
    """Where the look of pages and the words of a language may lie, the nearest first."""
    beside = path.resolve().parent
    own = [] if workspace.root is None else [workspace.root / TEMPLATES]
    return [beside, *beside.parents[:2], *own, workspace.shipped / TEMPLATES]
