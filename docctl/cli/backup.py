"""`docctl backup`."""

from pathlib import Path

import click

from docctl.app.backup import backed_up
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.cli.terminal import write
from docctl.reporting import backup
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "backup",
        callback=run,
        help=_(
            "Write everything recorded into one FILE, while others may go on working. The file is read back"
            " and proved before it gets its name; docctl restore makes a workspace of it again."
        ),
        params=[click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE")],
    )


@click.pass_obj
def run(session: Session, file: Path) -> int:
    """Back up and print what the file holds; the exit code."""
    write(backup.render(backed_up(workspace_of(session), file), session.translate))
    return 0
