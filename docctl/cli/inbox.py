"""`docctl inbox`."""

import click

from docctl.app.querying import open_submissions
from docctl.cli import options
from docctl.cli.looking import look
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting import registry_json, registry_text
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "inbox",
        callback=run,
        help=_("List the drafts on their way through the office, the oldest first."),
        params=[options.output_form(_)],
    )


@click.pass_obj
def run(session: Session, output: str) -> int:
    """Print the open submissions; the exit code."""
    submissions = open_submissions(look(session).snapshot)
    if output == "json":
        write_json(registry_json.inbox(submissions))
    else:
        write(registry_text.inbox(submissions, session.translate, paint()))
    return DONE
