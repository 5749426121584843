"""The use case `backup`: everything recorded, in one file."""

from pathlib import Path

from docctl.app.workspace import Workspace
from docctl.store.backup.making import back_up
from docctl.store.backup.manifest import Manifest


def backed_up(workspace: Workspace, file: Path) -> Manifest:
    """Write the file and prove it; what it holds. Raises what `back_up` raises, UsageError elsewhere."""
    return back_up(workspace.registry().root, file)
