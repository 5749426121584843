"""`docctl sign`."""

from datetime import datetime

import click

from docctl.app.signing_off import sign_off
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.domain.registry.card import Signature
from docctl.wording import Translate

ROLES = ("developed", "agreed", "lawyer")


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "sign",
        callback=run,
        help=_("Record a sign-off on the signature sheet of an accepted draft."),
        params=[
            click.Argument(["submission"], metavar="S"),
            click.Option(
                ["--role"], type=click.Choice(ROLES), required=True, help=_("In which role the person signs.")
            ),
            options.text("--name", "NAME", _("Who signed."), required=True),
            options.text("--position", "POSITION", _("The position of that person."), required=True),
            options.day("--date", _("The day of the signature."), required=True),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    submission: str,
    role: str,
    name: str,
    position: str,
    date: datetime,
    dry_run: bool,
    output: str,
) -> int:
    """Record and print; the exit code."""
    desk = desk_of(session, dry_run=dry_run)
    signature = Signature(role, name.strip(), position.strip(), date.date())
    return carried_out(session, output, lambda: sign_off(desk, submission, signature))
