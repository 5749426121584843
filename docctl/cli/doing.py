"""What the commands that write share: the desk they work at, and how they tell what they did."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docctl.app.actor import acting
from docctl.app.desk import Desk
from docctl.app.dossier import CheckRefused
from docctl.app.transition import Done
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting import json, registry_done, taken_out, text

DONE = 0


def desk_of(session: Session, *, dry_run: bool) -> Desk:
    """Where the command works and who acts; raises UsageError."""
    workspace = workspace_of(session)
    return Desk(
        workspace=workspace,
        actor=acting(session.actor, os.environ, workspace.root or Path.cwd()),
        language=session.language,
        today=date.today(),
        dry_run=dry_run,
        sign_key=session.sign_key or "",
    )


def carried_out(session: Session, output: str, action: Callable[[], Done]) -> int:
    """Do it and tell what was done; where the check refuses, its findings are shown first."""
    try:
        done = action()
    except CheckRefused as refused:
        _show(session, output, refused)
        raise
    if output == "json":
        write_json(registry_done.as_json(done.change, done.recorded, done.taken_out.paragraphs))
        return DONE
    write(registry_done.told(done.change, done.recorded, session.translate))
    write(taken_out.told(done.taken_out, session.translate))
    return DONE


def _show(session: Session, output: str, refused: CheckRefused) -> None:
    if output == "json":
        write_json(json.render([refused.report], refused.rules))
    else:
        write(text.render([refused.report], refused.stage, session.translate, paint()))
