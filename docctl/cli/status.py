"""`docctl status`."""

import click

from docctl.app.querying import overview
from docctl.cli import options
from docctl.cli.looking import look
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting import registry_json, registry_overview
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "status",
        callback=run,
        help=_("Say how the registry stands: documents, drafts in the office, reviews overdue."),
        params=[options.output_form(_)],
    )


@click.pass_obj
def run(session: Session, output: str) -> int:
    """Print the counts; the exit code."""
    view = look(session)
    counts = overview(view.snapshot, str(view.registry.root), view.day)
    if output == "json":
        write_json(registry_json.counts(counts))
    else:
        write(registry_overview.overview(counts, session.translate, paint()))
    return DONE
