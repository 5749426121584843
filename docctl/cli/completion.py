"""`docctl completion`, and the answer to a shell that asks what may be typed next."""

import os
import sys

import click

from docctl.cli.root import root
from docctl.cli.session import Session, chosen_language
from docctl.cli.shells import SHELLS
from docctl.cli.suggesting import SuggestingGroup, suggesting
from docctl.cli.terminal import write
from docctl.messages import speak
from docctl.wording import Translate

PROGRAM, VARIABLE = "docctl", "_DOCCTL_COMPLETE"
COMPLETE = "complete"


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "completion",
        callback=run,
        help=_(
            "Print the script that lets a shell complete commands, options, files, and what the workspace"
            " holds: numbers, drafts, units, rules."
        ),
        params=[click.Argument(["shell"], type=click.Choice(list(SHELLS)))],
    )


@click.pass_obj
def run(session: Session, shell: str) -> int:
    """Print the script; the exit code."""
    asked = SHELLS[shell](root(session.translate), {}, PROGRAM, VARIABLE)
    write(asked.source())
    return 0


def answer(instruction: str) -> int:
    """Tell the shell what may be typed next; `instruction` is ``bash_complete`` and the like.

    Whatever goes wrong is no answer: raises what loading and reading raise.
    """
    shell, _, asked = instruction.partition("_")
    if asked != COMPLETE or shell not in SHELLS:
        return 2
    typed = os.environ.get("COMP_LINE") or os.environ.get("COMP_WORDS", "")
    session = Session(chosen_language(typed.split(), os.environ))
    speak(session.language)
    group = suggesting(root(session.translate, SuggestingGroup))
    sys.stdout.write(SHELLS[shell](group, {"obj": session}, PROGRAM, VARIABLE).complete() + "\n")
    return 0
