"""`docctl search`."""

from datetime import date, datetime

import click

from docctl.app.search import Question, index_of, search
from docctl.cli import options
from docctl.cli.index import counting
from docctl.cli.looking import look
from docctl.cli.query_words import QueryCommand
from docctl.cli.session import Session
from docctl.cli.terminal import paint, write, write_json
from docctl.domain.registry.card import EditionStatus
from docctl.reporting.search import as_json, as_text
from docctl.wording import Translate

DONE = 0
LIMIT, MOST = 10, 10_000
SEARCHED = (EditionStatus.IN_FORCE, EditionStatus.SUPERSEDED, EditionStatus.WITHDRAWN)


def command(_: Translate) -> click.Command:
    """The command, its help in the language of the call."""
    return QueryCommand(
        "search",
        callback=run,
        help=_(
            "Search the clauses of the registry, in any form of a word. QUERY: words, “a phrase”, -not,"
            " a OR b, begin*, number:158, kind:, unit:, status:, year:2024, edition:, clause:6."
        ),
        params=[
            click.Argument(["query"], nargs=-1, required=True, metavar="QUERY..."),
            options.text("--kind", "KIND", _("Only documents of this kind.")),
            options.text("--unit", "NAME", _("Only documents of this unit, its name in any form.")),
            click.Option(
                ["--status"],
                type=click.Choice([status.value for status in SEARCHED]),
                help=_("Only editions with this status."),
            ),
            options.as_of(_),
            options.known_at(_),
            click.Option(
                ["--all-editions"], is_flag=True, help=_("Superseded and withdrawn editions as well.")
            ),
            click.Option(
                ["--limit"],
                type=click.IntRange(1, MOST),
                default=LIMIT,
                show_default=True,
                metavar="N",
                help=_("Clauses to show."),
            ),
            options.output_form(_),
        ],
    )


@click.pass_obj
def run(  # noqa: PLR0913  click hands over each option by its name
    session: Session,
    query: tuple[str, ...],
    kind: str,
    unit: str,
    status: str | None,
    as_of: datetime | None,
    known_at: str | None,
    all_editions: bool,
    limit: int,
    output: str,
) -> int:
    """Search and print; the exit code, 0 also when nothing is found."""
    view = look(session, as_of, known_at)
    question = Question(
        query=" ".join(query),
        kind=kind,
        unit=unit,
        status=status or "",
        as_of=as_of.date() if as_of else None,
        known_at=view.asked.known_at,
        all_editions=all_editions,
        limit=limit,
    )
    with counting(session.translate) as count:
        index = index_of(view.registry, view.snapshot, count)
    answer = search(index, question, date.today())
    if output == "json":
        write_json(as_json(answer, session.translate))
    else:
        write(as_text(answer, session.translate, paint()))
    return DONE
