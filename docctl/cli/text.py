"""`docctl text`."""

from datetime import datetime

import click

from docctl.app.querying import found, text_of
from docctl.cli import options
from docctl.cli.looking import look
from docctl.cli.session import Session
from docctl.cli.terminal import write, write_json
from docctl.reporting import registry_json
from docctl.reporting.style import harmless
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "text",
        callback=run,
        help=_("Print the clauses of an edition as text: 158, 158@2."),
        params=[
            click.Argument(["number"], metavar="NUMBER[@EDITION]"),
            options.as_of(_),
            options.known_at(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, number: str, as_of: datetime | None, known_at: str | None, output: str) -> int:
    """Print the text; the exit code."""
    view = look(session, as_of, known_at)
    line = found(view.snapshot, number, view.day)
    text = text_of(view.snapshot, line)
    if output == "json":
        values = {"number": line.card.number, "edition": line.edition.edition, "status": line.status}
        write_json(registry_json.written(registry_json.TEXT, **values, text=text))
    else:
        write("".join(f"{harmless(row)}\n" for row in text.splitlines()))
    return DONE
