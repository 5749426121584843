"""The root of the command line: its options, and commands that are loaded when they are called."""

from importlib import import_module
from typing import Any

import click

from docctl import __version__
from docctl.cli.help_page import HelpedContext, with_examples
from docctl.cli.session import Session
from docctl.domain.words import Language
from docctl.wording import N_, Translate

COMMANDS = {
    "init": ("docctl.cli.init", N_("Make a new workspace.")),
    "new": ("docctl.cli.new", N_("Make a draft from a template.")),
    "check": ("docctl.cli.check", N_("Check drafts against the rules.")),
    "templates": ("docctl.cli.templates", N_("List, show, test and build templates.")),
    "rules": ("docctl.cli.rules", N_("List, explain and test the rules.")),
    "submit": ("docctl.cli.submit", N_("Hand a draft in.")),
    "inbox": ("docctl.cli.inbox", N_("List the drafts on their way through the office.")),
    "return": ("docctl.cli.give_back", N_("Give a draft back with the reason.")),
    "accept": ("docctl.cli.accept", N_("Accept a draft for signing.")),
    "sign": ("docctl.cli.sign", N_("Record a sign-off.")),
    "approve": ("docctl.cli.approve", N_("Record the approval: an edition in force.")),
    "register": ("docctl.cli.register", N_("Take over documents approved before docctl.")),
    "withdraw": ("docctl.cli.withdraw", N_("Take a document out of force.")),
    "list": ("docctl.cli.listing", N_("List the documents of the registry.")),
    "show": ("docctl.cli.show", N_("Show a document of the registry.")),
    "history": ("docctl.cli.history", N_("Say who changed what, when and why.")),
    "text": ("docctl.cli.text", N_("Print the clauses of an edition.")),
    "status": ("docctl.cli.status", N_("Say how the registry stands.")),
    "search": ("docctl.cli.search", N_("Search the clauses of all documents.")),
    "index": ("docctl.cli.index", N_("Bring the search index up to date.")),
    "impact": ("docctl.cli.impact", N_("Name the clauses that an act, a unit or a wording touches.")),
    "watch": ("docctl.cli.watch", N_("Watch a drop folder.")),
    "verify": ("docctl.cli.verify", N_("Prove that everything is there as it was recorded.")),
    "backup": ("docctl.cli.backup", N_("Write the whole registry into one file.")),
    "restore": ("docctl.cli.restore", N_("Make a workspace of a backup.")),
    "sync": ("docctl.cli.sync", N_("Exchange transitions with another copy of the registry.")),
    "completion": ("docctl.cli.completion", N_("Print the script that lets a shell complete.")),
}
"""Each command's module, which has `command(translate)`, and its line in the list of commands."""


class LazyGroup(click.Group):
    """Commands found by name in `COMMANDS`: the list of commands loads none of them."""

    context_class = HelpedContext

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
        return with_examples(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from their lines here."""
        with formatter.section(self.translate(N_("Commands"))):
            formatter.write_dl([(name, self.translate(line)) for name, (_, line) in COMMANDS.items()])


def root(_: Translate, group: type[LazyGroup] = LazyGroup) -> LazyGroup:
    """The command `docctl`, its help in the language of the call."""
    options = [
        click.Option(["--root"], metavar="DIR", help=_("Folder of the workspace.")),
        click.Option(
            ["--lang"],
            type=click.Choice([language.value for language in Language]),
            help=_("Language of messages."),
        ),
        click.Option(["--as", "actor"], metavar='"NAME <MAIL>"', help=_("Who acts.")),
        click.Option(["--sign-key"], metavar="KEY", help=_("SSH key that signs what is recorded.")),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=_("Show the version."),
        ),
    ]
    return group(
        _,
        name="docctl",
        params=options,
        callback=_begin,
        help=_("Document control for an organisation's internal normative documents."),
        context_settings={"help_option_names": ["-h", "--help"]},
    )


@click.pass_context
def _begin(
    context: click.Context, root: str | None, lang: str | None, actor: str | None, sign_key: str | None
) -> None:
    session: Session = context.obj
    context.obj = Session(session.language, root, actor, sign_key)


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"docctl {__version__}")
        context.exit()
