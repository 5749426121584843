"""`docctl index`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from docctl.app.index import current_index, rebuilt_index
from docctl.cli import options
from docctl.cli.looking import workspace_of
from docctl.cli.session import Session
from docctl.cli.terminal import write, write_json
from docctl.reporting import search_index
from docctl.wording import Translate

DONE = 0
ERASE = "\r\x1b[K"


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return click.Command(
        "index",
        callback=run,
        help=_(
            "Bring the search index up to the registry and say what it holds. Searching does so by itself:"
            " this only does it in advance."
        ),
        params=[
            click.Option(["--rebuild"], is_flag=True, help=_("Throw away what is there and build it anew.")),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(session: Session, rebuild: bool, output: str) -> int:
    """Index and print; the exit code."""
    registry = workspace_of(session).registry()
    with counting(session.translate) as count:
        held = rebuilt_index(registry, count) if rebuild else current_index(registry, count)
    if output == "json":
        write_json(search_index.as_json(held))
    else:
        write(search_index.as_text(held, session.translate))
    return DONE


@contextmanager
def counting(_: Translate) -> Iterator[Callable[[int], None]]:
    """Counts on a terminal the clauses as they are indexed, gone when they are; says nothing elsewhere."""
    counted, shown = 0, sys.stderr.isatty()
    sentence = _("Indexing: {count} clauses")

    def count(clauses: int) -> None:
        nonlocal counted
        counted += clauses
        if shown:
            sys.stderr.write(f"\r{sentence.format(count=counted)}")
            sys.stderr.flush()

    try:
        yield count
    finally:
        if counted and shown:
            sys.stderr.write(ERASE)
            sys.stderr.flush()
