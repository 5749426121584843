"""`docctl accept`."""

import click

from docctl.app.reviewing import accept
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "accept",
        callback=run,
        help=_("Accept a draft: the sign-offs can begin."),
        params=[
            click.Argument(["submission"], metavar="S"),
            options.anyway(_),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, submission: str, anyway: str, dry_run: bool, output: str) -> int:
    """Accept and print; the exit code."""
    desk = desk_of(session, dry_run=dry_run)
    return carried_out(session, output, lambda: accept(desk, submission, anyway))
