"""`docctl watch`."""

import os
import signal
import sys
from datetime import date, datetime
from pathlib import Path

import click

from docctl.app.check import processors
from docctl.app.examine import Examination, refuse_unknown_kind
from docctl.app.watching.answering import Bench
from docctl.app.watching.deciding import Patience
from docctl.app.watching.handing_in import Counter
from docctl.app.watching.watching import Ended, Watch, watch, watch_once
from docctl.cli import options
from docctl.cli.doing import desk_of
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.cli.terminal import progress, tell
from docctl.domain.finding import Stage
from docctl.errors import UsageError
from docctl.reporting.style import harmless
from docctl.wording import Translate

_CLEAR = "\r\x1b[K"
"""Takes the bar away."""
DONE, TRY_AGAIN, INTERRUPTED = 0, 4, 130


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "watch",
        callback=run,
        help=_(
            "Watch a drop folder: every draft in it gets a report and a copy with comments in its folder"
            " “reports”, and what cannot be read is moved to “refused” with the reason beside it. Ends with"
            " SIGTERM (exit code 0) or Ctrl-C."
        ),
        params=[
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(["--submit"], is_flag=True, help=_("Hand drafts without errors in to the office.")),
            options.text("--unit", "NAME", _("The unit whose drafts they are, for --submit.")),
            click.Option(
                ["--stage"],
                type=click.Choice([stage.value for stage in Stage]),
                default=Stage.SUBMISSION.value,
                show_default=True,
                help=_("What the drafts are checked for; it sets what may still be blank."),
            ),
            options.text("--kind", "KIND", _("Kind of document, when it cannot be told from the text.")),
            click.Option(["--once"], is_flag=True, help=_("Deal with what lies there, then end.")),
            click.Option(
                ["--polling"],
                is_flag=True,
                help=_("Do not ask the system what happens: for network folders, which do not tell."),
            ),
            _seconds("--every", 10.0, _("Seconds after which the folder is looked at in any case.")),
            _seconds("--settle", 2.0, _("Seconds for which a file must stand still before it is taken.")),
            _seconds(
                "--patience", 30.0, _("Seconds for which the rest of a half-copied file is waited for.")
            ),
            click.Option(
                ["--jobs"],
                type=click.IntRange(1, 64),
                metavar="N",
                help=_("How many processes check at once."),
            ),
        ],
    )


def _seconds(name: str, default: float, help_text: str) -> click.Option:
    return click.Option(
        [name],
        type=click.FloatRange(0.1, 86_400),
        default=default,
        show_default=True,
        metavar="SECONDS",
        help=help_text,
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    folder: Path,
    submit: bool,
    unit: str,
    stage: str,
    kind: str,
    once: bool,
    polling: bool,
    every: float,
    settle: float,
    patience: float,
    jobs: int | None,
) -> int:
    """Watch; the exit code."""
    asked = Watch(
        folder=folder,
        patience=Patience(settle, max(settle, patience)),
        every=every,
        listening=not polling,
        jobs=jobs or processors(),
    )
    bench = _bench(session, folder, Stage(stage), kind, _counter(session, submit, unit))
    ended = (watch_once if once else watch)(asked, bench, session.translate, Log())
    return _exit_code(ended)


def _counter(session: Session, submit: bool, unit: str) -> Counter | None:
    if submit != bool(unit.strip()):
        raise UsageError("--submit and --unit go together: drafts are handed in for a unit.")
    return Counter(desk_of(session, dry_run=False), unit) if submit else None


def _bench(session: Session, folder: Path, stage: Stage, kind: str, counter: Counter | None) -> Bench:
    workspace = workspace_of(session)
    if counter is not None:
        workspace.registry()
    examination = Examination(
        rulebook=workspace.rulebook(),
        office=workspace.office(),
        language=session.language,
        stage=stage,
        as_of=date.today(),
        kind=kind or None,
        registry=workspace.facts(),
    )
    refuse_unknown_kind(examination)
    return Bench(root=folder, workspace=workspace, examination=examination, counter=counter)


def _exit_code(ended: Ended) -> int:
    if ended.signal == signal.SIGINT:
        return INTERRUPTED
    return TRY_AGAIN if ended.left and not ended.signal else DONE


class Log:
    """A line on stderr for each file; a bar below while many are dealt with, on a terminal."""

    def say(self, path: str, sentence: str) -> None:
        """The time, the file, what became of it."""
        said = ": ".join(filter(None, (os.fsencode(path).decode("utf-8", "replace"), sentence)))
        tell(f"{_CLEAR if sys.stderr.isatty() else ''}{datetime.now():%Y-%m-%d %H:%M:%S} {harmless(said)}")

    def progress(self, done: int, total: int) -> None:
        """How many of the files that are there are dealt with."""
        progress(done, total)
