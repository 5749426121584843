"""Commands whose words may begin with «-»: ``-word`` leaves a word out, ``--option`` is an option."""

import click

HELP, END = "-h", "--"


class QueryCommand(click.Command):
    """A command with a query. An option that it does not know is refused, a word with «-» is none."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Words to be left out are kept from being read as letters of options: ``-head`` is not ``-h``."""
        at = args.index(END) if END in args else len(args)
        before, after = args[:at], args[at + 1 :]
        excluded = [word for word in before if _leaves_out(word)]
        options = [word for word in before if not _leaves_out(word)]
        return super().parse_args(ctx, [*options, END, *excluded, *after])


def _leaves_out(word: str) -> bool:
    return len(word) > 1 and word[0] == "-" and word[1] != "-" and word != HELP
