"""`docctl show`."""

from datetime import datetime

import click
from msgspec.structs import astuple

from docctl.app.querying import found
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
        "show",
        callback=run,
        help=_("Show a document of the registry, or one edition of it: 158, 158@2."),
        params=[
            click.Argument(["number"], metavar="NUMBER[@EDITION]"),
            options.as_of(_),
            options.known_at(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, number: str, as_of: datetime | None, known_at: str | None, output: str) -> int:
    """Print the card; the exit code."""
    view = look(session, as_of, known_at)
    line = astuple(found(view.snapshot, number, view.day))
    if output == "json":
        write_json(registry_json.card(line, view.asked))
    else:
        write(registry_text.carded(line, view.day, session.language, session.translate, paint()))
    return DONE
