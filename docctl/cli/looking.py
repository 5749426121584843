"""What the commands that look at the registry share: where it is, which day and moment are asked about."""

import os
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from docctl.app.querying import moment_of, snapshot_of
from docctl.app.workspace import Workspace, find_workspace
from docctl.cli.session import Session
from docctl.reporting.registry_json import Asked
from docctl.store.registry import Registry
from docctl.store.snapshot import Snapshot


class Look(Struct, frozen=True):
    """The registry at the time that was asked about."""

    registry: Registry
    snapshot: Snapshot
    asked: Asked

    @property
    def day(self) -> date:
        """The day that was asked about."""
        return self.asked.as_of


def workspace_of(session: Session) -> Workspace:
    """The workspace of the call."""
    return find_workspace(session.root, os.environ, Path.cwd())


def look(session: Session, as_of: datetime | None = None, known_at: str | None = None) -> Look:
    """Open the registry; raises UsageError, RepositoryTrouble."""
    registry = workspace_of(session).registry()
    moment = moment_of(known_at) if known_at else None
    asked = Asked(as_of=as_of.date() if as_of else date.today(), known_at=moment)
    return Look(registry, snapshot_of(registry, moment), asked)
