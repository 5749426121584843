"""`docctl templates`: list, show, test, build."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import click

from docctl.app import templates as app
from docctl.app.examine import printable
from docctl.app.new import kind_named
from docctl.app.testing_templates import Tested, test_templates
from docctl.cli import options, terminal
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.domain.finding import Stage
from docctl.domain.words import Language
from docctl.errors import ConfigurationError
from docctl.reporting import templates, text
from docctl.wording import Translate

DONE, FOUND, WRONG = 0, 1, 2
BUILDING = "docctl.app.building_templates"
"""Loaded only where a template is built."""


def command(_: Translate) -> click.Command:
    """The group, its help in the language of the call."""
    language = click.Argument(["language"], type=click.Choice([one.value for one in Language]))
    kind = click.Argument(["kind"], metavar="KIND")
    file = click.Argument(["file"], required=False, metavar="[FILE]", type=click.Path(path_type=Path))
    source = click.Argument(["source"], metavar="SOURCE", type=click.Path(path_type=Path))
    output = click.Option(
        ["-o", "--output", "file"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        required=True,
        help=_("The template to write; one that is there is replaced."),
    )
    form = options.output_form(_)
    commands = [
        click.Command(
            "list", callback=run_list, params=[form], help=_("List the templates with their fields.")
        ),
        click.Command(
            "show",
            callback=run_show,
            params=[kind, language, form],
            help=_(
                "Show a template: its fields, what people fill in, its guidance, the rules it answers to."
            ),
        ),
        click.Command(
            "test",
            callback=run_test,
            params=[file],
            help=_("Fill in every template, or the one in FILE, with samples, and check what comes out."),
        ),
        click.Command(
            "build",
            callback=run_build,
            params=[source, output],
            help=_("Build a template from its source: a source.yaml, or the folder that holds it."),
        ),
    ]
    return click.Group("templates", commands=commands, help=_("List, show, test and build templates."))


@click.pass_obj
def run_list(session: Session, output: str) -> int:
    """Print the templates; the exit code."""
    files = app.template_files(workspace_of(session))
    shown = [_listed(file, session.translate) for file in files]
    if output == "json":
        terminal.write_json(templates.list_json(shown))
    else:
        terminal.write(templates.listed(shown, session.translate, terminal.paint()))
    return DONE


def _listed(file: app.TemplateFile, _: Translate) -> templates.Listed:
    fields: tuple[str, ...] = ()
    error = ""
    try:
        fields = tuple(dict.fromkeys(use.field for use in app.uses_of(app.open_template(file))))
    except ConfigurationError as wrong:
        error = wrong.worded(_)
    return templates.Listed(
        kind=file.kind,
        language=file.language,
        own=file.own,
        path=printable(file.path),
        fields=fields,
        error=error,
    )


@click.pass_obj
def run_show(session: Session, kind: str, language: str, output: str) -> int:
    """Print one template; the exit code."""
    workspace = workspace_of(session)
    rulebook = workspace.rulebook()
    file = app.template_file(workspace, kind_named(rulebook, kind), Language(language))
    opened = app.open_template(file)
    seen = app.look_into(opened.data, opened)
    shown = templates.Shown(
        kind=file.kind,
        language=file.language,
        own=file.own,
        path=printable(file.path),
        uses=tuple(templates.Use(use.field, use.part, use.text) for use in app.uses_of(opened)),
        blanks=tuple(
            templates.Blank(one.alias, one.tag, one.text) for one in seen.controls if one.placeholder
        ),
        guidance=seen.guidance,
        rules=tuple(rule.code for rule in rulebook.rules if file.kind in (rule.applies_to or (file.kind,))),
    )
    if output == "json":
        terminal.write_json(templates.show_json(shown))
    else:
        terminal.write(templates.shown(shown, session.translate, terminal.paint()))
    return DONE


@click.pass_obj
def run_test(session: Session, file: Path | None) -> int:
    """Fill in, check and print; the exit code: 1 where something was found, 2 where a template is broken."""
    workspace = workspace_of(session)
    files = app.template_files(workspace) if file is None else (app.template_at(file),)
    tested = test_templates(workspace, files, session.language, date.today())
    reports = [one.report for one in tested if one.report is not None and one.report.findings]
    if reports:
        terminal.write(text.render(reports, Stage.DRAFT, session.translate, terminal.paint()) + "\n")
    for line in _broken(tested, session.translate):
        terminal.tell(line)
    _ = session.translate
    summary = _("Tests: {all}; failed: {failed}.")
    failed = len(reports) + sum(one.error is not None for one in tested)
    terminal.write(summary.format(all=len(tested), failed=failed) + "\n")
    return WRONG if any(one.error for one in tested) else FOUND if reports else DONE


def _broken(tested: tuple[Tested, ...], _: Translate) -> Iterator[str]:
    """What is wrong with templates that could not be filled in, each once."""
    yield from dict.fromkeys(one.error.worded(_) for one in tested if one.error is not None)


@click.pass_obj
def run_build(session: Session, source: Path, file: Path) -> int:
    """Build and say where the template is; the exit code."""
    import_module(BUILDING).build_template(workspace_of(session), source, file)
    terminal.write(session.translate("Made {file}.").format(file=printable(file)) + "\n")
    return DONE
