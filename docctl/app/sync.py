"""The use case `sync`: the workspace and the shared repository come to the same state."""

from docctl.app.workspace import Workspace
from docctl.store.sharing.outcome import Synced
from docctl.store.sharing.syncing import Joining, sync

ORIGIN = "origin"


def synced(workspace: Workspace, remote: str, joining: Joining) -> Synced:
    """Bring both together; raises what `docctl.store.sharing.sync` raises, UsageError elsewhere."""
    return sync(workspace.registry().root, remote, joining)
