"""The entry point and the one error boundary: exit codes, messages on stderr, faults into a log file."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

import click

from docctl.cli.root import root
from docctl.cli.session import Session, chosen_language
from docctl.domain.words import Language
from docctl.errors import DocctlError
from docctl.faults import Fault, guarded
from docctl.messages import speak, translator
from docctl.wording import N_, Translate

YOUNG = 100_000
"""New objects before the garbage collector looks at them; by default it looks a hundred times in a check."""
DONE, WRONG_INPUT, FAULT, TRY_AGAIN, INTERRUPTED = 0, 2, 3, 4, 130
COMPLETION, ASKED = "docctl.cli.completion", "_DOCCTL_COMPLETE"
"""The module that answers a shell, and the variable in which the shell asks."""
EXPECTED = (DocctlError, OSError, click.ClickException, click.Abort)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run docctl with the arguments (of the process, by default); the exit code of the contract."""
    if ASKED in os.environ:
        return _answered(os.environ[ASKED])
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language = chosen_language(given, os.environ)
    except DocctlError as error:
        return _complain(error.worded(translator(Language.KK)), error.exit_code)
    speak(language)
    gc.set_threshold(YOUNG)
    return bounded(lambda: _run(given, language), translator(language))


def _answered(asked: str) -> int:
    """What a shell is told that completes: nothing, and no complaint, when that cannot be found out."""
    with suppress(*EXPECTED, KeyboardInterrupt):
        guarded(lambda: import_module(COMPLETION).answer(asked), EXPECTED)
    return DONE


def _run(arguments: list[str], language: Language) -> int:
    """The code that the command returns. Not click's own `main`: that answers a closed pipe with code 1."""
    session = Session(language)
    command = root(session.translate)
    try:
        with command.make_context("docctl", arguments, obj=session) as context:
            code = command.invoke(context)
    except click.exceptions.Exit as done:
        code = done.exit_code
    sys.stdout.flush()
    return code if isinstance(code, int) else DONE


def bounded(action: Callable[[], int], _: Translate) -> int:
    """The exit code of the action, whatever it ends in; `_` words what is to be told."""
    try:
        result = guarded(action, EXPECTED)
    except DocctlError as error:
        return _complain(error.worded(_), error.exit_code)
    except BrokenPipeError:
        return _unheard()
    except OSError as error:
        return _failed_system(error, _)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return WRONG_INPUT
    return _failed(result, _) if isinstance(result, Fault) else result


def _failed_system(error: OSError, _: Translate) -> int:
    reason = os.strerror(error.errno) if error.errno else str(error)
    message = _(N_("The system says: {reason}. Nothing was changed; try again."))
    return _complain(message.format(reason=reason), TRY_AGAIN)


def _failed(fault: Fault, _: Translate) -> int:
    message = _(N_("docctl itself failed. Please send the log file to those who maintain it: {log}"))
    return _complain(message.format(log=fault.log), FAULT)


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"docctl: {message}\n")
    return code


def _unheard() -> int:
    """Nobody reads our output any more: be quiet, also when Python closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
