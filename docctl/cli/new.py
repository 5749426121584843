"""`docctl new`."""

from datetime import date
from pathlib import Path

import click

from docctl.app.examine import printable
from docctl.app.new import Wanted, make, write
from docctl.cli import options, terminal
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.domain.words import Language
from docctl.reporting import new_draft
from docctl.wording import Translate

DONE = 0


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "new",
        callback=run,
        help=_(
            "Make a draft from the template of its kind: a Word file that passes the check from the start."
        ),
        params=[
            click.Argument(["kind"], metavar="KIND"),
            options.text("--unit", "NAME", _("The unit that the document is for."), required=True),
            click.Option(
                ["--language"],
                type=click.Choice([language.value for language in Language]),
                required=True,
                help=_("Language of the document."),
            ),
            click.Option(
                ["-o", "--output", "file"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                required=True,
                help=_("The Word file to make; one that is there is never written over."),
            ),
            click.Option(
                ["--set", "said"],
                multiple=True,
                metavar="FIELD=VALUE",
                help=_(
                    "A field of the template: city=Astana, agreed=“I.P. Sosnovsky, Vice-Rector”; may be said"
                    " many times."
                ),
            ),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    kind: str,
    unit: str,
    language: str,
    file: Path,
    said: tuple[str, ...],
    dry_run: bool,
    output: str,
) -> int:
    """Make the draft and print what remains to be done; the exit code."""
    wanted = Wanted(
        kind=kind, unit=unit, language=Language(language), file=file, said=said, today=date.today()
    )
    made = make(workspace_of(session), wanted)
    if not dry_run:
        write(made)
    shown = new_draft.NewDraft(
        path=printable(made.file),
        kind=made.template.kind,
        language=made.template.language,
        unit=made.fields.unit,
        title=made.fields.title,
        edition=made.fields.edition,
        number=made.fields.number,
        template=printable(made.template.path),
        own_template=made.template.own,
        blanks=made.blanks,
        guidance=made.guidance,
        sha256=made.sha256,
        dry_run=dry_run,
    )
    if output == "json":
        terminal.write_json(new_draft.as_json(shown))
    else:
        terminal.write(new_draft.told(shown, session.translate))
    return DONE
