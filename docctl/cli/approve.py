"""`docctl approve`."""

from datetime import datetime
from pathlib import Path

import click

from docctl.app.approving import Approving, approve
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.domain.registry.card import Person
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "approve",
        callback=run,
        help=_("Record the approval: the draft becomes an edition, the one before it is superseded."),
        params=[
            click.Argument(["submission"], metavar="S"),
            options.text("--number", "NUMBER", _("The number of the document."), required=True),
            options.text("--name", "NAME", _("Who approved."), required=True),
            options.text("--position", "POSITION", _("The position of that person."), required=True),
            options.day("--date", _("The day of the approval."), required=True),
            options.day("--in-force", _("The first day in force; the day of the approval, if not said.")),
            options.text("--order", "TEXT", _("The order that puts it into force.")),
            options.file("--scan", "PDF", _("A scan of the signed paper.")),
            options.file(
                "--file",
                "FINAL.docx",
                _("The final file, number and dates filled in; its clauses must be those accepted."),
            ),
            options.anyway(_),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    submission: str,
    number: str,
    name: str,
    position: str,
    date: datetime,
    in_force: datetime | None,
    order: str,
    scan: Path | None,
    file: Path | None,
    anyway: str,
    dry_run: bool,
    output: str,
) -> int:
    """Record and print; the exit code."""
    desk = desk_of(session, dry_run=dry_run)
    asked = Approving(
        submission=submission,
        number=number.strip(),
        approver=Person(name.strip(), position.strip()),
        approved=date.date(),
        in_force=in_force.date() if in_force else None,
        order=order,
        scan=scan,
        file=file,
        anyway=anyway,
    )
    return carried_out(session, output, lambda: approve(desk, asked))
