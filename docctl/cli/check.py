"""`docctl check`."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import click

from docctl.app.check import CheckRun, Examine, check
from docctl.app.drafts import find_drafts
from docctl.app.examine import Examination, examine
from docctl.app.reading import Reading, refuse_missing
from docctl.app.workspace import Workspace, find_workspace
from docctl.cli.session import Session
from docctl.cli.terminal import paint, progress, tell, write, write_json
from docctl.domain.finding import Severity, Stage
from docctl.domain.registry.facts import RegistryFacts
from docctl.errors import RepositoryTrouble
from docctl.reporting import json, text
from docctl.wording import Translate

DONE, FOUND, FAULT = 0, 1, 3
EXTRAS = "docctl.cli.check_extras"
"""Loaded only for what goes beyond text and JSON."""
FORMATS = ("text", "json", "html", "sarif", "junit")


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "check",
        callback=run,
        help=_(
            "Check drafts against the rules. PATH is a draft or a folder, whose documents are all checked."
            " Exit code 1 means findings, 2 wrong usage, 3 a fault of docctl."
        ),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
            click.Option(
                ["--kind"], metavar="KIND", help=_("Kind of document, when it cannot be told from the text.")
            ),
            click.Option(
                ["--format", "output"],
                type=click.Choice(FORMATS),
                default="text",
                help=_("Form of the result."),
            ),
            click.Option(
                ["--annotate"],
                metavar="DIR",
                help=_("Put a copy of each Word draft into this folder, with a comment at every finding."),
            ),
            click.Option(
                ["--fail-on"],
                type=click.Choice([severity.value for severity in Severity]),
                default=Severity.ERROR.value,
                show_default=True,
                help=_("The least severity that gives exit code 1."),
            ),
            click.Option(
                ["--jobs"],
                type=click.IntRange(1, 64),
                metavar="N",
                help=_("How many processes check at once."),
            ),
            click.Option(
                ["--stage"],
                type=click.Choice([stage.value for stage in Stage]),
                default=Stage.SUBMISSION.value,
                show_default=True,
                help=_("What the draft is checked for; it sets what may still be blank."),
            ),
            click.Option(
                ["--as-of"],
                type=click.DateTime(["%Y-%m-%d"]),
                metavar="DATE",
                help=_("The day on which the check is held to be made, e.g. 2026-03-01; today, if not said."),
            ),
            click.Option(
                ["--layout"],
                is_flag=True,
                help=_("Lay Word drafts out by LibreOffice, so that rules about pages are judged too."),
            ),
            click.Option(["--ocr"], is_flag=True, help=_("Read scanned pages of PDF files by Tesseract.")),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    paths: tuple[str, ...],
    kind: str | None,
    output: str,
    annotate: str | None,
    fail_on: str,
    jobs: int | None,
    stage: str,
    as_of: datetime | None,
    layout: bool,
    ocr: bool,
) -> int:
    """Check and print; the exit code."""
    drafts = find_drafts(paths)
    workspace = find_workspace(session.root, os.environ, Path.cwd())
    examination = Examination(
        rulebook=workspace.rulebook(),
        office=workspace.office(),
        language=session.language,
        stage=Stage(stage),
        as_of=as_of.date() if as_of else date.today(),
        kind=kind,
        registry=_facts(workspace, session.translate),
        reading=Reading(ocr=ocr, layout=layout),
    )
    refuse_missing(examination.reading)
    if annotate is not None:
        drafts = import_module(EXTRAS).drafts_to_annotate(drafts, paths, annotate)
    result = check(drafts, examination, jobs, progress, _examine(drafts, annotate, output))
    _write(output, result, examination, Severity(fail_on), session.translate)
    if annotate is not None:
        import_module(EXTRAS).tell_copies(result, session.translate)
    return _exit_code(result, Severity(fail_on), session.translate)


def _examine(drafts: Sequence[Path], annotate: str | None, output: str) -> Examine:
    if annotate is None and output != "html":
        return examine
    examining: Examine = import_module(EXTRAS).examining(drafts, annotate, output)
    return examining


def _write(
    output: str, result: CheckRun, examination: Examination, fail_on: Severity, translate: Translate
) -> None:
    if output == "text":
        write(text.render(result.reports, examination.stage, translate, paint()))
    elif output == "json":
        write_json(json.render(result.reports, len(examination.rulebook.rules)))
    else:
        write_json(import_module(EXTRAS).rendered(output, result, examination, fail_on, translate))


def _facts(workspace: Workspace, _: Translate) -> RegistryFacts | None:
    """What the registry holds; drafts are checked without it where it cannot be opened, and that is said."""
    try:
        return workspace.facts()
    except RepositoryTrouble as trouble:
        tell(_("The drafts are not compared with the registry: {reason}").format(reason=trouble.worded(_)))
        return None


def _exit_code(result: CheckRun, fail_on: Severity, _: Translate) -> int:
    for fault in result.faults:
        tell(
            _("docctl failed on a document. Please send the log file to those who maintain it: {log}").format(
                log=fault.log
            )
        )
    if result.faults:
        return FAULT
    return FOUND if result.has(fail_on) else DONE
