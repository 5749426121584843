"""`docctl return`."""

import click

from docctl.app.reviewing import give_back
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "return",
        callback=run,
        help=_("Give a draft back to its unit with the reason."),
        params=[
            click.Argument(["submission"], metavar="S"),
            options.text("--reason", "TEXT", _("What the unit must do."), required=True),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, submission: str, reason: str, dry_run: bool, output: str) -> int:
    """Give back and print; the exit code."""
    desk = desk_of(session, dry_run=dry_run)
    return carried_out(session, output, lambda: give_back(desk, submission, reason))
