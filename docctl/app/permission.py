"""May this person do that? Held against the roles file as it is recorded."""

from pathlib import Path

from docctl.app.desk import Desk
from docctl.store.access.roles import refuse_unless_allowed
from docctl.store.access.roles_file import read_roles
from docctl.store.record_reading import file_at

ROLES = "registry/roles.yaml"


def refuse_forbidden(desk: Desk, root: Path, commit: str, action: str) -> None:
    """Raises TransitionRefused when a roles file gives the action to others; DamagedRecord."""
    content = file_at(root, commit, ROLES)
    roles = None if content is None else read_roles(content, ROLES)
    refuse_unless_allowed(roles, desk.actor, action, desk.today)
