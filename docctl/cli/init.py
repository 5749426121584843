"""`docctl init`."""

import os
from pathlib import Path

import click

from docctl.app.actor import acting
from docctl.app.init import create_workspace, organisation_in, refuse_used, starter_files
from docctl.app.workspace import shipped_content
from docctl.cli import options
from docctl.cli.session import Session
from docctl.cli.terminal import write, write_json
from docctl.reporting import registry_json
from docctl.wording import Translate

DONE = 0
SHOWN = 12


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "init",
        callback=run,
        help=_("Make a new workspace in DIR: a Git repository with settings, registry and documents."),
        params=[
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(
                ["--organisation"],
                type=click.Path(exists=True, dir_okay=False, path_type=Path),
                metavar="FILE",
                help=_("A file like docctl.toml that names the organisation."),
            ),
            options.dry_run(_),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, folder: Path, organisation: Path | None, dry_run: bool, output: str) -> int:
    """Make the workspace and print what was done; the exit code."""
    _ = session.translate
    actor = acting(session.actor, os.environ, Path.cwd())
    files = starter_files(shipped_content(), organisation_in(organisation), session.language)
    refuse_used(folder, files)
    commit = "" if dry_run else create_workspace(folder, files, actor).commit
    paths = [file.path for file in files]
    if output == "json":
        values = {"action": "init", "dry_run": dry_run, "commit": commit or None, "files": paths}
        write_json(registry_json.written(registry_json.DONE, root=str(folder), **values))
        return DONE
    said = (
        _("Would make a workspace in {root}: {files}.")
        if dry_run
        else _("Made a workspace in {root}: {files}.")
    )
    write(said.format(root=folder, files=", ".join(paths)) + "\n")
    if commit:
        write(_("Commit {commit}.").format(commit=commit[:SHOWN]) + "\n")
    return DONE
