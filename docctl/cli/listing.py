"""`docctl list`."""

from datetime import datetime

import click
from msgspec.structs import astuple

from docctl.app.querying import Wanted, listed
from docctl.cli import options
from docctl.cli.looking import look
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.domain.registry.card import EditionStatus
from docctl.reporting import registry_json, registry_text
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "list",
        callback=run,
        help=_("List the documents of the registry. With --as-of: those in force on that day."),
        params=[
            options.as_of(_),
            options.known_at(_),
            click.Option(
                ["--status"],
                type=click.Choice([status.value for status in EditionStatus]),
                help=_("Every edition that has this status."),
            ),
            options.text("--kind", "KIND", _("Only documents of this kind.")),
            options.text("--unit", "NAME", _("Only documents of units whose name contains this.")),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    as_of: datetime | None,
    known_at: str | None,
    status: str | None,
    kind: str,
    unit: str,
    output: str,
) -> int:
    """Print the documents; the exit code."""
    view = look(session, as_of, known_at)
    wanted = Wanted(
        status=EditionStatus(status) if status else None,
        kind=kind,
        unit=unit,
        in_force_only=as_of is not None,
    )
    lines = [astuple(line) for line in listed(view.snapshot.cards(), view.day, wanted)]
    if output == "json":
        write_json(registry_json.cards(lines, view.asked))
    else:
        write(registry_text.listed(lines, view.day, session.language, session.translate, paint()))
    return DONE
