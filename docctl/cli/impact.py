"""`docctl impact`."""

from datetime import datetime

import click

from docctl.app.impact import impact
from docctl.app.search import index_of
from docctl.cli import options
from docctl.cli.index import counting
from docctl.cli.looking import look
from docctl.cli.query_words import QueryCommand
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.reporting.impact import as_json, as_text
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return QueryCommand(
        "impact",
        callback=run,
        help=_(
            "Find every clause in force that mentions an act, a unit or a wording, in any form of its words:"
            " № 319-III, «Білім туралы» Заңы, a unit's former name. Other words may stand between only beside"
            " a part in quotes and where you write “…”."
        ),
        params=[
            click.Argument(["text"], nargs=-1, required=True, metavar="TEXT..."),
            options.as_of(_),
            options.known_at(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(
    session: Session, text: tuple[str, ...], as_of: datetime | None, known_at: str | None, output: str
) -> int:
    """Search and print; the exit code, 0 also when nobody mentions it."""
    view = look(session, as_of, known_at)
    with counting(session.translate) as count:
        index = index_of(view.registry, view.snapshot, count)
    found = impact(index, view.snapshot, " ".join(text), view.day)
    if output == "json":
        write_json(as_json(found))
    else:
        write(as_text(found, session.translate, paint()))
    return DONE
