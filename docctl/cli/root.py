"""The root of the command line: its options, and commands that are loaded when they are called."""

from importlib import import_module
from typing import Any

import click

from docctl import __version__
from docctl.cli.session import Session
from docctl.domain.words import Language
from docctl.wording import N_, Translate

COMMANDS = {
    "check": ("docctl.cli.check", N_("Check drafts against the rules.")),
    "rules": ("docctl.cli.rules", N_("List, explain and test the rules.")),
}
"""Each command's module, which has `command(translate)`, and its line in the list of commands."""


class LazyGroup(click.Group):
    """Commands found by name in `COMMANDS`: the list of commands loads none of them."""

    def __init__(self, translate: Translate, **settings: Any) -> None:
        super().__init__(**settings)
        self.translate = translate

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module loaded only now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command(self.translate)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from their lines here."""
        with formatter.section(self.translate(N_("Commands"))):
            formatter.write_dl([(name, self.translate(line)) for name, (_, line) in COMMANDS.items()])


def root(_: Translate) -> click.Group:
    """The command `docctl`, its help in the language of the call."""
    options = [
        click.Option(["--root"], metavar="DIR", help=_("Folder of the workspace.")),
        click.Option(
            ["--lang"],
            type=click.Choice([language.value for language in Language]),
            help=_("Language of messages."),
        ),
        click.Option(["--as", "actor"], metavar='"NAME <MAIL>"', help=_("Who acts.")),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=_("Show the version."),
        ),
    ]
    return LazyGroup(
        _,
        name="docctl",
        params=options,
        callback=_begin,
        help=_("Document control for an organisation's internal normative documents."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )


@click.pass_context
def _begin(context: click.Context, root: str | None, lang: str | None, actor: str | None) -> None:
    session: Session = context.obj
    context.obj = Session(session.language, root, actor)


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"docctl {__version__}")
        context.exit()
