"""`docctl register`."""

from datetime import datetime
from pathlib import Path

import click

from docctl.app.registering import Registering, TableRefused, register, register_all
from docctl.app.registering_table import rows_of
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.cli.terminal import tell, write, write_json
from docctl.domain.words import Language
from docctl.errors import UsageError
from docctl.reporting.registry_done import refused_rows, refused_rows_json
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "register",
        callback=run,
        help=_(
            "Take over a document approved before docctl, or with --csv a table of them, whose columns are"
            " named as these options: all of them or none."
        ),
        params=[
            click.Argument(["document"], metavar="[FILE]", required=False, type=click.Path(path_type=Path)),
            options.file("--csv", "TABLE", _("A table of documents; its files are named from its folder.")),
            options.text("--number", "NUMBER", _("The number of the document.")),
            click.Option(
                ["--edition"], type=click.IntRange(1, 9999), metavar="E", help=_("Which edition it is.")
            ),
            options.text("--unit", "NAME", _("The unit that it is about.")),
            options.day("--approved", _("The day of the approval.")),
            options.day("--in-force", _("The first day in force; the day of the approval, if not said.")),
            options.text("--kind", "KIND", _("Kind of document, when it cannot be told from the text.")),
            click.Option(
                ["--language"],
                type=click.Choice([language.value for language in Language]),
                help=_("Language of the text, when it cannot be told."),
            ),
            options.text("--title", "TEXT", _("The title, when it cannot be told from the text.")),
            options.text("--owner", "WHO", _("Who answers for the document: the head of unit.")),
            options.text("--order", "TEXT", _("The order that put it into force.")),
            options.text("--name", "NAME", _("Who approved.")),
            options.text("--position", "POSITION", _("The position of that person.")),
            options.file("--scan", "PDF", _("A scan of the signed paper.")),
            options.text("--file-index", "TEXT", _("Index by the nomenclature of files.")),
            options.text("--retention", "TEXT", _("How long it is kept.")),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    document: Path | None,
    csv: Path | None,
    number: str,
    edition: int | None,
    unit: str,
    approved: datetime | None,
    in_force: datetime | None,
    kind: str,
    language: str | None,
    title: str,
    owner: str,
    order: str,
    name: str,
    position: str,
    scan: Path | None,
    file_index: str,
    retention: str,
    dry_run: bool,
    output: str,
) -> int:
    """Take over and print; the exit code."""
    if (document is None) == (csv is None):
        raise UsageError("Name a file to take over, or with --csv a table of them.")
    if csv is not None:
        return _table(session, csv, dry_run=dry_run, output=output)
    if document is None or edition is None or approved is None or not (number.strip() and unit.strip()):
        raise UsageError("A file is taken over with --number, --edition, --unit and --approved.")
    desk = desk_of(session, dry_run=dry_run)
    asked = Registering(
        file=document,
        number=number,
        edition=edition,
        unit=unit,
        approved=approved.date(),
        in_force=in_force.date() if in_force else None,
        kind=kind,
        language=Language(language) if language else None,
        title=title,
        owner=owner,
        order=order,
        name=name,
        position=position,
        scan=scan,
        file_index=file_index,
        retention=retention,
    )
    return carried_out(session, output, lambda: register(desk, asked))


def _table(session: Session, path: Path, *, dry_run: bool, output: str) -> int:
    """Take over all documents of a table; its rows that cannot be are told one by one."""
    _ = session.translate
    desk = desk_of(session, dry_run=dry_run)
    try:
        table = rows_of(path)
        if table.encoding != "utf-8-sig":
            tell(_("The table is not in UTF-8; it was read as {encoding}.").format(encoding=table.encoding))
        return carried_out(session, output, lambda: register_all(desk, table.rows))
    except TableRefused as refused:
        problems = [(row.line, row.error.worded(_)) for row in refused.refused]
        if output == "json":
            write_json(refused_rows_json(problems))
        else:
            write(refused_rows(problems, _))
        raise
