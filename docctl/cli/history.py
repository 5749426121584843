"""`docctl history`."""

import click

from docctl.app.history import events
from docctl.cli import options
from docctl.cli.looking import look
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting import registry_history
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "history",
        callback=run,
        help=_("Say who changed what, when and why, of a document or a submission."),
        params=[click.Argument(["subject"], metavar="NUMBER|S"), options.output_form(_)],
    )


@click.pass_obj
def run(session: Session, subject: str, output: str) -> int:
    """Print the transitions; the exit code."""
    view = look(session)
    told = events(view.registry, view.snapshot, subject)
    if output == "json":
        write_json(registry_history.as_json(subject, told))
    else:
        write(registry_history.told(told, session.translate, paint()))
    return DONE
