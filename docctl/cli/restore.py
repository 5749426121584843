"""`docctl restore`."""

from pathlib import Path

import click

from docctl.app.restore import restored
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write
from docctl.reporting import backup, verify
from docctl.wording import Translate

CLEAN, DAMAGED = 0, 1


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "restore",
        callback=run,
        help=_(
            "Make a workspace of the backup FILE in the new or empty folder DIR, and verify it. Exit code 1"
            " means that the backup was whole but that what was backed up had been damaged before."
        ),
        params=[
            click.Argument(
                ["file"], type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE"
            ),
            click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR"),
        ],
    )


@click.pass_obj
def run(session: Session, file: Path, folder: Path) -> int:
    """Restore, verify, print; the exit code."""
    result = restored(file, folder)
    write(backup.render(result.manifest, session.translate))
    write(verify.render(result.verified, session.translate, paint()))
    return CLEAN if result.verified.is_clean else DAMAGED
