"""`docctl withdraw`."""

from datetime import datetime

import click

from docctl.app.withdrawing import withdraw
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.domain.registry.card import Withdrawal
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "withdraw",
        callback=run,
        help=_("Take a document out of force."),
        params=[
            click.Argument(["number"], metavar="NUMBER"),
            options.text("--basis", "TEXT", _("The document that ends it."), required=True),
            options.day("--date", _("The first day on which it no longer counts."), required=True),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, number: str, basis: str, date: datetime, dry_run: bool, output: str) -> int:
    """Record and print; the exit code."""
    desk = desk_of(session, dry_run=dry_run)
    withdrawal = Withdrawal(basis.strip(), date.date())
    return carried_out(session, output, lambda: withdraw(desk, number, withdrawal))
