"""The page that `--help` shows: click's, and the command's examples below it."""

from importlib import import_module

import click

from docctl.cli.session import Session
from docctl.wording import N_, Translate

EXAMPLES = "docctl.cli.examples"
"""Loaded only for help."""
INDENT = "  "


class HelpedContext(click.Context):
    """A call of a command whose help ends in examples."""

    def get_help(self) -> str:
        """The page; a command that has no examples is shown without them."""
        session = self.find_object(Session)
        return super().get_help() + (_examples(self, session.translate) if session else "")


def with_examples(command: click.Command) -> click.Command:
    """The command, and those below it, with examples in their help."""
    command.context_class = HelpedContext
    if isinstance(command, click.Group):
        for below in command.commands.values():
            below.short_help = below.help  # else click cuts it short in the list of commands
            with_examples(below)
    return command


def _examples(context: click.Context, _: Translate) -> str:
    called = context.command_path.partition(" ")[2]
    width = context.make_formatter().width
    lines = ["", "", _(N_("Examples")) + ":"]
    for example in import_module(EXAMPLES).EXAMPLES.get(called, ()):
        lines.append(click.wrap_text(_(example.purpose), width, INDENT + "# ", INDENT + "# "))
        lines += [INDENT + line for line in example.line.splitlines()]
    return "\n".join(lines) if len(lines) > 3 else ""
