"""`docctl submit`."""

from pathlib import Path

import click

from docctl.app.submitting import Submitting, submit
from docctl.cli import options
from docctl.cli.doing import carried_out, desk_of
from docctl.cli.session import Session
from docctl.domain.words import Language
from docctl.wording import Translate


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "submit",
        callback=run,
        help=_("Hand a draft in: it is checked, stored and gets a number of its own, S-2026-0007."),
        params=[
            click.Argument(["file"], metavar="FILE", type=click.Path(path_type=Path)),
            options.text("--unit", "NAME", _("The unit that hands it in."), required=True),
            options.text(
                "--number", "NUMBER", _("The document that it is a new edition of; a new one, if not said.")
            ),
            click.Option(
                ["--language"],
                type=click.Choice([language.value for language in Language]),
                help=_("Language of the text, when it cannot be told."),
            ),
            options.text("--kind", "KIND", _("Kind of document, when it cannot be told from the text.")),
            options.text("--owner", "WHO", _("Who answers for the document: the head of unit.")),
            options.text("--again", "S", _("The returned draft that this one takes the place of.")),
            options.anyway(_),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    file: Path,
    unit: str,
    number: str,
    language: str | None,
    kind: str,
    owner: str,
    again: str,
    anyway: str,
    dry_run: bool,
    output: str,
) -> int:
    """Hand in and print; the exit code."""
    desk = desk_of(session, dry_run=dry_run)
    asked = Submitting(
        file=file,
        unit=unit,
        number=number,
        language=Language(language) if language else None,
        kind=kind,
        owner=owner,
        again=again,
        anyway=anyway,
    )
    return carried_out(session, output, lambda: submit(desk, asked))
