"""What bash, zsh and fish are told when somebody presses Tab: click's protocol, and where it falls short.

Beyond click: values with spaces and ``@`` in bash, ``--option=value`` everywhere, commas in fish.
"""

import os

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from docctl.cli.shell_scripts import BASH, FISH, ZSH
from docctl.domain.patterns import regex

WORDS = regex(r"""(?:\\.|'[^']*(?:'|$)|"(?:\\.|[^"\\])*(?:"|$)|[^\s'"\\])+""")
"""The words of a line as they were typed; the last one may still be open."""
SPECIAL = {"": " \t\"'\\$`&|;<>()*?[]{}!#~^", '"': '"\\$`', "'": ""}
"""What a backslash must stand before: in a word without quotes, and within each kind of them."""


class _AfterEquals(ShellComplete):
    """Completes the value of ``--option=value`` as well."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """What may stand there, each as the whole word."""
        option, equals, _ = incomplete.partition("=")
        items = super().get_completions(args, incomplete)
        if not (equals and option.startswith("--")):
            return items
        return [CompletionItem(f"{option}={item.value}", item.type, item.help) for item in items]


class Bash(_AfterEquals, BashComplete):
    """Bash replaces not the word but what follows the last ``=``, ``:`` or quote in it."""

    source_template = BASH

    def source(self) -> str:
        """The script; unlike click's it is printed without asking which bash is here."""
        return ShellComplete.source(self)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one."""
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)[1:]
        return (words[:-1], words[-1]) if _typed(line) and words else (words, "")

    def complete(self) -> str:
        """A line to each value: its kind, and what bash is to put in place of `COMP_WORD`."""
        typed = _typed(os.environ["COMP_LINE"])
        kept = typed.removesuffix(os.environ["COMP_WORD"])
        items = self.get_completions(*self.get_completion_args())
        plain = [_as_typed(item.value, typed) for item in items if item.type == "plain"]
        fitting = [f"plain,{value.removeprefix(kept)}" for value in plain if value.startswith(kept)]
        return "\n".join([*fitting, *(f"{item.type}," for item in items if item.type != "plain")])


class Zsh(_AfterEquals, ZshComplete):
    """Zsh quotes what it puts in by itself."""

    source_template = ZSH


class Fish(_AfterEquals, FishComplete):
    """Fish chooses among the values, and quotes, by itself."""

    source_template = FISH


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}


def _typed(line: str) -> str:
    """The word that the line ends in, with its quotes and backslashes; empty when a new one begins."""
    last = ""
    for word in WORDS.finditer(line):
        last = word[0] if word.end() == len(line) else ""
    return last


def _as_typed(value: str, typed: str) -> str:
    """The value in the kind of quotes that the typed word is in."""
    quote = typed[:1] if typed[:1] in ("'", '"') else ""
    if quote == "'":
        return quote + value.replace("'", r"'\''")
    return quote + "".join(f"\\{letter}" if letter in SPECIAL[quote] else letter for letter in value)
