"""Which value a shell completes where: by what help calls it, `NUMBER`, `KIND`, `FILE`."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from docctl.app import suggestions
from docctl.app.suggestions import Suggestion
from docctl.app.workspace import Workspace, find_workspace
from docctl.cli.root import COMMANDS, LazyGroup
from docctl.cli.session import Session
from docctl.domain.words import Language

Suggest = Callable[[Workspace, Language, str], Iterable[Suggestion]]

VALUES: Mapping[str, Suggest] = {
    "NUMBER": suggestions.documents,
    "NUMBER[@EDITION]": suggestions.editions,
    "NUMBER|S": suggestions.subjects,
    "S": suggestions.submissions,
    "CODE": suggestions.rules,
    "KIND": suggestions.kinds,
}
UNIT = "unit"
"""The option whose NAME is that of a unit, not of a person."""
FOLDERS = ("DIR",)
FILES = ("PATH...", "FILE", "[FILE]", "PDF", "TABLE", "FINAL.docx", "KEY", "SOURCE")
FREE = (
    *("TEXT", "TEXT...", "REASON", "WHO", "NAME", "POSITION", "DATE", "MOMENT", "QUERY...", "[REMOTE]"),
    *('"NAME <MAIL>"', "FIELD=VALUE", "SECONDS", "N", "E", None),
)
"""What only a person can say."""


class SuggestingGroup(LazyGroup):
    """The commands, with what may be typed where."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its parameters knowing what to suggest."""
        command = super().get_command(ctx, cmd_name)
        return command and suggesting(command)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Names of commands by their lines: none is loaded."""
        names = (name for name in COMMANDS if name.startswith(incomplete))
        items = [CompletionItem(name, help=self.translate(COMMANDS[name][1])) for name in names]
        return [*items, *click.Command.shell_complete(self, ctx, incomplete)]


class _Suggested(click.types.StringParamType):
    """A text for which the workspace has suggestions."""

    def __init__(self, suggest: Suggest) -> None:
        self.suggest = suggest

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """Those that begin like what is typed, in any case."""
        workspace = find_workspace(ctx.find_root().params.get("root"), os.environ, Path.cwd())
        session = ctx.find_object(Session)
        language = session.language if session else Language.KK
        found = self.suggest(workspace, language, incomplete)
        begun = incomplete.casefold()
        return [
            CompletionItem(one.value, help=" ".join(one.told.split()))
            for one in found
            if one.value.casefold().startswith(begun) and one.value.isprintable()
        ]


def suggesting(command: click.Command) -> click.Command:
    """The command, and those below it, with suggestions for their parameters."""
    for parameter in command.params:
        kind = _kind(parameter)
        if kind is not None:
            parameter.type = kind
    if isinstance(command, click.Group):
        for below in command.commands.values():
            suggesting(below)
    return command


def _kind(parameter: click.Parameter) -> click.Path | _Suggested | None:
    """What the parameter's metavar tells; None where its own type knows, or nobody does."""
    if parameter.metavar in FOLDERS:
        return click.Path(file_okay=False)
    if parameter.metavar in FILES:
        return click.Path()
    suggest = suggestions.units if parameter.name == UNIT else VALUES.get(parameter.metavar or "")
    return _Suggested(suggest) if suggest else None
