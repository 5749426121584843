"""The use case `verify`: is everything there as it was recorded?"""

from docctl.app.workspace import Workspace
from docctl.store.verification.held import verify_held
from docctl.store.verification.problems import Verified


def verified(workspace: Workspace) -> Verified:
    """What verification finds; others wait meanwhile.

    Raises:
        UsageError: the command is called outside of a workspace.
        RepositoryTrouble: the folder cannot be looked at at all; the message says what to do.
        Busy: somebody else has been writing all the time.
    """
    return verify_held(workspace.registry().root)
